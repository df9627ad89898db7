/// Finds aliases in YAML text before it is parsed.
///
/// The parser follows an alias at once, so that nine short lines can stand for a billion values.
/// The scan does not know quotes and comments: it looks for `&name` and `*name` with the same name
/// at places where YAML could read them, which other text has no reason to hold.
enum AliasScan {
  /// The line of the first alias whose anchor the text has too.
  static func lineOfAlias(in text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(UInt8(ascii: "&")), bytes.contains(UInt8(ascii: "*")) else { return nil }
      var anchors = Set<[UInt8]>()
      names(after: UInt8(ascii: "&"), in: bytes) { name, _ in
        anchors.insert(name)
        return true
      }
      var found: Int?
      names(after: UInt8(ascii: "*"), in: bytes) { name, index in
        guard anchors.contains(name) else { return true }
        found = index
        return false
      }
      return found.map { index in
        1 + bytes[..<index].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
      }
    }
  }

  private static func names(
    after sign: UInt8, in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (_ name: [UInt8], _ index: Int) -> Bool
  ) {
    for index in bytes.indices where bytes[index] == sign {
      if index > 0, isInsideWord(bytes[index - 1]) { continue }
      let name = Array(bytes[(index + 1)...].prefix(while: isOfName))
      if !name.isEmpty, !body(name, index) { return }
    }
  }

  // A letter, digit or dot before the sign: it cannot begin a YAML node there.
  private static func isInsideWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (isInsideWord(byte) && byte != UInt8(ascii: "."))
  }
}
