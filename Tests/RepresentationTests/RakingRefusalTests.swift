import Representation
import Testing

/// What stands in the way of weights, and the degenerate golden cases G4.
struct RakingRefusalTests {
  static let rows = RakingMargin("r", ["A": 60, "B": 40])
  static let columns = RakingMargin("c", ["x": 30, "y": 70])

  /// Ten A-x and ten B-y: the rows alone fix the columns.
  static let diagonal = RakingSample(cells: [
    RakingCell([0, 0], count: 10), RakingCell([1, 1], count: 10),
  ])
  /// Eight A and twelve B, x and y by turns.
  static let mixed = RakingSample(cells: [
    RakingCell([0, 0], count: 4), RakingCell([0, 1], count: 4),
    RakingCell([1, 0], count: 6), RakingCell([1, 1], count: 6),
  ])

  private func refusal(_ sample: RakingSample, _ margins: [RakingMargin]) -> RakingRefusal? {
    #expect(throws: RakingRefusal.self) { try Raking().weights(sample, margins: margins) }
  }

  /// G4 a: survey, ipfn, weightipy and balance all hand out weights here.
  @Test func `a contradiction between margins and zeros is refused, with its proof`() throws {
    let refused = try #require(refusal(Self.diagonal, [Self.rows, Self.columns]))
    #expect(refused.reason == .contradictoryMargins)
    #expect(refused.variable == "r" && refused.category == "B")
    // After a cycle the columns fit, and the rows are 30 and 70 instead of 60 and 40.
    expectClose(refused.marginError, 0.75)
    #expect(refused.cycles == 10)
    let turned = RakingSample(
      cells: Self.diagonal.cells.map { RakingCell($0.categories.reversed(), count: $0.count) })
    #expect(refusal(turned, [Self.columns, Self.rows])?.reason == .contradictoryMargins)
  }

  @Test func `a contradiction of three margins that no two have is refused`() {
    // Those of A and x, A and z or x and z: each pair of margins can be met, all three not.
    let margins = ["a", "b", "c"].map { RakingMargin($0, ["in": 50, "out": 50]) }
    let sample = RakingSample(cells: [
      RakingCell([0, 1, 1], count: 9), RakingCell([1, 0, 1], count: 9),
      RakingCell([1, 1, 0], count: 9),
    ])
    #expect(refusal(sample, margins)?.reason == .contradictoryMargins)
  }

  /// G4 b: ipfn, weightipy and balance share the 15 % out.
  @Test func `a category of the population that nobody answered from is refused`() {
    let rows = RakingMargin("r", ["A": 45, "B": 40, "C": 15])
    let refused = refusal(Self.mixed, [rows, RakingMargin("c", ["x": 50, "y": 50])])
    #expect(
      refused
        == RakingRefusal(.categoryWithoutRespondents, variable: "r", category: "C"))
  }

  /// G4 c: 103 is as common as 100, and the larger: which of the two does not hang on the order.
  @Test(arguments: [false, true])
  func `a margin with another total is rescaled, and said to be`(isTurned: Bool) throws {
    let rows = RakingMargin("r", ["A": 55, "B": 45])
    let columns = RakingMargin("c", ["x": 50, "y": 53])
    let cells = Self.mixed.cells.map {
      RakingCell(isTurned ? $0.categories.reversed() : $0.categories, count: $0.count)
    }
    let weights = try Raking().weights(
      RakingSample(cells: cells), margins: isTurned ? [columns, rows] : [rows, columns])
    #expect(weights.total == 103)
    #expect(weights.rescaledMargins.map(\.variable) == ["r"])
    #expect(weights.rescaledMargins.first?.givenTotal == 100)
    expectClose(weights.rescaledMargins.first?.factor, 1.03)
    expectClose(weights.figures.sum, 103, relative: 1e-12)
    #expect(largestMarginError(weights) < 1e-10)
    let rescaled = weights.margins[isTurned ? 1 : 0].categories
    expectClose(rescaled[0].target, 56.65)
    expectClose(rescaled[1].target, 46.35)
  }

  @Test func `the total that most margins have is the common one`() throws {
    let margins = [
      RakingMargin("a", ["in": 55, "out": 48]), RakingMargin("b", ["in": 50, "out": 50]),
      RakingMargin("c", ["in": 40, "out": 60]),
    ]
    let cells = (0..<8).map { RakingCell([$0 & 1, $0 >> 1 & 1, $0 >> 2], count: 5 + $0) }
    let weights = try Raking().weights(RakingSample(cells: cells), margins: margins)
    #expect(weights.total == 100)
    #expect(weights.rescaledMargins.map(\.variable) == ["a"])
  }

  @Test func `shares that sum to one but for the last digit are not a rescaling`() throws {
    let shares = RakingMargin("r", ["A": 0.1, "B": 0.9])
    // 0.1 + 0.2 + 0.7 is 1 less one unit of the last place.
    let other = RakingMargin("c", ["x": 0.1, "y": 0.2, "z": 0.7])
    let cells = (0..<6).map { RakingCell([$0 % 2, $0 / 2], count: 3 + $0) }
    let weights = try Raking().weights(RakingSample(cells: cells), margins: [shares, other])
    #expect(weights.rescaledMargins.isEmpty)
  }

  /// G4 d: the first, the fourteenth and the fifteenth have no c: one A and two B, x, y and x.
  @Test func `the unknown are a category that keeps its share`() throws {
    let sample = RakingSample(cells: [
      RakingCell([0, 0], count: 3), RakingCell([0, 1], count: 4), RakingCell([0, nil], count: 1),
      RakingCell([1, 0], count: 5), RakingCell([1, 1], count: 5), RakingCell([1, nil], count: 2),
    ])
    let margins = [
      RakingMargin("r", ["A": 55, "B": 45]), RakingMargin("c", ["x": 50, "y": 50]),
    ]
    let weights = try Raking().weights(sample, margins: margins)
    #expect(weights.missing.map(\.variable) == ["c"] && weights.missing[0].count == 3)
    expectClose(weights.missing[0].share, 0.15)
    func sum(_ isIncluded: (RakingCell) -> Bool) -> Double {
      zip(sample.cells, weights.weights).reduce(0) {
        $0 + (isIncluded($1.0) ? Double($1.0.count) * $1.1 : 0)
      }
    }
    // Nobody is dropped: the rows are met in full (weightipy gives 51.75 and 48.25).
    expectClose(sum { $0.categories[0] == 0 }, 55)
    expectClose(sum { $0.categories[0] == 1 }, 45)
    // Fifty-fifty among the 85 % that are known.
    expectClose(sum { $0.categories[1] == 0 }, 42.5)
    expectClose(sum { $0.categories[1] == 1 }, 42.5)
    expectClose(sum { $0.categories[1] == nil }, 15)
    #expect(weights.figures.count == 20)
  }

  @Test func `respondents where the population has nobody are refused`() {
    let rows = RakingMargin("r", ["A": 100, "B": 0])
    let refused = refusal(Self.mixed, [rows, RakingMargin("c", ["x": 50, "y": 50])])
    #expect(
      refused == RakingRefusal(.respondentsWithoutTarget, variable: "r", category: "B"))
  }

  @Test(arguments: [0, -1, .nan, .infinity, -.infinity, -0.0])
  func `a figure that is not a number above 0 is refused`(target: Double) {
    let rows = RakingMargin("r", ["A": 60, "B": 40, "C": target])
    let refused = refusal(Self.mixed, [rows, RakingMargin("c", ["x": 50, "y": 50])])
    #expect(refused == RakingRefusal(.invalidTarget, variable: "r", category: "C"))
  }

  @Test func `figures too large to be summed are refused`() {
    let rows = RakingMargin("r", ["A": 1e308, "B": 1e308])
    #expect(refusal(Self.mixed, [rows, Self.columns])?.reason == .invalidTarget)
  }

  @Test func `empty input is refused`() throws {
    #expect(refusal(Self.mixed, [])?.reason == .noMargins)
    #expect(
      refusal(RakingSample(cells: []), [Self.rows, Self.columns])?.reason == .noRespondents)
    let none = RakingMargin("c", [RakingCategory]())
    #expect(
      refusal(Self.mixed, [Self.rows, none]) == RakingRefusal(.noCategories, variable: "c"))
    let empty = #expect(throws: RakingRefusal.self) {
      try RakingSample(columns: [[UInt8]](), margins: [Self.rows])
    }
    #expect(empty?.reason == .noRespondents)
    let short = #expect(throws: RakingRefusal.self) {
      try RakingSample(columns: [[UInt8]()], margins: [Self.rows])
    }
    #expect(short?.reason == .noRespondents)
  }

  @Test func `names that occur twice are refused`() {
    #expect(
      refusal(Self.mixed, [Self.rows, Self.rows])
        == RakingRefusal(.duplicateVariable, variable: "r"))
    let twice = RakingMargin("c", ["x": 50, "x": 50])
    #expect(
      refusal(Self.mixed, [Self.rows, twice])
        == RakingRefusal(.duplicateCategory, variable: "c", category: "x"))
  }

  @Test(arguments: [
    RakingCell([0], count: 1), RakingCell([0, 2], count: 1), RakingCell([-1, 0], count: 1),
    RakingCell([0, 0, 0], count: 1), RakingCell([0, 0], count: 0),
    RakingCell([0, 0], count: -4), RakingCell([0, 0], count: .max),
  ])
  func `a cell that does not fit is refused`(cell: RakingCell) {
    let sample = RakingSample(cells: Self.mixed.cells + [cell])
    #expect(refusal(sample, [Self.rows, Self.columns])?.reason == .invalidCell)
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e-13, 1e-307])
  func `a start weight that is not a number above 0 is refused`(weight: Double) {
    let sample = RakingSample(
      cells: Self.mixed.cells + [RakingCell([0, 0], count: 1, startWeight: weight)])
    #expect(
      refusal(sample, [Self.rows, Self.columns])
        == RakingRefusal(.invalidStartWeight, position: 4))
  }

  @Test func `too few cycles are refused, with how far it got`() throws {
    let sample = try GoldenRaking.sample()
    let refused = #expect(throws: RakingRefusal.self) {
      try Raking(largestCycleCount: 12).weights(sample, margins: GoldenRaking.margins)
    }
    #expect(refused?.reason == .noConvergence)
    #expect(refused?.cycles == 12)
    #expect(try #require(refused?.marginError) > 1e-10)
    #expect(try #require(refused?.marginError) < 1e-8)
  }

  /// The one solution has a weight of 0, which products of factors come to ever more slowly.
  @Test func `a solution that only weights of 0 give is not said to be reached`() {
    let sample = RakingSample(cells: [
      RakingCell([0, 0], count: 5), RakingCell([0, 1], count: 5), RakingCell([1, 1], count: 5),
    ])
    let margins = [
      RakingMargin("r", ["A": 30, "B": 70]), RakingMargin("c", ["x": 30, "y": 70]),
    ]
    let refused = refusal(sample, margins)
    #expect(refused?.reason == .noConvergence)
    #expect(refused?.cycles == 1000)
  }

  @Test func `a code that is no category is refused with its variable and place`() {
    let margins = [Self.rows, Self.columns]
    var first = [UInt8](repeating: 0, count: 5000)
    let second = [UInt8](repeating: 2, count: 5000)
    first[4321] = 3
    let refused = #expect(throws: RakingRefusal.self) {
      try RakingSample(columns: [first, second], margins: margins)
    }
    #expect(refused == RakingRefusal(.unknownCode, variable: "r", position: 4321))
    let wide = #expect(throws: RakingRefusal.self) {
      try RakingSample(columns: [[0, 1, -1], [0, 0, 0]], margins: margins)
    }
    #expect(wide == RakingRefusal(.unknownCode, variable: "r", position: 2))
    let larger = #expect(throws: RakingRefusal.self) {
      try RakingSample(columns: [[0, 1, 0], [0, 0, 65_536]], margins: margins)
    }
    #expect(larger == RakingRefusal(.unknownCode, variable: "c", position: 2))
  }

  @Test func `columns that are not one for each margin and of one length are refused`() {
    for columns: [[UInt8]] in [[[0]], [[0], [0], [0]], [[0, 1], [0]]] {
      let refused = #expect(throws: RakingRefusal.self) {
        try RakingSample(columns: columns, margins: [Self.rows, Self.columns])
      }
      #expect(refused?.reason == .columnsDiffer)
    }
  }

  @Test func `too many combinations are refused`() {
    let margins = (0..<63).map { RakingMargin("v\($0)", ["only": 1]) }
    let sample = RakingSample(cells: [RakingCell([Int?](repeating: 0, count: 63), count: 1)])
    #expect(refusal(sample, margins)?.reason == .tooManyCombinations)
  }

  @Test(arguments: RakingRefusalReason.allCases)
  func `a refusal says what is wrong, where, and what to do`(reason: RakingRefusalReason) {
    let refused = RakingRefusal(
      reason, variable: "age", category: "16-24", position: 7, marginError: 0.5, cycles: 3)
    let words = refused.description
    for part in [
      "variable age", "category 16-24", "position 7", "margin error 0.5", "3 cycles",
      "(\(reason.rawValue))",
    ] { #expect(words.contains(part)) }
  }
}
