/// What the dialogue file says of one source: where it is and what its columns are.
public struct SourceDeclaration: Sendable, Equatable {
  /// A file, a folder or a glob, relative to the dialogue's folder.
  public var path: String
  /// The name of the profile, such as `limesurvey`.
  public var profile: String
  /// The key of the channel.
  public var channel: String
  /// The key of the activity, where there is one.
  public var activity: String?
  /// The encoding, when it is declared and not detected.
  public var encoding: String?
  /// The delimiter, when it is declared and not detected.
  public var delimiter: String?
  /// The number of header rows, when it differs from the profile's.
  public var headerRows: Int?
  /// For a workbook: the name of the sheet, when it has several with content.
  public var sheet: String?
  /// The order of day and month in its times, when it differs from the profile's.
  public var dateOrder: SourceProfile.DateOrder?
  /// The answers that say that an organisation answers and not a person, by column or path.
  public var organisation: [String: [String]]
  /// Whether letters that an earlier program read in the wrong encoding are mended.
  public var mendsLetters: Bool
  /// The column or path of the source's own record identifier, when it differs from the profile's.
  public var id: String?
  /// The column or path of the time, when it differs from the profile's.
  public var time: String?
  /// The columns or paths with free text; each gives one viewpoint.
  public var text: [String]
  /// The columns or paths with closed answers.
  public var closed: [String]
  /// The closed columns in which one cell holds several choices, each with its options as the
  /// form has them; the options may be left out where no option holds the separator.
  public var multiple: [String: [String]]
  /// The columns or paths with background answers, by target-group dimension.
  public var background: [String: String]
  /// Whether records with the same answers count each, when they have numbers or times of their
  /// own that differ.
  public var countsSameWords: Bool
  /// The columns or paths with contact details: never read.
  public var contact: [String]
  /// The columns or paths that are left out on purpose.
  public var drop: [String]
  /// For XML: the record element, when it differs from the profile's.
  public var record: String?
  /// The line of the block in the dialogue file.
  public var line: Int?
  /// The line of each key of the block in the dialogue file, by key or `key/value`.
  public var lines: [String: Int]

  /// Makes a declaration.
  public init(path: String, profile: String, channel: String) {
    self.path = path
    self.profile = profile
    self.channel = channel
    text = []
    closed = []
    multiple = [:]
    organisation = [:]
    mendsLetters = true
    countsSameWords = false
    background = [:]
    contact = []
    drop = []
    lines = [:]
  }
}
