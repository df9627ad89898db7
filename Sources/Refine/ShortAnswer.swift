/// A value of one to eight ASCII letters and digits, such as the "3" or "Ja" of a closed answer, as
/// one number.
///
/// One of the files with unsafe code: it reads the value two, four or eight bytes at a time. Most
/// answers to closed questions are of this kind. There is nothing to fold in them, and with less
/// than six digits nothing to mask, so all that is left to ask is whether they are a word for no
/// answer.
struct ShortAnswer {
  /// The most bytes of such a value.
  static let longest = 8

  /// The bytes, the first one lowest; the rest are zero.
  let word: UInt64
  /// The number of bytes.
  let count: Int

  /// Packs a value; `nil` when it is none of this kind.
  @inline(__always)
  init?(_ value: UnsafeBufferPointer<UInt8>) {
    guard value.count <= Self.longest, value.count > 0, let base = value.baseAddress else {
      return nil
    }
    count = value.count
    word = Self.load(UnsafeRawPointer(base), count: count)
    // Each byte is below 0x80 when the first of these is zero, so that no sum carries.
    let isHigh = word & NotableBytes.highBits
    let small = word | NotableBytes.every(0x20)
    let isLetter =
      (small &+ NotableBytes.every(0x80 - 0x61)) & ~(small &+ NotableBytes.every(0x80 - 0x7B))
      & NotableBytes.highBits
    let isDigit =
      (word &+ NotableBytes.every(0x80 - 0x30)) & ~(word &+ NotableBytes.every(0x80 - 0x3A))
      & NotableBytes.highBits
    let expected = NotableBytes.highBits >> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    guard isHigh == 0, isLetter | isDigit == expected,
      isDigit.nonzeroBitCount < PersonalDataMasker.fewestDigits
    else { return nil }
  }

  /// The bytes with small letters.
  @inline(__always)
  var lowercased: UInt64 {
    let isUpper =
      (word &+ NotableBytes.every(0x80 - 0x41)) & ~(word &+ NotableBytes.every(0x80 - 0x5B))
      & NotableBytes.highBits
    return word | isUpper >> 2
  }

  /// One to eight bytes; those in the middle may be read twice.
  @inline(__always)
  private static func load(_ base: UnsafeRawPointer, count: Int) -> UInt64 {
    if count == 1 { return UInt64(base.load(as: UInt8.self)) }
    if count < 4 {
      let first = base.loadUnaligned(as: UInt16.self).littleEndian
      let last = (base + count - 2).loadUnaligned(as: UInt16.self).littleEndian
      return UInt64(first) | UInt64(last) << UInt64(truncatingIfNeeded: 8 &* (count &- 2))
    }
    let first = base.loadUnaligned(as: UInt32.self).littleEndian
    let last = (base + count - 4).loadUnaligned(as: UInt32.self).littleEndian
    return UInt64(first) | UInt64(last) << UInt64(truncatingIfNeeded: 8 &* (count &- 4))
  }
}
