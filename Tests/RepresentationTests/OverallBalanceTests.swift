import Representation
import Testing

/// The overall measures of a dimension: golden figures, arithmetic by hand, and properties.
struct OverallBalanceTests {
  /// The age bands of G1, 64 persons known of a made-up population of 11,500.
  static let ages = (
    members: [0, 1, 8, 22, 30, 3], reference: [1750, 980, 2080, 3060, 2680, 950]
  )

  /// NumPy summed all 11,238,513 tables one by one, and printed twelve digits.
  @Test func `the age bands of G1 have the golden overall figures`() throws {
    let balance = try OverallAssessor().assess(
      members: Self.ages.members, reference: Self.ages.reference
    ).get()
    #expect(balance.known == 64 && balance.population == 11_500 && balance.categories == 6)
    expectClose(balance.chiSquare, 32.1784806722, relative: 2e-12)
    expectClose(balance.expectedChiSquare, 4.97260631359, relative: 2e-12)
    expectClose(balance.chiSquareChance.value, 1.84295530392e-05)
    #expect(balance.chiSquareChance.method == .enumerated)
    #expect(balance.chiSquareChance.outcomes == 11_238_513)
    #expect(balance.chiSquareChance.standardError == nil)
    expectClose(balance.dissimilarity, 0.313369565217, relative: 2e-12)
    expectClose(balance.expectedDissimilarity, 0.107793032232)
    expectClose(balance.dissimilarityChance.value, 3.92217944163e-06)
    #expect(balance.dissimilarityChance.outcomes == 11_238_513)
    expectClose(balance.indicator.variation.raw, 0.70907599064, relative: 2e-11)
  }

  /// Ten persons, three sizes; each figure can be followed on paper.
  ///
  /// N = 10 (5, 3, 2), n = 2, both of the smallest: nP = 1, 0.6, 0.4. X² = 1 + 0.6 + 1.6²/0.4 =
  /// 8, the largest of all, so its chance is C(2,2)/C(10,2) = 1/45. D = ½(0.5 + 0.3 + 0.8) = 0.8.
  @Test func `two of the smallest group of ten`() throws {
    let balance = try OverallAssessor().assess(members: [0, 0, 2], reference: [5, 3, 2]).get()
    expectClose(balance.chiSquare, 8, relative: 1e-14)
    expectClose(balance.chiSquareChance.value, 1.0 / 45, relative: 1e-13)
    #expect(balance.chiSquareChance.outcomes == 6)
    expectClose(balance.dissimilarity, 0.8, relative: 1e-14)
    expectClose(balance.dissimilarityChance.value, 1.0 / 45, relative: 1e-13)
    // (K − 1)(N − n)/(N − 1) = 2 · 8 / 9.
    expectClose(balance.expectedChiSquare, 16.0 / 9, relative: 1e-14)
    // D by outcome, in 45ths: AA 10 × 0.5, BB 3 × 0.7, CC 1 × 0.8, AB 15 × 0.2, AC 10 × 0.3,
    // BC 6 × 0.5.
    expectClose(balance.expectedDissimilarity, 16.9 / 45, relative: 1e-13)
    // w = √(8/2) = 2; the signed terms −1/√2, −√0.6/√2, 1.6/√0.4/√2.
    expectClose(balance.indicator.variation.raw, 2, relative: 1e-14)
    expectClose(balance.signedTerms[0], -0.5.squareRoot(), relative: 1e-14)
    expectClose(balance.signedTerms[1], -0.3.squareRoot(), relative: 1e-14)
    expectClose(balance.signedTerms[2], 3.2.squareRoot(), relative: 1e-14)
    // r = 0.2, S = w·r = 0.4, R = 0.2; the floor 1 − 2√0.16 is met, for here ρ is 0 or 1.
    expectClose(balance.indicator.spread.raw, 0.4, relative: 1e-14)
    expectClose(balance.indicator.value.raw, 0.2, relative: 1e-13)
    expectClose(balance.indicator.floor, 0.2, relative: 1e-13)
    // CV² = 8/2 − 16/18.
    expectClose(
      balance.indicator.variation.adjusted, (4 - 8.0 / 9).squareRoot(), relative: 1e-14)
    #expect(balance.conditionalObstacle == .marginsOnly)
  }

  /// With two categories the outcome is one hypergeometric number.
  ///
  /// N = 11,500 with 5,700 women, 64 known with 44: that is 12.28 above the 31.72 expected, and as
  /// far below it are 19 and fewer.
  @Test func `two categories are the two tails of one draw`() throws {
    let balance = try OverallAssessor().assess(members: [44, 20], reference: [5700, 5800]).get()
    let lots = try #require(Hypergeometric(population: 11_500, members: 5700, draws: 64))
    let chance = lots.tails(at: 44).upper + lots.tails(at: 19).lower
    expectClose(balance.chiSquareChance.value, chance, relative: 1e-11)
    expectClose(balance.dissimilarityChance.value, chance, relative: 1e-11)
    #expect(balance.chiSquareChance.outcomes == 65)
  }

  /// Every outcome of small partitions, with whole numbers for chances and for distances.
  ///
  /// The distances are compared as fractions with the denominator N · n · Π N_g, so that a tie is
  /// a tie. 3e-13 is what the hypergeometric masses promise.
  @Test(arguments: [
    [3, 4], [2, 2, 2], [5, 3, 2], [1, 6, 4], [7, 7, 3], [2, 3, 4, 5], [3, 3, 3, 3], [1, 1, 8, 4],
    [6, 2, 5, 1, 3], [2, 2, 2, 2, 2], [1, 2, 1, 2, 1, 2], [2, 3, 1, 4, 2, 2, 1],
  ])
  func `all outcomes of small partitions agree with a count in whole numbers`(
    sizes: [Int]
  ) throws {
    for known in 1...min(5, sizes.reduce(0, +)) {
      let outcomes = Outcomes(sizes: sizes, known: known)
      expectClose(outcomes.expectedDissimilarity, try balance(outcomes, 0).expectedDissimilarity)
      var mean = 0.0
      for index in outcomes.members.indices {
        let balance = try balance(outcomes, index)
        expectClose(
          balance.chiSquareChance.value, outcomes.chance(index, outcomes.chiSquares),
          relative: 3e-13)
        expectClose(
          balance.dissimilarityChance.value, outcomes.chance(index, outcomes.differences),
          relative: 3e-13)
        mean += balance.chiSquare * Double(outcomes.weights[index])
      }
      let expected = try balance(outcomes, 0).expectedChiSquare
      #expect(abs(mean / Double(outcomes.total) - expected) < 1e-12)
    }
  }

  private func balance(_ outcomes: Outcomes, _ index: Int) throws -> OverallBalance {
    try OverallAssessor().assess(
      members: outcomes.members[index], reference: outcomes.sizes
    ).get()
  }

  @Test func `the order of the categories changes nothing`() throws {
    let first = try OverallAssessor().assess(
      members: [4, 9, 7, 1], reference: [800, 500, 900, 300]
    ).get()
    let second = try OverallAssessor().assess(
      members: [1, 7, 4, 9], reference: [300, 900, 800, 500]
    ).get()
    #expect(first.chiSquare == second.chiSquare)
    #expect(first.chiSquareChance == second.chiSquareChance)
    #expect(first.dissimilarity == second.dissimilarity)
    #expect(first.expectedDissimilarity == second.expectedDissimilarity)
    #expect(first.dissimilarityChance == second.dissimilarityChance)
    #expect(first.indicator == second.indicator)
    #expect(first.signedTerms[1] == second.signedTerms[3])
    // From draws too.
    let assessor = OverallAssessor(draws: 200)
    let many = ([400, 900, 700, 100], [8000, 5000, 9000, 3000])
    let drawn = try assessor.assess(members: many.0, reference: many.1).get()
    let turned = try assessor.assess(
      members: many.0.reversed(), reference: many.1.reversed()
    ).get()
    #expect(drawn.chiSquareChance.method == .drawn)
    #expect(drawn.chiSquareChance == turned.chiSquareChance)
  }

  /// 4 of 800 and 5 of 1000 have the same rate: nothing of X² or D is between them.
  @Test func `merging categories of equal rates keeps the distances`() throws {
    let apart = try OverallAssessor().assess(
      members: [4, 5, 1, 30], reference: [800, 1000, 700, 900]
    ).get()
    let merged = try OverallAssessor().assess(
      members: [9, 1, 30], reference: [1800, 700, 900]
    ).get()
    expectClose(merged.chiSquare, apart.chiSquare, relative: 1e-13)
    expectClose(merged.dissimilarity, apart.dissimilarity, relative: 1e-13)
    expectClose(merged.indicator.value.raw, apart.indicator.value.raw, relative: 1e-13)
    // Fewer categories leave chance less room.
    #expect(merged.expectedChiSquare < apart.expectedChiSquare)
  }

  @Test func `the signed terms sum in squares to the variation and the floor holds`() throws {
    var random = Lots(seed: 5)
    for _ in 0..<60 {
      let reference = (0..<random.next(2...4)).map { _ in random.next(1...2000) }
      let members = reference.map { random.next(0...min(9, $0)) }
      guard members.reduce(0, +) > 0 else { continue }
      let balance = try OverallAssessor(draws: 50).assess(
        members: members, reference: reference
      ).get()
      let squares = balance.signedTerms.compactMap { $0 }.reduce(0) { $0 + $1 * $1 }
      #expect(abs(squares - balance.chiSquare / Double(balance.known)) < 1e-12)
      #expect(balance.indicator.value.raw >= balance.indicator.floor - 1e-12)
      #expect(balance.indicator.value.adjusted >= balance.indicator.value.raw)
      for chance in [balance.chiSquareChance, balance.dissimilarityChance] {
        #expect(chance.value > 0 && chance.value <= 1)
      }
      for value in everyFigure(balance) { #expect(value.isFinite) }
    }
  }

  @Test func `a balance as good as can be has the chance one`() throws {
    let balance = try OverallAssessor().assess(members: [2, 3, 5], reference: [20, 30, 50]).get()
    #expect(balance.chiSquare == 0 && balance.dissimilarity == 0)
    expectClose(balance.chiSquareChance.value, 1, relative: 1e-12)
    #expect(balance.indicator.value.raw == 1 && balance.indicator.standardError == nil)
    #expect(balance.indicator.factor == 0)
  }

  @Test func `when all took part there is nothing that lots could change`() throws {
    let balance = try OverallAssessor().assess(members: [20, 30], reference: [20, 30]).get()
    #expect(balance.chiSquare == 0 && balance.expectedChiSquare == 0)
    #expect(balance.chiSquareChance.value == 1 && balance.dissimilarityChance.value == 1)
    #expect(balance.dissimilarity == 0 && balance.expectedDissimilarity == 0)
    #expect(balance.indicator.value.raw == 1 && balance.indicator.floor == 1)
    for value in everyFigure(balance) { #expect(value.isFinite) }
  }

  @Test func `a category of nobody is left out and has no term`() throws {
    let with = try OverallAssessor().assess(members: [2, 0, 7], reference: [50, 0, 60]).get()
    let without = try OverallAssessor().assess(members: [2, 7], reference: [50, 60]).get()
    #expect(with.categories == 2 && with.chiSquareChance == without.chiSquareChance)
    #expect(with.signedTerms == [without.signedTerms[0], nil, without.signedTerms[1]])
    #expect(with.categoryPartials[1] == nil)
  }

  @Test func `twelve digits are kept where the chance is tiny`() throws {
    // All 40 of the smallest category: no other outcome is as far off, so that the chance is
    // C(1000, 40)/C(10 000, 40).
    let balance = try OverallAssessor().assess(
      members: [40, 0, 0], reference: [1000, 4500, 4500]
    ).get()
    let lots = try #require(Hypergeometric(population: 10_000, members: 1000, draws: 40))
    expectClose(balance.chiSquareChance.value, lots.mass(at: 40), relative: 1e-12)
    #expect(balance.chiSquareChance.value < 1e-40)
  }

  private static let largest = Hypergeometric.largestPopulation

  @Test(
    arguments: [
      ([1, 2], [5], .lengthMismatch), ([1, -2], [5, 9], .negativeCount),
      ([1, 2], [5, -9], .negativeCount), ([0, 2], [5, 1], .dataConflict),
      ([1, 2], [0, 9], .dataConflict), ([0, 0], [5, 9], .noKnown), ([], [], .noKnown),
      ([3], [9], .singleCategory), ([3, 0], [9, 0], .singleCategory),
      ([1_000_001, 0], [2_000_000, 1], .tooLarge), ([600_000, 600_000], [largest, 1], .tooLarge),
      ([1, 2], [largest, 1], .tooLarge), ([1, 2], [Int.max, Int.max], .tooLarge),
      ([Int.max, Int.max], [5, 9], .tooLarge),
      ([Int](repeating: 1, count: 101), [Int](repeating: 9, count: 101), .tooLarge),
    ] as [([Int], [Int], OverallObstacle)])
  func `what cannot be measured has a reason`(
    members: [Int], reference: [Int], obstacle: OverallObstacle
  ) {
    let result = OverallAssessor().assess(members: members, reference: reference)
    #expect(throws: obstacle) { try result.get() }
  }

  /// Two categories and a total, each off by 3 at most: a difference of 9 is noise, 10 is not.
  @Test(
    arguments: [
      (3, 109, nil), (3, 91, nil), (3, 110, .sumMismatch), (3, 90, .sumMismatch),
      (4, 100, .sumMismatch), (3, -1, .negativeCount), (3, .max, .tooLarge),
    ] as [(Int, Int, OverallObstacle?)])
  func `sums that do not fit are refused`(known: Int, total: Int, obstacle: OverallObstacle?) {
    let result = OverallAssessor().assess(
      members: [1, 2], reference: [40, 60], known: known, referenceTotal: total)
    if let obstacle {
      #expect(throws: obstacle) { try result.get() }
    } else {
      #expect(throws: Never.self) { try result.get() }
    }
  }
}

/// Every number of a balance, for what has to hold for all of them.
func everyFigure(_ balance: OverallBalance) -> [Double] {
  [
    balance.chiSquare, balance.expectedChiSquare, balance.chiSquareChance.value,
    balance.dissimilarity, balance.expectedDissimilarity, balance.dissimilarityChance.value,
  ] + everyFigure(balance.indicator)
    + (balance.signedTerms + balance.categoryPartials).compactMap { $0 }
}

/// Every number of an indicator.
func everyFigure(_ indicator: RIndicator) -> [Double] {
  let triples = [indicator.value, indicator.spread, indicator.variation]
  return triples.flatMap { [$0.raw, $0.adjusted, $0.risq] }
    + [indicator.meanRate, indicator.floor, indicator.factor, indicator.risqFactor]
    + [indicator.standardError].compactMap { $0 }
}

/// All outcomes of a small draw, in whole numbers.
private struct Outcomes {
  let sizes: [Int]
  let known: Int
  private(set) var members: [[Int]] = []
  /// How many draws give the outcome, Π C(N_g, x_g).
  private(set) var weights: [Int] = []
  /// X² times N · n · Π N_g.
  private(set) var chiSquares: [Int] = []
  /// D times 2 · n · N.
  private(set) var differences: [Int] = []
  /// The number of draws, C(N, n).
  var total: Int { weights.reduce(0, +) }

  init(sizes: [Int], known: Int) {
    self.sizes = sizes
    self.known = known
    add([], known)
  }

  private mutating func add(_ start: [Int], _ remaining: Int) {
    guard start.count < sizes.count else {
      if remaining == 0 { add(start) }
      return
    }
    for count in 0...min(remaining, sizes[start.count]) { add(start + [count], remaining - count) }
  }

  private mutating func add(_ outcome: [Int]) {
    let population = sizes.reduce(0, +)
    let product = sizes.reduce(1, *)
    let terms = zip(outcome, sizes).map { $0 * population - known * $1 }
    members.append(outcome)
    weights.append(zip(outcome, sizes).reduce(1) { $0 * Self.choose($1.1, $1.0) })
    chiSquares.append(zip(terms, sizes).reduce(0) { $0 + $1.0 * $1.0 * (product / $1.1) })
    differences.append(terms.reduce(0) { $0 + abs($1) })
  }

  private static func choose(_ n: Int, _ k: Int) -> Int {
    (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }

  /// The chance of an outcome as far off as the one at the index.
  func chance(_ index: Int, _ distances: [Int]) -> Double {
    let sum = zip(weights, distances).reduce(0) {
      $1.1 >= distances[index] ? $0 + $1.0 : $0
    }
    return Double(sum) / Double(total)
  }

  var expectedDissimilarity: Double {
    let sum = zip(weights, differences).reduce(0) { $0 + $1.0 * $1.1 }
    return Double(sum) / Double(total) / Double(2 * known * sizes.reduce(0, +))
  }
}
