import Records
import XMLReading

// Everything that a reader said of a file, as plain values that can be compared.
struct Reading: Equatable {
  var rows: [[String]] = []
  var lines: [UInt32] = []
  var fieldCounts: [UInt32] = []
  var problems: [RecordProblem] = []
  var undelivered: [RecordProblem] = []
  // The number in the file of each row.
  var numbers: [Int] = []
  var untaken: [XMLPathCount] = []
  var dropCounts: [Int] = []
  var skipCounts: [Int] = []
  var columnCounts: [XMLColumnCount] = []
  var pathsAreComplete = true
  var prolog = XMLProlog()

  init(
    _ xml: [UInt8], _ layout: XMLRecordLayout, limits: XMLLimits = XMLLimits(),
    chunk: Int = 1 << 16, records: Int = 4096, bytes: Int = 1 << 20
  ) throws {
    let source = XMLSource.bytes(xml, chunkSize: chunk)
    try self.init(source, layout, limits: limits, records: records, bytes: bytes)
  }

  init(
    _ xml: String, _ layout: XMLRecordLayout, limits: XMLLimits = XMLLimits(),
    chunk: Int = 1 << 16, records: Int = 4096, bytes: Int = 1 << 20
  ) throws {
    try self.init(
      Array(xml.utf8), layout, limits: limits, chunk: chunk, records: records, bytes: bytes)
  }

  init(
    _ source: XMLSource, _ layout: XMLRecordLayout, limits: XMLLimits = XMLLimits(),
    records: Int = 4096, bytes: Int = 1 << 20
  ) throws {
    let reader = XMLRecordReader(source, layout: layout, limits: limits)
    let batch = RecordBatch(columnCount: layout.columnCount)
    var more = true
    while more {
      more = try reader.read(into: batch, records: records, bytes: bytes)
      for record in 0..<batch.count {
        rows.append((0..<layout.columnCount).map { batch.string(column: $0, record: record) })
        numbers.append(batch.firstRecord + record)
      }
      lines += batch.lines
      fieldCounts += batch.fieldCounts
      problems += batch.problems
      undelivered += batch.undelivered
    }
    untaken = reader.untakenPaths
    dropCounts = reader.dropCounts
    skipCounts = reader.skipCounts
    columnCounts = reader.columnCounts
    pathsAreComplete = reader.pathsAreComplete
    prolog = reader.prolog
  }

  // The kinds of the problems of the file.
  var kinds: [RecordProblem.Kind] { problems.map(\.kind) }
}

// A layout with one column for each path.
func layout(
  _ record: String, _ paths: String..., namespace: String? = nil, dropped: [String] = []
) throws -> XMLRecordLayout {
  try XMLRecordLayout(
    record: record, namespace: namespace, columnCount: paths.count,
    rules: paths.enumerated().map { try .text($1, column: $0) }, dropped: dropped)
}

// Text in Latin-1 and windows-1252, where they are the same.
func latin1(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
}

func utf16(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
  (mark ? "\u{FEFF}" + text : text).utf16.flatMap { unit in
    let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    return bigEndian ? bytes.reversed() : bytes
  }
}
