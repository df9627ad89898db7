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
    folded.append(contentsOf: bytes)
    guard let end = foldLatin(&folded, from: start) else {
      folded.removeSubrange(start...)
      foldScalars(of: bytes, into: &folded)
      return
    }
    if end < folded.count { folded.removeSubrange(end...) }
  }

  /// Folds ASCII and Latin-1's letters where they stand.
  ///
  /// - Returns: Where the folded bytes end, or `nil` if there are other characters.
  private static func foldLatin(_ folded: inout [UInt8], from start: Int) -> Int? {
    var bytes = folded.mutableSpan
    var previous: UInt8 = 0
    var end = start
    for index in start..<bytes.count {
      var byte = bytes[index]
      defer { previous = byte }
      switch byte {
      case 0x41...0x5A: byte |= 0x20
      case 0x09...0x0D, 0x20: continue
      case ..<0x80, 0xC3: break
      case 0x80...0xBF where previous == 0xC3:
        // À…Þ but for × have their small letter 32 places on.
        if byte < 0x9F && byte != 0x97 { byte |= 0x20 }
      default: return nil
      }
      bytes[end] = byte
      end += 1
    }
    return end
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
