import DialogueModel

/// When weights are worth using; the limits are choices, and printed in the annex.
///
/// Weights are figures that can be computed and still not be used: with few respondents, or very
/// uneven weights, a handful of persons would speak for all. Then the result is shown without
/// weights, next to who took part.
public struct WeightingRule: Sendable, Equatable {
  /// The smallest number of respondents.
  public var smallestSample: Int
  /// The smallest effective sample size.
  public var smallestEffectiveSample: Double
  /// The largest design effect.
  public var largestDesignEffect: Double

  /// Makes a rule; the defaults are proposals and not a standard.
  public init(
    smallestSample: Int = WeightLimits.smallestSample,
    smallestEffectiveSample: Double = WeightLimits.smallestEffectiveSample,
    largestDesignEffect: Double = WeightLimits.largestDesignEffect
  ) {
    self.smallestSample = smallestSample
    self.smallestEffectiveSample = smallestEffectiveSample
    self.largestDesignEffect = largestDesignEffect
  }

  /// What speaks against using the weights.
  ///
  /// - Parameter figures: The figures of the weights.
  /// - Returns: Every objection; none when the weights may be used.
  public func objections(to figures: WeightFigures) -> [WeightingObjection] {
    var objections: [WeightingObjection] = []
    if figures.count < smallestSample { objections.append(.tooFewRespondents) }
    // Written so that a limit that is not a number objects.
    if !(figures.effectiveSampleSize >= smallestEffectiveSample) {
      objections.append(.effectiveSampleTooSmall)
    }
    if !(figures.designEffect <= largestDesignEffect) {
      objections.append(.designEffectTooLarge)
    }
    return objections
  }
}
