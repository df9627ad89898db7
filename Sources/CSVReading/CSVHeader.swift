import Records

/// The header rows of a CSV file, as they stand there.
public struct CSVHeader: Sendable, Equatable {
  /// The fields of each header row.
  ///
  /// Fewer rows than were asked for means that the file ended, or that a header row could not
  /// be read; `problems` says which.
  public var rows: [[String]]
  /// The line on which each header row begins, counted from 1.
  public var lines: [Int]
  /// What is wrong with the header rows.
  ///
  /// A `strayQuote` is told here too. A field that is not UTF-8 is in `rows` with U+FFFD in the
  /// places concerned.
  public var problems: [RecordProblem]

  /// Makes a header.
  public init(rows: [[String]] = [], lines: [Int] = [], problems: [RecordProblem] = []) {
    self.rows = rows
    self.lines = lines
    self.problems = problems
  }

  /// The number of fields: that of the longest header row.
  public var fieldCount: Int { rows.reduce(0) { max($0, $1.count) } }

  /// The number of fields up to the last one that has text in a header row.
  ///
  /// Tables saved from a spreadsheet often have empty fields at the end of the header and not
  /// in every row.
  public var namedFieldCount: Int {
    rows.reduce(0) { max($0, ($1.lastIndex { !$0.isEmpty } ?? -1) + 1) }
  }
}
