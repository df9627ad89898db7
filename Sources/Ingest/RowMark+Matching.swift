import DialogueModel

extension RowMark {
  /// Longer cells are not compared with a pattern.
  private static let longestForPattern = 200
  /// The cells that a pattern has to match.
  private static let leastForPattern = 2

  /// What of the mark stands in the first rows of a table, in the order of the row; `nil` when
  /// something of it is not there.
  func found(in rows: [[String]]) -> [String]? {
    guard !isEmpty, rows.indices.contains(row - 1) else { return nil }
    let cells = rows[row - 1].map(Self.spaced)
    var found: Set<String> = []
    if !columns.isEmpty {
      let present = Set(cells)
      let there = columns.map(Self.spaced).filter(present.contains)
      guard there.count >= least ?? columns.count else { return nil }
      found.formUnion(there)
    }
    if !first.isEmpty {
      guard let begin = cells.first(where: { !$0.isEmpty }),
        first.contains(where: { Self.spaced($0) == begin })
      else { return nil }
      found.insert(begin)
    }
    if let pattern {
      guard let expression = try? Regex(pattern) else { return nil }
      let there = cells.filter {
        $0.utf8.count <= Self.longestForPattern && (try? expression.wholeMatch(in: $0)) != nil
      }
      guard there.count >= Self.leastForPattern else { return nil }
      found.formUnion(there)
    }
    var seen: Set<String> = []
    return cells.filter { found.contains($0) && seen.insert($0).inserted }
  }

  /// Whether anything of the mark stands in the first rows.
  func leavesTrace(in rows: [[String]]) -> Bool {
    guard rows.indices.contains(row - 1) else { return false }
    let cells = Set(rows[row - 1].map { HeaderMap.fold(HeaderText.plain($0)) })
    if (columns + first).contains(where: { cells.contains(HeaderMap.fold($0)) }) { return true }
    return pattern != nil && RowMark(row: row, pattern: pattern).found(in: rows) != nil
  }

  // Names are compared with their case: `Timestamp` is one tool's word, `timestamp` anybody's.
  private static func spaced(_ name: String) -> String {
    HeaderText.plain(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
