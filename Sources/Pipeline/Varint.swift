/// Whole numbers in as few bytes as they need: seven bits a byte, the highest bit says that
/// another byte follows (LEB128).
enum Varint {
  @inline(__always)
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Reads the number at `index` and moves past it; `nil` when the bytes end too early.
  static func read(_ bytes: [UInt8], at index: inout Int) -> Int? {
    var value: UInt = 0
    var shift: UInt = 0
    while index < bytes.count, shift < 63 {
      let byte = bytes[index]
      index += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: value) }
      shift += 7
    }
    return nil
  }
}
