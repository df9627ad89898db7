import Representation
import Testing

/// The chances from draws, where all outcomes cannot be summed.
struct LotDrawsTests {
  /// Three categories and 6,323 persons known, one more than is summed.
  ///
  /// Merging nothing and changing one person changes an exact chance of about 0.1 by less than
  /// 0.001, so the exact value of 6,322 is a fair judge: the estimate lies within five standard
  /// errors and that.
  @Test func `a chance from draws is near the exact one next to the limit`() throws {
    let reference = [30_000, 20_000, 50_000]
    let exact = try OverallAssessor().assess(members: [1960, 1262, 3100], reference: reference)
      .get()
    let drawn = try OverallAssessor(draws: 4000).assess(
      members: [1960, 1263, 3100], reference: reference
    ).get()
    #expect(exact.chiSquareChance.method == .enumerated)
    #expect(exact.chiSquareChance.outcomes == 19_990_003)
    #expect(drawn.chiSquareChance.method == .drawn)
    #expect(drawn.chiSquareChance.outcomes == 4000)
    for (estimate, chance) in [
      (drawn.chiSquareChance, exact.chiSquareChance),
      (drawn.dissimilarityChance, exact.dissimilarityChance),
    ] {
      let error = try #require(estimate.standardError)
      expectClose(error, (estimate.value * (1 - estimate.value) / 4001).squareRoot())
      #expect(abs(estimate.value - chance.value) < 5 * error + 0.001)
      #expect(chance.value > 0.01 && chance.value < 0.5)
    }
  }

  /// Every category twice, of the same size and the same members: the pair has no part in X²
  /// of the halves, but the draws are those of a finer partition whose mean is known exactly.
  @Test func `the least chance is one in all draws and one`() throws {
    let balance = try OverallAssessor(draws: 99).assess(
      members: [900, 0, 0, 0, 0], reference: [1000, 2000, 2000, 2000, 2000]
    ).get()
    #expect(balance.chiSquareChance.value == 0.01)
    #expect(balance.chiSquareChance.outcomes == 99)
  }

  @Test func `the same seed gives the same chance and another seed another`() throws {
    func chance(_ seed: UInt64) throws -> Double {
      try OverallAssessor(draws: 1000, seed: seed).assess(
        members: [130, 140, 120, 150, 110], reference: [1000, 1000, 1000, 1000, 1000]
      ).get().chiSquareChance.value
    }
    #expect(try chance(1) == chance(1))
    #expect(try chance(1) != chance(2))
    // A published figure must be the same in every version.
    #expect(try chance(OverallAssessor.standardSeed) == 0)
  }
}
