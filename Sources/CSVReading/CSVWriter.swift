/// Writes rows of a CSV file that a spreadsheet can open without running anything in it.
///
/// A cell that begins with `=`, `+`, `-`, `@`, tab or CR gets an apostrophe before it: a
/// spreadsheet would take it for a formula (CSV injection, as OWASP describes it). A negative
/// number, such as `-3` or `-0,5`, is left as it is. A cell that has apostrophes before such a
/// character already gets one more, so that ``unescaped(_:)`` gives every cell back exactly.
public struct CSVWriter: Sendable {
  /// The character between two cells.
  public let delimiter: Character
  /// What ends a row.
  public let lineEnd: CSVLineEnd

  /// Makes a writer; the line end that RFC 4180 asks for is CR LF.
  public init(delimiter: Character = ";", lineEnd: CSVLineEnd = .crlf) {
    precondition(
      delimiter.isASCII && delimiter != "\"" && !delimiter.isNewline && delimiter != " ",
      "the delimiter is an ASCII character that is neither quote nor blank")
    self.delimiter = delimiter
    self.lineEnd = lineEnd
  }

  /// One row with its line end.
  public func row(_ cells: [String]) -> String {
    var text = ""
    write(cells, to: &text)
    return text
  }

  /// Adds one row with its line end to a text.
  public func write(_ cells: [String], to text: inout String) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.append(delimiter) }
      let safe = Self.escaped(cell)
      // One empty cell alone would be a blank line, which is no record.
      if needsQuotes(safe) || (safe.isEmpty && cells.count == 1) {
        text.append("\"")
        for scalar in safe.unicodeScalars {
          if scalar == "\"" { text.append("\"") }
          text.unicodeScalars.append(scalar)
        }
        text.append("\"")
      } else {
        text.append(safe)
      }
    }
    text.append(lineEnd.rawValue)
  }

  private func needsQuotes(_ cell: String) -> Bool {
    guard let first = cell.utf8.first, let last = cell.utf8.last else { return false }
    let blanks: [UInt8] = [0x20, 0x09]
    if blanks.contains(first) || blanks.contains(last) { return true }
    let own = delimiter.asciiValue
    return cell.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == own }
  }

  /// A cell as it was before it was written: the apostrophe that `write` put before it is taken
  /// away.
  ///
  /// The inverse of what `write` does, for every text. A cell that `write` cannot have made, such
  /// as `'x` or `'-3`, is given back as it is.
  package static func unescaped(_ cell: String) -> String {
    guard cell.utf8.first == apostrophe else { return cell }
    // By code points: an apostrophe and a mark that follows it are one character.
    let rest = String(cell.unicodeScalars.dropFirst())
    return needsApostrophe(rest) ? rest : cell
  }

  static func escaped(_ cell: String) -> String { needsApostrophe(cell) ? "'" + cell : cell }

  private static let apostrophe = UInt8(ascii: "'")

  private static func needsApostrophe(_ cell: String) -> Bool {
    let triggers: [UInt8] = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]
    let rest = cell.utf8.drop { $0 == apostrophe }
    guard let first = rest.first, triggers.contains(first) else { return false }
    // With an apostrophe before it, a negative number is text like any other.
    return rest.startIndex > cell.utf8.startIndex || !isNegativeNumber(cell)
  }

  // A minus, digits, and at most one comma or point between digits.
  private static func isNegativeNumber(_ cell: String) -> Bool {
    guard cell.utf8.first == 0x2D else { return false }
    let parts = cell.utf8.dropFirst().split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2C || $0 == 0x2E })
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      }
  }
}
