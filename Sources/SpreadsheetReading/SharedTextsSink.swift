import XMLReading

// Reads `xl/sharedStrings.xml`. The runs of a text with several fonts are joined; how Japanese
// is read aloud (`rPh`) is left out.
final class SharedTextsSink: PartSink {
  let texts: SharedTexts
  private(set) var refusal: SpreadsheetError?
  private let limits: SpreadsheetLimits
  private var depth = 0
  private var isInItem = false
  private var isInText = false
  private var skipDepth = 0

  init(partSize: Int, _ limits: SpreadsheetLimits) {
    self.limits = limits
    texts = SharedTexts(partSize: partSize, limits: limits)
  }

  func start(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: XMLEventAttributes
  ) {
    depth += 1
    if skipDepth != 0 { return }
    if depth == 2 {
      isInItem = name.equals("si")
      if !isInItem { skipDepth = depth }
    } else if depth > 2 {
      if name.equals("t") {
        isInText = true
      } else if depth != 3 || !name.equals("r") {
        skipDepth = depth
      }
    }
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    guard isInText, skipDepth == 0, refusal == nil else { return }
    if !texts.extend(text) { refuse() }
  }

  func end() {
    if skipDepth == depth {
      skipDepth = 0
    } else if skipDepth == 0 {
      isInText = false
      if depth == 2, isInItem, refusal == nil, !texts.close(longest: limits.cellBytes) {
        refuse()
      }
    }
    depth -= 1
  }

  private func refuse() {
    refusal = SpreadsheetError(
      .tooLarge,
      "the workbook has more than \(limits.sharedTexts) different texts or "
        + "\(limits.sharedBytes) bytes of them, which is the limit")
  }
}
