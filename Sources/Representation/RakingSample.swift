/// The respondents, counted by cell (*svarande*).
///
/// A million respondents in four variables are a few hundred cells, and all work after the one
/// pass over them is on cells.
public struct RakingSample: Sendable, Equatable {
  /// The most combinations of categories, the unknown counted as one of each variable: 2⁶².
  public static let largestCombinationCount = UInt64(1) << 62

  /// The cells.
  public let cells: [RakingCell]

  /// Makes a sample of cells.
  ///
  /// Cells with the same categories may occur more than once, with different start weights.
  /// Nothing is checked until the cells meet margins.
  public init(cells: [RakingCell]) {
    self.cells = cells
  }

  /// Counts respondents given as one column of codes for each variable.
  ///
  /// A code is the position of the category in the margin. The number of categories, which is
  /// ``RakingMargin/missingCode``, stands for a category that is not known. The cells come in the
  /// order of their codes, the last variable changing fastest.
  ///
  /// **Cost.** One pass, of a few nanoseconds for each respondent in a release build. Up to 2²⁰
  /// combinations take eight bytes each; with more of them, each respondent does.
  ///
  /// - Parameters:
  ///   - columns: The codes, one column for each margin and all of the same length.
  ///   - margins: The margins, at most 255 categories each.
  /// - Throws: ``RakingRefusal`` when a column does not fit its margin.
  public init(columns: [[UInt8]], margins: [RakingMargin]) throws(RakingRefusal) {
    cells = try CellCounter(margins).count(columns)
  }

  /// Counts respondents given as one column of whole numbers for each variable.
  ///
  /// The codes are the same as in a column of bytes; two bytes for each respondent and variable
  /// are needed on top.
  ///
  /// - Parameters:
  ///   - columns: The codes, one column for each margin and all of the same length.
  ///   - margins: The margins, at most 65,535 categories each.
  /// - Throws: ``RakingRefusal`` when a column does not fit its margin.
  public init(columns: [[Int]], margins: [RakingMargin]) throws(RakingRefusal) {
    let counter = CellCounter(margins)
    cells = try counter.count(try counter.narrowed(columns))
  }

  /// The number of respondents, n; the largest number there is where the sum is too large.
  public var count: Int {
    var sum = 0
    for cell in cells {
      let (next, isTooLarge) = sum.addingReportingOverflow(max(0, cell.count))
      if isTooLarge { return .max }
      sum = next
    }
    return sum
  }
}
