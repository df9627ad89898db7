/// Margins and respondents that fit each other, as shares of one.
struct RakingProblem {
  /// The smallest start weight, relative to the largest.
  static let smallestRelativeStart = 1e-12

  /// The margins, with the figures multiplied to one total.
  let margins: [RakingMargin]
  /// The respondents.
  let sample: RakingSample
  /// The total of every margin.
  let total: Double
  /// The margins that summed to another total.
  let rescaledMargins: [MarginRescaling]
  /// The variables with respondents whose category is not known.
  let missing: [MissingCategory]
  /// The weight of each cell's respondents before raking, scaled to sum to the total.
  let startWeights: [Double]
  /// The share wanted of each category; where some are unknown, theirs is the last.
  let targets: [[Double]]
  /// The category in each margin (outer) of each combination (inner) that somebody is in.
  let codes: [[Int]]
  /// The share of each combination before raking; their sum is 1.
  let startShares: [Double]
  /// The combination of each of the sample's cells.
  let combinationOfCell: [Int]

  /// Checks the input and prepares it.
  ///
  /// - Throws: ``RakingRefusal`` with the first thing that stands in the way.
  init(margins given: [RakingMargin], sample: RakingSample) throws(RakingRefusal) {
    try Self.check(given)
    try Self.check(sample, given)
    let counter = CellCounter(given)
    guard counter.combinations != nil else { throw RakingRefusal(.tooManyCombinations) }

    // Start weights relative to the largest: no sum of them can be infinite.
    let largest = sample.cells.reduce(0) { max($0, $1.startWeight) }
    var places: [Int: Int] = [:]
    var combinationOfCell: [Int] = []
    var shares: [Double] = []
    var codes = [[Int]](repeating: [], count: given.count)
    for cell in sample.cells {
      let key = counter.key(cell.categories)
      let place = places[key] ?? shares.count
      if place == shares.count {
        places[key] = place
        shares.append(0)
        for (variable, category) in cell.categories.enumerated() {
          codes[variable].append(category ?? given[variable].missingCode)
        }
      }
      combinationOfCell.append(place)
      shares[place] += Double(cell.count) * (cell.startWeight / largest)
    }
    let sum = shares.reduce(0, +)
    for place in shares.indices { shares[place] /= sum }

    (margins, total, rescaledMargins) = Self.rescale(given)
    (targets, missing) = try Self.targets(margins, sample, codes, shares)
    self.sample = sample
    self.codes = codes
    self.combinationOfCell = combinationOfCell
    startShares = shares
    let unit = total / sum
    startWeights = sample.cells.map { $0.startWeight / largest * unit }
  }

  /// The name of a category, or `nil` for the unknown.
  func name(_ variable: Int, _ category: Int) -> String? {
    let categories = margins[variable].categories
    return category < categories.count ? categories[category].name : nil
  }

  /// The sums of one margin.
  func sums(_ shares: [Double], _ variable: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: targets[variable].count)
    let codes = codes[variable]
    for (place, share) in shares.enumerated() { sums[codes[place]] += share }
    return sums
  }

  /// The category whose sum is furthest from its figure, as a relative error.
  func largestError(_ shares: [Double]) -> MarginError {
    var worst = MarginError(variable: 0, category: 0, error: 0)
    for variable in targets.indices {
      for (category, sum) in sums(shares, variable).enumerated() {
        let error = abs(sum / targets[variable][category] - 1)
        // What is not a number is no error that anything could be larger than.
        if error > worst.error || !error.isFinite {
          worst = MarginError(
            variable: variable, category: category, error: error.isNaN ? .infinity : error)
        }
      }
    }
    return worst
  }

  private static func check(_ margins: [RakingMargin]) throws(RakingRefusal) {
    guard !margins.isEmpty else { throw RakingRefusal(.noMargins) }
    var variables: Set<String> = []
    for margin in margins {
      let variable = margin.variable
      guard variables.insert(variable).inserted else {
        throw RakingRefusal(.duplicateVariable, variable: variable)
      }
      guard !margin.categories.isEmpty else {
        throw RakingRefusal(.noCategories, variable: variable)
      }
      var names: Set<String> = []
      for category in margin.categories {
        guard names.insert(category.name).inserted else {
          throw RakingRefusal(.duplicateCategory, variable: variable, category: category.name)
        }
        guard category.target.isFinite, category.target >= 0 else {
          throw RakingRefusal(.invalidTarget, variable: variable, category: category.name)
        }
      }
      guard margin.total.isFinite else {
        throw RakingRefusal(.invalidTarget, variable: variable)
      }
    }
  }

  private static func check(
    _ sample: RakingSample, _ margins: [RakingMargin]
  ) throws(RakingRefusal) {
    guard !sample.cells.isEmpty else { throw RakingRefusal(.noRespondents) }
    let largest = sample.cells.reduce(0) { $1.startWeight.isFinite ? max($0, $1.startWeight) : $0 }
    for (position, cell) in sample.cells.enumerated() {
      let fits = zip(cell.categories, margins).allSatisfy { category, margin in
        category.map { margin.categories.indices.contains($0) } ?? true
      }
      guard fits, cell.categories.count == margins.count, cell.count > 0 else {
        throw RakingRefusal(.invalidCell, position: position)
      }
      guard cell.startWeight.isFinite,
        cell.startWeight > largest * Self.smallestRelativeStart
      else {
        throw RakingRefusal(.invalidStartWeight, position: position)
      }
    }
    guard sample.count < .max else { throw RakingRefusal(.invalidCell) }
  }

  /// The margins with one total: the one most of them have, of several such the largest.
  private static func rescale(
    _ margins: [RakingMargin]
  ) -> ([RakingMargin], Double, [MarginRescaling]) {
    let totals = margins.map(\.total)
    // Sums of the same numbers in another order may differ in the last digit.
    func isSame(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 1e-12 * other }
    let common =
      totals.max { one, other in
        let first = totals.count { isSame($0, one) }
        let second = totals.count { isSame($0, other) }
        return first == second ? one < other : first < second
      } ?? 0
    var rescaled: [MarginRescaling] = []
    let result = margins.map { margin in
      guard !isSame(margin.total, common), margin.total > 0 else { return margin }
      let factor = common / margin.total
      rescaled.append(
        MarginRescaling(variable: margin.variable, givenTotal: margin.total, factor: factor))
      var margin = margin
      for index in margin.categories.indices { margin.categories[index].target *= factor }
      return margin
    }
    return (result, common, rescaled)
  }

  /// The shares wanted, and the unknown.
  private static func targets(
    _ margins: [RakingMargin], _ sample: RakingSample, _ codes: [[Int]], _ shares: [Double]
  ) throws(RakingRefusal) -> ([[Double]], [MissingCategory]) {
    var targets: [[Double]] = []
    var missing: [MissingCategory] = []
    for (variable, margin) in margins.enumerated() {
      var start = [Double](repeating: 0, count: margin.missingCode + 1)
      for (place, share) in shares.enumerated() { start[codes[variable][place]] += share }
      for (index, category) in margin.categories.enumerated() {
        guard category.target > 0 else {
          let reason: RakingRefusalReason =
            start[index] > 0 ? .respondentsWithoutTarget : .invalidTarget
          throw RakingRefusal(reason, variable: margin.variable, category: category.name)
        }
        guard start[index] > 0 else {
          throw RakingRefusal(
            .categoryWithoutRespondents, variable: margin.variable, category: category.name)
        }
      }
      let unknown = start[margin.missingCode]
      let sum = margin.total
      var wanted = margin.categories.map { $0.target / sum * (1 - unknown) }
      if unknown > 0 {
        wanted.append(unknown)
        let count = sample.cells.reduce(0) { $0 + ($1.categories[variable] == nil ? $1.count : 0) }
        missing.append(MissingCategory(variable: margin.variable, count: count, share: unknown))
      }
      targets.append(wanted)
    }
    return (targets, missing)
  }
}

/// How far a category's sum is from its figure.
struct MarginError {
  /// The position of the variable.
  var variable: Int
  /// The position of the category; one more than the last is the unknown.
  var category: Int
  /// |Σw/T − 1|.
  var error: Double
}
