import Representation
import Testing

/// The chances from draws, where all outcomes cannot be summed.
struct LotDrawsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let members: [Int]
    let reference: [Int]
    var testDescription: String { "\(members) of \(reference)" }
  }

  /// Chances from a hundredth to near one, of few and many categories and from most of the
  /// population.
  ///
  /// The seed is fixed, so a case passes always or never. Four standard errors: by chance alone
  /// a right sampler fails one of the 14 comparisons with some other seed in 1 of 1,000.
  @Test(arguments: [
    Case(members: [44, 20], reference: [6700, 4800]),
    Case(members: [30, 22, 48], reference: [3000, 3000, 4000]),
    Case(members: [9, 3, 11, 2], reference: [20, 15, 18, 12]),
    Case(members: [16, 4, 10, 8], reference: [900, 500, 900, 900]),
    Case(members: [1500, 1010, 2500], reference: [30_000, 20_000, 53_000]),
    Case(members: [3, 6, 12, 18, 19, 6], reference: [1750, 980, 2080, 3060, 2680, 950]),
    Case(members: [2, 0, 1, 0, 1, 3, 0], reference: [50, 90, 40, 100, 70, 60, 90]),
  ])
  func `chances from draws are near the exact ones`(example: Case) throws {
    let exact = try OverallAssessor().assess(
      members: example.members, reference: example.reference
    ).get()
    let drawn = try OverallAssessor(tables: 0, draws: 20_000).assess(
      members: example.members, reference: example.reference
    ).get()
    for (estimate, chance) in [
      (drawn.chiSquareChance, exact.chiSquareChance),
      (drawn.dissimilarityChance, exact.dissimilarityChance),
    ] {
      #expect(estimate.method == .drawn && estimate.outcomes == 20_000)
      #expect(chance.method == .enumerated)
      let error = try #require(estimate.standardError)
      expectClose(error, (estimate.value * (1 - estimate.value) / 20_001).squareRoot())
      #expect(abs(estimate.value - chance.value) < 4 * error)
      #expect(chance.value > 0.005 && chance.value < 0.995)
    }
    // What needs no draws is the same.
    #expect(drawn.chiSquare == exact.chiSquare && drawn.indicator == exact.indicator)
  }

  @Test func `outcomes are summed up to the limit and drawn above it`() throws {
    func chance(_ known: Int, tables: Int) throws -> ChanceEstimate {
      try OverallAssessor(tables: tables, draws: 10).assess(
        members: [known, 0, 0], reference: [9000, 4000, 4000]
      ).get().chiSquareChance
    }
    // C(12, 2) = 66 ways to share ten persons over three categories.
    #expect(try chance(10, tables: 66).method == .enumerated)
    #expect(try chance(10, tables: 66).outcomes == 66)
    #expect(try chance(10, tables: 65).method == .drawn)
    // C(6325, 2) = 19,999,650 and C(6326, 2) = 20,005,975.
    #expect(try chance(6323, tables: OverallAssessor.tableLimit).outcomes == 19_999_650)
    #expect(try chance(6324, tables: OverallAssessor.tableLimit).method == .drawn)
  }

  @Test func `the least chance is one in all draws and one`() throws {
    let balance = try OverallAssessor(draws: 99).assess(
      members: [900, 0, 0, 0, 0], reference: [1000, 2000, 2000, 2000, 2000]
    ).get()
    #expect(balance.chiSquareChance.value == 0.01)
  }

  /// Computed apart in Python: the generator, inversion with masses from ln Γ, and the count of
  /// draws as far off in whole numbers.
  ///
  /// A published figure must be the same in every version.
  @Test func `the standard seed gives these figures in every version`() throws {
    func balance(_ seed: UInt64) throws -> OverallBalance {
      try OverallAssessor(draws: 2000, seed: seed).assess(
        members: [150, 140, 105, 150, 105], reference: [1000, 1100, 1000, 1200, 900]
      ).get()
    }
    let standard = try balance(OverallAssessor.standardSeed)
    #expect(standard.chiSquareChance.value == 84 / 2001.0)
    #expect(standard.dissimilarityChance.value == 255 / 2001.0)
    #expect(try balance(1).chiSquareChance != standard.chiSquareChance)
  }

  /// The most that is accepted: a hundred categories, a million persons, ten thousand million
  /// inhabitants.
  @Test func `the largest dimension has finite figures`() throws {
    let reference = [Int](repeating: Hypergeometric.largestPopulation / 100, count: 100)
    let members = (0..<100).map { 10_000 + ($0 % 2 == 0 ? 40 : -40) }
    let balance = try OverallAssessor(draws: 3).assess(members: members, reference: reference)
      .get()
    #expect(balance.known == OverallAssessor.largestKnown)
    // 100 · 40²/10 000.
    expectClose(balance.chiSquare, 16, relative: 1e-12)
    expectClose(balance.dissimilarity, 0.002, relative: 1e-12)
    for value in everyFigure(balance) { #expect(value.isFinite) }
  }
}
