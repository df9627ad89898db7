/// One row of a sheet as text, for the edges: headers and previews.
public struct SheetRow: Sendable, Equatable {
  /// Its number in the sheet, counted from 1, as the spreadsheet program shows it.
  public let number: Int
  /// The text of each cell from the first column to the last one with text.
  public let values: [String]

  /// Makes a row.
  public init(number: Int, values: [String]) {
    self.number = number
    self.values = values
  }
}
