/// What a code point is to the tokeniser.
enum CharacterClass {
  /// A letter: Unicode general category L.
  case letter
  /// A decimal digit: Nd.
  case digit
  /// A combining mark: M. It carries a token on and never begins one.
  case mark
  /// Everything else.
  case other

  /// The class of a code point.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      self = .letter
    case .decimalNumber: self = .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    default: self = .other
    }
  }
}

/// Case folding of tokens and terms, the same for both.
///
/// Letters are lowercased one code point at a time, U+2010 and U+2011 become `-`, U+2019 becomes
/// `'`, and the white space of a word joined over a line break is dropped.
enum Folding {
  /// Adds the folded form of UTF-8 bytes to a buffer.
  static func fold(_ bytes: some Collection<UInt8>, into folded: inout [UInt8]) {
    let start = folded.count
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x41...0x5A: folded.append(byte | 0x20)
      case 0x09...0x0D, 0x20: break
      case ..<0x80, 0xC3: folded.append(byte)
      case 0x80...0xBF where previous == 0xC3:
        // À…Þ but for × have their small letter 32 places on.
        folded.append(byte < 0x9F && byte != 0x97 ? byte | 0x20 : byte)
      default:
        folded.removeSubrange(start...)
        foldScalars(of: bytes, into: &folded)
        return
      }
      previous = byte
    }
  }

  private static func foldScalars(of bytes: some Collection<UInt8>, into folded: inout [UInt8]) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\u{09}"..."\u{0D}", " ": break
      case "\u{2010}", "\u{2011}": folded.append(0x2D)
      case "\u{2019}": folded.append(0x27)
      default: folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }
}
