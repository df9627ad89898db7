import Archives
import DialogueModel
import Records
import SpreadsheetReading

/// A sheet of a workbook as a source.
final class SheetSource: SourceReader {
  private let reader: SheetReader
  private let selection: [Int]
  private var isDone = false

  private init(reader: SheetReader, selection: [Int]) {
    self.reader = reader
    self.selection = selection
  }

  static func open(
    _ file: SourceFile, _ input: SourceInput, limits: SourceLimits
  ) throws(SourceError) -> (OpenedSource?, [Finding]) {
    var findings = unused(file)
    do {
      let workbook = try Spreadsheet(input.file, limits: SpreadsheetLimits(limits))
      let choice = try SheetChoice(workbook, declared: file.declaration.sheet)
      guard let sheet = choice.sheet else {
        return (nil, findings + [choice.finding(file.path)])
      }
      var first = try SheetReader(workbook, sheet: sheet)
        .readHeader(rows: HeaderRows.rowsLookedAt).map(\.values)
      if file.declaration.mendsLetters { first = LetterMending.mended(first) }
      let table = HeaderRows.read(
        first, declared: file.declaration.headerRows, profile: file.profile)
      let reader = try SheetReader(workbook, sheet: sheet)
      let header = try reader.readHeader(rows: table.rows)
      guard header.count == table.rows, !table.names.isEmpty else {
        findings.append(
          SourceOpener.empty(file, "the sheet ends before its \(table.rows) header rows do"))
        return (nil, findings)
      }
      let line = header.last?.number ?? 1
      let columns = TableColumns(
        file, names: table.names, first: first, line: line, limits: limits)
      findings += columns.findings
      guard let layout = columns.layout else { return (nil, findings) }
      let opened = OpenedSource(
        file: file, layout: layout, encoding: workbook.format.rawValue, headerLine: line,
        findings: findings, reader: SheetSource(reader: reader, selection: columns.selection),
        hash: input.hash().hash)
      return (opened, findings)
    } catch let error as SourceError {
      throw error
    } catch {
      return (nil, findings + [SheetWords.finding(error, file: file.path)])
    }
  }

  /// Keys that have no meaning for a workbook are told, and not passed over.
  private static func unused(_ file: SourceFile) -> [Finding] {
    let declared = [
      ("encoding", file.declaration.encoding), ("delimiter", file.declaration.delimiter),
    ]
    return declared.filter { $0.1 != nil }.map { key, _ in
      Finding(
        .yamlValueInvalid, at: Place(file: "dialogue.yaml", line: file.declaration.lines[key]),
        severity: .note, "\(file.path) is a workbook, which has no \(key)",
        consequence: "The key is not used.", remedy: "Remove the line.")
    }
  }

  func take(into work: SourceWork, from source: OpenedSource) throws(SourceError) -> Bool {
    guard !isDone else { return false }
    work.prepare(for: source) { nil }
    work.needsParsing = false
    if try !reader.next(into: work.batch, columnOfField: selection) { isDone = true }
    return true
  }

  func closingFindings(_ path: String) -> [Finding] {
    SheetWords.findings(reader.report, file: path)
  }

  var unmapped: [String] { [] }
}

extension SpreadsheetLimits {
  /// The limits of workbooks, from those of sources.
  init(_ limits: SourceLimits) {
    self.init(
      archive: SourceInput.archiveLimits(limits), columns: limits.columns,
      cellBytes: limits.recordBytes, rowBytes: limits.recordBytes,
      sheetBytes: limits.unpackedBytes)
  }
}
