/// The limits of the representation classes; printed in the annex, since they are choices.
public struct RepresentationRule: Sendable, Equatable, Codable {
  /// The level of the test after Holm's correction.
  public var alpha: Double
  /// The ratios that count as parity.
  public var band: ClosedRange<Double>
  /// The share of unknown above which nothing is said.
  public var largestUnknownShare: Double
  /// How far a published reference figure may be from the truth, in persons; `nil` takes
  /// ``standardNoise`` for figures from 2025 on and 0 for older ones.
  public var referenceNoise: Int?
  /// The smallest count that is printed in public; 1 up to one less is hidden.
  public var smallestCount: Int

  /// How far SCB's figures from reference year 2025 on may be from the truth.
  ///
  /// SCB changes each published number a little (Cell Key Method) and does not say by how much
  /// at most; 3 is the method's assumption.
  public static let standardNoise = 3

  /// Makes a rule; the defaults are those of the method.
  public init(
    alpha: Double = 0.05, band: ClosedRange<Double> = 0.80...1.25,
    largestUnknownShare: Double = 0.5, referenceNoise: Int? = nil, smallestCount: Int = 5
  ) {
    self.alpha = alpha
    self.band = band
    self.largestUnknownShare = largestUnknownShare
    self.referenceNoise = referenceNoise
    self.smallestCount = smallestCount
  }
}
