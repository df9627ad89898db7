/// One way in which a tool writes the header of a table.
public struct HeaderStyle: Sendable, Equatable {
  /// The number of header rows.
  public var rows: Int
  /// What shows that the table is written so; empty for the way that needs no sign.
  public var mark: RowMark
  /// Whether the row of the mark has words below every time column, and no digit in them.
  ///
  /// At least two such columns are needed, so that one answer in words is not taken for a name.
  public var untimed: Bool
  /// Whether the row of the mark has nothing below the record's identifier.
  public var unidentified: Bool
  /// The rows that the names are made of, in their order; all of them when it is empty.
  public var names: [Int]
  /// Whether a blank in an upper row means that the name before it goes on.
  public var continues: Bool
  /// Words in the last row that add nothing to a name.
  public var silent: [String]

  /// Makes a style that is shown by nothing.
  public init(rows: Int) {
    self.rows = rows
    mark = RowMark()
    untimed = false
    unidentified = false
    names = []
    continues = false
    silent = []
  }

  /// Whether the table itself has to show that it is written so.
  public var needsSign: Bool { untimed || unidentified || !mark.isEmpty }
}
