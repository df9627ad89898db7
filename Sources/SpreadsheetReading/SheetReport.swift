/// What was seen in a sheet that its records do not show; whole once the reading is finished.
public struct SheetReport: Sendable, Equatable {
  /// Cells with a formula whose value the file does not hold; they are read as empty.
  ///
  /// Programs that write spreadsheets without working them out leave such cells. Opening the file
  /// in Excel or LibreOffice and saving it fills them.
  public internal(set) var formulasWithoutValue = 0
  /// Cells that hold an error such as `#N/A`, which is delivered as text.
  public internal(set) var errorCells = 0
  /// Merged areas that reach below the header; only the first cell of each has the value.
  public internal(set) var bodyMerges = 0
  /// Records from rows that the spreadsheet hides, by a filter or by hand; they are delivered.
  public internal(set) var hiddenRows = 0
  /// Rows whose number is not above that of the row before; they are delivered.
  public internal(set) var rowsOutOfOrder = 0

  /// Makes an empty report.
  public init() {}
}
