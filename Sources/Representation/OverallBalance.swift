/// How far a whole dimension is from its reference, made by ``OverallAssessor``.
///
/// Symbols: N inhabitants, N_g of them in category g, P_g = N_g/N; n persons known, x_g of them
/// in the category; K categories with inhabitants; r = n/N the participation rate, ρ_g = x_g/N_g
/// that of the category.
public struct OverallBalance: Sendable, Equatable {
  /// The members of each category, x_g, as given.
  public let members: [Int]
  /// The inhabitants of each category, N_g, as given.
  public let reference: [Int]
  /// The number of persons known, n.
  public let known: Int
  /// The population, N, the sum of the categories.
  public let population: Int
  /// The number of categories with inhabitants, K.
  public let categories: Int

  /// Pearson's X², the sum of (x_g − nP_g)²/(nP_g).
  public let chiSquare: Double
  /// The X² that fair lots give on average, (K − 1)(N − n)/(N − 1).
  public let expectedChiSquare: Double
  /// The chance that fair lots give so large an X² or larger: the exact goodness of fit.
  public let chiSquareChance: ChanceEstimate

  /// The index of dissimilarity D, half the sum of |x_g/n − P_g|.
  ///
  /// It is the share of those who took part who would have to be others. Chance alone makes it
  /// large when few take part, so it is never shown without ``expectedDissimilarity``.
  public let dissimilarity: Double
  /// The D that fair lots give on average, E0[D]: exact, from the hypergeometric distribution of
  /// each category.
  public let expectedDissimilarity: Double
  /// The chance that fair lots give so large a D or larger.
  public let dissimilarityChance: ChanceEstimate

  /// The part of each category in the variation, (x_g − nP_g)/√(nP_g)/√n, in the order given.
  ///
  /// Negative for too few members. Their squares sum to the square of the variation. `nil` for
  /// a category without inhabitants.
  public let signedTerms: [Double?]
  /// The representativity of the dimension alone, with its floor, and the variation of the rates.
  ///
  /// `indicator.variation.raw` is the coefficient of variation of the participation rates, which
  /// is Cohen's w = √(X²/n). Its `adjusted` value takes away what chance alone gives:
  /// CV² = max(0, X²/n − (K − 1)(N − n)/((N − 1)n)).
  public let indicator: RIndicator
  /// The unconditional partial indicator of each category, √P_g (ρ_g − r), in the order given:
  /// its signed term times r; `nil` for a category without inhabitants.
  public let categoryPartials: [Double?]
  /// Why there are no conditional partial indicators: they need the dimensions crossed, which
  /// ``ParticipationTable`` takes.
  public let conditionalObstacle = ConditionalObstacle.marginsOnly

  init(
    members: [Int], reference: [Int], counts: PartitionCounts,
    chiSquare: (value: Double, chance: ChanceEstimate),
    dissimilarity: (value: Double, chance: ChanceEstimate)
  ) {
    self.members = members
    self.reference = reference
    known = counts.known
    population = counts.population
    categories = counts.sizes.count
    self.chiSquare = chiSquare.value
    chiSquareChance = chiSquare.chance
    self.dissimilarity = dissimilarity.value
    dissimilarityChance = dissimilarity.chance
    let n = Double(counts.known)
    let total = Double(counts.population)
    // Two categories with inhabitants at least, so the total is 2 or more.
    let expected = Double(categories - 1) * (Double(counts.population - counts.known) / (total - 1))
    expectedChiSquare = expected
    expectedDissimilarity = Self.expectedDissimilarity(counts)
    let terms = zip(members, reference).map { count, size -> Double? in
      size == 0
        ? nil
        : Double(counts.difference(count, size: size)) / (n * (Double(size) * total).squareRoot())
    }
    signedTerms = terms
    categoryPartials = terms.map { $0.map { $0 * (n / total) } }
    indicator = Self.indicator(counts, chiSquare: chiSquare.value, expected: expected)
  }

  /// E0[D], the sum over the categories of E[(X − nP)⁺]/n.
  ///
  /// With m the first whole number above nP, E[(X − nP)⁺] = m (N − N_g − n + m)/N · P(X = m), the
  /// hypergeometric form of de Moivre's mean deviation (Diaconis and Zabell, *Closed Form
  /// Summation for Classical Distributions*, 1991).
  private static func expectedDissimilarity(_ counts: PartitionCounts) -> Double {
    let n = counts.known
    let total = counts.population
    var sum = 0.0
    for size in counts.sizes {
      guard let lots = Hypergeometric(population: total, members: size, draws: n) else { continue }
      let above = n * size / total + 1
      sum +=
        Double(above) * (Double(total - size - n + above) / Double(total)) * lots.mass(at: above)
    }
    return sum / Double(n)
  }

  /// R and its kin from the margin alone, all with divisor N.
  private static func indicator(
    _ counts: PartitionCounts, chiSquare: Double, expected: Double
  ) -> RIndicator {
    let n = Double(counts.known)
    let total = Double(counts.population)
    let rate = n / total
    let variance = chiSquare / n * rate * rate
    // The sums behind RISQ's correction and the linearised variance, with v = ρ(1 − ρ): for one
    // variable, the model with a rate of its own for each category is the logistic model.
    var (plain, linear, squares, mean) = (0.0, 0.0, 0.0, 0.0)
    for (count, size) in zip(counts.members, counts.sizes) {
      let rho = Double(count) / Double(size)
      let v = rho * (Double(size - count) / Double(size))
      let share = Double(size) / total
      let difference = Double(counts.difference(count, size: size)) / (Double(size) * total)
      plain += v
      linear += share * difference * difference * v
      squares += v * v - 2 * share * v * v
      mean += share * v
    }
    return RIndicator(
      meanRate: rate, variance: variance,
      // Rounding can leave the two parts of the bracket a last digit below 0.
      sampling: 4 * linear / total + 2 * max(0, squares + mean * mean) / (total * total),
      samplingBase: variance,
      bias: expected / n * rate * rate, risqBias: plain / total)
  }
}
