/// The R-indicator of a logistic model of who took part, and what each variable contributes.
///
/// S² has the divisor N − 1 here, and the partial indicators N, as in RISQ; so the indicator of
/// one variable differs from that of ``OverallBalance``, which has N, by a factor √(N/(N − 1))
/// in S.
///
/// **Differences from RISQ.** Its version 2.0 stops the fit of the rates at about eight digits;
/// ours goes on until the last. The adjusted figures are given in two forms, see
/// ``BiasAdjusted``. The standard errors of the partial indicators are not computed.
public struct ParticipationModel: Sendable, Equatable {
  /// The variables of the model.
  public let variables: [String]
  /// The population, N.
  public let population: Int
  /// The number of participants, n.
  public let participants: Int
  /// The R-indicator with its floor and the variation of the rates.
  public let indicator: RIndicator
  /// The contributions of the variables, in their order.
  public let partials: [VariablePartial]
  /// The number of Newton steps of the fit, at most 50.
  public let steps: Int
  /// The fitted rate of each combination of categories that has inhabitants.
  public let rates: [[String]: Double]

  init(
    variables: [String], keys: [[String]], cells: [LogisticFit.Cell], fit: LogisticFit,
    population: Int, participants: Int
  ) {
    self.variables = variables
    self.population = population
    self.participants = participants
    steps = fit.steps
    rates = Dictionary(uniqueKeysWithValues: zip(keys, fit.rates))
    let indicator = Self.indicator(cells, fit, Double(population), Double(participants))
    self.indicator = indicator
    partials = variables.indices.map { column in
      Self.partial(
        variables, column, keys, cells, fit.rates, indicator, Double(population))
    }
  }

  private static func indicator(
    _ cells: [LogisticFit.Cell], _ fit: LogisticFit, _ population: Double, _ participants: Double
  ) -> RIndicator {
    let order = fit.covariance.order
    let mean = participants / population
    // Over the population: the variance of ρ, A = cov(ρ, z) and B = cov(z, z).
    var (variance, bias, ownVariance) = (0.0, 0.0, 0.0)
    var slopes = [Double](repeating: 0, count: order)
    var products = SymmetricMatrix(order: order)
    var means = [Double](repeating: 0, count: order)
    for (cell, rate) in zip(cells, fit.rates) {
      let weight = cell.population / population
      let v = rate * (1 - rate)
      variance += weight * (rate - mean) * (rate - mean)
      ownVariance += weight * v
      var quadratic = 0.0
      for row in cell.parameters {
        slopes[row] += weight * (rate - mean) * v
        means[row] += weight * v
        for column in cell.parameters {
          products[row, column] += weight * v * v
          quadratic += fit.covariance[row, column]
        }
      }
      bias += weight * v * v * quadratic
    }
    for row in 0..<order {
      for column in 0..<order { products[row, column] -= means[row] * means[column] }
    }
    let spread = fit.covariance.times(slopes)
    let linear = zip(slopes, spread).reduce(0) { $0 + $1.0 * $1.1 }
    let square = products.times(fit.covariance).traceOfSquare
    return RIndicator(
      meanRate: mean, variance: variance * (population / (population - 1)),
      sampling: 4 * linear + 2 * square, samplingBase: variance,
      // The mean of the fitted rates varies too, by the mean of ρ(1 − ρ)/N, and S² is about it.
      bias: bias - ownVariance / population, risqBias: bias)
  }

  private static func partial(
    _ variables: [String], _ column: Int, _ keys: [[String]], _ cells: [LogisticFit.Cell],
    _ rates: [Double], _ indicator: RIndicator, _ population: Double
  ) -> VariablePartial {
    let others = keys.map { key -> [String] in
      var rest = key
      rest.remove(at: column)
      return rest
    }
    let own = keys.map { [$0[column]] }
    let ownMeans = means(own, cells, rates)
    let otherMeans = means(others, cells, rates)
    var inside: [String: Double] = [:]
    for index in keys.indices {
      let difference = rates[index] - (otherMeans[others[index]]?.rate ?? 0)
      inside[keys[index][column], default: 0] +=
        cells[index].population / population * difference * difference
    }
    let isAlone = variables.count == 1
    let names = inside.keys.sorted()
    let categories = names.map { name in
      let mean = ownMeans[[name]] ?? (rate: 0, population: 0)
      return CategoryPartial(
        category: name,
        unconditional: (mean.population / population).squareRoot()
          * (mean.rate - indicator.meanRate),
        conditional: isAlone ? nil : inside[name, default: 0].squareRoot())
    }
    let unconditional = categories.reduce(0) { $0 + $1.unconditional * $1.unconditional }
    let conditional = names.reduce(0) { $0 + inside[$1, default: 0] }
    return VariablePartial(
      variable: variables[column],
      unconditional: indicator.adjusting(unconditional.squareRoot()),
      conditional: isAlone ? nil : indicator.adjusting(conditional.squareRoot()),
      conditionalObstacle: isAlone ? .singleVariable : nil, categories: categories)
  }

  /// The mean rates of the cells taken together by their keys.
  private static func means(
    _ keys: [[String]], _ cells: [LogisticFit.Cell], _ rates: [Double]
  ) -> [[String]: (rate: Double, population: Double)] {
    var sums: [[String]: (rate: Double, population: Double)] = [:]
    for index in keys.indices {
      let weight = cells[index].population
      let sum = sums[keys[index]] ?? (rate: 0, population: 0)
      sums[keys[index]] = (sum.rate + weight * rates[index], sum.population + weight)
    }
    return sums.mapValues { (rate: $0.rate / $0.population, population: $0.population) }
  }
}
