/// The chances, in a fair draw of lots, of a count as small and of a count as large as the one
/// observed.
public struct HypergeometricTails: Sendable, Equatable {
  /// P(X ≤ x), from 0 to 1.
  public let lower: Double
  /// P(X ≥ x), from 0 to 1.
  public let upper: Double

  /// Makes a pair of tails.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The two-sided p-value, twice the smaller tail and at most 1.
  ///
  /// Doubling keeps the direction and agrees with intervals of equal tails. Fisher's exact test
  /// as R and SciPy print it sums the counts that are no more probable than the one observed
  /// (*minlike*), so its two-sided value differs; the one-sided values are the same.
  public var twoSided: Double { min(1, 2 * min(lower, upper)) }
}
