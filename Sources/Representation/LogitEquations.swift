internal import Foundation

/// The equations of a calibration within bounds, at one set of multipliers.
///
/// In shares of one, with a multiplier for each category, but none for the first category of
/// every margin after the first, since the margins have the same sum.
struct LogitEquations {
  /// What is added to the matrix, relative to what it has at the start weights.
  private static let ridge = 1e-10

  private let problem: RakingProblem
  /// The share of each cell before calibration.
  private let shares: [Double]
  /// Each cell's bounds, relative to its start weight.
  private let lower: [Double]
  private let upper: [Double]
  /// The steepness A of each cell, and where its curve starts: ln((1−L)/(U−1)).
  private let steepness: [Double]
  private let offset: [Double]
  /// The multipliers that each cell has part in.
  private let parts: [[Int]]
  /// The share wanted for each multiplier.
  private let wanted: [Double]

  /// The multipliers.
  private var multipliers: [Double]
  /// Where the last step went; where there is no solution, that soon is the way to nowhere.
  private var lastDirection: [Double]
  /// F(u) of each cell: the weight over the start weight.
  private(set) var factors: [Double]
  /// F′(u) of each cell.
  private var slopes: [Double]
  /// The convex function, Σ d ∫F − Σ T λ.
  private var value: Double

  init(_ problem: RakingProblem, relativeStart: [Double], bounds: ClosedRange<Double>) {
    self.problem = problem
    let count = Double(problem.sample.count)
    shares = zip(problem.sample.cells, relativeStart).map { Double($0.count) / count * $1 }
    let lower = relativeStart.map { bounds.lowerBound / $0 }
    let upper = relativeStart.map { bounds.upperBound / $0 }
    self.lower = lower
    self.upper = upper
    steepness = zip(lower, upper).map { ($1 - $0) / ((1 - $0) * ($1 - 1)) }
    offset = zip(lower, upper).map { log((1 - $0) / ($1 - 1)) }
    var first: [Int] = []
    var wanted: [Double] = []
    for (variable, targets) in problem.targets.enumerated() {
      // The place of category k is first + k; category 0 of a later margin has none.
      first.append(wanted.count - (variable == 0 ? 0 : 1))
      wanted += variable == 0 ? targets[...] : targets.dropFirst()
    }
    self.wanted = wanted
    parts = problem.combinationOfCell.map { place in
      problem.codes.indices.compactMap { variable in
        let code = problem.codes[variable][place]
        return variable > 0 && code == 0 ? nil : first[variable] + code
      }
    }
    multipliers = [Double](repeating: 0, count: wanted.count)
    lastDirection = multipliers
    factors = [Double](repeating: 1, count: shares.count)
    slopes = factors
    value = 0
    move(to: multipliers)
  }

  /// The category whose sum is furthest from its figure.
  var largestError: MarginError {
    var sums = [Double](repeating: 0, count: problem.startShares.count)
    for (cell, place) in problem.combinationOfCell.enumerated() {
      sums[place] += shares[cell] * factors[cell]
    }
    return problem.largestError(sums)
  }

  /// Whether the multipliers, or the way they move, show that no weights within the bounds give
  /// the margins.
  var isProofOfInfeasibility: Bool { isProof(multipliers) || isProof(lastDirection) }

  /// Whether the sum Σwu that the margins ask for is more than the bounds allow.
  private func isProof(_ multipliers: [Double]) -> Bool {
    var most = 0.0
    var scale = 0.0
    for cell in shares.indices {
      let sum = argument(cell, multipliers)
      most += shares[cell] * sum * (sum > 0 ? upper[cell] : lower[cell])
      scale += shares[cell] * abs(sum) * upper[cell]
    }
    let asked = zip(wanted, multipliers).reduce(0) { $0 + $1.0 * $1.1 }
    return asked - most > 1e-9 * (scale + abs(asked))
  }

  /// Moves the multipliers towards the least value.
  ///
  /// - Parameter largest: The furthest that a cell's Au may move.
  /// - Returns: Whether there was a step that made the value smaller.
  mutating func takeNewtonStep(atMost largest: Double) -> Bool {
    let size = multipliers.count
    var matrix = SymmetricMatrix(order: size)
    var slope = wanted
    for cell in shares.indices {
      let weight = shares[cell] * factors[cell]
      let curvature = shares[cell] * slopes[cell]
      for row in parts[cell] {
        slope[row] -= weight
        for column in parts[cell] where column <= row { matrix[row, column] += curvature }
      }
    }
    // Where every weight of a category is at a bound the matrix has almost nothing to say; a
    // trace of the identity lets the step follow the slope there, as far as a step may go.
    for row in 0..<size { matrix[row, row] += Self.ridge * wanted[row] }
    let direction = matrix.solution(of: slope)
    lastDirection = direction
    let gain = zip(slope, direction).reduce(0) { $0 + $1.0 * $1.1 }
    let reach = shares.indices.reduce(0) {
      max($0, abs(steepness[$1] * argument($1, direction)))
    }
    guard gain > 0, gain.isFinite, reach.isFinite else { return false }

    let start = multipliers
    let before = value
    let error = largestError.error
    var length = reach > largest ? largest / reach : 1
    for _ in 0..<40 {
      move(to: zip(start, direction).map { $0 + length * $1 })
      // Next to the solution the value no longer shows a difference, and the error does.
      if value <= before - 1e-4 * length * gain || largestError.error < error { return true }
      length /= 2
    }
    move(to: start)
    return false
  }

  /// u of a cell.
  private func argument(_ cell: Int, _ multipliers: [Double]) -> Double {
    parts[cell].reduce(0) { $0 + multipliers[$1] }
  }

  private mutating func move(to multipliers: [Double]) {
    self.multipliers = multipliers
    value = 0
    for cell in shares.indices {
      let u = argument(cell, multipliers)
      let x = steepness[cell] * u + offset[cell]
      let width = upper[cell] - lower[cell]
      // The logistic function and ∫, in the form that does not overflow.
      let tail = exp(-abs(x))
      let rise = x >= 0 ? 1 / (1 + tail) : tail / (1 + tail)
      factors[cell] = lower[cell] + width * rise
      slopes[cell] = width * steepness[cell] * tail / ((1 + tail) * (1 + tail))
      let integral = max(x, 0) + log1p(tail)
      value += shares[cell] * (lower[cell] * u + width / steepness[cell] * integral)
    }
    value -= zip(wanted, multipliers).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
