import DialogueModel
import Records
import SpreadsheetReading

/// Which sheet of a workbook is read: the one that was named, or the only one with content.
struct SheetChoice {
  /// The place of the sheet; `nil` when it is not clear which is meant.
  let sheet: Int?
  /// The names of the sheets with content, in their order.
  let filled: [String]
  private let declared: String?

  /// Chooses.
  ///
  /// - Throws: `SpreadsheetError` when a sheet is damaged, `SourceError` when the file cannot be
  ///   read.
  init(_ workbook: Spreadsheet, declared: String?) throws {
    self.declared = declared
    var places: [Int] = []
    for index in workbook.sheets.indices
    where try !SheetReader(workbook, sheet: index).readHeader(rows: 1).isEmpty {
      places.append(index)
    }
    filled = places.map { workbook.sheets[$0].name }
    if let declared {
      sheet = workbook.sheets.firstIndex {
        HeaderMap.fold($0.name) == HeaderMap.fold(declared)
      }
    } else {
      sheet = places.count == 1 ? places.first : nil
    }
  }

  /// Why no sheet was chosen.
  func finding(_ path: String) -> Finding {
    let names = filled.prefix(8).map { "\"\(HeaderMap.short($0))\"" }.joined(separator: ", ")
    let more = filled.count > 8 ? " and \(filled.count - 8) more" : ""
    if filled.isEmpty {
      return Finding(
        .fileEmpty, at: Place(file: path), "no sheet of the workbook has content",
        consequence: "It gives no submissions.", remedy: "Export the answers again.")
    }
    return Finding(
      .sheetUnclear, at: Place(file: path),
      declared.map { "the workbook has no sheet \"\(HeaderMap.short($0))\"" }
        ?? "\(filled.count) sheets of the workbook have content",
      consequence: "The source is not read. Sheets with content are \(names)\(more).",
      remedy: "Name the sheet with the answers in dialogue.yaml: sheet: "
        + "\(YAMLScalar.text(filled.first ?? "")).")
  }
}
