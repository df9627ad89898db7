import XMLReading

// Reads `content.xml` for the names of its sheets, and whether they are hidden.
final class ODSOutlineSink: PartSink {
  private(set) var sheets: [SheetInfo] = []
  private(set) var refusal: SpreadsheetError?
  private let limits: SpreadsheetLimits
  private var depth = 0
  private var skipDepth = 0
  private var isInBody = false
  // The style whose properties are being read, and those that hide a sheet.
  private var style: String?
  private var hiding: Set<String> = []

  init(_ limits: SpreadsheetLimits) { self.limits = limits }

  func start(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: XMLEventAttributes
  ) {
    depth += 1
    if skipDepth != 0 { return }
    switch depth {
    case 1: return
    case 2:
      isInBody = name.equals("body")
      if !isInBody && !name.equals("automatic-styles") { skipDepth = depth }
    case 3:
      if isInBody {
        if !name.equals("spreadsheet") { skipDepth = depth }
      } else if name.equals("style"), attributes.text(of: "family") == "table" {
        style = attributes.text(of: "name")
      } else {
        skipDepth = depth
      }
    default:
      skipDepth = depth
      if isInBody {
        if name.equals("table") { addSheet(attributes) }
      } else if name.equals("table-properties"), attributes.text(of: "display") == "false",
        let style, hiding.count < limits.parts
      {
        hiding.insert(style)
      }
    }
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {}

  func end() {
    if skipDepth == depth { skipDepth = 0 }
    depth -= 1
  }

  private func addSheet(_ attributes: XMLEventAttributes) {
    guard sheets.count < limits.parts else {
      refusal = SpreadsheetError(
        .tooLarge, "the spreadsheet has more than \(limits.parts) sheets, which is the limit")
      return
    }
    let isHidden = attributes.text(of: "style-name").map(hiding.contains) ?? false
    sheets.append(
      SheetInfo(
        name: attributes.text(of: "name") ?? "", index: sheets.count, isHidden: isHidden))
  }
}
