import Representation
import Testing

/// What holds for all weights, with made-up respondents that are the same in every run.
struct RakingPropertyTests {
  /// Respondents in every category of up to five variables, and figures for them.
  struct Case {
    var margins: [RakingMargin] = []
    var columns: [[UInt8]] = []

    init(seed: UInt64, hasUnknown: Bool = false) {
      var lots = Lots(seed: seed)
      let count = lots.next(300...900)
      for variable in 0..<lots.next(1...5) {
        let size = lots.next(2...6)
        var figures = (0..<size).map { _ in Double(lots.next(50...400)) }
        figures[0] += 3000 - figures.reduce(0, +)
        margins.append(
          RakingMargin("v\(variable)", figures.enumerated().map { RakingCategory("\($0)", $1) }))
        columns.append(
          (0..<count).map { index in
            if index < size { return UInt8(index) }
            if hasUnknown, lots.next(1...12) == 1 { return UInt8(size) }
            return UInt8(lots.next(0...size - 1))
          })
      }
    }
  }

  @Test(arguments: 1...40, [false, true])
  func `every margin is met and the figures agree with the weights`(
    seed: Int, hasUnknown: Bool
  ) throws {
    let input = Case(seed: UInt64(seed), hasUnknown: hasUnknown)
    let sample = try RakingSample(columns: input.columns, margins: input.margins)
    let weights = try Raking().weights(sample, margins: input.margins)
    #expect(largestMarginError(weights) < 1.01e-10)
    #expect(weights.weights.allSatisfy { $0 > 0 && $0.isFinite })
    #expect(sample.count == input.columns[0].count)
    expectClose(weights.figures.sum, 3000)

    let each = try weights.ofRespondents(input.columns)
    let sum = each.reduce(0, +)
    let squares = each.reduce(0) { $0 + $1 * $1 }
    let figures = weights.figures
    expectClose(figures.effectiveSampleSize, sum * sum / squares)
    expectClose(figures.designEffect, Double(each.count) * squares / (sum * sum))
    #expect(figures.smallest == each.min() && figures.largest == each.max())
    #expect(figures.efficiency <= 1)
    #expect(weights.missing.isEmpty == !hasUnknown)
  }

  @Test(arguments: 1...20)
  func `the order of the variables changes nothing`(seed: Int) throws {
    let input = Case(seed: UInt64(seed), hasUnknown: seed % 2 == 0)
    let first = try Raking().weights(
      RakingSample(columns: input.columns, margins: input.margins), margins: input.margins)
    let turned = Array(input.margins.reversed())
    let second = try Raking().weights(
      RakingSample(columns: input.columns.reversed(), margins: turned), margins: turned)
    let others = try second.ofRespondents(input.columns.reversed())
    for (one, other) in zip(try first.ofRespondents(input.columns), others) {
      expectClose(one, other)
    }
  }

  @Test(arguments: [1e-6, 0.1, 7, 1e9])
  func `figures times a number give weights times the number`(factor: Double) throws {
    let plain = try Raking().weights(GoldenRaking.sample(), margins: GoldenRaking.margins)
    let scaled = GoldenRaking.margins.map { margin in
      RakingMargin(
        margin.variable,
        margin.categories.map { RakingCategory($0.name, $0.target * factor) })
    }
    let weights = try Raking().weights(GoldenRaking.sample(), margins: scaled)
    for (one, other) in zip(weights.weights, plain.weights) {
      expectClose(one, other * factor, relative: 1e-12)
    }
    expectClose(
      weights.figures.effectiveSampleSize, plain.figures.effectiveSampleSize, relative: 1e-12)
  }

  @Test(arguments: [1e-300, 3, 1e300])
  func `start weights times a number change nothing`(factor: Double) throws {
    let sample = try GoldenRaking.sample()
    let plain = try Raking().weights(sample, margins: GoldenRaking.margins)
    let cells = sample.cells.map {
      RakingCell($0.categories, count: $0.count, startWeight: factor)
    }
    let weights = try Raking().weights(
      RakingSample(cells: cells), margins: GoldenRaking.margins)
    for (one, other) in zip(weights.weights, plain.weights) {
      expectClose(one, other, relative: 1e-12)
    }
  }

  @Test func `each respondent ten times gives a tenth of the weight`() throws {
    let sample = try GoldenRaking.sample()
    let plain = try Raking().weights(sample, margins: GoldenRaking.margins)
    let tenfold = RakingSample(
      cells: sample.cells.map { RakingCell($0.categories, count: 10 * $0.count) })
    let weights = try Raking().weights(tenfold, margins: GoldenRaking.margins)
    #expect(weights.cycles == plain.cycles)
    for (one, other) in zip(weights.weights, plain.weights) {
      expectClose(one, other / 10, relative: 1e-12)
    }
    expectClose(
      weights.figures.effectiveSampleSize, 10 * plain.figures.effectiveSampleSize,
      relative: 1e-12)
  }

  @Test func `cells given in parts have the weights of the whole`() throws {
    let sample = try GoldenRaking.sample()
    let plain = try Raking().weights(sample, margins: GoldenRaking.margins)
    let each = RakingSample(
      cells: sample.cells.reversed().flatMap { cell in
        (0..<cell.count).map { _ in RakingCell(cell.categories, count: 1) }
      })
    #expect(each.cells.count == 240)
    let weights = try Raking().weights(each, margins: GoldenRaking.margins)
    expectClose(
      weights.figures.effectiveSampleSize, plain.figures.effectiveSampleSize, relative: 1e-12)
    expectClose(weights.weights[239], plain.weights[0], relative: 1e-12)
  }

  @Test func `weights that fit already are left as they are`() throws {
    let margins = [RakingMargin("sex", ["F": 30, "M": 70])]
    let sample = RakingSample(cells: [RakingCell([0], count: 3), RakingCell([1], count: 7)])
    let weights = try Raking().weights(sample, margins: margins)
    #expect(weights.cycles == 0)
    #expect(weights.weights == [10, 10])
    expectClose(weights.figures.designEffect, 1, relative: 1e-15)
  }

  /// A few combinations are numbered in two bytes, more in eight; most are sorted instead.
  @Test(arguments: [(2, 20), (3, 45), (5, 17)])
  func `however many combinations, respondents weigh what their cells do`(
    variables: Int, size: Int
  ) throws {
    var lots = Lots(seed: 11)
    let count = 600
    // The first respondents see to it that every category has somebody; a few are unknown.
    let columns = (0..<variables).map { variable in
      (0..<count).map { index in
        index < size ? UInt8(index) : UInt8(lots.next(0...(index % 50 == 0 ? size : size - 1)))
      }
    }
    let margins = columns.indices.map { variable in
      RakingMargin(
        "v\(variable)",
        (0..<size).map { code in
          let number = columns[variable].count { $0 == code }
          return RakingCategory("\(code)", Double(number) * (code % 2 == 0 ? 1 : 1.1))
        })
    }
    let sample = try RakingSample(columns: columns, margins: margins)
    var expected: [[Int?]: Int] = [:]
    for index in 0..<count {
      expected[columns.map { Int($0[index]) == size ? nil : Int($0[index]) }, default: 0] += 1
    }
    #expect(sample.cells.count == expected.count)
    for cell in sample.cells { #expect(expected[cell.categories] == cell.count) }

    let each = try Raking().weights(sample, margins: margins).ofRespondents(columns)
    let one = RakingSample(
      cells: (0..<count).map { index in
        RakingCell(columns.map { Int($0[index]) == size ? nil : Int($0[index]) }, count: 1)
      })
    let alone = try Raking().weights(one, margins: margins)
    let furthest = zip(each, alone.weights).map { distance($0, $1) }.max()
    #expect(try #require(furthest) < 1e-9)
  }

  @Test(arguments: [1, 2, 3, 2047, 2048, 2049, 4097])
  func `a block that is not full is counted in full`(count: Int) throws {
    let margins = [RakingMargin("sex", ["F": 1, "M": 1])]
    let column = (0..<count).map { UInt8($0 % 3) }
    let sample = try RakingSample(columns: [column], margins: margins)
    for code in 0..<3 {
      let expected = column.count { $0 == code }
      let found = sample.cells.first { $0.categories == [code == 2 ? nil : code] }
      #expect(found?.count ?? 0 == expected)
    }
  }
}
