// The encodings that UTF-8 is mistaken for.
enum MojibakePage {
  case windows1252
  case macintosh
  case ibm850

  static let all: [MojibakePage] = [.windows1252, .macintosh, .ibm850]

  // The byte that a character stands for.
  func byte(of scalar: UInt32) -> UInt8? {
    switch self {
    case .windows1252:
      // ISO-8859-1, and some readers of windows-1252, give control characters for 0x80–0x9F.
      (0x80...0x9F).contains(scalar)
        ? UInt8(scalar) : Self.windowsBytes[scalar]
    case .macintosh: Self.macintoshBytes[scalar]
    case .ibm850: Self.ibmBytes[scalar]
    }
  }

  private static let windowsBytes = SingleByteTable.windows1252.bytes
  private static let macintoshBytes = SingleByteTable.macintosh.bytes
  private static let ibmBytes = SingleByteTable.ibm850.bytes

  // The byte that a character stands for, if it begins one of the sequences that are mended.
  func lead(_ scalar: UInt32) -> UInt8? {
    switch byte(of: scalar) {
    case .some(let byte) where (0xC2...0xC5).contains(byte): byte
    case .some(let byte) where byte == 0xE2 || byte == 0xEF || byte == 0xF0: byte
    default: nil
    }
  }

  // The byte that a character stands for, if it is one that goes on a sequence.
  func continuation(_ scalar: UInt32) -> UInt8? {
    guard let byte = byte(of: scalar), byte & 0xC0 == 0x80 else { return nil }
    return byte
  }

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
