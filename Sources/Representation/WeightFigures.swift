/// What weights cost: how uneven they are, and how many respondents' worth is left.
public struct WeightFigures: Sendable, Equatable {
  /// The number of respondents, n.
  public let count: Int
  /// The sum of the weights.
  public let sum: Double
  /// The smallest weight.
  public let smallest: Double
  /// The largest weight.
  public let largest: Double
  /// The effective sample size, (Σw)²/Σw² (Kish 1965).
  public let effectiveSampleSize: Double

  /// The mean weight.
  public var mean: Double { sum / Double(count) }
  /// The design effect of weighting, n/ESS.
  public var designEffect: Double { Double(count) / effectiveSampleSize }
  /// The efficiency, ESS/n, at most 1.
  public var efficiency: Double { effectiveSampleSize / Double(count) }

  /// Computes the figures.
  ///
  /// - Parameters:
  ///   - counts: The respondents of each cell, at least 1 in all.
  ///   - weights: The weight of each of them.
  init(counts: [Int], weights: [Double]) {
    let scale = weights.max() ?? 1
    var sum = 0.0
    var squares = 0.0
    var count = 0
    for (number, weight) in zip(counts, weights) {
      let share = weight / scale
      sum += Double(number) * share
      squares += Double(number) * share * share
      count += number
    }
    self.count = count
    self.sum = sum * scale
    smallest = weights.min() ?? 0
    largest = scale
    effectiveSampleSize = min(sum * sum / squares, Double(count))
  }
}
