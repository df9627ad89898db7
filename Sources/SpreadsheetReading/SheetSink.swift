import Records
import XMLReading

// Takes the events of a sheet and puts its rows into a store.
protocol SheetSink: XMLEventSink {
  var store: RowStore { get }
  // What no row shows; merges are counted apart, since they need to know where the header ends.
  var report: SheetReport { get }
  // Whether the sheet was there at all.
  var hasSheet: Bool { get }
  // Whether all of the sheet has been read, though not all of the file.
  var isAtEnd: Bool { get }
  // Why the sheet cannot be read further.
  var refusal: RecordProblem? { get }
  // The last rows of the merged areas that are not counted with a row, since they were asked for.
  func takeMergeEnds() -> [Int]
}

extension SheetSink {
  func rowsBeyond(_ number: Int, _ limits: SpreadsheetLimits) -> RecordProblem {
    RecordProblem(
      .valueTooLong, line: number, expected: limits.rows, found: number,
      detail: "rows in the sheet")
  }
}
