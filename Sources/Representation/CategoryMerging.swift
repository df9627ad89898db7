/// Proposes which categories to merge before raking, since few respondents get large weights.
///
/// In an **ordered** variable the category with the fewest respondents is merged with the
/// neighbour that has fewer, the earlier one when both have as many, until every category has
/// enough; the new name is the old ones with ` + ` between. In **any other** variable all
/// categories with too few become one, named ``otherName``; while that has too few, the smallest
/// category left joins it. A category that already has that name joins it too.
///
/// Respondents whose category is not known stay as they are.
public struct CategoryMerging: Sendable, Equatable {
  /// The fewest respondents of a category that is left alone.
  public var smallestCount: Int
  /// The name of the merged category of a variable without order.
  public var otherName: String

  /// Makes a rule.
  public init(smallestCount: Int = 5, otherName: String = "övriga") {
    self.smallestCount = smallestCount
    self.otherName = otherName
  }

  /// Proposes margins and respondents with enough in every category.
  ///
  /// A variable with too few respondents in all is left with one category, which weights nothing.
  ///
  /// - Parameters:
  ///   - sample: The respondents.
  ///   - margins: The population's figures.
  /// - Returns: The margins and respondents to rake, and every merge. A cell that does not fit
  ///   the margins is left as it is, for raking to refuse.
  public func propose(_ sample: RakingSample, margins: [RakingMargin]) -> MergedCategories {
    var cells = sample.cells
    var result = margins
    var merges: [CategoryMerge] = []
    var allCodes = margins.map { Array(0...$0.missingCode) }
    for (variable, margin) in margins.enumerated() {
      var counts = [Int](repeating: 0, count: margin.categories.count)
      for cell in cells where cell.categories.indices.contains(variable) {
        guard let code = cell.categories[variable], counts.indices.contains(code) else { continue }
        counts[code] = counts[code].addingReportingOverflow(max(0, cell.count)).partialValue
      }
      let groups = margin.isOrdered ? runs(counts) : pools(counts, margin)
      guard groups.count < counts.count else { continue }
      var newCodes = [Int](repeating: 0, count: counts.count)
      result[variable].categories = groups.enumerated().map { index, group in
        for code in group { newCodes[code] = index }
        let old = group.map { margin.categories[$0] }
        guard old.count > 1 else { return old[0] }
        let names = old.map(\.name)
        let name = margin.isOrdered ? names.joined(separator: " + ") : otherName
        merges.append(
          CategoryMerge(
            variable: margin.variable, categories: names, name: name,
            count: group.reduce(0) { $0 + counts[$1] }))
        return RakingCategory(name, old.reduce(0) { $0 + $1.target })
      }
      for index in cells.indices where cells[index].categories.indices.contains(variable) {
        guard let code = cells[index].categories[variable], newCodes.indices.contains(code)
        else { continue }
        cells[index].categories[variable] = newCodes[code]
      }
      allCodes[variable] = newCodes + [groups.count]
    }
    let sample = merges.isEmpty ? sample : RakingSample(cells: joined(cells))
    return MergedCategories(
      sample: sample, margins: result, merges: merges, newCodes: allCodes)
  }

  /// Cells that have become the same, as one.
  private func joined(_ cells: [RakingCell]) -> [RakingCell] {
    struct Key: Hashable {
      let categories: [Int?]
      let startWeight: Double
    }
    var places: [Key: Int] = [:]
    var result: [RakingCell] = []
    for cell in cells {
      let key = Key(categories: cell.categories, startWeight: cell.startWeight)
      if let place = places[key], cell.count > 0 {
        let (sum, isTooLarge) = result[place].count.addingReportingOverflow(cell.count)
        if !isTooLarge {
          result[place].count = sum
          continue
        }
      }
      if cell.count > 0 { places[key] = result.count }
      result.append(cell)
    }
    return result
  }

  /// Neighbours together, in the order of the variable.
  private func runs(_ counts: [Int]) -> [[Int]] {
    var groups = counts.indices.map { [$0] }
    var sizes = counts
    while groups.count > 1, let least = sizes.indices.min(by: { sizes[$0] < sizes[$1] }),
      sizes[least] < smallestCount
    {
      var first = max(0, least - 1)
      if least == 0 || (least + 1 < sizes.count && sizes[least + 1] < sizes[least - 1]) {
        first = least
      }
      groups[first] += groups.remove(at: first + 1)
      sizes[first] += sizes.remove(at: first + 1)
    }
    return groups
  }

  /// The smallest together, at the place of the first of them.
  private func pools(_ counts: [Int], _ margin: RakingMargin) -> [[Int]] {
    var pool = Set(counts.indices.filter { counts[$0] < smallestCount })
    guard !pool.isEmpty else { return counts.indices.map { [$0] } }
    pool.formUnion(counts.indices.filter { margin.categories[$0].name == otherName })
    let rest = counts.indices.filter { !pool.contains($0) }.sorted { counts[$0] < counts[$1] }
    var size = pool.reduce(0) { $0 + counts[$1] }
    for code in rest where size < smallestCount || pool.count == 1 {
      pool.insert(code)
      size += counts[code]
    }
    let first = pool.min() ?? 0
    return counts.indices.compactMap { code in
      if code == first { return pool.sorted() }
      return pool.contains(code) ? nil : [code]
    }
  }
}
