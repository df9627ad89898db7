// What the parser's caller has to know of bytes of XML in UTF-8 without parsing them.
enum MarkupBytes {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  // How many bytes at the end belong together with what follows: a part of a character, or
  // brackets that may be the beginning of the end of a CDATA section.
  static func tailLength(_ bytes: Bytes) -> Int {
    let count = bytes.count
    if count > 0 && bytes[count - 1] == UInt8(ascii: "]") {
      return count > 1 && bytes[count - 2] == UInt8(ascii: "]") ? 2 : 1
    }
    for back in 1...3 where back <= count {
      let byte = bytes[count - back]
      if byte < 0x80 { return 0 }
      if byte >= 0xC0 {
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        return back < length ? back : 0
      }
    }
    return 0
  }

  // Whether a character stands in a longer form than need be, in otherwise well-formed UTF-8.
  static func hasLongForm(_ bytes: Bytes) -> Bool {
    for index in bytes.indices where bytes[index] >= 0xC0 {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case 0xC0, 0xC1: return true
      case 0xE0 where next < 0xA0: return true
      case 0xF0 where next < 0x90: return true
      default: break
      }
    }
    return false
  }

  // Whether the bytes begin with something that is no character.
  static func isBroken(_ bytes: Bytes) -> Bool {
    var iterator = bytes.prefix(4).makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    if case .error = parser.parseScalar(from: &iterator) { return true }
    return false
  }

  // How many values in quotation marks begin in a start tag.
  static func countQuotedValues(_ tag: Bytes) -> Int {
    var quote: UInt8 = 0
    var count = 0
    for byte in tag {
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        count += 1
      }
    }
    return count
  }
}
