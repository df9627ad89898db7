/// A share estimated from a sample drawn by lot, with its standard error.
public struct ShareEstimate: Sendable, Equatable {
  /// The shares, with and without weights.
  public let share: WeightedShare
  /// The linearised standard error of the weighted share.
  public let standardError: Double

  /// The margin of error (*felmarginal*), z times the standard error.
  ///
  /// - Parameter level: The level, between 0 and 1, exclusive.
  /// - Returns: What is printed after ±.
  public func marginOfError(level: Double = 0.95) -> Double {
    NormalQuantile.twoSided(level: level) * standardError
  }
}
