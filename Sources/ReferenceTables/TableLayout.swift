import CSVReading
import DialogueModel
import Records

// Where the header of a table stands, and what its columns are.
struct TableLayout {
  // How many lines are looked at for the header; a downloaded table has its title, and perhaps
  // some blank lines, before it.
  static let leadLines = 40
  // How much of the file is looked at from each of those lines.
  static let sampleSize = 1 << 18

  var dialect: CSVDialect
  // Where the header begins, in bytes, and the number of its line.
  var offset: Int
  var line: Int
  var names: [String]
  var roles: [ColumnRole]
  // The lines with text that stand before the header, as they are.
  var lead: [String]

  var width: Int { names.count }

  // The first line that is a header by its own names and by the figures below it.
  static func find(_ bytes: [UInt8]) -> TableLayout? {
    var lead: [String] = []
    var fallback: (layout: TableLayout, score: Int)?
    var start = 0
    for line in 1...leadLines where start < bytes.count {
      let end = endOfLine(bytes, from: start)
      let text = CellText.tidied(
        String(decoding: bytes[start..<end.text].prefix(4096), as: UTF8.self))
      if !text.isEmpty {
        var best: Candidate?
        for delimiter in CSVDialect.delimiters {
          let sample = Array(bytes[start..<min(bytes.count, start + sampleSize)])
          guard let candidate = Candidate(sample, delimiter) else { continue }
          if candidate.score > (best?.score ?? 0) { best = candidate }
        }
        if let best {
          let layout = TableLayout(
            dialect: CSVDialect(delimiter: best.delimiter), offset: start, line: line,
            names: best.names, roles: best.roles, lead: lead)
          if best.hasFigures { return layout }
          if best.divisions > 1, best.score > (fallback?.score ?? 0) {
            fallback = (layout, best.score)
          }
        }
        lead.append(text)
      }
      start = end.next
    }
    return fallback?.layout
  }

  private static func endOfLine(_ bytes: [UInt8], from start: Int) -> (text: Int, next: Int) {
    guard let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return (bytes.count, bytes.count)
    }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return (end, end + (isPair ? 2 : 1))
  }
}

// One line taken for the header, with one delimiter.
private struct Candidate {
  let delimiter: UInt8
  let names: [String]
  let roles: [ColumnRole]
  // Whether the first row below has figures where they should be.
  let hasFigures: Bool

  init?(_ sample: [UInt8], _ delimiter: UInt8) {
    let source = UTF8Source(bytes: sample, encoding: .utf8)
    let reader = CSVBlockReader(source, dialect: CSVDialect(delimiter: delimiter))
    // Bytes in memory can always be read.
    guard let header = try? reader.readHeader(rows: 6), var names = header.rows.first else {
      return nil
    }
    while names.last.map({ CellText.tidied($0).isEmpty }) == true { names.removeLast() }
    let roles = names.map(ColumnRole.init(named:))
    let figures = roles.indices.filter { if case .figure = roles[$0] { true } else { false } }
    guard names.count > 1, let first = figures.first,
      roles.contains(where: \.isDivision) || roles[..<first].contains(.unnamed)
    else { return nil }
    let below = header.rows.dropFirst().first { row in
      row.contains { !CellText.tidied($0).isEmpty }
    }
    hasFigures =
      below.map { row in
        figures.contains { column in
          column < row.count && !CellText.tidied(row[column]).isEmpty
            && CountCell(row[column]) != .unreadable
        }
      } ?? false
    self.delimiter = delimiter
    self.names = names
    self.roles = roles
  }

  var divisions: Int { roles.count(where: \.isDivision) }

  // Where two delimiters fit, the one with more columns that are known is the likelier.
  var score: Int {
    roles.reduce(0) {
      switch $1 {
      case .other, .unnamed: $0 + 1
      default: $0 + 100
      }
    }
  }
}
