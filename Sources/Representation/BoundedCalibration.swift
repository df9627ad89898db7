internal import Foundation

/// Weights that give the margins and stay within bounds (*trimning*).
///
/// Weights that are cut off and rescaled no longer give the margins. Here the bounds are part of
/// the equations instead (Deville and Särndal 1992, case 6; `survey::calibrate` with
/// `calfun = "logit"`). The weight of a respondent is the start weight d times
///
///     F(u) = (L(U−1) + U(1−L) e^(Au)) / (U−1 + (1−L) e^(Au)),  A = (U−L)/((1−L)(U−1))
///
/// which goes from L to U and is 1 at 0, and u is a sum of one number for each category. The
/// numbers that give the margins are the least point of a convex function. Newton's method finds
/// it: a step is halved until the function falls, and no step moves Au by more than
/// ``largestStep``.
///
/// The bounds are relative to the **mean weight**, so L and U are the bounds times mean/d. With
/// equal start weights that is `survey`'s meaning too; with others, it is that of its
/// `bounds.const`.
///
/// **Bounds too tight are proved** where they can be: if for some u the largest Σwu that bounds
/// allow is less than the margins ask for, no weights within the bounds give the margins. What is
/// left of the margin error is always told.
public struct BoundedCalibration: Sendable, Equatable {
  /// The most categories of all margins together.
  public static let largestCategoryCount = 1000
  /// The most Newton steps.
  public static let largestStepCount = 200
  /// The furthest that Au moves in a step.
  public static let largestStep = 8.0

  /// The smallest and the largest weight, relative to the mean weight: 0 or more, with 1 between.
  public var bounds: ClosedRange<Double>
  /// The largest |Σw/T − 1| allowed in any category of any margin.
  public var tolerance: Double

  /// Makes a method; a tolerance of less than 1e-14 counts as 1e-14, what rounding leaves.
  public init(bounds: ClosedRange<Double>, tolerance: Double = Raking.defaultTolerance) {
    self.bounds = bounds
    self.tolerance = max(1e-14, tolerance)
  }

  /// Calibrates the respondents' weights to the margins, within the bounds.
  ///
  /// - Parameters:
  ///   - sample: The respondents.
  ///   - margins: The population's figures, treated as raking treats them.
  /// - Returns: The weights when there are any, and what remains of the margin error.
  /// - Throws: ``RakingRefusal`` when the input cannot be raked either, or the bounds are none.
  public func weights(
    _ sample: RakingSample, margins: [RakingMargin]
  ) throws(RakingRefusal) -> BoundedWeights {
    let problem = try RakingProblem(margins: margins, sample: sample)
    guard bounds.lowerBound >= 0, bounds.lowerBound < 1, bounds.upperBound > 1,
      bounds.upperBound.isFinite
    else { throw RakingRefusal(.invalidBounds) }
    guard problem.targets.reduce(0, { $0 + $1.count }) <= Self.largestCategoryCount else {
      throw RakingRefusal(.tooManyCategories)
    }
    let mean = problem.total / Double(sample.count)
    let relative = problem.startWeights.map { $0 / mean }
    if let position = relative.firstIndex(where: {
      !($0 > bounds.lowerBound && $0 < bounds.upperBound)
    }) {
      throw RakingRefusal(.startWeightOutsideBounds, position: position)
    }
    var equations = LogitEquations(problem, relativeStart: relative, bounds: bounds)
    let (outcome, worst, steps) = solve(&equations)
    guard outcome == .met else {
      return BoundedWeights(
        outcome: outcome, marginError: worst.error,
        variable: problem.margins[worst.variable].variable,
        category: problem.name(worst.variable, worst.category), steps: steps, weights: nil)
    }
    let weights = zip(problem.startWeights, equations.factors).map { $0 * $1 }
    return BoundedWeights(
      outcome: outcome, marginError: worst.error, variable: nil, category: nil, steps: steps,
      weights: RakingWeights(
        problem: problem, weights: weights, cycles: steps, marginError: worst.error))
  }

  private func solve(
    _ equations: inout LogitEquations
  ) -> (CalibrationOutcome, MarginError, steps: Int) {
    for step in 0...Self.largestStepCount {
      let worst = equations.largestError
      if worst.error < tolerance { return (.met, worst, step) }
      if equations.isProofOfInfeasibility { return (.infeasible, worst, step) }
      guard step < Self.largestStepCount, equations.takeNewtonStep(atMost: Self.largestStep) else {
        return (.notMet, worst, step)
      }
    }
    return (.notMet, equations.largestError, Self.largestStepCount)
  }
}
