/// The share of a closed answer, with and without weights.
///
/// There is no margin of error here. Of those who chose to take part, no interval says what
/// others think; for a sample drawn by lot, see ``ProbabilitySample``.
public struct WeightedShare: Sendable, Equatable {
  /// The share among those who answered.
  public let unweighted: Double
  /// The share of the weights of those who answered.
  public let weighted: Double
  /// How many answered.
  public let answered: Int
}

extension RakingWeights {
  /// The share of an answer, with and without weights.
  ///
  /// - Parameter answer: The answer, counted for the sample of these weights.
  /// - Returns: The shares, or `nil` when the answer is of another sample.
  public func share(of answer: ClosedAnswer) -> WeightedShare? {
    guard answer.yes.count == weights.count,
      zip(answer.answered, sample.cells).allSatisfy({ $0 <= $1.count })
    else { return nil }
    let yes = answer.yes.reduce(0, +)
    let answered = answer.answered.reduce(0, +)
    let scale = figures.largest
    var part = 0.0
    var whole = 0.0
    for (index, weight) in weights.enumerated() {
      part += Double(answer.yes[index]) * (weight / scale)
      whole += Double(answer.answered[index]) * (weight / scale)
    }
    return WeightedShare(
      unweighted: Double(yes) / Double(answered), weighted: part / whole, answered: answered)
  }
}
