extension TextEncoding {
  /// The bytes of a text in this encoding, or `nil` when it has no byte for a character.
  ///
  /// It is the opposite of what `UTF8Source` does: the bytes, read again in this encoding, are
  /// the text. Nothing is replaced by something similar.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - byteOrderMark: Whether a byte order mark goes first. A single-byte encoding has none,
  ///     so with it the result there is `nil`.
  /// - Returns: The bytes, or `nil`.
  public func encode(_ text: String, byteOrderMark: Bool = false) -> [UInt8]? {
    let text = byteOrderMark ? "\u{FEFF}" + text : text
    switch form {
    case .utf8:
      return Array(text.utf8)
    case .utf16(let bigEndian):
      return text.utf16.flatMap { Self.bytes(of: bigEndian ? $0.bigEndian : $0.littleEndian) }
    case .utf32(let bigEndian):
      return text.unicodeScalars.flatMap { scalar in
        Self.bytes(of: bigEndian ? scalar.value.bigEndian : scalar.value.littleEndian)
      }
    case .singleByte(let table):
      let known = table.bytes
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.utf8.count)
      for scalar in text.unicodeScalars {
        if scalar.isASCII {
          bytes.append(UInt8(scalar.value))
        } else if let byte = known[scalar.value] {
          bytes.append(byte)
        } else {
          return nil
        }
      }
      return bytes
    }
  }

  private static func bytes(of unit: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: unit) { Array($0) }
  }
}
