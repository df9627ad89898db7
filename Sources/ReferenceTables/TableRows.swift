import CSVReading
import DialogueModel
import Records

// The records below the header of a table, read from the beginning as often as is asked.
struct TableRows {
  let text: TableText
  let layout: TableLayout
  let file: String

  // Gives each record with its line, and a finding for each that cannot be divided into cells.
  func read(
    _ body: (_ line: Int, _ cells: [String]) -> Void, problem: (Finding) -> Void = { _ in }
  ) {
    // The header and what is below it; the lines are counted from the beginning of the file.
    let source = UTF8Source(bytes: Array(text.bytes[layout.offset...]), encoding: .utf8)
    let reader = CSVBlockReader(source, dialect: layout.dialect)
    let parser = CSVParser(
      dialect: layout.dialect, columnOfField: Array(0..<layout.width),
      expectedFieldCount: layout.width, minimumFieldCount: 0)
    let block = CSVBlock()
    let batch = RecordBatch(columnCount: layout.width)
    // Bytes in memory can always be read.
    guard (try? reader.readHeader(rows: 1)) != nil else { return }
    while (try? reader.next(into: block)) == true {
      parser.parse(block, into: batch)
      for item in batch.problems + batch.undelivered { problem(finding(item)) }
      let bad = Set(batch.problems.compactMap(\.recordIndex))
      for record in 0..<batch.count where !bad.contains(record) {
        let fields = min(Int(batch.fieldCounts[record]), layout.width)
        body(
          Int(batch.lines[record]) + layout.line - 1,
          (0..<fields).map { batch.string(column: $0, record: record) })
      }
    }
  }

  private func finding(_ problem: RecordProblem) -> Finding {
    let place = Place(file: file, line: problem.line.map { $0 + layout.line - 1 })
    let (code, summary): (FindingCode, String) =
      switch problem.kind {
      case .fieldCount:
        (.csvFieldCount, "the row has more cells than the header has columns")
      case .unterminatedQuote:
        (.csvUnterminatedQuote, "a quoted cell is still open when the file ends")
      case .recordTooLong: (.csvRecordTooLong, "the row is larger than the limit")
      case .nulByte: (.csvNulByte, "the row holds a NUL byte")
      default: (.encodingInvalid, "the row holds bytes that are no text")
      }
    return Finding(
      code, at: place, severity: .error, summary,
      consequence: "It cannot be read, and the figures would not be whole.",
      remedy: "Correct the line, or download the table again.")
  }
}
