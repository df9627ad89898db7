/// Finds the bytes at which folding or masking may have something to do, eight or 32 at a time.
///
/// One of the files with unsafe code: it reads through the folder's pointer.
///
/// Swedish text is mostly letters, full stops, commas and single blanks; none of these is
/// notable, and neither are å, ä, ö and é (U+00C0–U+02FF).
enum NotableBytes {
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Eight times the same byte.
  @inline(__always)
  static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// A mask with the highest bit of each notable byte of `word`, in memory order from the low
  /// end.
  ///
  /// Notable are: controls (below 0x20, and 0x7B–0x7F); `(`, `[`–`_` and `{`–`~`, of which
  /// brackets can stand round "at"; 0x30–0x40, the digits and `@`; 0xC2, which leads NBSP,
  /// soft hyphen and the C1 controls; all leads from 0xCC, the first of U+0300; and a blank
  /// after a blank. `endsWithBlank` says whether the last byte was a blank, for the next call.
  @inline(__always)
  static func mask(
    of word: UInt64, afterBlank: UInt64
  ) -> (notable: UInt64, endsWithBlank: UInt64) {
    let low = word & ~highBits
    let high = word & highBits
    // Each byte of `low` is below 0x80, so none of these sums carries into its neighbour; the
    // highest bit of a byte then says "at least".
    let control = ~(low &+ every(0x80 - 0x20))
    let digit = (low &+ every(0x80 - 0x30)) & ~(low &+ every(0x80 - 0x41))
    let parenthesis = ~((low ^ every(0x28)) &+ every(0x7F))
    let bracket = (low | every(0x20)) &+ every(0x80 - 0x7B)
    let leadC2 = ~((low ^ every(0x42)) &+ every(0x7F))
    let leadCC = low &+ every(0x80 - 0x4C)
    let blank = ~((low ^ every(0x20)) &+ every(0x7F)) & ~word & highBits
    let second = blank & (blank << 8 | afterBlank)
    let ascii = (control | digit | parenthesis | bracket) & ~high & highBits
    return (ascii | (leadC2 | leadCC) & high | second, blank >> 56)
  }

  // MARK: Many at a time

  /// The number of bytes that `arePlain` judges.
  static let stretch = 32

  /// Whether none of the bytes from a place on is notable; the byte before them is read too.
  ///
  /// It notes what `mask` notes, in a quarter of the time, and does not say where.
  @inline(__always)
  static func arePlain(at place: UnsafePointer<UInt8>) -> Bool {
    let notable = isNotable(UnsafeRawPointer(place)) .| isNotable(UnsafeRawPointer(place + 16))
    let words = unsafeBitCast(notable, to: SIMD2<UInt64>.self)
    return words[0] | words[1] == 0
  }

  // Both sides of a comparison are vectors: one with a number is made byte by byte.
  @inline(__always)
  private static func isNotable(_ place: UnsafeRawPointer) -> SIMDMask<SIMD16<Int8>> {
    let bytes = place.loadUnaligned(as: SIMD16<UInt8>.self)
    let before = (place - 1).loadUnaligned(as: SIMD16<UInt8>.self)
    let isControl = bytes .< all(0x20)
    let isParenthesis = bytes .== all(0x28)
    let isDigit = bytes &- all(0x30) .< all(0x41 - 0x30)
    let isBracket = (bytes | all(0x20)) &- all(0x7B) .< all(0x80 - 0x7B)
    let isLead = (bytes .== all(0xC2)) .| (bytes .>= all(0xCC))
    let isSecondBlank = (bytes .== all(0x20)) .& (before .== all(0x20))
    return isControl .| isParenthesis .| isDigit .| isBracket .| isLead .| isSecondBlank
  }

  @inline(__always)
  private static func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }

  // MARK: Single words

  /// Up to eight bytes from `index`, the missing ones filled with a letter.
  @inline(__always)
  static func word(_ bytes: UnsafePointer<UInt8>, at index: Int, count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(bytes)
    if index + 8 <= count {
      return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    let missing = UInt64(8 - (count - index)) &* 8
    if count >= 8 {
      let last = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
      return last >> missing | every(0x61) << (64 &- missing)
    }
    var word = every(0x61)
    for offset in index..<count {
      let shift = UInt64(offset - index) &* 8
      word = word & ~(0xFF << shift) | UInt64(bytes[offset]) << shift
    }
    return word
  }
}
