import Representation
import Testing

/// Calibration within bounds, against survey::calibrate(calfun = "logit", epsilon = 1e-12).
struct BoundedCalibrationTests {
  struct Golden: Sendable {
    let bounds: ClosedRange<Double>
    let smallest: Double
    let largest: Double
    let effective: Double
  }

  @Test(arguments: [
    Golden(
      bounds: 0.2...3, smallest: 15.0160165683, largest: 143.199782867, effective: 158.915197989),
    Golden(
      bounds: 0.2...5, smallest: 17.3456888053, largest: 188.777700605, effective: 157.634890622),
  ])
  func `the weights are the golden ones and the margins are met`(golden: Golden) throws {
    let result = try BoundedCalibration(bounds: golden.bounds).weights(
      GoldenRaking.sample(), margins: GoldenRaking.margins)
    #expect(result.outcome == .met)
    #expect(result.marginError <= 1e-9)
    #expect(result.variable == nil && result.category == nil)
    let weights = try #require(result.weights)
    #expect(weights.marginError == result.marginError)
    #expect(largestMarginError(weights) <= 1e-9)
    expectClose(weights.figures.smallest, golden.smallest)
    expectClose(weights.figures.largest, golden.largest)
    expectClose(weights.figures.effectiveSampleSize, golden.effective)
    for weight in weights.weights {
      #expect(golden.bounds.contains(weight / weights.figures.mean))
    }
  }

  @Test func `bounds far away give the weights that survey gives at 0 to 1000`() throws {
    // With L = 0 and U without end the function is e^u, which is raking.
    let raked = try Raking().weights(GoldenRaking.sample(), margins: GoldenRaking.margins)
    let bounded = try BoundedCalibration(bounds: 0...1e9).weights(
      GoldenRaking.sample(), margins: GoldenRaking.margins)
    for (one, other) in zip(try #require(bounded.weights).weights, raked.weights) {
      expectClose(one, other, relative: 1e-6)
    }
  }

  /// By linear programming (SciPy's HiGHS) the smallest upper bound over a lower one of 0.2 is
  /// 2.947826; survey only says that it failed to converge.
  @Test(arguments: [0.2...2.9478, 0.2...2.94, 0.5...2.94, 0.2...2.5, 0.5...2, 0.99...1.01])
  func `bounds too tight are proved, and what remains is told`(
    bounds: ClosedRange<Double>
  ) throws {
    let result = try BoundedCalibration(bounds: bounds).weights(
      GoldenRaking.sample(), margins: GoldenRaking.margins)
    #expect(result.outcome == .infeasible)
    #expect(result.weights == nil)
    #expect(result.marginError > 1e-6 && result.marginError.isFinite)
    #expect(result.variable != nil && result.category != nil)
  }

  @Test func `bounds a little wider than the least that can be are met`() throws {
    let result = try BoundedCalibration(bounds: 0.2...2.95).weights(
      GoldenRaking.sample(), margins: GoldenRaking.margins)
    #expect(result.outcome == .met)
    #expect(result.marginError < 1e-10)
  }

  /// Raked weights are weights within their own range, so that such bounds cannot be too tight.
  @Test(arguments: 1...40)
  func `bounds that can be met are met`(seed: Int) throws {
    let input = RakingPropertyTests.Case(seed: UInt64(seed), hasUnknown: seed % 2 == 0)
    let sample = try RakingSample(columns: input.columns, margins: input.margins)
    let figures = try Raking().weights(sample, margins: input.margins).figures
    let bounds = figures.smallest / figures.mean * 0.999...figures.largest / figures.mean * 1.001
    let result = try BoundedCalibration(bounds: bounds).weights(sample, margins: input.margins)
    #expect(result.outcome == .met)
    let weights = try #require(result.weights)
    #expect(largestMarginError(weights) < 1.01e-10)
    #expect(weights.weights.allSatisfy { bounds.contains($0 / figures.mean) })
  }

  /// Start weights 1 to 1.75 by id; survey with `bounds.const = TRUE`, which is bounds on weights.
  @Test func `the bounds hold for the weights whatever the start weights`() throws {
    let cells = GoldenRaking.respondents.enumerated().map { index, codes in
      RakingCell(codes.map { $0 }, count: 1, startWeight: 1 + Double((index + 1) % 4) / 4)
    }
    let result = try BoundedCalibration(bounds: 0.1...4, tolerance: 1e-13).weights(
      RakingSample(cells: cells), margins: GoldenRaking.margins)
    let weights = try #require(result.weights)
    #expect(largestMarginError(weights) < 1e-12)
    expectClose(weights.figures.smallest, 12.2505365692)
    expectClose(weights.figures.largest, 180.335483861)
    expectClose(weights.figures.effectiveSampleSize, 155.3665052)
    expectClose(weights.weights[0], 24.979822631)
    for weight in weights.weights {
      #expect((0.1...4).contains(weight / weights.figures.mean))
    }
  }

  @Test func `two variables that say the same are no obstacle`() throws {
    var margins = GoldenRaking.margins
    margins.append(RakingMargin("sex again", ["F": 5600, "M": 5900]))
    let cells = GoldenRaking.cells.map {
      RakingCell($0.codes + [$0.codes[0]], count: $0.count)
    }
    let result = try BoundedCalibration(bounds: 0.2...3).weights(
      RakingSample(cells: cells), margins: margins)
    expectClose(result.weights?.figures.largest, 143.199782867)
  }

  @Test(arguments: [1...2, 0.5...1, -1...2, 0...(.infinity), 1.5...2])
  func `bounds without 1 between them are refused`(bounds: ClosedRange<Double>) throws {
    let sample = try GoldenRaking.sample()
    let refusal = #expect(throws: RakingRefusal.self) {
      try BoundedCalibration(bounds: bounds).weights(sample, margins: GoldenRaking.margins)
    }
    #expect(refusal?.reason == .invalidBounds)
  }

  @Test func `a start weight beyond the bounds is refused`() {
    let margins = [RakingMargin("sex", ["F": 1, "M": 1])]
    let sample = RakingSample(cells: [
      RakingCell([0], count: 10), RakingCell([1], count: 1, startWeight: 5),
    ])
    let refusal = #expect(throws: RakingRefusal.self) {
      try BoundedCalibration(bounds: 0.2...3).weights(sample, margins: margins)
    }
    #expect(refusal?.reason == .startWeightOutsideBounds)
    #expect(refusal?.position == 1)
  }
}
