/// Why there are no conditional partial indicators.
public enum ConditionalObstacle: String, Sendable, CaseIterable, Codable {
  /// Only the totals of each category are known, and not the variables crossed.
  case marginsOnly = "margins_only"
  /// There is no other variable that the model could hold fixed.
  case singleVariable = "single_variable"
}
