/// Whether a duty of the policy is met.
public enum DutyStatus: String, Sendable, CaseIterable, Codable {
  /// *Uppfyllt*.
  case met
  /// *Delvis*.
  case partly
  /// *Inte uppfyllt*.
  case notMet = "not-met"
  /// *Uppgift saknas*.
  case unknown

  /// The Swedish words.
  public var label: String {
    switch self {
    case .met: "Uppfyllt"
    case .partly: "Delvis uppfyllt"
    case .notMet: "Inte uppfyllt"
    case .unknown: "Uppgift saknas"
    }
  }
}
