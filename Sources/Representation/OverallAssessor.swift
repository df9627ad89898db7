/// Measures how far a whole dimension, such as age, sex or locality, is from its reference.
///
/// The categories are a partition: every person belongs to exactly one. Overlapping target
/// groups have no overall measure; compare them one by one with ``RepresentationAssessor``.
///
/// The chances answer one question only, as there: could a fair draw of lots of n of the N
/// inhabitants, without replacement, have given this? The draw follows the multivariate
/// hypergeometric distribution, and outcomes are ordered by X² or by D. If there are at most
/// ``tables`` outcomes they are all summed; otherwise ``draws`` of them are drawn from the
/// fixed ``seed``, and the result says so and gives its standard error. No chi-square table is
/// used: it does not hold where few are expected, which in a dialogue is the rule.
///
/// **Limits.** At most ``largestKnown`` persons known, ``largestCategories`` categories and
/// ``Hypergeometric/largestPopulation`` inhabitants; beyond them the answer is
/// ``OverallObstacle/tooLarge``.
public struct OverallAssessor: Sendable, Equatable {
  /// The largest number of outcomes, C(n+K−1, K−1), that are summed: twenty million.
  ///
  /// For two to eight categories, that is up to 1,000,000 (the largest n accepted), 6,323, 491,
  /// 145, 72, 45 and 33 persons known.
  public static let tableLimit = 20_000_000
  /// How much less than the observed distance, as a share of it, another still counts as equal.
  ///
  /// Distances that are equal by arithmetic differ by rounding, at most about 1e-14 of them.
  public static let tieTolerance = 1e-12
  /// The largest number of persons known.
  public static let largestKnown = 1_000_000
  /// The largest number of categories.
  public static let largestCategories = 100
  /// The largest number of draws that can be asked for.
  public static let largestDraws = 10_000_000
  /// The number of draws unless another is asked for.
  public static let standardDraws = 100_000
  /// The seed unless another is given: the digits of π.
  public static let standardSeed: UInt64 = 3_141_592_653_589_793
  /// How far each published figure may be from the truth when their sum is compared with a
  /// published total.
  ///
  /// SCB's tables carry noise (Cell Key Method); 3 is the method's assumption.
  public static let referenceNoise = 3

  /// The largest number of outcomes that are summed, at most ``tableLimit``.
  public let tables: Int
  /// The number of draws where outcomes cannot all be summed, B.
  public let draws: Int
  /// The seed of the draws.
  ///
  /// The same seed gives the same figures on every machine.
  public let seed: UInt64

  /// Makes an assessor.
  ///
  /// - Parameters:
  ///   - tables: From 0, for draws only, to ``tableLimit``.
  ///   - draws: From 1 to ``largestDraws``.
  ///   - seed: Any number.
  public init(
    tables: Int = tableLimit, draws: Int = standardDraws, seed: UInt64 = standardSeed
  ) {
    precondition((0...Self.tableLimit).contains(tables), "tables from 0 to \(Self.tableLimit)")
    precondition((1...Self.largestDraws).contains(draws), "draws from 1 to \(Self.largestDraws)")
    self.tables = tables
    self.draws = draws
    self.seed = seed
  }

  /// Measures one dimension.
  ///
  /// The order of the categories changes no figure. A category without inhabitants and members
  /// is left out. The population N is the sum of the reference figures, not a published total,
  /// since the shares must sum to one.
  ///
  /// - Parameters:
  ///   - members: The members of each category, x_g.
  ///   - reference: The inhabitants of each category, N_g, in the same order.
  ///   - known: The number of persons whose category is known, if it is known apart from the
  ///     members; it must be their sum.
  ///   - referenceTotal: The published total, if there is one. It may differ from the sum by
  ///     ``referenceNoise`` for itself and for each category.
  /// - Returns: The measures, or why there are none.
  public func assess(
    members: [Int], reference: [Int], known: Int? = nil, referenceTotal: Int? = nil
  ) -> Result<OverallBalance, OverallObstacle> {
    if let obstacle = Self.obstacle(members, reference, known, referenceTotal) {
      return .failure(obstacle)
    }
    let counts = PartitionCounts(members: members, reference: reference)
    let chiSquare = PartitionDistance(.chiSquare, counts)
    let dissimilarity = PartitionDistance(.dissimilarity, counts)
    let chances: (ChanceEstimate, ChanceEstimate)
    if let tables = counts.tables(limit: tables) {
      chances = (
        ChanceEstimate(exact: TableEnumeration.chance(chiSquare), outcomes: tables),
        ChanceEstimate(exact: TableEnumeration.chance(dissimilarity), outcomes: tables)
      )
    } else {
      var lots = LotDraws(counts, seed: seed)
      let found = lots.asFarOff(draws: draws, chiSquare, dissimilarity)
      chances = (
        ChanceEstimate(drawn: found.chiSquare, of: draws),
        ChanceEstimate(drawn: found.dissimilarity, of: draws)
      )
    }
    return .success(
      OverallBalance(
        members: members, reference: reference, counts: counts,
        chiSquare: (chiSquare.observed, chances.0),
        dissimilarity: (dissimilarity.observed, chances.1)))
  }

  /// Why the lists cannot be measured; `nil` when they can, after which no sum overflows.
  private static func obstacle(
    _ members: [Int], _ reference: [Int], _ known: Int?, _ referenceTotal: Int?
  ) -> OverallObstacle? {
    guard members.count == reference.count else { return .lengthMismatch }
    let totals = [known, referenceTotal].compactMap { $0 }
    guard (members + reference + totals).allSatisfy({ $0 >= 0 }) else { return .negativeCount }
    guard members.count <= largestCategories,
      members.allSatisfy({ $0 <= largestKnown }),
      (reference + totals).allSatisfy({ $0 <= Hypergeometric.largestPopulation })
    else { return .tooLarge }
    let sum = members.reduce(0, +)
    let population = reference.reduce(0, +)
    guard sum <= largestKnown, population <= Hypergeometric.largestPopulation else {
      return .tooLarge
    }
    if let known, known != sum { return .sumMismatch }
    if let referenceTotal, abs(referenceTotal - population) > referenceNoise * (reference.count + 1)
    {
      return .sumMismatch
    }
    guard zip(members, reference).allSatisfy({ $0 <= $1 }) else { return .dataConflict }
    guard sum > 0 else { return .noKnown }
    guard reference.count(where: { $0 > 0 }) > 1 else { return .singleCategory }
    return nil
  }
}
