import DialogueModel
import Foundation
import Representation
import Testing

/// The golden case G3, from R's survey package; own IPF in Python agrees to 1e-12.
struct GoldenRakingTests {
  @Test func `the weight of every cell is the golden one`() throws {
    let weights = try Raking().weights(GoldenRaking.sample(), margins: GoldenRaking.margins)
    #expect(weights.sample.cells.count == 54)
    #expect(GoldenRaking.cells.count == 54)
    for (index, cell) in GoldenRaking.cells.enumerated() {
      #expect(weights.sample.cells[index].categories == cell.codes)
      #expect(weights.sample.cells[index].count == cell.count)
      expectClose(weights.weights[index], cell.weight, "cell \(cell.codes)")
    }
  }

  /// Python's cell IPF needs as many; 1e-10 is the method's own tolerance.
  @Test(arguments: [(1e-4, 5), (1e-6, 8), (1e-8, 11), (1e-10, 13), (1e-12, 16)])
  func `the number of cycles is the golden one`(tolerance: Double, cycles: Int) throws {
    let weights = try Raking(tolerance: tolerance).weights(
      GoldenRaking.sample(), margins: GoldenRaking.margins)
    #expect(weights.cycles == cycles)
    #expect(weights.marginError < tolerance)
    // The error told is that of the weights handed out.
    #expect(abs(largestMarginError(weights) - weights.marginError) < 1e-14)
  }

  @Test func `the figures are the golden ones`() throws {
    let weights = try Raking(tolerance: 1e-13).weights(
      GoldenRaking.sample(), margins: GoldenRaking.margins)
    let figures = weights.figures
    #expect(figures.count == 240)
    expectClose(figures.sum, 11_500, relative: 1e-12)
    expectClose(figures.mean, 11_500.0 / 240, relative: 1e-12)
    expectClose(figures.smallest, 17.2490988802)
    expectClose(figures.largest, 235.225257697)
    expectClose(figures.effectiveSampleSize, 155.418819318)
    expectClose(figures.designEffect, 1.54421453627)
    expectClose(figures.efficiency, 0.647578413823)
    #expect(weights.rescaledMargins.isEmpty && weights.missing.isEmpty)
    #expect(WeightingRule().objections(to: figures).isEmpty)
  }

  @Test func `the respondents have the weights of their cells`() throws {
    let weights = try Raking().weights(GoldenRaking.sample(), margins: GoldenRaking.margins)
    let each = try weights.ofRespondents(GoldenRaking.columns)
    let golden = Dictionary(
      uniqueKeysWithValues: GoldenRaking.cells.map { ($0.codes, $0.weight) })
    #expect(each.count == 240)
    for (index, codes) in GoldenRaking.respondents.enumerated() {
      expectClose(each[index], try #require(golden[codes]))
    }
    let wide = GoldenRaking.columns.map { $0.map { Int($0) } }
    #expect(try weights.ofRespondents(wide) == each)
    #expect(
      try RakingSample(columns: wide, margins: GoldenRaking.margins) == GoldenRaking.sample())
  }

  @Test func `the weighted share and its standard error are the golden ones`() throws {
    let sample = try GoldenRaking.sample()
    let weights = try Raking(tolerance: 1e-13).weights(sample, margins: GoldenRaking.margins)
    let answer = try #require(
      try ClosedAnswer(
        GoldenRaking.answers, columns: GoldenRaking.columns, of: sample,
        margins: GoldenRaking.margins))
    let share = try #require(weights.share(of: answer))
    #expect(share.unweighted == 80.0 / 240)
    #expect(share.answered == 240)
    expectClose(share.weighted, 0.359589894423)

    var drawn = try #require(ProbabilitySample(frame: 11_500, selected: 500))
    let estimate = try #require(drawn.estimate(answer, weights))
    #expect(estimate.share == share)
    expectClose(estimate.standardError, 0.0392971285809)
    // 1.96 · 0.03930 = 0.0770, as the method's text has it.
    expectClose(estimate.marginOfError(), 0.0770, relative: 1e-3)
    // svydesign(fpc = 11500).
    drawn.usesFinitePopulationCorrection = true
    expectClose(drawn.estimate(answer, weights)?.standardError, 0.0388849095392)
  }

  /// svymean over subset(design, id %% 5 != 0).
  @Test func `those who did not answer the question are outside its domain`() throws {
    let sample = try GoldenRaking.sample()
    let weights = try Raking(tolerance: 1e-13).weights(sample, margins: GoldenRaking.margins)
    let answers = GoldenRaking.answers.enumerated().map { ($0 + 1) % 5 == 0 ? nil : $1 }
    let answer = try #require(
      try ClosedAnswer(
        answers, columns: GoldenRaking.columns, of: sample, margins: GoldenRaking.margins))
    let drawn = try #require(ProbabilitySample(frame: 11_500, selected: 240))
    let estimate = try #require(drawn.estimate(answer, weights))
    #expect(estimate.share.answered == 192)
    expectClose(estimate.share.weighted, 0.362835637282)
    expectClose(estimate.standardError, 0.0430639103681)
  }

  /// Start weights 1, 2, 3, 4 by id: survey::calibrate(calfun = "raking", epsilon = 1e-13).
  @Test func `unequal start weights give the figures of survey`() throws {
    let cells = GoldenRaking.respondents.enumerated().map { index, codes in
      RakingCell(codes.map { $0 }, count: 1, startWeight: Double(1 + (index + 1) % 4))
    }
    let sample = RakingSample(cells: cells)
    let weights = try Raking(tolerance: 1e-13).weights(sample, margins: GoldenRaking.margins)
    expectClose(weights.figures.effectiveSampleSize, 130.81545546)
    expectClose(weights.figures.largest, 351.518691228)
    expectClose(weights.figures.smallest, 7.05681428943)
    let answer = try #require(
      ClosedAnswer(yes: GoldenRaking.answers.map { $0 == true ? 1 : 0 }, of: sample))
    let drawn = try #require(ProbabilitySample(frame: 11_500, selected: 240))
    let estimate = try #require(drawn.estimate(answer, weights))
    expectClose(estimate.share.weighted, 0.352653030699)
    expectClose(estimate.standardError, 0.0414030922729)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["INSPEL_CORPUS"] != nil))
  func `the golden file agrees with the figures copied here`() throws {
    let corpus = try #require(ProcessInfo.processInfo.environment["INSPEL_CORPUS"])
    let file = URL(fileURLWithPath: corpus)
      .appendingPathComponent("../golden/representation-data/g3_expected_cell_weights.csv")
    let lines = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
    let golden = lines.compactMap { Double($0.split(separator: ",").last ?? "") }
    #expect(golden == GoldenRaking.cells.map(\.weight))
  }
}

/// The largest relative error of a margin, computed from the cells' weights alone.
func largestMarginError(_ weights: RakingWeights) -> Double {
  var largest = 0.0
  for (variable, margin) in weights.margins.enumerated() {
    let unknown = weights.missing.first { $0.variable == margin.variable }?.share ?? 0
    for (category, figure) in margin.categories.enumerated() {
      var sum = 0.0
      for (cell, weight) in zip(weights.sample.cells, weights.weights)
      where cell.categories[variable] == category {
        sum += Double(cell.count) * weight
      }
      largest = max(largest, abs(sum / (figure.target * (1 - unknown)) - 1))
    }
  }
  return largest
}
