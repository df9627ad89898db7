/// When weights are worth using; choices, and printed in the annex.
public enum WeightLimits {
  /// The fewest persons that are weighted.
  public static let smallestSample = 100
  /// The smallest effective sample size, (Σw)²/Σw².
  public static let smallestEffectiveSample = 50.0
  /// The largest design effect, the number of persons over the effective sample size.
  public static let largestDesignEffect = 2.0
  /// The smallest and the largest weight, as multiples of the mean, where weights are bounded.
  ///
  /// Weights are bounded when they would otherwise be too unequal to use.
  public static let bounds = 0.2...3.0
}
