/// Whether a group that the plan promised to reach was reached (*om gruppen nåddes*).
public enum ReachOutcome: String, Sendable, CaseIterable, Codable {
  /// The group's share is in balance with the population's, or larger.
  case reached
  /// The group is under-represented, or everybody said and nobody was of the group.
  case notReached = "not_reached"
  /// It cannot be said: the group is not measured, or too few answered.
  case cannotSay = "cannot_say"

  /// What follows from a group's comparison; without one, nothing does.
  public init(_ assessment: GroupAssessment?) {
    switch assessment?.classification {
    case .inBalance, .over: self = .reached
    case .under: self = .notReached
    case .cannotSay:
      let isAbsent = assessment.map { $0.isAbsent && $0.count.unknown == 0 } ?? false
      self = isAbsent ? .notReached : .cannotSay
    case nil: self = .cannotSay
    }
  }

  /// The words in Swedish.
  public var label: String {
    switch self {
    case .reached: "nådd"
    case .notReached: "inte nådd"
    case .cannotSay: "går inte att säga"
    }
  }
}
