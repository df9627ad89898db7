/// What kinds of bytes stand in 64 places of a text, found for eight of them at a time.
///
/// One of the files with unsafe code: it reads the bytes through the scanner's pointer. It judges
/// bytes as ``TextScanner/classes`` does. Eight bytes are one number, and what is said of a byte is
/// said by its highest bit; sums stay below 0x100 in each byte, so no byte disturbs the next one.
struct ByteBlock {
  /// The number of bytes in a block.
  static let size = 64

  /// A bit for each byte, the first one lowest: whether it is part of a run.
  private(set) var words: UInt64 = 0
  /// Not 0 if any byte is odd, that is, outside ASCII and Latin-1's letters, or a bracket.
  ///
  /// A `{` counts as one, which costs a closer look and changes nothing.
  private(set) var odd: UInt64 = 0

  /// Judges the bytes from a place on.
  @inline(__always)
  init(at place: UnsafePointer<UInt8>) {
    let place = UnsafeRawPointer(place)
    for part in 0..<8 {
      let bytes = place.loadUnaligned(fromByteOffset: 8 &* part, as: UInt64.self).littleEndian
      let ascii = bytes & Self.all(0x7F)
      // A letter's two cases differ by 0x20.
      let small = ascii | Self.all(0x20)
      let afterZ = Self.from("{", small)
      let isLetter = Self.from("a", small) & ~afterZ
      let isDigit = Self.from("0", ascii) & ~Self.from(":", ascii)
      let isWord = (bytes | isLetter | isDigit) & Self.all(0x80)
      words |= isWord &>> UInt64(truncatingIfNeeded: 7 &- part)

      // The first bytes of characters, C0 to FF, but for C3.
      odd |= bytes & bytes &<< 1 & Self.isNot(0x43, ascii)
      // 97 and B7, which after C3 are × and ÷.
      odd |= bytes & ~Self.isNot(0x37, small)
      odd |= afterZ & ~Self.from("|", small)
    }
    words = Self.transposed(words)
    odd &= Self.all(0x80)
  }

  /// Leaves only the first bytes, fewer than ``size``, parts of runs.
  @inline(__always)
  mutating func keepFirst(_ count: Int) { words &= (1 &<< UInt64(truncatingIfNeeded: count)) &- 1 }

  /// Eight rows of eight bits with rows and columns exchanged: by single bits, then by pairs and
  /// by fours.
  @inline(__always)
  private static func transposed(_ bits: UInt64) -> UInt64 {
    var bits = bits
    var moved = (bits ^ bits &>> 7) & 0x00AA_00AA_00AA_00AA
    bits ^= moved ^ moved &<< 7
    moved = (bits ^ bits &>> 14) & 0x0000_CCCC_0000_CCCC
    bits ^= moved ^ moved &<< 14
    moved = (bits ^ bits &>> 28) & 0x0000_0000_F0F0_F0F0
    return bits ^ moved ^ moved &<< 28
  }

  /// Eight times the same byte.
  @inline(__always)
  private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The bytes, all below 0x80, that are not below an ASCII character.
  @inline(__always)
  private static func from(_ first: Unicode.Scalar, _ bytes: UInt64) -> UInt64 {
    bytes &+ all(0x80 &- UInt8(ascii: first))
  }

  /// The bytes, all below 0x80, that are not a certain one.
  @inline(__always)
  private static func isNot(_ byte: UInt8, _ bytes: UInt64) -> UInt64 {
    (bytes ^ all(byte)) &+ all(0x7F)
  }
}
