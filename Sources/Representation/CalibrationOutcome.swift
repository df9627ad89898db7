/// Whether weights within bounds give the margins.
public enum CalibrationOutcome: String, Sendable, CaseIterable, Codable {
  /// They do.
  case met
  /// No weights within the bounds do; this is proved.
  case infeasible
  /// None were found that do, and it is not proved that there are none.
  case notMet = "not_met"
}
