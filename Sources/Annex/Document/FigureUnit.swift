/// What a number counts.
///
/// The units are never mixed.
public enum FigureUnit: String, Sendable, Codable, CaseIterable {
  /// Persons who answered.
  case persons
  /// Persons who were present at an activity (*deltagare*).
  case participants
  /// Submissions (*inlämningar*).
  case submissions
  /// Viewpoints (*synpunkter*).
  case viewpoints
  /// Tags: pairs of viewpoint and theme.
  case tags
  /// Records of a source (*poster*).
  case records
  /// Masked spans of personal data.
  case spans
  /// Persons of the reference population.
  case inhabitants
  /// Something of the municipality's own work: proposals, themes, duties, elected
  /// representatives.
  case work
  /// A share, a ratio or another number computed from counts.
  case computed

  /// Whether counts of the unit are hidden when they are small.
  public var isProtected: Bool {
    switch self {
    case .persons, .participants, .submissions, .viewpoints, .tags, .records, .spans: true
    case .inhabitants, .work, .computed: false
    }
  }
}
