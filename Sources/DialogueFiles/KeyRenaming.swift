internal import Yams

/// Gives a key of a YAML text another first letter, without moving anything after it.
enum KeyRenaming {
  /// Replaces the first letter of the key at a mark and gives the letter that stood there; `nil`
  /// when the key does not begin with a letter or a digit.
  static func rename(
    at mark: Mark, in text: inout String, to substitute: Unicode.Scalar
  ) -> Unicode.Scalar? {
    var scalars = text.unicodeScalars
    guard var index = position(of: mark, in: scalars) else { return nil }
    if scalars[index] == "\"" || scalars[index] == "'" {
      index = scalars.index(after: index)
      guard index < scalars.endIndex else { return nil }
    }
    let letter = scalars[index]
    guard letter.properties.isAlphabetic || letter.properties.numericType != nil else { return nil }
    scalars.replaceSubrange(index...index, with: [substitute])
    text = String(scalars)
    return letter
  }

  /// The index at a mark; lines end where libYAML ends them.
  private static func position(
    of mark: Mark, in scalars: String.UnicodeScalarView
  ) -> String.UnicodeScalarView.Index? {
    var index = scalars.startIndex
    var line = 1
    while line < mark.line {
      guard index < scalars.endIndex else { return nil }
      let scalar = scalars[index]
      index = scalars.index(after: index)
      switch scalar {
      case "\r":
        if index < scalars.endIndex, scalars[index] == "\n" { index = scalars.index(after: index) }
        line += 1
      case "\n", "\u{85}", "\u{2028}", "\u{2029}": line += 1
      default: break
      }
    }
    guard let result = scalars.index(index, offsetBy: mark.column - 1, limitedBy: scalars.endIndex),
      result < scalars.endIndex
    else { return nil }
    return result
  }
}
