import CSVReading
import DialogueModel
import Records

/// Looks at a CSV file: its dialect, and then the table.
struct CSVInspection {
  let recognition: ToolRecognition
  let answers: AnswerIndex
  let scope: InspectionScope

  func inspect(
    _ file: inout InspectedFile, _ input: SourceInput, _ found: EncodingFinding,
    _ encoding: TextEncoding
  ) throws(SourceError) {
    let (hash, takesBytes) = input.hash()
    func source(_ input: InputFile, _ hash: FileHash?) -> UTF8Source {
      UTF8Source(
        file: input, encoding: encoding, byteOrderMarkLength: found.byteOrderMarkLength
      ) { hash?.add($0) }
    }
    let sample = source(try InputFile(path: input.path), nil)
    let dialectFinding = try CSVDialectDetector(allowsSingleColumn: true).detect(sample)
    guard let dialect = dialectFinding.dialect else {
      file.container = "text"
      file.sha256 = try hash.finish()
      file.findings.append(noTable(file.path, dialectFinding.evidence))
      return
    }
    let head = try CSVBlockReader(
      source(try InputFile(path: input.path), nil), dialect: dialect,
      limits: CSVLimits(scope.limits)
    ).readHeader(rows: HeaderRows.rowsLookedAt)
    guard dialect.delimiterCharacter != nil || Self.isList(head.rows) else {
      file.container = "text"
      file.sha256 = try hash.finish()
      file.findings.append(noTable(file.path, dialectFinding.evidence))
      return
    }
    file.container = "csv"
    let inspection = TableInspection(recognition: recognition, answers: answers, scope: scope)
    let look = inspection.look(head.rows)
    file.dialect = InspectedFile.Dialect(
      delimiter: dialect.delimiterCharacter.map(String.init),
      quote: String(Unicode.Scalar(dialect.quote)), lineEnd: dialect.lineEnd.map(Self.name),
      evidence: dialectFinding.evidence)
    let reader = CSVBlockReader(
      source(input.file, takesBytes ? hash : nil), dialect: dialect,
      limits: CSVLimits(scope.limits))
    let header = try reader.readHeader(rows: look.header.rows)
    // A header that is beyond a limit says so, and its columns are not spoken of.
    if let refusal = header.problems.first(where: { $0.kind == .recordTooLong }) {
      file.sha256 = try hash.finish()
      file.findings.append(ProblemWords.finding(refusal, file: file.path, record: nil))
      return
    }
    let isNamed = look.header.rows > 0
    let width = isNamed ? header.fieldCount : head.rows.first?.count ?? 0
    guard width <= scope.limits.columns else {
      file.sha256 = try hash.finish()
      file.findings.append(
        TableColumns.tooMany(file.path, width, scope.limits, line: header.lines.last ?? 1))
      return
    }
    reader.columnCount = max(width, 1)
    let rows = CSVRows(reader, width: width, named: isNamed ? header.namedFieldCount : width)
    try inspection.inspect(
      &file, look, rows: rows, width: width, line: header.lines.last,
      problems: header.problems, fileProblems: found.problems,
      sample: scope.sample(ofSize: input.file.size ?? 0))
    let isHashed = file.sample == nil || (input.stored.size ?? 0) <= InspectionScope.hashLimit
    file.sha256 = isHashed ? try hash.finish() : nil
  }

  /// Whether a file with one column is a list of answers: its heading asks for words.
  private static func isList(_ rows: [[String]]) -> Bool {
    guard let heading = rows.first?.first, rows.count > 1, heading.count <= 200 else {
      return false
    }
    return ColumnWords.asksForText(heading) || heading.hasSuffix("?")
  }

  private static func name(_ lineEnd: CSVLineEnd) -> String {
    switch lineEnd {
    case .crlf: "CRLF"
    case .lf: "LF"
    case .cr: "CR"
    }
  }

  private func noTable(_ path: String, _ evidence: String) -> Finding {
    Finding(
      .csvDelimiterUnknown, at: Place(file: path, line: 1),
      "the file is no table whose columns can be told apart: \(evidence)",
      consequence: "Nothing more is said of it.",
      remedy: "If it is a table, export it again as CSV with semicolons and quotes.")
  }
}

/// The records of a CSV file, all of their columns.
private final class CSVRows: TableRows {
  private let reader: CSVBlockReader
  private let parser: CSVParser
  private let block = CSVBlock()

  init(_ reader: CSVBlockReader, width: Int, named: Int) {
    self.reader = reader
    parser = CSVParser(
      dialect: reader.dialect, columnOfField: Array(0..<width), expectedFieldCount: width,
      minimumFieldCount: named, limits: reader.limits)
  }

  var bytesRead: Int { reader.source.rawByteCount }

  func next(into batch: RecordBatch) throws(SourceError) -> Bool {
    guard try reader.next(into: block) else { return false }
    parser.parse(block, into: batch)
    return true
  }
}
