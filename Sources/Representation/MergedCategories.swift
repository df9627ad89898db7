/// Margins and respondents after a merge of categories, and what was merged.
public struct MergedCategories: Sendable, Equatable {
  /// The respondents, with the new categories.
  public let sample: RakingSample
  /// The margins, with the new categories.
  public let margins: [RakingMargin]
  /// Every merge; none when each category had enough respondents.
  public let merges: [CategoryMerge]
  /// The new code of each old one, for each margin; the last is that of the unknown.
  let newCodes: [[Int]]

  /// The place in the new sample of the cell that respondents with certain old categories are in.
  ///
  /// - Parameter categories: The old categories, one for each margin; `nil` where it is not known.
  /// - Returns: The place, or `nil` when the new sample has nobody with such categories.
  public func place(of categories: [Int?]) -> Int? {
    guard categories.count == newCodes.count else { return nil }
    let merged = zip(categories, newCodes).map { category, codes -> Int? in
      category.map { codes.indices.contains($0) ? codes[$0] : $0 }
    }
    return sample.cells.firstIndex { $0.categories == merged }
  }

  /// The columns that the old sample was made from, with the codes of the new margins.
  ///
  /// A code that the old margin does not have becomes one that the new margin does not have.
  ///
  /// - Parameter columns: The columns, one for each margin.
  /// - Returns: The columns to give to the new weights.
  public func recoded(_ columns: [[UInt8]]) -> [[UInt8]] {
    zip(columns, newCodes).map { column, codes in
      let table = (0...255).map { UInt8(clamping: $0 < codes.count ? codes[$0] : 255) }
      return column.map { table[Int($0)] }
    }
  }
}
