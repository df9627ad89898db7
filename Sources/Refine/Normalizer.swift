import Foundation

/// NFC by `Foundation`, for the few places that the table of Latin letters does not cover.
public enum Normalizer {
  /// A part of a text that can be normalised by itself.
  struct Piece {
    /// Its bytes in the text before.
    var raw: Range<Int>
    /// Its bytes afterwards.
    var normal: [UInt8]
    /// Whether it was changed.
    var isChanged: Bool
  }

  /// The NFC of valid UTF-8.
  static func nfc(_ bytes: [UInt8]) -> [UInt8] {
    Array(nfc(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  /// The NFC of a text, in time that grows with its length, whatever marks it has.
  public static func nfc(_ text: String) -> String {
    // Below U+0300, whose first byte is CC, nothing is ever written in another way.
    guard text.utf8.contains(where: { $0 >= 0xCC }) else { return text }
    let sorted = text.utf8.count > longSegment ? sortingMarks(of: text) : text
    return sorted.precomposedStringWithCanonicalMapping
  }

  private static let longSegment = 128

  /// The text with each row of marks in canonical order.
  ///
  /// `Foundation` puts marks in order by insertion: 40,000 marks on one letter in turns take it
  /// 25 seconds, and milliseconds when they are in order already.
  private static func sortingMarks(of text: String) -> String {
    var result = String.UnicodeScalarView()
    var marks: [(order: UInt8, place: Int, scalar: Unicode.Scalar)] = []
    func flush() {
      marks.sort { ($0.order, $0.place) < ($1.order, $1.place) }
      result.append(contentsOf: marks.lazy.map(\.scalar))
      marks.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      let order = scalar.properties.canonicalCombiningClass.rawValue
      if order == 0 {
        flush()
        result.append(scalar)
      } else {
        marks.append((order, marks.count, scalar))
      }
    }
    flush()
    return String(result)
  }

  /// The text in user-perceived characters with the NFC of each, so that an edit is as small
  /// as can be; one piece when the characters by themselves do not give `normal`.
  static func pieces(of raw: [UInt8], normalizedTo normal: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var joined: [UInt8] = []
    var start = 0
    for character in String(decoding: raw, as: UTF8.self) {
      let bytes = Array(character.utf8)
      let composed = nfc(bytes)
      let end = start + bytes.count
      pieces.append(Piece(raw: start..<end, normal: composed, isChanged: composed != bytes))
      joined += composed
      start = end
    }
    if joined == normal, start == raw.count { return pieces }
    return [Piece(raw: 0..<raw.count, normal: normal, isChanged: true)]
  }
}
