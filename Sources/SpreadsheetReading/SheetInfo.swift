/// One sheet of a spreadsheet.
public struct SheetInfo: Sendable, Equatable {
  /// Its name on the tab.
  public let name: String
  /// Its place among the sheets that have cells, counted from 0.
  public let index: Int
  /// Whether the spreadsheet hides it.
  public let isHidden: Bool

  /// Makes the description of a sheet.
  public init(name: String, index: Int, isHidden: Bool) {
    self.name = name
    self.index = index
    self.isHidden = isHidden
  }
}
