// The encodings that UTF-8 is mistaken for.
enum MojibakePage: UInt64 {
  case windows1252
  case macintosh
  case ibm850

  static let all: [MojibakePage] = [.windows1252, .macintosh, .ibm850]

  // A character and the byte that it stands for in each encoding, 0 where it has none: the
  // character in the low half, the bytes above it in the order of the cases.
  struct Entry {
    private var packed: UInt64

    init(_ scalar: UInt32) {
      let bytes = scalar < 0x80 ? 0 : Self.bytes(of: scalar)
      packed = UInt64(scalar) | UInt64(bytes) << 32
    }

    var scalar: UInt32 { UInt32(truncatingIfNeeded: packed & 0x1F_FFFF) }

    // Whether the character took the place of a sequence.
    var isMended: Bool {
      get { packed & 1 << 31 != 0 }
      set { packed = newValue ? packed | 1 << 31 : packed & ~(1 << 31) }
    }

    func byte(_ page: MojibakePage) -> UInt8 {
      UInt8(truncatingIfNeeded: packed >> (32 + 8 * page.rawValue))
    }

    // Whether any of the encodings has it.
    var isKnown: Bool { packed >> 32 != 0 }

    private static func bytes(of scalar: UInt32) -> UInt32 {
      if scalar < UInt32(common.count) { return common[Int(scalar)] }
      return rare[scalar] ?? 0
    }

    // Up to the end of the boxes; above it, the tables have a logo and two ligatures.
    private static let common = (0..<0x25A1).map { MojibakePage.bytes(of: $0) }
    private static let rare = Dictionary(
      uniqueKeysWithValues: [0xF8FF, 0xFB01, 0xFB02].map { ($0, MojibakePage.bytes(of: $0)) })
  }

  private static func bytes(of scalar: UInt32) -> UInt32 {
    // ISO-8859-1, and some readers of windows-1252, give control characters for 0x80–0x9F.
    let windows =
      (0x80...0x9F).contains(scalar) ? UInt8(scalar) : windowsBytes[scalar] ?? 0
    return UInt32(windows) | UInt32(macintoshBytes[scalar] ?? 0) << 8
      | UInt32(ibmBytes[scalar] ?? 0) << 16
  }

  private static let windowsBytes = SingleByteTable.windows1252.bytes
  private static let macintoshBytes = SingleByteTable.macintosh.bytes
  private static let ibmBytes = SingleByteTable.ibm850.bytes

  // Whether the bytes before this one may be a character that begins a sequence: in windows-1252
  // Â Ã Ä Å â ï ð, in Mac OS Roman ¬ √ ƒ ≈ ‚ Ô and Apple's logo, in code page 850 ┬ ├ ─ ┼ Ô ´ and
  // the soft hyphen. It may say yes too often.
  static func mayEnd(before index: Int, _ base: UnsafePointer<UInt8>) -> Bool {
    guard index >= 2 else { return false }
    let last = base[index - 1]
    switch base[index - 2] {
    case 0xC2: return last == 0xAC || last == 0xAD || last == 0xB4
    case 0xC3:
      return (0x82...0x85).contains(last) || last == 0x94 || last == 0xA2 || last == 0xAF
        || last == 0xB0
    case 0xC6: return last == 0x92
    case 0x80, 0x88, 0x89, 0x94, 0xA3:
      guard index >= 3 else { return false }
      return base[index - 3] == 0xE2 || base[index - 3] == 0xEF
    default: return false
    }
  }
}
