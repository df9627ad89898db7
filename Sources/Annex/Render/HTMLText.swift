/// Collects the bytes of a page.
struct HTMLText {
  private(set) var bytes: [UInt8] = []

  /// Adds markup as it is.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Adds words, with everything that could be taken for markup escaped.
  mutating func text(_ words: String) {
    raw(words.utf8.allSatisfy(Self.isPlain) ? words : Self.escaped(words))
  }

  /// Whether a byte stands for itself: no mark of markup, no control character and not the
  /// beginning of a character that has to be looked at.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF...:
      false
    default: true
    }
  }

  /// Words that are safe in text and in quoted attributes.
  ///
  /// Control characters that HTML does not allow, and the characters that turn the direction of
  /// writing round, become U+FFFD: seen, and without effect.
  static func escaped(_ words: String) -> String {
    var text = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\u{A0}": text += "&nbsp;"
      case "\u{AD}": text += "&shy;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}", "\u{FFF9}"..."\u{FFFB}":
        text += "\u{FFFD}"
      default:
        // The last two characters of every plane are no characters.
        text.unicodeScalars.append(scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
      }
    }
    return text
  }

  /// Words as a string of a style sheet, safe inside the style element.
  static func styleString(_ words: String) -> String {
    var text = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-", "/", "(", ")", "\u{A0}",
        "\u{B7}", "\u{C0}"..."\u{24F}":
        text.unicodeScalars.append(scalar)
      default: text += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return text + "\""
  }
}
