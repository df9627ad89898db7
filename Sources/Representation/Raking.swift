internal import Foundation

/// Iterative proportional fitting of weights to margins (*rakning*, *kalibrering mot marginaler*).
///
/// Each variable in turn: the weights of every category are multiplied so that they sum to the
/// population's figure, which disturbs the variables before it a little. One turn through all of
/// them is a cycle (Deming and Stephan 1940). The result is the start weights times one factor
/// for each category, and of all weights that give the margins it is the one closest to the start
/// weights, so that the order of the variables does not matter.
///
/// **It has converged only when it is right**: when the sums of *all* categories of *all* margins,
/// measured after the whole cycle, are within ``tolerance`` of their figures. That the weights no
/// longer move is no sign of it: with contradictory margins they come to rest, or go back and
/// forth, far from the figures.
///
/// **Contradictory margins are proved** where they can be. For any factors f of the categories,
/// and any weights that sum to 1 and give the shares T, Σ T ln f is a weighted mean of the cells'
/// Σ ln f, so it cannot be more than the largest of them. Factors of one cycle that break that
/// leave no such weights. It is looked for at a few cycles, so that a contradiction is
/// mostly found long before the last cycle.
///
/// Differences from other packages: R's *survey::rake* stops when the weights move by less than 1
/// in a cell; *ipfn* and *balance* also say converged when the error has stalled.
public struct Raking: Sendable, Equatable {
  /// The tolerance of the method.
  public static let defaultTolerance = 1e-10
  /// The cycles at which a proof of contradiction is looked for, as well as the last one.
  private static let proofCycles: Set<Int> = [10, 20, 50, 100, 200, 500]

  /// The largest |Σw/T − 1| allowed in any category of any margin.
  public var tolerance: Double
  /// The most cycles.
  public var largestCycleCount: Int

  /// Makes a method; a tolerance of less than 1e-14 counts as 1e-14, what rounding leaves.
  public init(tolerance: Double = Self.defaultTolerance, largestCycleCount: Int = 1000) {
    self.tolerance = max(1e-14, tolerance)
    self.largestCycleCount = largestCycleCount
  }

  /// Weights the respondents to the margins.
  ///
  /// - Parameters:
  ///   - sample: The respondents.
  ///   - margins: The population's figures. Where the totals differ, all are multiplied to the
  ///     one most margins have, of several such the largest, and the result says which.
  /// - Returns: The weights, which sum to the total.
  /// - Throws: ``RakingRefusal``: there are never weights that miss a margin.
  public func weights(
    _ sample: RakingSample, margins: [RakingMargin]
  ) throws(RakingRefusal) -> RakingWeights {
    let problem = try RakingProblem(margins: margins, sample: sample)
    let (shares, cycles, error) = try rake(problem)
    let weights = zip(problem.startWeights, problem.combinationOfCell).map { start, place in
      start * (shares[place] / problem.startShares[place])
    }
    return RakingWeights(problem: problem, weights: weights, cycles: cycles, marginError: error)
  }

  private func rake(
    _ problem: RakingProblem
  ) throws(RakingRefusal) -> (shares: [Double], cycles: Int, error: Double) {
    var shares = problem.startShares
    var factors = problem.targets
    var worst = problem.largestError(shares)
    var cycle = 0
    // Start weights that fit already are left as they are, after no cycle.
    while !(worst.error < tolerance) {
      guard cycle < largestCycleCount, worst.error.isFinite else {
        throw refusal(.noConvergence, problem, worst, cycle)
      }
      cycle += 1
      for variable in problem.targets.indices {
        let sums = problem.sums(shares, variable)
        for category in sums.indices {
          factors[variable][category] = problem.targets[variable][category] / sums[category]
        }
        let codes = problem.codes[variable]
        let factor = factors[variable]
        for place in shares.indices { shares[place] *= factor[codes[place]] }
      }
      worst = problem.largestError(shares)
      if Self.proofCycles.contains(cycle) || cycle == largestCycleCount,
        !(worst.error < tolerance), isContradiction(problem, factors)
      {
        throw refusal(.contradictoryMargins, problem, worst, cycle)
      }
    }
    return (shares, cycle, worst.error)
  }

  /// Whether the factors prove that no weights give the margins.
  private func isContradiction(_ problem: RakingProblem, _ factors: [[Double]]) -> Bool {
    let logarithms = factors.map { $0.map { log($0) } }
    var wanted = 0.0
    for (targets, logarithms) in zip(problem.targets, logarithms) {
      wanted += zip(targets, logarithms).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var most = -Double.infinity
    for place in problem.startShares.indices {
      var sum = 0.0
      for (variable, codes) in problem.codes.enumerated() {
        sum += logarithms[variable][codes[place]]
      }
      most = max(most, sum)
    }
    // A hundred times what rounding can do, so that only a true contradiction counts as one.
    return wanted - most > 1e-11
  }

  private func refusal(
    _ reason: RakingRefusalReason, _ problem: RakingProblem, _ worst: MarginError, _ cycles: Int
  ) -> RakingRefusal {
    RakingRefusal(
      reason, variable: problem.margins[worst.variable].variable,
      category: problem.name(worst.variable, worst.category), marginError: worst.error,
      cycles: cycles)
  }
}
