import DialogueModel
import Records
import SpreadsheetReading

/// Looks at a workbook: its sheets, and the table in the one that holds the answers.
struct SheetInspection {
  let recognition: ToolRecognition
  let answers: AnswerIndex
  let scope: InspectionScope

  func inspect(_ file: inout InspectedFile, _ input: SourceInput) throws(SourceError) {
    file.container = ContainerNames.name(input.kind)
    file.sha256 = try input.hash().hash.finish()
    file.encoding = InspectedFile.Encoding(
      name: "utf-8", evidence: "the texts of a workbook are UTF-8")
    do {
      let workbook = try Spreadsheet(input.file, limits: SpreadsheetLimits(scope.limits))
      let choice = try SheetChoice(workbook, declared: nil)
      file.sheets = choice.filled
      if choice.sheet == nil, !choice.filled.isEmpty {
        var finding = choice.finding(file.path)
        finding.severity = .warning
        finding.consequence = "The first of them is looked at."
        file.findings.append(finding)
      }
      let first = choice.filled.first.flatMap { name in
        workbook.sheets.firstIndex { $0.name == name }
      }
      guard let sheet = choice.sheet ?? first else {
        file.findings.append(choice.finding(file.path))
        return
      }
      file.sheet = workbook.sheets[sheet].name
      try look(&file, workbook, sheet)
      if choice.sheet == nil { file.source?.sheet = file.sheet }
    } catch let error as SourceError {
      throw error
    } catch {
      file.findings.append(SheetWords.finding(error, file: file.path))
    }
  }

  private func look(_ file: inout InspectedFile, _ workbook: Spreadsheet, _ sheet: Int) throws {
    let first = try SheetReader(workbook, sheet: sheet).readHeader(rows: HeaderRows.rowsLookedAt)
    let inspection = TableInspection(recognition: recognition, answers: answers, scope: scope)
    let look = inspection.look(first.map(\.values))
    let reader = try SheetReader(workbook, sheet: sheet)
    let header = try reader.readHeader(rows: look.header.rows)
    let width = max(look.header.names.count, 1)
    try inspection.inspect(
      &file, look, rows: SheetRows(reader, width: width), width: width,
      line: header.last?.number, problems: [], fileProblems: [], sample: nil)
    file.findings += SheetWords.findings(reader.report, file: file.path)
  }
}

/// The records of a sheet, all of their columns.
private final class SheetRows: TableRows {
  private let reader: SheetReader
  private let columns: [Int]
  private var isDone = false

  init(_ reader: SheetReader, width: Int) {
    self.reader = reader
    columns = Array(0..<width)
  }

  // A workbook is not sampled: it has a million rows at the most.
  var bytesRead: Int { 0 }

  func next(into batch: RecordBatch) throws(SourceError) -> Bool {
    guard !isDone else { return false }
    if try !reader.next(into: batch, columnOfField: columns) { isDone = true }
    return true
  }
}
