import Records

// Collects the header rows from the records at the beginning of a file.
struct HeaderBuilder {
  // More fields than this is no header row; spreadsheets stop at 16,384 columns.
  static let maximumFieldCount = 16_384

  private let dialect: CSVDialect
  private let wantedRows: Int
  private let counter: CSVParser
  private let counted = RecordBatch(columnCount: 0)
  private var separatorLineIsNext: Bool
  private(set) var header = CSVHeader()

  init(dialect: CSVDialect, rows: Int) {
    self.dialect = dialect
    wantedRows = rows
    counter = CSVParser(dialect: dialect, columnOfField: [], expectedFieldCount: .max)
    separatorLineIsNext = dialect.hasSeparatorLine
  }

  var isComplete: Bool { header.rows.count >= wantedRows && !separatorLineIsNext }

  var problems: [RecordProblem] {
    get { header.problems }
    set { header.problems = newValue }
  }

  // Adds one record; a blank line is none.
  mutating func add(_ record: UnsafeBufferPointer<UInt8>, line: Int) {
    let block = CSVBlock(record, firstLine: line)
    counter.parse(block, into: counted)
    guard counted.count == 1 else { return }
    if separatorLineIsNext {
      separatorLineIsNext = false
      return
    }
    let fieldCount = Int(counted.fieldCounts[0])
    header.lines.append(Int(counted.lines[0]))
    guard fieldCount <= Self.maximumFieldCount else {
      header.rows.append([])
      header.problems.append(
        RecordProblem(
          .fieldCount, line: Int(counted.lines[0]), expected: Self.maximumFieldCount,
          found: fieldCount, detail: "fields in a header row"))
      return
    }
    let parser = CSVParser(
      dialect: dialect, columnOfField: Array(0..<fieldCount), expectedFieldCount: fieldCount)
    let batch = RecordBatch(columnCount: fieldCount, bytesPerColumn: 64)
    parser.parse(block, into: batch)
    header.rows.append((0..<fieldCount).map { batch.string(column: $0, record: 0) })
    for var problem in batch.problems {
      problem.recordIndex = nil
      header.problems.append(problem)
    }
  }
}
