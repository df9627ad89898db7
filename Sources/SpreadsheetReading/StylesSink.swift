import XMLReading

// Reads `xl/styles.xml`: for each cell style, how it shows a number.
final class StylesSink: PartSink {
  private(set) var forms: [DateForm] = []
  private(set) var refusal: SpreadsheetError?
  private let limits: SpreadsheetLimits
  private var depth = 0
  private var section = Section.other
  private var custom: [Int: DateForm] = [:]

  private enum Section {
    case formats
    case cells
    case other
  }

  init(_ limits: SpreadsheetLimits) { self.limits = limits }

  func start(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: XMLEventAttributes
  ) {
    depth += 1
    if depth == 2 {
      // The formats stand before the cell styles, by the schema.
      section = name.equals("numFmts") ? .formats : name.equals("cellXfs") ? .cells : .other
    } else if depth == 3, section == .formats, name.equals("numFmt") {
      guard let id = attributes.text(of: "numFmtId").flatMap({ Int($0) }) else { return }
      custom[id] = DateForm(code: attributes.text(of: "formatCode") ?? "")
    } else if depth == 3, section == .cells, name.equals("xf") {
      let id = attributes.text(of: "numFmtId").flatMap { Int($0) } ?? 0
      forms.append(custom[id] ?? DateForm(builtIn: id))
    }
    if max(custom.count, forms.count) > limits.parts {
      refusal = SpreadsheetError(
        .tooLarge, "the workbook has more than \(limits.parts) cell styles, which is the limit")
    }
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {}

  func end() { depth -= 1 }
}
