/// Joins several header rows into one name for each column.
///
/// A blank in an upper row means that the question before it goes on; `Response` and the like
/// in the lower row say nothing of their own.
enum HeaderRows {
  static func join(_ rows: [[String]]) -> [String] {
    guard let first = rows.first else { return [] }
    guard rows.count > 1 else { return first.map { trim($0) } }
    let width = rows.map(\.count).max() ?? 0
    var names: [String] = []
    var upper = Array(repeating: "", count: rows.count)
    for column in 0..<width {
      var parts: [String] = []
      for (depth, row) in rows.enumerated() {
        let cell = column < row.count ? trim(row[column]) : ""
        let isLast = depth == rows.count - 1
        if isLast {
          if !cell.isEmpty, !unsaid.contains(cell.lowercased()) { parts.append(cell) }
        } else {
          if !cell.isEmpty { upper[depth] = cell }
          if !upper[depth].isEmpty { parts.append(upper[depth]) }
        }
      }
      names.append(parts.joined(separator: " › "))
    }
    return names
  }

  private static let unsaid: Set<String> = ["response", "open-ended response"]

  private static func trim(_ cell: String) -> String {
    var part = Substring(cell)
    while let last = part.last, last.isWhitespace { part.removeLast() }
    while let head = part.first, head.isWhitespace { part.removeFirst() }
    return String(part)
  }
}
