// Looks through text for the few places where something may have to be mended.
//
// One of the files with unsafe code: it reads through the pointer of a column.
enum MojibakeScan {
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  // The next byte that begins a character right after another one above ASCII, or that is 0xEF,
  // with which U+FFFD begins; `end` when there is none.
  //
  // All mojibake has two such characters beside each other, and Swedish text hardly ever has.
  static func next(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    // 0x80 when the byte before is the last of a character above ASCII.
    var carried: UInt64 = 0
    while index + 8 <= end {
      if index > start, index + stretch <= end, isClear(base + index) {
        index += stretch
        carried = base[index - 1] & 0xC0 == 0x80 ? 0x80 : 0
        continue
      }
      let raw = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      let word = UInt64(littleEndian: raw)
      let high = word & highBits
      if high == 0 {
        carried = 0
        index += 8
        continue
      }
      let begins = high & word << 1
      let goesOn = high & ~begins
      let differs = word ^ 0xEFEF_EFEF_EFEF_EFEF
      let isEF = (differs &- 0x0101_0101_0101_0101) & ~differs & highBits
      let hits = begins & (goesOn << 8 | carried) | isEF
      if hits != 0 { return index + hits.trailingZeroBitCount >> 3 }
      carried = goesOn >> 56
      index += 8
    }
    while index < end {
      let byte = base[index]
      let follows = index > start && base[index - 1] & 0xC0 == 0x80
      if byte == 0xEF || byte >= 0xC0 && follows { return index }
      index += 1
    }
    return end
  }

  // The number of bytes that `isClear` judges.
  private static let stretch = 32

  // Whether `next` would find none of the bytes from a place on; the one before them is read too.
  @inline(__always)
  private static func isClear(_ place: UnsafePointer<UInt8>) -> Bool {
    let isHit = isHit(UnsafeRawPointer(place)) .| isHit(UnsafeRawPointer(place + 16))
    let words = unsafeBitCast(isHit, to: SIMD2<UInt64>.self)
    return words[0] | words[1] == 0
  }

  @inline(__always)
  private static func isHit(_ place: UnsafeRawPointer) -> SIMDMask<SIMD16<Int8>> {
    let bytes = place.loadUnaligned(as: SIMD16<UInt8>.self)
    let before = (place - 1).loadUnaligned(as: SIMD16<UInt8>.self)
    // Both sides of a comparison are vectors: one with a number is made byte by byte.
    let lead = SIMD16<UInt8>(repeating: 0xC0)
    let begins = (bytes .>= lead) .& (before & lead .== SIMD16<UInt8>(repeating: 0x80))
    return begins .| (bytes .== SIMD16<UInt8>(repeating: 0xEF))
  }

  static func isLost(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBF
      && bytes[index + 2] == 0xBD
  }

  static func lostCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.indices.count { isLost($0, bytes) }
  }
}
