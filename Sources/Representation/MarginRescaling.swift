/// A margin whose figures sum to another total than the rest, and were multiplied to fit.
///
/// It deserves a warning. A few parts in a thousand are rounding, or the noise that SCB adds;
/// more than that mostly means another year or another population.
public struct MarginRescaling: Sendable, Equatable {
  /// The variable.
  public var variable: String
  /// What its figures sum to.
  public var givenTotal: Double
  /// What they were multiplied by.
  public var factor: Double

  /// Makes an account of a rescaling.
  public init(variable: String, givenTotal: Double, factor: Double) {
    self.variable = variable
    self.givenTotal = givenTotal
    self.factor = factor
  }
}
