// Looks through text for the few places where something may have to be mended.
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

  static func isLost(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBF
      && bytes[index + 2] == 0xBD
  }

  static func lostCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.indices.count { isLost($0, bytes) }
  }
}
