import Archives
import Records
import XMLReading

/// Reads the rows of one sheet into columns, with bounded memory.
///
/// ```swift
/// let reader = try SheetReader(spreadsheet, sheet: 0)
/// let header = try reader.readHeader(rows: 1)
/// let batch = RecordBatch(columnCount: 2)
/// var more = true
/// while more {
///   // The first field of a row goes to column 1, the third to column 0.
///   more = try reader.next(into: batch, columnOfField: [1, -1, 0])
///   // batch.count records in batch.columns, problems in batch.problems
/// }
/// ```
///
/// A value is the text that a CSV export would hold, and the same in every locale: numbers
/// with as many decimals as they have and a full stop, dates as `2026-04-14`, with a time as
/// `2026-04-14 09:12:33`, times as `09:12:33`, all rounded to the second, durations of Excel as
/// the number of days they are, `TRUE` and `FALSE`, errors as `#N/A`. Whether a number is a
/// date, the cell's style says.
/// A formula is the value that the file keeps for it. Of a merged area the first cell has the
/// value. Comments are left out.
///
/// The line of a record is the number of its row in the sheet. Blank rows are no records.
public final class SheetReader {
  /// The sheet that is read.
  public let info: SheetInfo
  /// Whether the sheet has been read to its end, or the reading stopped.
  public private(set) var isFinished = false
  /// The number of records delivered so far; header rows are none.
  public private(set) var recordCount = 0
  /// The number of records set aside so far, because they were too large or not finished.
  public private(set) var setAsideCount = 0
  /// The number of columns that the header has text in; 0 when none was read.
  public private(set) var headerWidth = 0
  /// Why the reading stopped before the end of the sheet.
  public private(set) var failure: RecordProblem?

  private let limits: SpreadsheetLimits
  private let sink: any SheetSink
  private let store: RowStore
  private let reader: XMLEventReader
  private var hasHeader = false
  private var headerEnd = 0
  private var deliveredBytes = 0
  private var isRead = false
  private var counted = SheetReport()

  /// Makes a reader; the sheet is unpacked, and the texts that the sheets share are read.
  ///
  /// - Parameters:
  ///   - spreadsheet: The spreadsheet.
  ///   - sheet: The place of the sheet among `spreadsheet.sheets`, counted from 0.
  /// - Throws: `SpreadsheetError` when there is no such sheet, or when a part of the spreadsheet
  ///   is damaged or too large.
  public convenience init(
    _ spreadsheet: Spreadsheet, sheet: Int
  ) throws(SpreadsheetError) {
    try self.init(spreadsheet, sheet: sheet, chunkSize: 1 << 16)
  }

  // The result is the same for every size of the pieces.
  package init(
    _ spreadsheet: Spreadsheet, sheet: Int, chunkSize: Int
  ) throws(SpreadsheetError) {
    guard spreadsheet.sheets.indices.contains(sheet) else {
      throw SpreadsheetError(
        .noSuchSheet,
        "there is no sheet \(sheet + 1); the spreadsheet has \(spreadsheet.sheets.count)")
    }
    info = spreadsheet.sheets[sheet]
    limits = spreadsheet.limits
    let file: InputFile
    switch spreadsheet.content {
    case .xlsx(let workbook):
      store = RowStore(shared: try workbook.texts(), limits: limits)
      sink = XLSXSheetSink(
        store: store, forms: try workbook.forms(), is1904: workbook.is1904, limits: limits)
      file = try workbook.file(sheet)
    case .ods(let document):
      store = RowStore(shared: nil, limits: limits)
      sink = ODSSheetSink(store: store, sheet: sheet, limits: limits)
      file = try document.file()
    }
    reader = XMLEventReader(.file(file, chunkSize: chunkSize), sink: sink)
  }

  /// What was seen in the sheet that its records do not show; whole once `isFinished`.
  public var report: SheetReport {
    var report = sink.report
    report.bodyMerges = counted.bodyMerges
    report.hiddenRows = counted.hiddenRows
    return report
  }

  /// Reads the header: the first rows of the sheet that are not blank.
  ///
  /// The widest of them gives the number of columns that the rows after it may have. It is called
  /// once, and before ``next(into:columnOfField:)``.
  ///
  /// - Parameter rows: How many rows the header has.
  /// - Returns: The rows with their numbers; fewer when the sheet ends before, or has a row that
  ///   is too large.
  /// - Throws: `SourceError` when the file cannot be read.
  public func readHeader(rows: Int) throws(SourceError) -> [SheetRow] {
    precondition(!hasHeader && recordCount + setAsideCount == 0, "the header is read once, first")
    hasHeader = rows > 0
    var header: [SheetRow] = []
    while header.count < rows {
      guard let row = store.next else {
        if isRead { break }
        countMerges()
        try step()
        continue
      }
      if row.fault != nil { break }
      header.append(SheetRow(number: row.number, values: store.values(of: row)))
      headerWidth = max(headerWidth, row.width)
      headerEnd = row.number
      deliveredBytes += row.byteCount
      store.advance()
    }
    return header
  }

  /// Empties a batch, fills it with the next records and returns whether there may be more.
  ///
  /// A batch is handed over when it has 4096 records or 1 MiB of text, and earlier when a row had
  /// to be set aside. The problems of single records are of the kind `fieldCount`: text in a
  /// column that the header does not have. Why the reading stopped is the last problem of the
  /// last batch.
  ///
  /// - Parameters:
  ///   - batch: The batch.
  ///   - columnOfField: For each column of the sheet, the column of the batch that it goes into,
  ///     or -1. No column of the batch stands there twice.
  /// - Returns: Whether there may be more.
  /// - Throws: `SourceError` when the file cannot be read.
  public func next(
    into batch: RecordBatch, columnOfField: [Int]
  ) throws(SourceError) -> Bool {
    precondition(
      columnOfField.allSatisfy { $0 < batch.columnCount }, "the batch has the columns named")
    batch.removeAll()
    batch.firstRecord = recordCount + setAsideCount + 1
    var bytes = 0
    while !isFinished {
      while let row = store.next {
        if let fault = row.fault {
          setAside(row.number, fault, batch)
          store.advance()
          return true
        }
        guard deliveredBytes + row.byteCount <= limits.sheetBytes else {
          stop(
            RecordProblem(
              .valueTooLong, line: row.number, expected: limits.sheetBytes,
              detail: "bytes in all cells of the sheet"))
          break
        }
        deliver(row, batch, columnOfField)
        bytes += row.byteCount
        store.advance()
        if batch.count >= 4096 || bytes >= 1 << 20 { return true }
      }
      countMerges()
      if isRead { finish(batch) } else { try step() }
    }
    return false
  }

  // MARK: Rows

  private func deliver(_ row: RowStore.Row, _ batch: RecordBatch, _ columnOfField: [Int]) {
    recordCount += 1
    deliveredBytes += row.byteCount
    if row.isHidden { counted.hiddenRows += 1 }
    counted.bodyMerges += row.merges
    let columns = batch.columns
    store.forEachCell(of: row) { first, count, text in
      let end = min(first + count, columnOfField.count)
      var field = first
      while field < end {
        let column = columnOfField[field]
        if column >= 0 { columns[column].append(text) }
        field += 1
      }
    }
    batch.endRecord(line: row.number, fieldCount: row.width)
    if hasHeader && row.width > headerWidth {
      batch.problems.append(
        RecordProblem(
          .fieldCount, recordIndex: batch.count - 1, line: row.number, expected: headerWidth,
          found: row.width))
    }
  }

  private func setAside(_ row: Int, _ fault: RowStore.Fault, _ batch: RecordBatch) {
    setAsideCount += 1
    batch.undelivered.append(
      RecordProblem(
        fault.kind, line: row, expected: fault.expected, detail: fault.detail.description))
  }

  private func step() throws(SourceError) {
    // What was handed over makes room for the next piece.
    if store.next == nil { store.compact() }
    let more: Bool
    do {
      more = try reader.step()
    } catch {
      isFinished = true
      throw error
    }
    if let refusal = sink.refusal {
      stop(refusal)
    } else if let problem = reader.failure {
      stop(problem)
    } else if !more || sink.isAtEnd {
      isRead = true
      if !sink.hasSheet {
        stop(RecordProblem(.notWellFormed, line: 1, detail: "the part holds no sheet"))
      }
    }
  }

  private func stop(_ problem: RecordProblem) {
    isRead = true
    failure = failure ?? problem
  }

  private func finish(_ batch: RecordBatch) {
    isFinished = true
    guard let failure else { return }
    if let row = store.openRow {
      let fault = RowStore.Fault(
        kind: failure.kind, expected: nil, detail: "the record was not finished")
      setAside(row, fault, batch)
    }
    batch.problems.append(failure)
  }

  // All rows that were read are handed over by now, or are the body's: so those that end below
  // the header reach into the body.
  private func countMerges() {
    counted.bodyMerges += sink.takeMergeEnds().count { $0 > headerEnd }
  }
}
