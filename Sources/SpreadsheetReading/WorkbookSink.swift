import XMLReading

// Reads `xl/workbook.xml`: the sheets and which day is day 1.
final class WorkbookSink: PartSink {
  struct Sheet {
    let name: String
    let isHidden: Bool
    let relationship: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var is1904 = false
  private(set) var refusal: SpreadsheetError?
  private let limits: SpreadsheetLimits
  private var depth = 0
  private var isInSheets = false

  init(_ limits: SpreadsheetLimits) { self.limits = limits }

  func start(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: XMLEventAttributes
  ) {
    depth += 1
    if depth == 2 {
      isInSheets = name.equals("sheets")
      if name.equals("workbookPr"), let value = attributes.text(of: "date1904") {
        is1904 = value == "1" || value == "true" || value == "on"
      }
    } else if depth == 3, isInSheets, name.equals("sheet") {
      guard sheets.count < limits.parts else {
        refusal = SpreadsheetError(
          .tooLarge, "the workbook has more than \(limits.parts) sheets, which is the limit")
        return
      }
      sheets.append(
        Sheet(
          name: attributes.text(of: "name") ?? "",
          isHidden: (attributes.text(of: "state") ?? "visible") != "visible",
          relationship: attributes.text(of: "id") ?? ""))
    }
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {}

  func end() { depth -= 1 }
}
