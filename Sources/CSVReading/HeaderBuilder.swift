import Records

// Collects the header rows from the records at the beginning of a file.
struct HeaderBuilder {
  private let dialect: CSVDialect
  private let limits: CSVLimits
  private let wantedRows: Int
  private let counter: CSVParser
  private let counted = RecordBatch(columnCount: 0)
  private var separatorLineIsNext: Bool
  private(set) var header = CSVHeader()

  init(dialect: CSVDialect, rows: Int, limits: CSVLimits) {
    self.dialect = dialect
    self.limits = limits
    wantedRows = rows
    counter = CSVParser(
      dialect: dialect, columnOfField: [], expectedFieldCount: .max, minimumFieldCount: 0,
      limits: limits)
    separatorLineIsNext = dialect.hasSeparatorLine
  }

  var isComplete: Bool { header.rows.count >= wantedRows && !separatorLineIsNext }

  var problems: [RecordProblem] {
    get { header.problems }
    set { header.problems = newValue }
  }

  // Adds one record; a blank line is none. `false` when the record is beyond a limit: it is no
  // header row then.
  mutating func add(_ record: UnsafeBufferPointer<UInt8>, line: Int) -> Bool {
    var scanner = RecordScanner(dialect)
    if let base = record.baseAddress { scanner.scan(base, count: record.count, isFinal: true) }
    let block = CSVBlock(
      record, firstLine: line, strayQuotes: scanner.strayQuotes(before: record.count))
    counter.parse(block, into: counted)
    guard counted.count == 1 else { return true }
    if separatorLineIsNext {
      separatorLineIsNext = false
      return true
    }
    // Columns are made for as many fields as there are, so the number is known to be bounded.
    if var refusal = counted.problems.first(where: { $0.kind == .recordTooLong }) {
      refusal.recordIndex = nil
      header.problems.append(refusal)
      return false
    }
    let fieldCount = Int(counted.fieldCounts[0])
    let parser = CSVParser(
      dialect: dialect, columnOfField: Array(0..<fieldCount), expectedFieldCount: fieldCount,
      limits: limits)
    let batch = RecordBatch(columnCount: fieldCount, bytesPerColumn: 64)
    parser.parse(block, into: batch)
    header.lines.append(Int(counted.lines[0]))
    header.rows.append((0..<fieldCount).map { batch.string(column: $0, record: 0) })
    for var problem in batch.notices + batch.problems {
      problem.recordIndex = nil
      header.problems.append(problem)
    }
    return true
  }
}
