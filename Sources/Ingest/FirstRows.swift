/// The first rows of a table, with the cells of the topmost ready to be compared with signs.
struct FirstRows {
  /// The rows as they are, header rows and records alike.
  let rows: [[String]]
  /// The cells of the topmost rows without tags, entities and superfluous blanks.
  ///
  /// A cell that is longer than any sign is not looked at, and stands as one that is like none.
  let cells: [[String]]
  /// The different cells of each of these rows.
  let present: [Set<String>]

  /// The rows that signs can name.
  private static let deepest = 9
  /// The bytes of the longest cell that is looked at.
  private static let longest = 400
  private static let other = "\u{1}"

  init(_ rows: [[String]]) {
    self.rows = rows
    cells = rows.prefix(Self.deepest).map { row in
      row.map { $0.isEmpty ? "" : $0.utf8.count > Self.longest ? Self.other : Self.spaced($0) }
    }
    present = cells.map { Set($0) }
  }

  /// A name as signs compare it: with its case, because `Timestamp` is one tool's word and
  /// `timestamp` anybody's.
  static func spaced(_ name: String) -> String {
    HeaderText.plain(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
