/// What stands in one of a table's first rows and shows which tool wrote it.
///
/// Everything that a mark names has to be there. Names are compared with their case: `Timestamp`
/// is one tool's word and `timestamp` anybody's. Blanks before, after and between words make no
/// difference.
public struct RowMark: Sendable, Equatable {
  /// The row that is looked at, counted from 1.
  public var row: Int
  /// Names that stand in cells of their own.
  public var columns: [String]
  /// How many of the names have to be there; all of them when it is `nil`.
  public var least: Int?
  /// Names of which one is the first cell that is not empty.
  public var first: [String]
  /// A regular expression that at least two cells match as a whole.
  ///
  /// Cells of more than 200 bytes are not compared with it, because no tool writes such names of
  /// its own accord, and neither are more than 2,000 cells.
  public var pattern: String?

  /// Makes a mark.
  public init(
    row: Int = 1, columns: [String] = [], least: Int? = nil, first: [String] = [],
    pattern: String? = nil
  ) {
    self.row = row
    self.columns = columns
    self.least = least
    self.first = first
    self.pattern = pattern
  }

  /// Whether the mark names nothing.
  public var isEmpty: Bool { columns.isEmpty && first.isEmpty && pattern == nil }
}
