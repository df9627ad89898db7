/// The chance that a fair draw of lots gives so large a difference, and how it was found.
///
/// It never comes from a chi-square table, which does not hold where few are expected.
public struct ChanceEstimate: Sendable, Equatable {
  /// The ways to find a chance.
  public enum Method: String, Sendable, CaseIterable, Codable {
    /// All possible outcomes were summed; the value is exact but for rounding.
    case enumerated
    /// Outcomes were drawn with a generator of a fixed seed; the value is an estimate.
    case drawn
  }

  /// The chance, more than 0 unless it is below 5e-324, and at most 1.
  public let value: Double
  /// How it was found.
  public let method: Method
  /// The number of outcomes that the sum covers, C(n+K−1, K−1), or the number of draws, B.
  public let outcomes: Int
  /// The standard error of an estimate from draws, √(p(1 − p)/(B + 1)); `nil` for an exact value.
  public let standardError: Double?

  /// An exact value.
  init(exact value: Double, outcomes: Int) {
    self.value = min(1, value)
    method = .enumerated
    self.outcomes = outcomes
    standardError = nil
  }

  /// The estimate (1 + as large)/(B + 1), which counts the observed outcome as one of the draws.
  ///
  /// So it is never 0, and a test at any level keeps that level (Davison and Hinkley 1997,
  /// *Bootstrap Methods and their Application*, 4.2).
  init(drawn asLarge: Int, of draws: Int) {
    let p = Double(1 + asLarge) / Double(draws + 1)
    value = p
    method = .drawn
    outcomes = draws
    standardError = (p * (1 - p) / Double(draws + 1)).squareRoot()
  }
}
