/// The attributes of an element that begins.
package struct XMLEventAttributes {
  /// How many there are.
  package let count: Int
  private let fives: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  init(_ fives: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int) {
    self.fives = fives
    self.count = fives == nil ? 0 : count
  }

  /// The local name of one.
  @inline(__always)
  package func name(_ index: Int) -> UnsafePointer<UInt8>? { fives?[index * 5] }

  /// The namespace of one, or `nil` for one without a prefix.
  @inline(__always)
  package func namespace(_ index: Int) -> UnsafePointer<UInt8>? { fives?[index * 5 + 2] }

  /// The bytes of one as the parser has them, where an ampersand still stands as `&#38;`.
  @inline(__always)
  package func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let fives, let start = fives[index * 5 + 3], let end = fives[index * 5 + 4] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: end - start)
  }

  /// The text of one.
  package func string(_ index: Int) -> String {
    String(decoding: Self.decoded(value(index)), as: UTF8.self)
  }

  /// The bytes of a value with the one reference resolved that libxml2 leaves alone as long as
  /// entities are not replaced.
  package static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let reference = Array("&#38;".utf8)
    var text: [UInt8] = []
    var at = 0
    while at < bytes.count {
      text.append(bytes[at])
      let isReference =
        bytes[at] == reference[0] && bytes[at...].starts(with: reference)
      at += isReference ? reference.count : 1
    }
    return text
  }
}
