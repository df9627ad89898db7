import Representation
import Testing

/// Which categories become one before raking.
struct CategoryMergingTests {
  static func propose(
    _ counts: [Int], isOrdered: Bool, smallest: Int = 5, names: [String]? = nil
  ) -> MergedCategories {
    let names = names ?? counts.indices.map { "c\($0)" }
    let margin = RakingMargin(
      "v", names.enumerated().map { RakingCategory($1, Double(10 * ($0 + 1))) },
      isOrdered: isOrdered)
    let cells = counts.enumerated().filter { $1 > 0 }.map { RakingCell([$0], count: $1) }
    return CategoryMerging(smallestCount: smallest).propose(
      RakingSample(cells: cells + [RakingCell([nil], count: 2)]), margins: [margin])
  }

  @Test(arguments: [
    ([9, 9, 9], ["c0", "c1", "c2"]),
    ([9, 4, 8], ["c0", "c1 + c2"]),
    ([8, 4, 9], ["c0 + c1", "c2"]),
    ([8, 4, 8], ["c0 + c1", "c2"]),
    ([4, 9, 9], ["c0 + c1", "c2"]),
    ([9, 9, 4], ["c0", "c1 + c2"]),
    ([1, 1, 1, 9, 9], ["c0 + c1 + c2 + c3", "c4"]),
    ([2, 3, 9], ["c0 + c1", "c2"]),
    ([0, 9, 0, 9], ["c0 + c1 + c2", "c3"]),
    ([1, 1, 1], ["c0 + c1 + c2"]),
  ])
  func `neighbours of an ordered variable are merged`(counts: [Int], names: [String]) {
    let merged = Self.propose(counts, isOrdered: true)
    #expect(merged.margins[0].categories.map(\.name) == names)
    expectNothingLost(merged, counts)
  }

  @Test(arguments: [
    ([9, 9, 9], ["c0", "c1", "c2"]),
    ([9, 4, 8, 3], ["c0", "övriga", "c2"]),
    ([9, 4, 8], ["c0", "övriga"]),
    ([1, 9, 2, 8, 1], ["övriga", "c1"]),
    ([1, 2, 1], ["övriga"]),
  ])
  func `small categories of a variable without order become one`(
    counts: [Int], names: [String]
  ) {
    let merged = Self.propose(counts, isOrdered: false)
    #expect(merged.margins[0].categories.map(\.name) == names)
    expectNothingLost(merged, counts)
  }

  @Test func `a category named övriga takes the small ones`() {
    let merged = Self.propose([40, 3, 50, 60], isOrdered: false, names: ["a", "b", "övriga", "d"])
    #expect(merged.margins[0].categories.map(\.name) == ["a", "övriga", "d"])
    #expect(
      merged.merges == [
        CategoryMerge(variable: "v", categories: ["b", "övriga"], name: "övriga", count: 53)
      ])
  }

  @Test func `merging makes raking possible where a category has nobody, and says so`() throws {
    let margins = [
      RakingMargin("r", ["A": 45, "B": 40, "C": 15]), RakingMargin("c", ["x": 50, "y": 50]),
    ]
    let merged = CategoryMerging().propose(RakingRefusalTests.mixed, margins: margins)
    #expect(
      merged.merges == [
        CategoryMerge(variable: "r", categories: ["A", "C"], name: "övriga", count: 8)
      ])
    let weights = try Raking().weights(merged.sample, margins: merged.margins)
    #expect(weights.margins[0].categories.map(\.target) == [60, 40])
    #expect(weights.sample.cells.count == 4)
    #expect(largestMarginError(weights) < 1e-10)
  }

  @Test func `columns get the codes of the merged categories`() throws {
    let margins = GoldenRaking.margins
    let merged = CategoryMerging(smallestCount: 20).propose(
      try GoldenRaking.sample(), margins: margins)
    #expect(!merged.merges.isEmpty)
    let columns = merged.recoded(GoldenRaking.columns)
    let weights = try Raking().weights(
      RakingSample(columns: columns, margins: merged.margins), margins: merged.margins)
    let other = try Raking().weights(merged.sample, margins: merged.margins)
    // Cells that have become the same are one, as when the columns are counted anew.
    #expect(
      Set(merged.sample.cells.map(\.categories)) == Set(weights.sample.cells.map(\.categories)))
    #expect(merged.sample.cells.count == weights.sample.cells.count)
    expectClose(
      other.figures.effectiveSampleSize, weights.figures.effectiveSampleSize, relative: 1e-9)
    for margin in merged.margins.indices {
      let codes = Set(columns[margin])
      #expect(codes.count == merged.margins[margin].categories.count)
    }
    // Unknown stays unknown; what was no code stays none.
    let odd = merged.recoded([[2], [5], [7], [0]])
    #expect(Int(odd[0][0]) == merged.margins[0].missingCode)
    #expect(Int(odd[1][0]) == merged.margins[1].missingCode)
    #expect(Int(odd[2][0]) > merged.margins[2].missingCode)
  }

  private func expectNothingLost(_ merged: MergedCategories, _ counts: [Int]) {
    let margin = merged.margins[0]
    #expect(merged.sample.count == counts.reduce(0, +) + 2)
    #expect(margin.total == counts.indices.reduce(0) { $0 + Double(10 * ($1 + 1)) })
    #expect(merged.sample.cells.last?.categories == [nil])
    let known = merged.sample.cells.dropLast()
    #expect(known.allSatisfy { margin.categories.indices.contains($0.categories[0] ?? -1) })
    for merge in merged.merges {
      let code = margin.categories.firstIndex { $0.name == merge.name }
      let sum = known.reduce(0) { $0 + ($1.categories[0] == code ? $1.count : 0) }
      #expect(merge.count == sum && merge.categories.count > 1 && merge.variable == "v")
    }
    let unmerged = counts.count == margin.categories.count
    #expect(merged.merges.isEmpty == unmerged)
  }
}
