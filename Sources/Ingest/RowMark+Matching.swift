import DialogueModel

extension RowMark {
  /// Longer cells are not compared with a pattern.
  private static let longestForPattern = 200
  /// More cells of a row than these are not compared with a pattern.
  private static let mostForPattern = 2000
  /// The cells that a pattern has to match.
  private static let leastForPattern = 2

  /// What of the mark stands in the first rows of a table, in the order of the row; `nil` when
  /// something of it is not there.
  func found(in first: FirstRows) -> [String]? {
    guard !isEmpty, first.cells.indices.contains(row - 1) else { return nil }
    let cells = first.cells[row - 1]
    var found: Set<String> = []
    if !columns.isEmpty {
      let present = first.present[row - 1]
      let there = columns.map(FirstRows.spaced).filter(present.contains)
      guard there.count >= least ?? columns.count else { return nil }
      found.formUnion(there)
    }
    if !self.first.isEmpty {
      guard let begin = cells.first(where: { !$0.isEmpty }),
        self.first.contains(where: { FirstRows.spaced($0) == begin })
      else { return nil }
      found.insert(begin)
    }
    if let pattern {
      guard let expression = try? Regex(pattern) else { return nil }
      let there = cells.prefix(Self.mostForPattern).filter {
        $0.utf8.count <= Self.longestForPattern && (try? expression.wholeMatch(in: $0)) != nil
      }
      guard there.count >= Self.leastForPattern else { return nil }
      found.formUnion(there)
    }
    var seen: Set<String> = []
    return cells.filter { found.contains($0) && seen.insert($0).inserted }
  }

  /// Whether anything of the mark stands in the first rows.
  func leavesTrace(in first: FirstRows) -> Bool {
    guard first.cells.indices.contains(row - 1) else { return false }
    let known = Set((columns + self.first).map(HeaderMap.fold))
    if first.present[row - 1].contains(where: { known.contains($0.lowercased()) }) { return true }
    return pattern != nil && RowMark(row: row, pattern: pattern).found(in: first) != nil
  }
}
