import DialogueModel

/// What is written to the register when all records have been.
public struct RegisterClosing: Sendable {
  /// Facts about the register and the run, by key.
  public var meta: [String: String]
  /// The sources, in the order of their numbers.
  public var sources: [Source]
  /// The questions, by number.
  public var questions: [Question]
  /// Counts of the sensitive dimensions.
  public var sensitiveCounts: [SensitiveCount]
  /// The findings, in their order.
  public var findings: [Finding]

  /// A source file.
  public struct Source: Sendable, Equatable {
    /// The path relative to the dialogue's folder; of a file in an archive, with the archive's.
    public var path: String
    /// The file's name in its archive; `nil` for a file on disk.
    public var member: String?
    /// The SHA-256 of the bytes of the file on disk.
    public var sha256: String
    /// The file's size.
    public var bytes: Int
    /// The profile's key.
    public var profile: String
    /// The channel's key.
    public var channel: String
    /// The activity's key.
    public var activity: String?
    /// The encoding that the file was read in.
    public var encoding: String
    /// The number of records read.
    public var read: Int

    /// The path of the file on disk, relative to the dialogue's folder.
    public var storedPath: String {
      member.map { String(path.dropLast($0.count + 1)) } ?? path
    }

    /// Makes a source.
    public init(
      path: String, member: String?, sha256: String, bytes: Int, profile: String, channel: String,
      activity: String?, encoding: String, read: Int
    ) {
      self.path = path
      self.member = member
      self.sha256 = sha256
      self.bytes = bytes
      self.profile = profile
      self.channel = channel
      self.activity = activity
      self.encoding = encoding
      self.read = read
    }
  }

  /// A column of free text or closed answers.
  public struct Question: Sendable, Equatable {
    /// The number, from 1.
    public var id: Int
    /// The number of the source.
    public var source: Int
    /// The column's name.
    public var name: String
    /// What kind of answers it has.
    public var kind: Kind

    /// What kind of answers a question has.
    public enum Kind: String, Sendable {
      /// Free text; each answer is a viewpoint.
      case text
      /// Closed answers.
      case closed
    }

    /// Makes a question.
    public init(id: Int, source: Int, name: String, kind: Kind) {
      self.id = id
      self.source = source
      self.name = name
      self.kind = kind
    }
  }

  /// A count of a sensitive dimension.
  public struct SensitiveCount: Sendable, Equatable {
    /// The channel's key.
    public var channel: String
    /// The dimension's key.
    public var dimension: String
    /// The group's key; empty for "not said".
    public var value: String
    /// The number of submissions.
    public var count: Int

    /// Makes a count.
    public init(channel: String, dimension: String, value: String, count: Int) {
      self.channel = channel
      self.dimension = dimension
      self.value = value
      self.count = count
    }
  }

  /// Makes a closing.
  public init(
    meta: [String: String], sources: [Source], questions: [Question],
    sensitiveCounts: [SensitiveCount], findings: [Finding]
  ) {
    self.meta = meta
    self.sources = sources
    self.questions = questions
    self.sensitiveCounts = sensitiveCounts
    self.findings = findings
  }
}
