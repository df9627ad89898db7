import XMLReading

// Comparing and reading names and values as the parser gives them, without making strings.
extension UnsafePointer<UInt8> {
  @inline(__always)
  func equals(_ name: StaticString) -> Bool {
    let expected = name.utf8Start
    // Both end with a zero.
    for index in 0...name.utf8CodeUnitCount where self[index] != expected[index] { return false }
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  @inline(__always)
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount
      && elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: count))
  }

  // A whole number that is not negative, of 18 digits at most; `nil` for anything else.
  @inline(__always)
  var number: Int? {
    guard count > 0, count <= 18 else { return nil }
    var number = 0
    for byte in self {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number &* 10 &+ Int(byte &- 0x30)
    }
    return number
  }

  // The values of `xsd:boolean`.
  var isTrue: Bool { equals("1") || equals("true") }

  // The part of the text without blanks at its ends.
  var trimmed: UnsafeBufferPointer<UInt8> {
    var first = 0
    var last = count
    while first < last && self[first].isXMLBlank { first += 1 }
    while last > first && self[last - 1].isXMLBlank { last -= 1 }
    return UnsafeBufferPointer(rebasing: self[first..<last])
  }
}

extension UInt8 {
  @inline(__always)
  var isXMLBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}

extension XMLEventAttributes {
  // The text of the attribute with this local name, or `nil`.
  func text(of name: StaticString) -> String? {
    for index in 0..<count where self.name(index)?.equals(name) == true { return string(index) }
    return nil
  }
}
