import Foundation

/// NFC by `Foundation`, for the few places that the table of Latin letters does not cover.
enum Normalizer {
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
    Array(String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
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
