/// The limits of the representation classes; printed in the annex, since they are choices.
public struct RepresentationRule: Sendable, Equatable {
  /// The level of the test after Holm's correction.
  public var alpha: Double
  /// The ratios that count as parity.
  public var band: ClosedRange<Double>
  /// The share of unknown above which nothing is said.
  public var largestUnknownShare: Double
  /// The smallest count that is printed in public; 1 up to one less is hidden.
  public var smallestCount: Int

  /// Makes a rule; the defaults are those of the method.
  public init(
    alpha: Double = 0.05, band: ClosedRange<Double> = 0.80...1.25,
    largestUnknownShare: Double = 0.5, smallestCount: Int = 5
  ) {
    self.alpha = alpha
    self.band = band
    self.largestUnknownShare = largestUnknownShare
    self.smallestCount = smallestCount
  }
}
