import Annex

/// The weights of one channel, as `inspel coverage --json` writes them.
struct WeightsDocument: Encodable, Sendable {
  let channel: String
  /// Why they are not used; left out when they are.
  let refusal: String?
  let dimensions: [String]
  let persons: Int
  /// The effective sample size, (Σw)² / Σw²; left out when no weights were made.
  let effective: Double?
  /// The design effect, persons / effective.
  let designEffect: Double?
  /// The largest relative difference between a weighted margin and the population.
  let marginError: Double?
  /// The smallest and the largest weight, with a mean of 1.
  let weights: [Double]?
  let bounded: Bool

  init(_ weighting: AnnexContent.Weighting, channel: String) {
    let isMade = weighting.effective > 0
    self.channel = channel
    refusal = weighting.refusal?.rawValue
    dimensions = weighting.dimensions
    persons = weighting.persons
    effective = isMade ? weighting.effective : nil
    designEffect = isMade ? Double(weighting.persons) / weighting.effective : nil
    marginError = isMade ? weighting.marginError : nil
    weights = isMade ? [weighting.weights.lowerBound, weighting.weights.upperBound] : nil
    bounded = weighting.isBounded
  }
}
