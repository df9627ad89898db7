/// Makes ids for links out of keys, whatever characters the keys hold.
enum Anchor {
  /// An id that is valid in HTML and different for different keys.
  static func id(_ key: String) -> String {
    var text = ""
    for byte in key.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        text.append(Character(UnicodeScalar(byte)))
      default:
        // An underscore begins every escape and is itself escaped, so no two keys collide.
        text += "_" + String(byte, radix: 16)
        text += "_"
      }
    }
    return text
  }

  static func submission(_ id: String) -> String { "i-" + Self.id(id) }
}
