internal import Foundation

/// The logistic model of who took part, with main effects of the variables.
///
/// ln(ρ/(1 − ρ)) of a cell is a constant plus one number for the category of each variable, the
/// first category's being 0. The numbers are those that make what happened most probable, found
/// by Newton's method, which for this model is the same as iteratively reweighted least squares.
/// The logarithm of the probability is concave, so there is one maximum or, when a combination of
/// categories has no participants or only participants, none: then the numbers grow without end,
/// and the fit is refused.
struct LogisticFit {
  /// The largest number of Newton steps.
  static let largestSteps = 50
  /// The step, in the logarithm of the odds, below which the fit has settled.
  ///
  /// The error after a step is about the square of the step: rounding is what is left.
  static let smallestStep = 1e-9

  /// One cell with inhabitants.
  struct Cell {
    /// The inhabitants.
    var population: Double
    /// Those of them who took part.
    var participants: Double
    /// The parameters that apply to the cell, the constant first.
    let parameters: [Int]
  }

  /// The rate of each cell, ρ.
  let rates: [Double]
  /// The inverse of the information, Σ.
  let covariance: SymmetricMatrix
  /// The number of Newton steps made.
  let steps: Int

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - cells: The cells; neither nobody nor everybody took part.
  ///   - order: The number of parameters.
  /// - Returns: The fit, or why there is none.
  static func fit(
    _ cells: [Cell], order: Int
  ) -> Result<LogisticFit, ParticipationObstacle> {
    var (population, participants) = (0.0, 0.0)
    for cell in cells {
      population += cell.population
      participants += cell.participants
    }
    var parameters = [Double](repeating: 0, count: order)
    parameters[0] = log(participants / (population - participants))
    var likelihood = logLikelihood(cells, parameters)
    var hasSettled = false
    for step in 0... {
      let rates = cells.map { rate($0, parameters) }
      guard let factor = information(cells, rates, order: order).cholesky() else {
        // At the start all rates are the same, so only the variables themselves can be at fault.
        return .failure(step == 0 ? .collinear : .separated)
      }
      if hasSettled {
        return .success(
          LogisticFit(rates: rates, covariance: factor.inverse(), steps: step))
      }
      guard step < largestSteps else { break }
      let change = factor.solve(score(cells, rates, order: order))
      hasSettled = change.allSatisfy { abs($0) <= smallestStep }
      // A full step can overshoot far from the maximum; half of it then goes uphill.
      var scale = 1.0
      while true {
        let next = zip(parameters, change).map { $0 + scale * $1 }
        let reached = logLikelihood(cells, next)
        if hasSettled || reached >= likelihood - 1e-12 * abs(likelihood) {
          (parameters, likelihood) = (next, reached)
          break
        }
        scale /= 2
        guard scale > 1e-9 else { return .failure(.notConverged) }
      }
    }
    return .failure(.notConverged)
  }

  /// The logarithm of the odds of the cell.
  private static func logOdds(_ cell: Cell, _ parameters: [Double]) -> Double {
    var sum = 0.0
    for parameter in cell.parameters { sum += parameters[parameter] }
    return sum
  }

  private static func rate(_ cell: Cell, _ parameters: [Double]) -> Double {
    1 / (1 + exp(-logOdds(cell, parameters)))
  }

  private static func logLikelihood(_ cells: [Cell], _ parameters: [Double]) -> Double {
    var sum = 0.0
    for cell in cells {
      let odds = logOdds(cell, parameters)
      // ln(1 + e^odds) without overflow.
      let size = max(odds, 0) + log1p(exp(-abs(odds)))
      sum += cell.participants * odds - cell.population * size
    }
    return sum
  }

  /// The slope of the logarithm of the probability.
  private static func score(_ cells: [Cell], _ rates: [Double], order: Int) -> [Double] {
    var slope = [Double](repeating: 0, count: order)
    for (cell, rate) in zip(cells, rates) {
      let excess = cell.participants - cell.population * rate
      for parameter in cell.parameters { slope[parameter] += excess }
    }
    return slope
  }

  private static func information(
    _ cells: [Cell], _ rates: [Double], order: Int
  ) -> SymmetricMatrix {
    var information = SymmetricMatrix(order: order)
    for (cell, rate) in zip(cells, rates) {
      let weight = cell.population * rate * (1 - rate)
      for row in cell.parameters {
        for column in cell.parameters { information[row, column] += weight }
      }
    }
    return information
  }
}
