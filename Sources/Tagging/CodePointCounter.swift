/// Turns byte offsets of a UTF-8 text into code point offsets.
///
/// Offsets asked for in rising order cost one pass over the text together; an offset before the
/// last one starts again from the beginning.
///
/// ```swift
/// var counter = CodePointCounter(Array("på väg".utf8))
/// counter.offset(ofByte: 4)  // 3
/// ```
public struct CodePointCounter<Bytes: RandomAccessCollection<UInt8>> where Bytes.Index == Int {
  private let bytes: Bytes
  private var byte = 0
  private var codePoints = 0

  /// Makes a counter for a text.
  public init(_ bytes: Bytes) { self.bytes = bytes }

  /// The number of code points that begin before a byte offset; offsets outside the text count
  /// as its nearer end.
  public mutating func offset(ofByte target: Int) -> Int {
    let target = min(max(target, 0), bytes.count)
    if target < byte {
      byte = 0
      codePoints = 0
    }
    for index in bytes.startIndex + byte..<bytes.startIndex + target
    where bytes[index] & 0xC0 != 0x80 {
      codePoints += 1
    }
    byte = target
    return codePoints
  }
}
