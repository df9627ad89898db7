/// The promise that the respondents were drawn by lot (*sannolikhetsurval*).
///
/// Only through it is there a standard error. A channel that anybody can answer in has no frame
/// and nobody selected, so that it cannot be made for one.
public struct ProbabilitySample: Sendable, Equatable {
  /// The number of persons that could be drawn.
  public let frame: Int
  /// The number of persons drawn, whether they answered or not.
  public let selected: Int
  /// Whether the error shrinks with the part of the frame that answered.
  public var usesFinitePopulationCorrection: Bool

  /// Describes a draw, or `nil` when more were drawn than there are or nobody was.
  public init?(frame: Int, selected: Int, usesFinitePopulationCorrection: Bool = false) {
    guard selected > 0, selected <= frame else { return nil }
    self.frame = frame
    self.selected = selected
    self.usesFinitePopulationCorrection = usesFinitePopulationCorrection
  }

  /// The weighted share of an answer, with its standard error.
  ///
  /// Taylor linearisation. The scores (y − p)/Σw are replaced by what is left of them when the
  /// categories of all margins are taken out, by least squares with the start weights, since
  /// raking leaves no uncertainty in the margins; then the variance is n/(n−1) · Σ(we)². With
  /// equal start weights it is that of R's `svymean` after `survey::rake`, and with others that
  /// after `survey::calibrate(calfun = "raking")`; `rake` takes plain means there instead.
  /// Persons who did not answer the question count as outside a domain.
  ///
  /// It is for persons drawn one by one, each with the start weight its chance gives; not for
  /// clusters. It takes it that those drawn who did not answer are like those who did, within
  /// the categories weighted by.
  ///
  /// - Parameters:
  ///   - answer: The answer, counted for the sample of the weights.
  ///   - weights: The weights.
  /// - Returns: The estimate, or `nil` when the answer is of another sample, fewer than two
  ///   answered, or more answered than were drawn.
  public func estimate(_ answer: ClosedAnswer, _ weights: RakingWeights) -> ShareEstimate? {
    let n = weights.figures.count
    guard let share = weights.share(of: answer), n > 1, share.answered > 1, n <= selected else {
      return nil
    }
    let residuals = ScoreResiduals(answer, weights, share: share.weighted)
    var variance = residuals.sumOfSquares * Double(n) / Double(n - 1)
    if usesFinitePopulationCorrection { variance *= 1 - Double(n) / Double(frame) }
    return ShareEstimate(share: share, standardError: max(0, variance).squareRoot())
  }
}
