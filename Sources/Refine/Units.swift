/// Words after a number that say that it is an amount, a length or a count, and no one's number.
enum Units {
  private static let words: Set<String> = [
    "kr", "kronor", "sek", "tkr", "mkr", "mnkr", "kkr", "miljoner", "miljarder", "tusen", "euro",
    "eur", "meter", "m", "km", "mil", "kvm", "m2", "cm", "mm", "ha", "hektar", "ton", "kg", "liter",
    "st", "styck", "stycken", "personer", "invånare", "procent", "kwh", "mwh", "gwh",
  ]

  /// Whether such a word, or %, €, or :-, follows at `index`, after blanks or at once.
  static func follow(_ bytes: UnsafePointer<UInt8>, at index: Int, to limit: Int) -> Bool {
    var position = index
    while position < limit {
      let (scalar, length) = Utf8.decode(bytes, at: position, to: limit)
      guard ScalarKind.of(scalar) == .blank else { break }
      position += length
    }
    guard position < limit else { return false }
    let first = Utf8.decode(bytes, at: position, to: limit).value
    if first == 0x25 || first == 0x20AC { return true }
    if first == 0x3A {
      return position + 1 < limit && bytes[position + 1] == 0x2D
    }
    var end = position
    // The longest word has ten bytes ("invånare" has nine).
    while end < limit, end - position <= 10, bytes[end] >= 0x80 || isWord(bytes[end]) { end += 1 }
    guard end > position, end - position <= 10 else { return false }
    let word = String(
      decoding: UnsafeBufferPointer(start: bytes + position, count: end - position), as: UTF8.self)
    return words.contains(word.lowercased())
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
