/// What folding and masking have to know about a scalar.
enum ScalarKind: UInt8 {
  /// Nothing is to be done: the scalar is its own normal form, no mark attaches it to what
  /// stands before it, and it is neither white space nor invisible.
  case inert
  /// The scalar may have another normal form or may join with what stands before it.
  case complex
  /// A blank other than U+0020, or U+0020 itself.
  case blank
  /// The end of a line.
  case lineBreak
  /// A control or format character that shows nothing.
  case invisible
  /// The zero-width joiner or non-joiner, which some writing needs.
  case joiner
  /// A decimal digit: ASCII, Arabic-Indic, Persian or full-width.
  case digit

  /// The kind of a scalar.
  static func of(_ scalar: UInt32) -> ScalarKind {
    if scalar < 0x80 { return ofASCII(scalar) }
    if scalar < 0x300 {
      if scalar < 0xA0 { return scalar == 0x85 ? .lineBreak : .invisible }
      if scalar == 0xA0 { return .blank }
      return scalar == 0xAD ? .invisible : .inert
    }
    switch scalar {
    // Dashes, quotation marks and the ellipsis come first: they are what people write.
    case 0x2010...0x2027, 0x1F000...0x1FAFF: return .inert
    case 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .blank
    case 0x2028, 0x2029: return .lineBreak
    case 0x200C, 0x200D: return .joiner
    case 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F,
      0xFEFF,
      0xFFF9...0xFFFB:
      return .invisible
    case 0x0660...0x0669, 0x06F0...0x06F9, 0xFF10...0xFF19: return .digit
    default: return isInert(scalar) ? .inert : .complex
    }
  }

  /// The value of a decimal digit, or `nil`.
  @inline(__always)
  static func digitValue(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x30...0x39: UInt8(scalar - 0x30)
    case 0x0660...0x0669: UInt8(scalar - 0x0660)
    case 0x06F0...0x06F9: UInt8(scalar - 0x06F0)
    case 0xFF10...0xFF19: UInt8(scalar - 0xFF10)
    default: nil
    }
  }

  private static func ofASCII(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0x09, 0x20: .blank
    // A form feed or vertical tab parts lines as LF does; dropping it would join two words.
    case 0x0A...0x0D: .lineBreak
    case 0x30...0x39: .digit
    case 0x00..<0x20, 0x7F: .invisible
    default: .inert
    }
  }

  /// Ranges in which no scalar has another normal form or a combining class.
  ///
  /// A test compares them with `Foundation`; what is missing here only costs time.
  private static func isInert(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0370...0x0373, 0x0376, 0x0377, 0x037A...0x037D, 0x037F, 0x0384...0x0386,
      0x0388...0x0482, 0x048A...0x058F, 0x05D0...0x05EA, 0x0620...0x064A, 0x066A...0x066F,
      0x0671...0x06D5, 0x1200...0x135A, 0x1E00...0x1EFF, 0x2030...0x205E, 0x2070...0x209C,
      0x20A0...0x20C0, 0x2100...0x2125, 0x2127...0x2129, 0x212C...0x2328, 0x232B...0x2ADB,
      0x2ADD...0x2BFF, 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xFE0F, 0xFFFD:
      true
    default: false
    }
  }
}
