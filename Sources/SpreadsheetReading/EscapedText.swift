// Characters that XML cannot hold stand in Excel's texts as `_x000D_`, four digits of UTF-16, and
// a text that looks like that has its first character written so.
enum EscapedText {
  private static let length = 7

  // Decodes the bytes in place and returns how many are left.
  static func decode(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var read = 0
    var written = 0
    while read < bytes.count {
      if bytes[read] == UInt8(ascii: "_"), let (scalar, length) = scalar(at: read, in: bytes) {
        for byte in UTF8.encode(scalar) ?? .init() {
          bytes[written] = byte
          written += 1
        }
        read += length
      } else {
        bytes[written] = bytes[read]
        read += 1
        written += 1
      }
    }
    return written
  }

  // The character that is escaped here and how many bytes that takes; `nil` for none. A zero, and
  // half a pair of surrogates, stay as they are written.
  private static func scalar(
    at start: Int, in bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> (Unicode.Scalar, Int)? {
    guard let first = unit(at: start, in: bytes), first != 0 else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, length) }
    guard first & 0xFC00 == 0xD800, let second = unit(at: start + length, in: bytes),
      second & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)))
    else { return nil }
    return (scalar, 2 * length)
  }

  private static func unit(
    at start: Int, in bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> UInt16? {
    guard start + length <= bytes.count, bytes[start] == UInt8(ascii: "_"),
      bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for index in (start + 2)..<(start + 6) {
      switch bytes[index] {
      case 0x30...0x39: unit = unit << 4 | UInt16(bytes[index] - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt16(bytes[index] - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt16(bytes[index] - 0x57)
      default: return nil
      }
    }
    return unit
  }
}
