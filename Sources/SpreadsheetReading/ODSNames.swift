import XMLReading

// What the two readers of `content.xml` have in common.
enum ODSNames {
  // The most that a number of repeats is taken for, so that sums of them stay small enough.
  static let mostRepeats = 1 << 31

  // How many times a row or a cell stands, as an attribute says.
  static func repeats(_ value: UnsafeBufferPointer<UInt8>) -> Int {
    guard let number = value.trimmed.number else {
      return value.count > 18 ? mostRepeats : 1
    }
    return min(max(number, 1), mostRepeats)
  }

  // Whether a name is one of LibreOffice's own, beside those of the standard.
  static func isExtension(_ namespace: UnsafePointer<UInt8>?) -> Bool {
    guard let namespace else { return false }
    let prefix: StaticString = "urn:org:documentfoundation:"
    for index in 0..<prefix.utf8CodeUnitCount
    where namespace[index] != prefix.utf8Start[index] { return false }
    return true
  }

  static func isDrawing(_ namespace: UnsafePointer<UInt8>?) -> Bool {
    namespace?.equals("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0") ?? false
  }
}
