/// Writes texts as YAML, quoted where they have to be.
package enum YAMLScalar {
  /// A text as it can stand in a line, a flow list or a flow block.
  package static func text(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// A text in double quotes.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        let isVisible =
          scalar.value >= 0x20 && scalar.value != 0x7F && !(0x80...0x9F).contains(scalar.value)
          && scalar.value != 0xFEFF && !(0x2028...0x2029).contains(scalar.value)
          && !(0xFFFE...0xFFFF).contains(scalar.value)
        if isVisible {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
      }
    }
    return result + "\""
  }

  /// A list in one line.
  package static func list(_ items: [String]) -> String {
    "[" + items.map(text).joined(separator: ", ") + "]"
  }

  // Letters, digits and a few signs that mean nothing in YAML, and no word that YAML readers take
  // for something else.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isAlphabetic || first == "_", last != " ",
      !taken.contains(text.lowercased())
    else { return false }
    let signs: [Unicode.Scalar] = ["_", "-", ".", "/", " "]
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || signs.contains(scalar)
    }
  }

  private static let taken: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "null", "y", "n",
  ]
}
