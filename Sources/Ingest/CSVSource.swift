import CSVReading
import DialogueModel
import Records

/// A CSV file as a source.
final class CSVSource: SourceReader {
  private let reader: CSVBlockReader
  private let selection: [Int]
  private let fieldCount: Int
  private let namedFieldCount: Int
  private let limits: CSVLimits

  private init(
    reader: CSVBlockReader, selection: [Int], fieldCount: Int, namedFieldCount: Int
  ) {
    self.reader = reader
    self.selection = selection
    self.fieldCount = fieldCount
    self.namedFieldCount = namedFieldCount
    limits = reader.limits
    reader.columnCount = max(fieldCount, 1)
  }

  static func open(
    _ file: SourceFile, _ input: SourceInput, blockSize: Int, limits: SourceLimits
  ) throws(SourceError) -> (OpenedSource?, [Finding]) {
    let (found, encodingFindings) = try SourceOpener.encoding(of: file, input.file)
    var findings = encodingFindings
    guard let found, let encoding = found.encoding else { return (nil, findings) }
    // A sample is read through a descriptor of its own, so that the reading proper, which hashes
    // every byte once, begins at the beginning.
    func sample() throws(SourceError) -> UTF8Source {
      UTF8Source(
        file: try InputFile(path: input.path), encoding: encoding,
        byteOrderMarkLength: found.byteOrderMarkLength)
    }
    guard let dialect = try dialect(of: file, try sample(), &findings) else {
      return (nil, findings)
    }
    let first = try CSVBlockReader(
      try sample(), dialect: dialect, limits: CSVLimits(limits)
    ).readHeader(
      rows: HeaderRows.rowsLookedAt)
    let rows = file.declaration.mendsLetters ? LetterMending.mended(first.rows) : first.rows
    let table = HeaderRows.read(
      rows, declared: file.declaration.headerRows, profile: file.profile)
    let (hash, takesBytes) = input.hash()
    let source = UTF8Source(
      file: input.file, encoding: encoding, byteOrderMarkLength: found.byteOrderMarkLength
    ) { if takesBytes { hash.add($0) } }
    let reader = CSVBlockReader(
      source, dialect: dialect, blockSize: blockSize, limits: CSVLimits(limits))
    let header = try reader.readHeader(rows: table.rows)
    findings += header.problems.map { ProblemWords.finding($0, file: file.path, record: nil) }
    // A header that is beyond a limit says so, and not that columns are missing.
    guard !header.problems.contains(where: { $0.kind == .recordTooLong }) else {
      return (nil, findings)
    }
    guard header.rows.count == table.rows, !table.names.isEmpty else {
      findings.append(
        SourceOpener.empty(file, "the file ends before its \(table.rows) header rows do"))
      return (nil, findings)
    }
    let line = header.lines.last ?? 1
    let columns = TableColumns(
      file, names: table.names, first: rows, line: line, limits: limits)
    findings += columns.findings
    guard let layout = columns.layout else { return (nil, findings) }
    let width = table.rows == 0 ? table.names.count : header.fieldCount
    let opened = OpenedSource(
      file: file, layout: layout, encoding: encoding.name, headerLine: line, findings: findings,
      pending: SourceOpener.pending(found, file: file.path),
      reader: CSVSource(
        reader: reader, selection: columns.selection, fieldCount: width,
        namedFieldCount: table.rows == 0 ? width : header.namedFieldCount),
      hash: hash)
    return (opened, findings)
  }

  private static func dialect(
    of file: SourceFile, _ sample: UTF8Source, _ findings: inout [Finding]
  ) throws(SourceError) -> CSVDialect? {
    if let written = file.declaration.delimiter {
      let byte: UInt8? = written == "\\t" || written == "tab" ? 0x09 : written.utf8.first
      if let byte, CSVDialect.delimiters.contains(byte), written.utf8.count <= 3 {
        return CSVDialect(delimiter: byte)
      }
      findings.append(
        unknownDelimiter(file, "the declared delimiter is none of ; , tab |"))
      return nil
    }
    let declared = file.declaration
    let named =
      declared.text.count + declared.closed.count + declared.background.count
      + (declared.id == nil ? 0 : 1) + (declared.time == nil ? 0 : 1)
    // A file with one column has no delimiter, and is only expected when one column is named.
    let allowsOne = named <= 1
    let finding = try CSVDialectDetector(allowsSingleColumn: allowsOne).detect(sample)
    guard let dialect = finding.dialect else {
      findings.append(unknownDelimiter(file, finding.evidence))
      return nil
    }
    return dialect
  }

  private static func unknownDelimiter(_ file: SourceFile, _ why: String) -> Finding {
    Finding(
      .csvDelimiterUnknown, at: Place(file: file.path, line: 1),
      "the columns cannot be told apart: \(why)", consequence: "The source is not read.",
      remedy: "Name the delimiter in dialogue.yaml (delimiter: \";\"), or export as CSV again.")
  }

  func take(into work: SourceWork, from source: OpenedSource) throws(SourceError) -> Bool {
    let dialect = reader.dialect
    work.prepare(for: source) {
      CSVParser(
        dialect: dialect, columnOfField: selection, expectedFieldCount: fieldCount,
        minimumFieldCount: namedFieldCount, limits: limits)
    }
    work.needsParsing = true
    return try reader.next(into: work.block)
  }

  func closingFindings(_ path: String) -> [Finding] { [] }

  var unmapped: [String] { [] }
}

extension CSVLimits {
  /// The limits of tables, from those of sources.
  init(_ limits: SourceLimits) {
    self.init(
      recordBytes: limits.recordBytes, fieldBytes: limits.recordBytes, columns: limits.columns)
  }
}
