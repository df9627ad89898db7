import CSVReading
import DialogueModel
import Records

/// A CSV file as a source.
final class CSVSource: SourceReader {
  private let reader: CSVBlockReader
  private let selection: [Int]
  private let fieldCount: Int
  private let namedFieldCount: Int
  private let hasColumns: Bool

  private init(
    reader: CSVBlockReader, selection: [Int], fieldCount: Int, namedFieldCount: Int
  ) {
    self.reader = reader
    self.selection = selection
    self.fieldCount = fieldCount
    self.namedFieldCount = namedFieldCount
    hasColumns = selection.contains { $0 >= 0 }
  }

  static func open(
    _ file: SourceFile, _ input: InputFile, blockSize: Int
  ) throws(SourceError) -> (OpenedSource?, [Finding]) {
    let (found, encodingFindings) = try SourceOpener.encoding(of: file, input)
    var findings = encodingFindings
    guard let found, let encoding = found.encoding else { return (nil, findings) }
    guard let dialect = try dialect(of: file, found, encoding, &findings) else {
      return (nil, findings)
    }
    let hash = FileHash(input)
    let source = UTF8Source(
      file: input, encoding: encoding, byteOrderMarkLength: found.byteOrderMarkLength
    ) { hash.add($0) }
    let reader = CSVBlockReader(source, dialect: dialect, blockSize: blockSize)
    let rows = file.declaration.headerRows ?? file.profile.headerRows
    let header = try reader.readHeader(rows: rows)
    findings += header.problems.map { ProblemWords.finding($0, file: file.path, record: nil) }
    // A header that is beyond a limit says so, and not that columns are missing.
    guard !header.problems.contains(where: { $0.kind == .recordTooLong }) else {
      return (nil, findings)
    }
    guard header.rows.count == rows, let line = header.lines.last else {
      findings.append(
        SourceOpener.empty(file, "the file ends before its \(rows) header rows do"))
      return (nil, findings)
    }
    let map = HeaderMap(names: HeaderRows.join(header.rows), file: file.path, line: line)
    let (layout, selection, mapFindings) = map.map(file.declaration, file.profile)
    findings += mapFindings
    findings += SourceOpener.leftOut(
      layout, file: file.path, line: line,
      declares: !(file.declaration.text + file.declaration.closed).isEmpty)
    findings += doubt(file, names: map.names, line: line)
    let fatal: [FindingCode] = [.mapColumnMissing, .mapNothingMapped]
    guard !findings.contains(where: { fatal.contains($0.code) }) else { return (nil, findings) }
    let opened = OpenedSource(
      file: file, layout: layout, encoding: encoding.name, findings: findings,
      reader: CSVSource(
        reader: reader, selection: selection, fieldCount: header.fieldCount,
        namedFieldCount: header.namedFieldCount),
      hash: hash)
    return (opened, findings)
  }

  private static func dialect(
    of file: SourceFile, _ found: EncodingFinding, _ encoding: TextEncoding,
    _ findings: inout [Finding]
  ) throws(SourceError) -> CSVDialect? {
    // The sample is read through a descriptor of its own, so that the reading proper, which
    // hashes every byte once, begins at the beginning.
    let sample = UTF8Source(
      file: try InputFile(path: file.absolutePath), encoding: encoding,
      byteOrderMarkLength: found.byteOrderMarkLength)
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

  private static func doubt(_ file: SourceFile, names: [String], line: Int) -> [Finding] {
    let signature = file.profile.signature
    guard !signature.isEmpty else { return [] }
    let folded = Set(names.map(HeaderMap.fold))
    guard !signature.contains(where: { folded.contains(HeaderMap.fold($0)) }) else { return [] }
    return [
      Finding(
        .profileDoubtful, at: Place(file: file.path, line: line), severity: .note,
        "the header has none of the columns that \(file.profile.label) writes",
        consequence: "It is read as the profile says.",
        remedy: "Look at the first lines with inspel inspect; profile: generic-csv takes any.")
    ]
  }

  func take(into work: SourceWork, from source: OpenedSource) throws(SourceError) -> Bool {
    let dialect = reader.dialect
    work.prepare(for: source) {
      CSVParser(
        dialect: dialect, columnOfField: selection, expectedFieldCount: fieldCount,
        minimumFieldCount: namedFieldCount)
    }
    work.needsParsing = true
    return try reader.next(into: work.block)
  }

  func closingFindings(_ path: String) -> [Finding] { [] }

  var unmapped: [String] { [] }
}
