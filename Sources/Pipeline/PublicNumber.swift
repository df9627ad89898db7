/// A submission's public number, such as `HD26-7K3F9Q`: a pseudonym that says nothing of order,
/// sender or time, and stays the same when a dialogue is run again with more sources.
///
/// The six characters are drawn from the submission's own identity by a keyed hash, so no
/// running number has to be remembered between runs. They come from an alphabet without vowels
/// and look-alikes; one mistyped character almost never gives another existing number.
struct PublicNumber: Hashable {
  static let alphabet = Array("23456789BCDFGHJKMNPQRSTVWXYZ".utf8)
  static let length = 6
  static let space: UInt64 = {
    var size: UInt64 = 1
    for _ in 0..<length { size *= UInt64(alphabet.count) }
    return size
  }()

  /// The number within the space of all public numbers.
  let value: UInt32

  /// The number that a hash gives.
  init(hash: UInt64) { value = UInt32(hash % Self.space) }

  init(value: UInt32) { self.value = value }

  /// The number that is printed so, with the dialogue's prefix; `nil` when it is another's or of
  /// another form.
  init?(_ printed: String, prefix: String) {
    self.init(printed)
    guard text(prefix: prefix) == printed else { return nil }
  }

  /// The number that a printed one ends with, or `nil` when it is not of that form.
  init?(_ printed: String) {
    let characters = printed.utf8.suffix(Self.length)
    guard characters.count == Self.length else { return nil }
    var value: UInt64 = 0
    for character in characters {
      guard let digit = Self.alphabet.firstIndex(of: character) else { return nil }
      value = value * UInt64(Self.alphabet.count) + UInt64(digit)
    }
    self.value = UInt32(value)
  }

  /// The number as it is printed.
  func text(prefix: String) -> String {
    var bytes: [UInt8] = []
    write(prefix: Array(prefix.utf8), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the prefix, a hyphen and the characters.
  func write(prefix: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(contentsOf: prefix)
    bytes.append(0x2D)
    forEachCharacter { bytes.append($0) }
  }

  /// Gives the six characters, one after another.
  @inline(__always)
  func forEachCharacter(_ take: (UInt8) -> Void) {
    let (high, low) = Int(value).quotientAndRemainder(dividingBy: Self.halfSpace)
    let triples = Self.triples
    for place in 0..<3 { take(triples[high * 3 + place]) }
    for place in 0..<3 { take(triples[low * 3 + place]) }
  }

  private static let halfSpace = alphabet.count * alphabet.count * alphabet.count
  /// Every three characters, one after another in the order of their values.
  private static let triples: [UInt8] = alphabet.flatMap { first in
    alphabet.flatMap { second in alphabet.flatMap { third in [first, second, third] } }
  }
}
