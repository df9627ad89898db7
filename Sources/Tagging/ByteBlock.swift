/// What kinds of bytes stand in 64 places of a text, found for sixteen of them at a time.
///
/// One of the files with unsafe code: it reads the bytes through the scanner's pointer. It judges
/// bytes as ``TextScanner/classes`` does. Swift has no instruction that gathers a bit of each byte,
/// so the bits of all four parts are gathered at once, as rows of a square that is turned over.
struct ByteBlock {
  /// What is judged at a time.
  private typealias Bytes = SIMD16<UInt8>

  /// The number of bytes in a block.
  static let size = 64

  /// A bit for each byte, the first one lowest: whether it is part of a run.
  private(set) var words: UInt64 = 0
  /// Not 0 if any byte is odd, that is, outside ASCII and Latin-1's letters, or a bracket.
  ///
  /// A `{` counts as one, which costs a closer look and changes nothing.
  private(set) var odd: UInt64 = 0
  /// Not 0 if any byte can be the first of a character that joins two runs.
  private(set) var joiners: UInt64 = 0

  /// Judges the bytes from a place on.
  @inline(__always)
  init(at place: UnsafePointer<UInt8>) {
    let place = UnsafeRawPointer(place)
    var bits = SIMD2<UInt64>.zero
    var joining = SIMDMask<SIMD16<Int8>>(repeating: false)
    var oddBytes = SIMDMask<SIMD16<Int8>>(repeating: false)
    for part in 0..<4 {
      let bytes = place.loadUnaligned(fromByteOffset: 16 &* part, as: Bytes.self)
      // A letter's two cases differ by 0x20.
      let small = bytes | Self.all(0x20)
      let isWord =
        (small &- Self.all("a")) .< Self.all(26) .| (bytes &- Self.all("0")) .< Self.all(10)
        .| bytes .>= Self.all(0x80)
      let wordBits = unsafeBitCast(isWord, to: SIMD2<UInt64>.self) & Self.highestBits
      bits |= wordBits &>> SIMD2(repeating: UInt64(truncatingIfNeeded: 6 &- 2 &* part))
      joining .|= bytes .== Self.all("-") .| bytes .== Self.all("'") .| bytes .== Self.all(":")
      // C0 to FF begin characters, C3 those that are known; 97 and B7 after it are × and ÷.
      let isUnknown = bytes .>= Self.all(0xC0) .& bytes .!= Self.all(0xC3)
      let isSign = small .== Self.all(0xB7) .| small .== Self.all("{")
      oddBytes .|= isUnknown .| isSign
    }
    // The eight bytes of the first half stand before those of the second.
    words = Self.transposed(bits[0] &>> 1 | bits[1])
    let oddBits = unsafeBitCast(oddBytes, to: SIMD2<UInt64>.self)
    odd = oddBits[0] | oddBits[1]
    let joinerBits = unsafeBitCast(joining, to: SIMD2<UInt64>.self)
    joiners = joinerBits[0] | joinerBits[1] | odd
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

  /// The highest bit of each byte.
  @inline(__always)
  private static var highestBits: SIMD2<UInt64> { SIMD2(repeating: 0x8080_8080_8080_8080) }

  /// Sixteen times the same byte.
  @inline(__always)
  private static func all(_ byte: UInt8) -> Bytes { Bytes(repeating: byte) }

  /// Sixteen times the same ASCII character.
  @inline(__always)
  private static func all(_ character: Unicode.Scalar) -> Bytes {
    Bytes(repeating: UInt8(ascii: character))
  }
}
