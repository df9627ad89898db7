/// The R-indicator with the floor that it cannot be below, and the variation of the rates.
///
/// R = 1 − 2 S(ρ), with S the standard deviation of the participation rates (Schouten, Cobben
/// and Bethlehem 2009, *Indicators for the representativeness of survey response*). It is for
/// experts, and **never to be shown without its floor**: with a mean rate of 1 % R is at least
/// 0.801 however skewed the dialogue is. The variation S/r has no such flaw; use that.
public struct RIndicator: Sendable, Equatable {
  /// The share of the population that took part, r.
  public let meanRate: Double
  /// The least that R can be at this mean rate, 1 − 2√(r(1 − r)).
  public let floor: Double
  /// R = 1 − 2S.
  public let value: BiasAdjusted
  /// S, the standard deviation of the participation rates.
  public let spread: BiasAdjusted
  /// The coefficient of variation of the rates, S/r.
  public let variation: BiasAdjusted
  /// What the K − 1 correction leaves of S², from 0 to 1; 0 when S is 0.
  public let factor: Double
  /// What RISQ's correction leaves of S², from 0 to 1; 0 when S is 0.
  public let risqFactor: Double
  /// The standard error of R, linearised; `nil` when the K − 1 correction leaves nothing of S²,
  /// since next to S = 0 there is no linear form.
  ///
  /// It is √(4 A′ΣA + 2 tr(BΣBΣ))/S, with Σ the inverse information of the logistic model and,
  /// over the population, A = cov(ρ, z), B = cov(z, z), z = ρ(1 − ρ)x (Shlomo, Skinner and
  /// Schouten 2012, *Estimation of an indicator of the representativeness of survey response*).
  /// It takes taking part as a chance event; it is no margin of error of opinions. That of the
  /// variation is not given, since the mean rate is not fixed in that view.
  public let standardError: Double?

  /// Makes the figures.
  ///
  /// - Parameters:
  ///   - meanRate: r, more than 0.
  ///   - variance: S², with the divisor of the caller.
  ///   - sampling: The linearised variance of S², with divisor N.
  ///   - samplingBase: S² with divisor N.
  ///   - bias: What the K − 1 correction takes from S².
  ///   - risqBias: What RISQ's correction takes from S².
  init(
    meanRate: Double, variance: Double, sampling: Double, samplingBase: Double, bias: Double,
    risqBias: Double
  ) {
    self.meanRate = meanRate
    floor = 1 - 2 * (meanRate * (1 - meanRate)).squareRoot()
    factor = variance > 0 ? max(0, 1 - bias / variance) : 0
    risqFactor = variance > 0 ? max(0, 1 - risqBias / variance) : 0
    standardError = factor > 0 && samplingBase > 0 ? (sampling / samplingBase).squareRoot() : nil
    let root = variance.squareRoot()
    spread = BiasAdjusted(
      root, adjusted: root * factor.squareRoot(), risq: root * risqFactor.squareRoot())
    value = spread.map { 1 - 2 * $0 }
    variation = spread.map { $0 / meanRate }
  }

  /// A part of S with the same corrections as S.
  func adjusting(_ part: Double) -> BiasAdjusted {
    BiasAdjusted(
      part, adjusted: part * factor.squareRoot(), risq: part * risqFactor.squareRoot())
  }
}
