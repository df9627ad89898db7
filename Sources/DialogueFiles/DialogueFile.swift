import DialogueModel

/// What a dialogue file (`dialogue.yaml`) says: the dialogue, its sources, and the files and
/// limits that the run works with.
///
/// Paths are as the file has them: relative to the dialogue's folder.
public struct DialogueFile: Sendable, Equatable {
  /// The dialogue and its case.
  public var dialogue: Dialogue
  /// The sources, in the file's order.
  public var sources: [SourceDeclaration]
  /// The closed questions that have words of their own, in the order they are printed.
  public var questions: [ClosedQuestion]
  /// The path of the codebook.
  public var codebook: String
  /// The path of the target groups; `nil` when nobody is compared with anything.
  public var targetGroups: String?
  /// The path of the reference population; `nil` when there is none, and then there is a reason.
  public var reference: String?
  /// Why there is no reference population, when the file says `reference: none`.
  public var referenceReason: String?
  /// Why a dimension or a group has no reference figure, by key such as `place` or `sex/annat`.
  public var noReference: [String: String]
  /// The path of the officials' comments and proposals.
  public var responses: String?
  /// The path of the cleared quotations.
  public var quotations: String?
  /// The folders of the outputs that were published before, oldest first.
  public var published: [String]
  /// The path of the policy's duties; `nil` for the one that comes with the program.
  public var policy: String?
  /// The limits of the representation classes.
  public var rule: RepresentationRule
  /// The limits one by one, each with its reason, in the order they are printed.
  public var thresholds: [Threshold]
  /// Answers that say nothing, beside those that the program knows.
  public var emptyAnswers: [String]
  /// How large the sources may be.
  public var limits: SourceLimits
  /// The name of the file with the secret key that submission numbers are drawn with.
  public var idKeyFile: String?
  /// The line of every key that the file has, by path such as `case.plannedDecision`.
  public var lines: [String: Int]

  /// A limit that somebody chose, with the reason.
  public struct Threshold: Sendable, Equatable {
    /// The key, such as `alpha` or `parityBand`.
    public var key: String
    /// The value as it is written, such as `0.05` or `0.80–1.25`.
    public var value: String
    /// Why it is so, in Swedish; `nil` when the method's own value is used.
    public var rationale: String?

    /// Makes a limit.
    public init(key: String, value: String, rationale: String? = nil) {
      self.key = key
      self.value = value
      self.rationale = rationale
    }
  }

  /// Makes a dialogue file with what it cannot be without.
  public init(dialogue: Dialogue, sources: [SourceDeclaration], codebook: String) {
    self.dialogue = dialogue
    self.sources = sources
    self.codebook = codebook
    questions = []
    published = []
    noReference = [:]
    rule = RepresentationRule()
    thresholds = []
    emptyAnswers = []
    limits = SourceLimits()
    lines = [:]
  }

  /// Reads a dialogue file; `nil` when it lacks what a run cannot be without.
  ///
  /// Everything that is wrong is reported in one reading. A file with a finding that is an error
  /// must not be run, whether or not it could be read.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - file: The file's name for findings.
  ///   - scales: The scales of influence, which the step's number and promise are taken from.
  /// - Returns: The file's content, and what was found.
  public static func load(
    text: String, file: String, scales: [InfluenceScale] = []
  ) -> (DialogueFile?, [Finding]) {
    YAMLFile.read(text, file: file, title: "the dialogue file", keys: keys(of: "")) {
      DialogueFileReader(root: $0, scales: scales).read()
    }
  }
}
