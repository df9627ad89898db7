// Which elements of an outline are told apart, and by what.
struct OutlineKeys {
  typealias Name = UnsafePointer<UInt8>
  typealias Attributes = RecordMachine.Attributes

  // The key that an element is known by.
  struct Found: Hashable {
    var key: XMLKey
    var text: [UInt8]

    // As a path has it, or `nil` where it cannot be written or is no key any more.
    var condition: String? {
      guard text.count <= OutlineKeys.longestKey,
        let text = String(validating: text, as: UTF8.self),
        text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
      else { return nil }
      return PathReader.quoted(text).map { "[\(key.key)=\($0)]" }
    }
  }

  // A longer text is not a key; an element that has it stands under the path without.
  static let longestKey = 200

  private struct Key {
    var element: [UInt8]
    var name: [UInt8]
    var key: XMLKey
  }

  private let keys: [Key]

  init(_ keys: [XMLKey]) {
    self.keys = keys.map {
      Key(element: Array($0.element.utf8) + [0], name: Array($0.name.utf8) + [0], key: $0)
    }
  }

  // The attribute of an element that tells it from others.
  func find(_ element: Name, _ attributes: Attributes?, _ count: Int) -> Found? {
    guard count > 0, let attributes else { return nil }
    for key in keys where key.key.isAttribute && PathMatcher.equal(key.element, element) {
      for attribute in 0..<count {
        let five = attributes + attribute * 5
        guard let name = five[0], let start = five[3], let end = five[4],
          PathMatcher.equal(key.name, name)
        else { continue }
        let text = RecordMachine.trimmed(start, end - start)
        if !text.isEmpty { return Found(key: key.key, text: Array(text)) }
      }
    }
    return nil
  }

  // Whether a child has to be waited for.
  func asksForChild(of element: Name, _ attributes: Attributes?, _ count: Int) -> Bool {
    guard !keys.isEmpty else { return false }
    return keys.contains { !$0.key.isAttribute && PathMatcher.equal($0.element, element) }
      && find(element, attributes, count) == nil
  }

  // The key that a child of an element is.
  func key(_ child: Name, of element: Name) -> XMLKey? {
    keys.first {
      !$0.key.isAttribute && PathMatcher.equal($0.name, child)
        && PathMatcher.equal($0.element, element)
    }?.key
  }
}

// Text as an outline knows it: a hash and a length, without the blanks at its ends.
struct OutlineText {
  // FNV-1a, as it was after the last character that is no blank.
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var hasText = false
  private(set) var bytes = 0
  private var running: UInt64 = 0xCBF2_9CE4_8422_2325
  // Blanks since then, which count when more text follows.
  private var blanks = 0

  init() {}

  init(_ text: UnsafePointer<UInt8>, _ count: Int) { add(text, count) }

  mutating func add(_ text: UnsafePointer<UInt8>, _ count: Int) {
    var hash = running
    for index in 0..<count {
      let byte = text[index]
      let isBlank = Blank.isBlank(byte)
      if isBlank && !hasText { continue }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      if isBlank {
        blanks += 1
      } else {
        hasText = true
        self.hash = hash
        bytes += blanks + 1
        blanks = 0
      }
    }
    running = hash
  }
}
