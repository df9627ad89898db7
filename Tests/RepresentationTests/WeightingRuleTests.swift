import Representation
import Testing

/// When weights that can be computed are not used, and who may have a standard error.
struct WeightingRuleTests {
  /// Women and men, with the counts given, in a population of as many of both.
  private func figures(_ women: Int, _ men: Int) throws -> WeightFigures {
    let sample = RakingSample(cells: [
      RakingCell([0], count: women), RakingCell([1], count: men),
    ])
    let margins = [RakingMargin("sex", ["F": 500, "M": 500])]
    return try Raking().weights(sample, margins: margins).figures
  }

  /// With shares a and 1 − a raked to one half each, ESS = 4 n a (1 − a).
  @Test(arguments: [
    (50, 50, [WeightingObjection]()),
    (50, 49, [.tooFewRespondents]),
    (25, 24, [.tooFewRespondents, .effectiveSampleTooSmall]),
    (900, 100, [.designEffectTooLarge]),
    (10, 190, [.effectiveSampleTooSmall, .designEffectTooLarge]),
    (1, 98, [.tooFewRespondents, .effectiveSampleTooSmall, .designEffectTooLarge]),
  ])
  func `every objection is told, and the figures stay`(
    women: Int, men: Int, objections: [WeightingObjection]
  ) throws {
    let figures = try figures(women, men)
    #expect(WeightingRule().objections(to: figures) == objections)
    let n = Double(women + men)
    expectClose(figures.effectiveSampleSize, 4 * Double(women) * Double(men) / n)
    expectClose(figures.designEffect, n * n / (4 * Double(women) * Double(men)))
  }

  @Test func `the limits can be set, and what is no number objects`() throws {
    let figures = try figures(900, 100)
    #expect(WeightingRule(largestDesignEffect: 3).objections(to: figures).isEmpty)
    let strict = WeightingRule(smallestSample: 2000, smallestEffectiveSample: 500)
    #expect(strict.objections(to: figures) == WeightingObjection.allCases)
    let odd = WeightingRule(smallestEffectiveSample: .nan, largestDesignEffect: .nan)
    #expect(
      odd.objections(to: figures) == [.effectiveSampleTooSmall, .designEffectTooLarge])
  }

  @Test(arguments: [(0, 0), (10, 0), (10, 11), (-5, -6), (10, -1)])
  func `a draw that cannot be is no probability sample`(frame: Int, selected: Int) {
    #expect(ProbabilitySample(frame: frame, selected: selected) == nil)
  }

  @Test func `more answers than were drawn have no standard error`() throws {
    let sample = try GoldenRaking.sample()
    let weights = try Raking().weights(sample, margins: GoldenRaking.margins)
    let answer = try #require(
      try ClosedAnswer(
        GoldenRaking.answers, columns: GoldenRaking.columns, of: sample,
        margins: GoldenRaking.margins))
    #expect(ProbabilitySample(frame: 11_500, selected: 239)?.estimate(answer, weights) == nil)
    #expect(ProbabilitySample(frame: 11_500, selected: 240)?.estimate(answer, weights) != nil)
  }

  @Test func `what the margins explain in full has no error`() throws {
    // Every woman says yes and no man does: the share is known, since the margin is.
    let sample = RakingSample(cells: [
      RakingCell([0], count: 70), RakingCell([1], count: 30),
    ])
    let weights = try Raking().weights(
      sample, margins: [RakingMargin("sex", ["F": 500, "M": 500])])
    let answer = try #require(ClosedAnswer(yes: [70, 0], of: sample))
    let drawn = try #require(ProbabilitySample(frame: 1000, selected: 200))
    let estimate = try #require(drawn.estimate(answer, weights))
    expectClose(estimate.share.weighted, 0.5)
    #expect(estimate.standardError < 1e-12)
  }

  /// Post-stratification by hand: residuals are deviations from the means of two strata.
  @Test func `one margin gives the variance of post-stratification`() throws {
    let sample = RakingSample(cells: [
      RakingCell([0], count: 60), RakingCell([1], count: 40),
    ])
    let weights = try Raking().weights(
      sample, margins: [RakingMargin("sex", ["F": 500, "M": 500])])
    let answer = try #require(ClosedAnswer(yes: [30, 10], of: sample))
    let drawn = try #require(ProbabilitySample(frame: 1000, selected: 100))
    let estimate = try #require(drawn.estimate(answer, weights))
    expectClose(estimate.share.weighted, 0.5 * 0.5 + 0.5 * 0.25)
    // Σ(we)² = Σ over strata of (W/n_h)² · n_h · p_h (1 − p_h), W = ½.
    let squares = 0.25 / 60 * 0.5 * 0.5 + 0.25 / 40 * 0.25 * 0.75
    expectClose(estimate.standardError, (squares * 100 / 99).squareRoot())
  }

  @Test(
    arguments: [
      ([1], nil), ([61, 0], nil), ([-1, 0], nil), ([30, 10], [29, 40]), ([30, 10], [60, 41]),
      ([0, 0], [0, 0]), ([30, 10], [60]),
    ] as [([Int], [Int]?)])
  func `counts that contradict each other are no answer`(yes: [Int], answered: [Int]?) {
    let sample = RakingSample(cells: [
      RakingCell([0], count: 60), RakingCell([1], count: 40),
    ])
    #expect(ClosedAnswer(yes: yes, answered: answered, of: sample) == nil)
  }

  @Test func `answers of another length than the columns are refused`() throws {
    let sample = try GoldenRaking.sample()
    let refusal = #expect(throws: RakingRefusal.self) {
      try ClosedAnswer(
        [true], columns: GoldenRaking.columns, of: sample, margins: GoldenRaking.margins)
    }
    #expect(refusal?.reason == .columnsDiffer)
  }
}
