import DialogueModel

/// Everything that the annex is composed from: counts, comparisons, texts and the facts of the run.
///
/// It holds numbers and never a submission's own text, except quotations that a person has
/// cleared. What is `nil` or empty is printed as *uppgift saknas*; nothing is left out for it.
public struct AnnexContent: Sendable, Equatable {
  /// Who the annex is for.
  public enum Edition: String, Sendable, CaseIterable, Codable {
    /// The full working copy, for the municipality only.
    case `internal`
    /// The copy to publish, without small counts.
    case `public`
  }

  /// Who the annex is for.
  public var edition: Edition
  /// The dialogue and its case, as `dialogue.yaml` describes them.
  public var dialogue: Dialogue
  /// The account of every source file.
  public var account: FlowAccount
  /// What the sources are, one for each account, in the same order.
  public var sources: [Source]
  /// Why records were rejected, one for each code, in the order to print them.
  public var rejections: [Rejection]
  /// The number of accepted submissions by channel key.
  public var submissionsByChannel: [String: Int]
  /// The number of accepted submissions by activity key.
  public var submissionsByActivity: [String: Int]
  /// The number of accepted submissions by ISO week and channel.
  public var weeks: [Week]
  /// The number of accepted submissions without a time that could be read, by channel key.
  public var undated: [String: Int]
  /// The number of accepted submissions that have no free text, and so no viewpoint.
  public var submissionsWithoutText: Int
  /// The number of viewpoints.
  public var viewpoints: Int
  /// The number of tags: a viewpoint with two themes counts twice.
  public var tags: Int
  /// The number of viewpoints without a theme.
  public var untaggedViewpoints: Int
  /// What was counted for each theme; themes that nobody spoke of may be left out.
  public var themes: [ThemeTally]
  /// The comparison with the population, for each channel that counts persons.
  public var coverage: [ChannelCoverage]
  /// The fewest and the most persons who can have taken part; `nil` when it cannot be said.
  public var persons: ClosedRange<Int>?
  /// The number of submissions by theme and group, for the internal edition.
  public var themeGroups: [ThemeGroupTally]
  /// The answers to closed questions, by channel and question.
  public var closed: [ClosedAnswers]
  /// The codebook that the themes come from.
  public var codebook: Codebook
  /// The officials' comments and proposals.
  public var responses: [Response]
  /// The quotations that a person has cleared.
  public var quotations: [ClearedQuotation]
  /// The accepted submissions for appendix A, in the order of their public numbers.
  ///
  /// May be
  /// empty when there are more than ``AnnexComposer/longestList``.
  public var submissions: [ListedSubmission]
  /// The results of checking the policy's duties, D01 to D46.
  public var duties: [DutyCheck]
  /// How many spans of each kind of personal data were masked.
  public var masking: [PersonalDataKind: Int]
  /// How duplicates were found and how many there were.
  public var duplicates: Duplicates
  /// The limits of the representation classes and of small counts.
  public var rule: RepresentationRule
  /// How far a figure of the reference may be from the truth, in persons.
  public var referenceNoise = 0
  /// The smallest count that is printed in public for sensitive dimensions.
  public var smallestSensitiveCount: Int
  /// The number of groups that were tested together.
  public var familySize: Int
  /// The facts of the run.
  public var run: RunFacts

  /// Makes the content of a dialogue in which nothing has been counted yet.
  public init(
    edition: Edition, dialogue: Dialogue, account: FlowAccount, codebook: Codebook, run: RunFacts
  ) {
    self.edition = edition
    self.dialogue = dialogue
    self.account = account
    self.codebook = codebook
    self.run = run
    sources = []
    rejections = []
    submissionsByChannel = [:]
    submissionsByActivity = [:]
    weeks = []
    undated = [:]
    submissionsWithoutText = 0
    viewpoints = 0
    tags = 0
    untaggedViewpoints = 0
    themes = []
    coverage = []
    themeGroups = []
    closed = []
    responses = []
    quotations = []
    submissions = []
    duties = []
    masking = [:]
    duplicates = Duplicates()
    rule = RepresentationRule()
    smallestSensitiveCount = 10
    familySize = 0
  }
}
