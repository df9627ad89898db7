/// One figure of the R-indicator family in three forms: as computed, and with what chance adds
/// taken away in two ways.
///
/// Rates that come from counts vary even where everybody is as likely to take part, so the plain
/// spread is too large. The correction of RISQ (manual 2.0, equation 3) subtracts one term for
/// each of the K categories; K − 1 are right when the whole population is the frame, since the
/// mean rate moves with the categories' rates. Simulated with 400,000 draws of a fair dialogue
/// (true S² of 0): mean 7.35e-5 plain, −3.67e-5 with RISQ's, 2.7e-8 with K − 1.
public struct BiasAdjusted: Sendable, Equatable {
  /// The figure as computed.
  public let raw: Double
  /// The figure with the correction of K − 1 terms, which is ours.
  public let adjusted: Double
  /// The figure with RISQ's correction of K terms, to compare with other reports.
  public let risq: Double

  init(_ raw: Double, adjusted: Double, risq: Double) {
    self.raw = raw
    self.adjusted = adjusted
    self.risq = risq
  }

  /// The figures under another scale.
  func map(_ change: (Double) -> Double) -> BiasAdjusted {
    BiasAdjusted(change(raw), adjusted: change(adjusted), risq: change(risq))
  }
}
