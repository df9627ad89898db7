import DialogueModel

/// The stable keys of the annex's numbers, for those who look numbers up by name.
public enum FigureKey {
  /// Records read from all sources.
  public static let read = "flow.read"
  /// Records that do not count, for all reasons together.
  public static let excluded = "flow.excluded"
  /// Viewpoints.
  public static let viewpoints = "viewpoints.total"
  /// Viewpoints without a theme.
  public static let untagged = "viewpoints.untagged"
  /// Viewpoints with at least one theme.
  public static let tagged = "viewpoints.tagged"
  /// Tags: pairs of viewpoint and theme.
  public static let tags = "tags.total"
  /// Submissions without free text.
  public static let withoutText = "submissions.withoutText"
  /// The fewest and the most persons who can have taken part.
  public static let persons = "persons.range"
  /// Themes with at least one viewpoint.
  public static let themesSpoken = "themes.spoken"
  /// Themes with at least one viewpoint that have a comment and a proposal.
  public static let themesAnswered = "themes.answered"
  /// Proposals of the officials.
  public static let proposals = "proposals.total"
  /// Duties of the policy that were checked.
  public static let duties = "duties.total"
  /// Groups that were tested together.
  public static let family = "representation.family"

  /// Records left out since the source's own identifier came a second time.
  public static let sameIdentifier = "duplicates.sameIdentifier"
  /// Records left out since the same content came a second time.
  public static let sameContent = "duplicates.sameContent"
  /// Accepted submissions that are alike.
  public static let similarKept = "duplicates.similarKept"

  /// Records with an outcome, from all sources.
  public static func flow(_ outcome: RecordOutcome) -> String { "flow.\(outcome.rawValue)" }

  /// Records of a source that were read.
  public static func sourceRead(_ path: String) -> String { "source/\(path).read" }

  /// Records of a source with an outcome.
  public static func source(_ path: String, _ outcome: RecordOutcome) -> String {
    "source/\(path).\(outcome.rawValue)"
  }

  /// Records rejected for a reason.
  public static func rejection(_ code: FindingCode) -> String {
    "rejection/\(code.rawValue).records"
  }

  /// Accepted submissions of a channel; its persons, where it counts them.
  public static func channel(_ id: String) -> String { "channel/\(id).submissions" }

  /// Inhabitants who could answer in a channel.
  public static func reference(_ channel: String) -> String { "channel/\(channel).reference" }

  /// Accepted submissions of an activity; `nil` for those of no activity.
  public static func activity(_ id: String?) -> String {
    id.map { "activity/\($0).submissions" } ?? "activity.none.submissions"
  }

  /// Participants of an activity.
  public static func participants(_ activity: String) -> String {
    "activity/\(activity).participants"
  }

  /// Accepted submissions of a week and a channel; `nil` for all channels.
  public static func week(_ year: Int, _ week: Int, _ channel: String?) -> String {
    let name = "week/\(year)-W\(week < 10 ? "0" : "")\(week)"
    return channel.map { "\(name)/\($0).submissions" } ?? "\(name).submissions"
  }

  /// Accepted submissions whose time is not known; `nil` for all channels.
  public static func undated(_ channel: String?) -> String {
    channel.map { "week/unknown/\($0).submissions" } ?? "week/unknown.submissions"
  }

  /// Accepted submissions of a kind of sender.
  public static func sender(_ label: String) -> String { "sender/\(label).submissions" }

  /// Viewpoints with a theme.
  public static func themeViewpoints(_ theme: String) -> String { "theme/\(theme).viewpoints" }

  /// Submissions with at least one viewpoint with a theme.
  public static func themeSubmissions(_ theme: String) -> String {
    "theme/\(theme).submissions"
  }

  /// The share of all submissions that have a theme.
  public static func themeShare(_ theme: String) -> String { "theme/\(theme).share" }

  /// Something of a group: `members`, `share`, `referenceShare`, `ratio`, `ratioLow`, `span`,
  /// `gap`, `known`, `unknown` (of a pair), `tipping`, `largestUnder`, `smallestOver`,
  /// `knownNeeded`, `persons`, `ratioWithout` and `ratioWith` (the unknown), `others`.
  public static func group(
    _ channel: String, _ dimension: String, _ group: String, _ what: String
  ) -> String {
    "group/\(channel)/\(dimension)/\(group).\(what)"
  }

  /// Submissions of a channel by organisations.
  public static func organisations(_ channel: String) -> String {
    "channel/\(channel).organisations"
  }

  /// Persons of a channel, where organisations answered too.
  public static func persons(_ channel: String) -> String { "channel/\(channel).persons" }

  /// Something of a whole background question: `dissimilarity`, `expected`.
  public static func overall(_ channel: String, _ dimension: String, _ what: String) -> String {
    "dimension/\(channel)/\(dimension).\(what)"
  }

  /// The persons of a channel: all its submissions, or those that are not by organisations.
  static func persons(of coverage: AnnexContent.ChannelCoverage) -> String {
    coverage.organisations > 0 ? persons(coverage.channel) : channel(coverage.channel)
  }

  /// Something of a channel's weights: `effective`, `designEffect`.
  public static func weights(_ channel: String, _ what: String) -> String {
    "weights/\(channel).\(what)"
  }

  /// Something of a group at an activity: `members` of the activity, `gap` and `share` of all
  /// until then.
  public static func stage(
    _ channel: String, _ activity: String?, _ dimension: String, _ group: String?, _ what: String
  ) -> String {
    "stage/\(channel)/\(activity ?? "none")/\(dimension)/\(group ?? "unknown").\(what)"
  }

  /// Submissions that were asked a closed question (`asked`), that answered (`answered`) or did
  /// not (`missing`), and those of organisations (`organisations`).
  public static func closed(_ channel: String, _ question: String, _ what: String) -> String {
    "closed/\(channel)/\(escaped(question)).\(what)"
  }

  /// Words of a form as a part of a key, so that a stroke in them divides nothing.
  private static func escaped(_ words: String) -> String {
    words.replacing("%", with: "%25").replacing("/", with: "%2F")
  }

  /// Something of an answer to a closed question: `count`, `share`, `weighted`.
  public static func option(
    _ channel: String, _ question: String, _ option: String, _ what: String
  ) -> String {
    "closed/\(channel)/\(escaped(question))/\(escaped(option)).\(what)"
  }

  /// Something of an answer in a group, `nil` for those whose group is not known; of all answers
  /// when `option` is `nil`.
  public static func optionGroup(
    _ channel: String, _ question: String, _ option: String?, _ dimension: String,
    _ group: String?, _ what: String
  ) -> String {
    "closed/\(channel)/\(escaped(question))/\(option.map(escaped) ?? "")/"
      + "\(dimension)/\(group ?? "unknown").\(what)"
  }

  /// Persons who did not answer a background question.
  public static func unknown(_ channel: String, _ dimension: String) -> String {
    "dimension/\(channel)/\(dimension).unknown"
  }

  /// Submissions with a theme in a group; `nil` for those whose group is not known.
  public static func themeGroup(
    _ theme: String, _ dimension: String, _ group: String?
  ) -> String {
    "theme/\(theme)/\(dimension)/\(group ?? "unknown").submissions"
  }

  /// Masked spans of a kind; `nil` for all kinds.
  public static func masked(_ kind: PersonalDataKind?) -> String {
    kind.map { "masking/\($0.rawValue).spans" } ?? "masking.total"
  }

  /// Proposals with an outcome.
  public static func proposals(_ outcome: ProposedOutcome) -> String {
    "proposals/\(outcome.rawValue).count"
  }

  /// Duties with a status.
  public static func duties(_ status: DutyStatus) -> String { "duties/\(status.rawValue).count" }

  /// All numbers of a table and its chart.
  public static func table(_ name: String) -> String { "table/\(name)" }
}
