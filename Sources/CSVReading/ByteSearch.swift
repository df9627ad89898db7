#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

// Searching bytes, forwards with the C library's vector code. Offsets are from `base`.
enum ByteSearch {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  // The first `byte` in `from ..< to`, or `to`.
  @inline(__always)
  static func first(
    _ byte: UInt8, _ base: UnsafePointer<UInt8>, from: Int, to: Int
  ) -> Int {
    guard from < to, let found = memchr(base + from, Int32(byte), to - from) else { return to }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  // Whether `from ..< to` holds the byte.
  static func contains(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return first(byte, base, from: 0, to: bytes.count) < bytes.count
  }

  // The last CR or LF in `from ..< to`, or `nil`. The C library that every platform has cannot
  // search backwards, so eight bytes at a time are tested for both.
  @inline(__always)
  static func lastLineEnd(_ base: UnsafePointer<UInt8>, from: Int, to: Int) -> Int? {
    var end = to
    while end - 8 >= from {
      let word = UnsafeRawPointer(base + end - 8).loadUnaligned(as: UInt64.self)
      if hasZeroByte(word ^ 0x0A0A_0A0A_0A0A_0A0A) || hasZeroByte(word ^ 0x0D0D_0D0D_0D0D_0D0D) {
        break
      }
      end -= 8
    }
    while end > from {
      end -= 1
      if base[end] == lineFeed || base[end] == carriageReturn { return end }
    }
    return nil
  }

  @inline(__always)
  private static func hasZeroByte(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
  }

  // The offset after the line that begins at `from`: after LF, CR LF, or CR. `nil` when no line
  // end is there, or a CR is the last byte and an LF may still follow it.
  static func afterLine(
    _ base: UnsafePointer<UInt8>, from: Int, to: Int, isFinal: Bool
  ) -> Int? {
    var index = from
    while index < to {
      if base[index] == lineFeed { return index + 1 }
      if base[index] == carriageReturn {
        if index + 1 == to { return isFinal ? to : nil }
        return base[index + 1] == lineFeed ? index + 2 : index + 1
      }
      index += 1
    }
    return nil
  }
}
