/// The file formats of spreadsheets that can be read.
public enum SpreadsheetFormat: String, Sendable, CaseIterable {
  /// Office Open XML, which Excel has written since 2007; transitional and strict.
  case xlsx
  /// OpenDocument, which LibreOffice writes.
  case ods
}
