#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Looks for the next place in a text at which personal data could be.
///
/// One of the files with unsafe code: it goes through the bytes with the C library's search.
///
/// Most of a text is neither a digit nor a sign that an address has, and the rules need not see it.
/// A byte that is found is only a candidate: the rules judge it.
struct CandidateSearch {
  /// Where a sign stands next, so that the text is gone through once for each of them, in the C
  /// library's long steps.
  private struct Sign {
    let byte: UInt8
    var next = -1
  }

  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private var at = Sign(byte: 0x40)
  private var round = Sign(byte: 0x28)
  private var angle = Sign(byte: 0x3C)
  private var square = Sign(byte: 0x5B)
  private var curly = Sign(byte: 0x7B)

  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    self.bytes = bytes
    self.count = count
  }

  /// The first byte from `start` that is @ or opens a bracket, or the text's end; `start` never
  /// goes back.
  mutating func addressSign(from start: Int) -> Int {
    advance(&at, to: start)
    advance(&round, to: start)
    advance(&angle, to: start)
    advance(&square, to: start)
    advance(&curly, to: start)
    return min(at.next, round.next, angle.next, square.next, curly.next)
  }

  private func advance(_ sign: inout Sign, to start: Int) {
    guard sign.next < start else { return }
    guard start < count, let found = memchr(bytes + start, Int32(sign.byte), count - start) else {
      sign.next = count
      return
    }
    sign.next = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
  }

  /// The first byte from `start` that is a digit or may begin one, or `end`.
  ///
  /// Digits outside ASCII (see ``ScalarKind/digitValue(_:)``) begin with D9, DB or EF, and no other
  /// byte of a character is one of these.
  @inline(__always)
  static func digit(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        if byte &- 0x30 < 10 { break }
      } else if byte == 0xD9 || byte == 0xDB || byte == 0xEF {
        break
      }
      position += 1
    }
    return position
  }
}
