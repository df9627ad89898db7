import XMLReading

// Reads a `.rels` part: which other parts a part belongs together with.
final class RelationshipsSink: PartSink {
  struct Relationship {
    // The last word of the type's address, which is the same in both kinds of the format.
    let type: String
    let target: String
  }

  private(set) var all: [String: Relationship] = [:]
  private(set) var refusal: SpreadsheetError?
  private let limits: SpreadsheetLimits

  init(_ limits: SpreadsheetLimits) { self.limits = limits }

  func start(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: XMLEventAttributes
  ) {
    guard name.equals("Relationship"), attributes.text(of: "TargetMode") != "External",
      let id = attributes.text(of: "Id"), let type = attributes.text(of: "Type"),
      let target = attributes.text(of: "Target")
    else { return }
    guard all.count < limits.parts else {
      refusal = SpreadsheetError(
        .tooLarge, "the workbook has more than \(limits.parts) links, which is the limit")
      return
    }
    all[id] = Relationship(
      type: type.split(separator: "/").last.map(String.init) ?? "", target: target)
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {}

  func end() {}
}
