import Representation
import Testing

/// The R-indicator of a cross-tabulation: golden case G5, arithmetic by hand, and what is refused.
struct ParticipationTableTests {
  /// G5, a made-up population of 2,000 with 160 participants.
  static let table = ParticipationTable(
    variables: ["age", "sex", "loc"],
    cells: [
      cell("18-39", "F", "L1", 150, 7), cell("18-39", "F", "L2", 90, 3),
      cell("18-39", "F", "L3", 60, 1), cell("18-39", "M", "L1", 160, 5),
      cell("18-39", "M", "L2", 100, 2), cell("18-39", "M", "L3", 70, 1),
      cell("40-64", "F", "L1", 220, 26), cell("40-64", "F", "L2", 130, 11),
      cell("40-64", "F", "L3", 90, 4), cell("40-64", "M", "L1", 230, 18),
      cell("40-64", "M", "L2", 140, 8), cell("40-64", "M", "L3", 100, 4),
      cell("65+", "F", "L1", 110, 22), cell("65+", "F", "L2", 80, 11),
      cell("65+", "F", "L3", 60, 5), cell("65+", "M", "L1", 100, 17),
      cell("65+", "M", "L2", 60, 9), cell("65+", "M", "L3", 50, 6),
    ])

  static func cell(
    _ age: String, _ sex: String, _ place: String, _ population: Int, _ participants: Int
  ) -> ParticipationCell {
    ParticipationCell(
      categories: [age, sex, place], population: population, participants: participants)
  }

  struct Golden: CustomTestStringConvertible, Sendable {
    let variables: [String]
    let raw: Double
    let risq: Double
    let factor: Double
    let error: Double
    let variation: Double
    /// R with the K − 1 correction, from NumPy: the same fit, and the correction written anew.
    let adjusted: Double
    /// Pu and Pc, plain, then Pu and Pc with RISQ's correction.
    let partials: [[Double]]
    /// The categories in their order, Pu and Pc.
    let categories: [[(Double, Double)]]
    var testDescription: String { variables.joined(separator: "+") }
  }

  // RISQ 2.0's functions under R 4.2.2, with glm converged to epsilon 1e-15.
  static let golden = [
    Golden(
      variables: ["age", "sex", "loc"], raw: 0.897328051029, risq: 0.902251546062,
      factor: 0.906392246484, error: 0.0145153481145, variation: 0.641699681066,
      adjusted: 0.90152821664,
      partials: [
        [0.0445238712694, 0.04623277383771, 0.0423887889880, 0.0440157434353],
        [0.0108005400405, 0.00991518401617, 0.0102826146892, 0.0094397147206],
        [0.0194470019972, 0.02371100125649, 0.0185144472079, 0.0225739721256],
      ],
      categories: [
        [
          (-0.02797334332017, 0.02894614263613), (-0.00133424876999, 0.00219196803174),
          (0.03461339273347, 0.03598312770404),
        ],
        [(0.00767522578880, 0.00689635735546), (-0.00759885348309, 0.00712398268529)],
        [
          (0.0124924719599, 0.01543917793045), (-0.0036514837167, 0.00412936612831),
          (-0.0144495916093, 0.01751547032755),
        ],
      ]),
    Golden(
      variables: ["age", "loc"], raw: 0.899197249328, risq: 0.903228263024,
      factor: 0.921620882053, error: 0.0143498423497, variation: 0.630017191699,
      adjusted: 0.902496712771,
      partials: [
        [0.0445238712694, 0.0464848642007, 0.0427434006605, 0.0446259752024],
        [0.0194470019972, 0.0235935027842, 0.0186693334230, 0.0226500192759],
      ],
      categories: [
        [
          (-0.02797334332017, 0.02886985955963), (-0.00133424876999, 0.00175371585002),
          (0.03461339273347, 0.03639090943470),
        ],
        [
          (0.0124924719599, 0.01531692887453), (-0.0036514837167, 0.00401256343899),
          (-0.0144495916093, 0.01749126633863),
        ],
      ]),
    Golden(
      variables: ["age"], raw: 0.910929987174, risq: 0.913553104751, factor: 0.941967178286,
      error: 0.0135250274122, variation: 0.556687580163, adjusted: 0.912728578859, partials: [],
      categories: []),
  ]

  /// The goldens have twelve digits of S and its parts printed.
  ///
  /// 1e-10 leaves room for the
  /// last digit printed of the smallest figures (0.00133424876999 has 12 digits) and for the
  /// rounding of the two fits; a wrong divisor (N for N − 1) differs by 2.5e-4, and RISQ's own
  /// loose fit by 4e-9 in R.
  @Test(arguments: golden)
  func `the three models have the golden figures`(golden: Golden) throws {
    let model = try Self.table.model(of: golden.variables).get()
    #expect(model.population == 2000 && model.participants == 160)
    let indicator = model.indicator
    expectClose(indicator.value.raw, golden.raw, relative: 2e-12)
    expectClose(indicator.value.risq, golden.risq, relative: 1e-10)
    expectClose(indicator.risqFactor, golden.factor, relative: 1e-10)
    expectClose(indicator.standardError, golden.error, relative: 1e-10)
    expectClose(indicator.variation.raw, golden.variation, relative: 1e-10)
    #expect(indicator.meanRate == 0.08)
    expectClose(indicator.floor, 0.45741360135, relative: 1e-11)
    expectClose(indicator.value.adjusted, golden.adjusted, relative: 1e-10)
    #expect(model.steps <= 10)
    #expect(model.partials.map(\.variable) == golden.variables)
    for (partial, figures) in zip(model.partials, golden.partials) {
      expectClose(partial.unconditional.raw, figures[0], relative: 1e-10)
      expectClose(partial.conditional?.raw, figures[1], relative: 1e-10)
      expectClose(partial.unconditional.risq, figures[2], relative: 1e-10)
      expectClose(partial.conditional?.risq, figures[3], relative: 1e-10)
      #expect(partial.conditionalObstacle == nil)
    }
    for (partial, categories) in zip(model.partials, golden.categories) {
      #expect(partial.categories.count == categories.count)
      for (category, figures) in zip(partial.categories, categories) {
        expectClose(category.unconditional, figures.0, relative: 1e-10)
        expectClose(category.conditional, figures.1, relative: 1e-10)
      }
    }
  }

  @Test func `a model of one variable has nothing to hold fixed`() throws {
    let partial = try #require(try Self.table.model(of: ["age"]).get().partials.first)
    #expect(partial.conditional == nil && partial.conditionalObstacle == .singleVariable)
    #expect(partial.categories.allSatisfy { $0.conditional == nil })
    expectClose(partial.unconditional.raw, 0.0445238712694, relative: 1e-10)
    expectClose(partial.unconditional.risq, 0.0432126404113, relative: 1e-10)
  }

  /// From the age totals alone; figures of `golden_g5.py`, which has the divisor N.
  @Test func `the age margins of G5 have the golden figures`() throws {
    let balance = try OverallAssessor(draws: 10).assess(
      members: [19, 71, 70], reference: [630, 910, 460]
    ).get()
    let indicator = balance.indicator
    expectClose(balance.chiSquare, 49.5593778202, relative: 2e-12)
    expectClose(indicator.variation.raw, 0.556548390867, relative: 2e-12)
    expectClose(indicator.variation.adjusted, 0.546113869536, relative: 2e-12)
    expectClose(indicator.variation.risq, 0.540149681387, relative: 2e-12)
    expectClose(indicator.spread.raw, 0.0445238712694, relative: 2e-12)
    expectClose(indicator.value.raw, 0.910952257461, relative: 2e-12)
    expectClose(indicator.floor, 0.45741360135, relative: 1e-11)
    let signed = [-0.349666791502, -0.0166781096249, 0.432667409168]
    let partials = [-0.02797334332017, -0.00133424876999, 0.03461339273347]
    for index in 0..<3 {
      expectClose(balance.signedTerms[index], signed[index], relative: 2e-12)
      expectClose(balance.categoryPartials[index], partials[index], relative: 1e-11)
    }
    // The closed form of one variable is the logistic model's; the standard error has no N − 1.
    expectClose(indicator.standardError, 0.0135250274122, relative: 1e-11)
  }

  /// Two variables that multiply the odds, in cells where the model holds without a rest.
  ///
  /// Odds 1/9 · 1, · 2, · 3 and · 6: rates 1/10, 2/11, 1/4, 2/5. A model that holds gives the
  /// cells' own rates back.
  @Test func `rates that follow the model come back`() throws {
    let table = ParticipationTable(
      variables: ["a", "b"],
      cells: [
        ParticipationCell(categories: ["1", "x"], population: 1000, participants: 100),
        ParticipationCell(categories: ["1", "y"], population: 1100, participants: 200),
        ParticipationCell(categories: ["2", "x"], population: 800, participants: 200),
        ParticipationCell(categories: ["2", "y"], population: 1000, participants: 400),
      ])
    let model = try table.model().get()
    for cell in table.cells {
      let rate = Double(cell.participants) / Double(cell.population)
      expectClose(model.rates[cell.categories], rate, relative: 1e-13)
    }
    // By hand: N = 3900, r = 900/3900; S² = Σ N_c (ρ_c − r)²/3899.
    let mean = 900.0 / 3900
    let terms: [(weight: Double, rate: Double)] = [
      (1000, 0.1), (1100, 2.0 / 11), (800, 0.25), (1000, 0.4),
    ]
    var sum = 0.0
    for term in terms { sum += term.weight * (term.rate - mean) * (term.rate - mean) }
    expectClose(model.indicator.spread.raw, (sum / 3899).squareRoot(), relative: 1e-12)
    // Pc of a, inside x: 1000 at 0.1 and 800 at 0.25; inside y: 1100 at 2/11, 1000 at 0.4. Two
    // rates of weights m and k differ from their mean by m·k/(m + k) times the difference².
    let difference = 0.4 - 2.0 / 11
    let inside = 800_000.0 / 1800 * 0.15 * 0.15 + 1_100_000.0 / 2100 * difference * difference
    expectClose(
      model.partials[0].conditional?.raw, (inside / 3900).squareRoot(), relative: 1e-12)
  }

  /// Where the model leaves a rest, the totals of each category are still met: the equations
  /// that the most probable parameters solve.
  @Test func `the fitted rates meet every margin`() throws {
    let model = try Self.table.model().get()
    for column in 0..<3 {
      var rest: [String: Double] = [:]
      for cell in Self.table.cells {
        let rate = try #require(model.rates[cell.categories])
        rest[cell.categories[column], default: 0] +=
          Double(cell.population) * rate - Double(cell.participants)
      }
      for value in rest.values { #expect(abs(value) < 1e-11) }
    }
  }

  @Test func `the order of cells and variables changes nothing`() throws {
    let model = try Self.table.model().get()
    var shuffled = Self.table
    shuffled.cells.reverse()
    #expect(try shuffled.model().get() == model)
    let turned = try Self.table.model(of: ["loc", "age", "sex"]).get()
    expectClose(turned.indicator.value.risq, model.indicator.value.risq, relative: 1e-13)
    expectClose(
      turned.partials[1].conditional?.adjusted,
      try #require(model.partials[0].conditional).adjusted,
      relative: 1e-11)
    // A combination in which nobody lives adds nothing.
    shuffled.cells.append(Self.cell("80+", "F", "L9", 0, 0))
    #expect(try shuffled.model().get() == model)
  }

  @Test func `equal rates have no spread and no standard error`() throws {
    let table = ParticipationTable(
      variables: ["a", "b"],
      cells: [("1", "x"), ("1", "y"), ("2", "x"), ("2", "y")].map {
        ParticipationCell(categories: [$0.0, $0.1], population: 300, participants: 30)
      })
    let indicator = try table.model().get().indicator
    #expect(abs(indicator.value.raw - 1) < 1e-12)
    #expect(indicator.value.adjusted == 1 || indicator.factor == 0)
    #expect(indicator.standardError == nil)
    for value in everyFigure(indicator) { #expect(value.isFinite) }
  }

  private static func pairs(_ counts: [(String, String, Int, Int)]) -> ParticipationTable {
    ParticipationTable(
      variables: ["a", "b"],
      cells: counts.map {
        ParticipationCell(categories: [$0.0, $0.1], population: $0.2, participants: $0.3)
      })
  }

  static let refused: [(ParticipationTable, ParticipationObstacle)] = [
    (pairs([]), .noParticipants),
    (pairs([("1", "x", 9, 0), ("2", "y", 9, 0)]), .noParticipants),
    (pairs([("1", "x", 9, 9), ("2", "y", 9, 9)]), .everybodyParticipated),
    (pairs([("1", "x", 9, 2), ("1", "y", 9, 2)]), .singleCategory),
    (pairs([("1", "x", 9, -2), ("1", "y", 9, 2)]), .negativeCount),
    (pairs([("1", "x", -9, 2), ("1", "y", 9, 2)]), .negativeCount),
    (pairs([("1", "x", 9, 10), ("1", "y", 9, 2)]), .dataConflict),
    (pairs([("1", "x", 0, 1), ("1", "y", 9, 2)]), .dataConflict),
    (pairs([("1", "x", 9, 2), ("1", "x", 9, 2)]), .duplicateCell),
    (pairs([("1", "x", .max, 2), ("1", "y", .max, 2)]), .tooLarge),
    // b follows from a.
    (pairs([("1", "x", 90, 20), ("2", "y", 90, 30)]), .collinear),
    // Nobody of category 2.
    (
      pairs([("1", "x", 90, 20), ("1", "y", 90, 9), ("2", "x", 80, 0), ("2", "y", 90, 0)]),
      .separated
    ),
    // Every margin has both, but (1, x) has nobody and (2, y) everybody: a and b together
    // separate, and the parameters grow without end.
    (
      pairs([("1", "x", 90, 0), ("1", "y", 90, 40), ("2", "x", 80, 30), ("2", "y", 70, 70)]),
      .separated
    ),
    (ParticipationTable(variables: [], cells: []), .unknownVariable),
    (ParticipationTable(variables: ["a", "a"], cells: []), .unknownVariable),
    (
      ParticipationTable(
        variables: ["a"],
        cells: [ParticipationCell(categories: [], population: 1, participants: 1)]),
      .lengthMismatch
    ),
  ]

  @Test(arguments: refused.indices)
  func `what cannot be modelled has a reason`(index: Int) {
    let (table, obstacle) = Self.refused[index]
    #expect(throws: obstacle) { try table.model().get() }
  }

  @Test func `a variable that the table lacks or that is named twice is refused`() {
    #expect(throws: ParticipationObstacle.unknownVariable) {
      try Self.table.model(of: ["age", "income"]).get()
    }
    #expect(throws: ParticipationObstacle.unknownVariable) {
      try Self.table.model(of: ["age", "age"]).get()
    }
    #expect(throws: ParticipationObstacle.unknownVariable) { try Self.table.model(of: []).get() }
  }

  @Test func `more parameters than the limit are refused`() {
    let cells = (0..<400).map {
      ParticipationCell(categories: ["\($0)"], population: 10, participants: 3)
    }
    #expect(throws: ParticipationObstacle.tooLarge) {
      try ParticipationTable(variables: ["a"], cells: cells).model().get()
    }
    let many = (0...ParticipationTable.largestVariables).map { "\($0)" }
    #expect(throws: ParticipationObstacle.tooLarge) {
      try ParticipationTable(variables: many, cells: []).model().get()
    }
  }

  /// Small tables of any shape: either a reason, or finite figures that meet the margins.
  @Test func `no small table gives a figure that is not a number`() throws {
    var random = Lots(seed: 3)
    var fitted = 0
    for _ in 0..<300 {
      var cells: [(String, String, Int, Int)] = []
      for a in ["1", "2", "3"] {
        for b in ["x", "y"] {
          let population = random.next(0...12)
          cells.append((a, b, population, random.next(0...population)))
        }
      }
      let table = Self.pairs(cells)
      guard case .success(let model) = table.model() else { continue }
      fitted += 1
      for value in everyFigure(model.indicator) { #expect(value.isFinite) }
      let all = table.cells.reduce(0.0) {
        $0 + Double($1.population) * (model.rates[$1.categories] ?? 0)
      }
      #expect(abs(all - Double(model.participants)) < 1e-9)
      // No rate is at its end, which is what an unsettled fit would leave.
      #expect(model.rates.values.allSatisfy { $0 > 1e-6 && $0 < 1 - 1e-6 })
    }
    #expect(fitted > 100)
  }
}
