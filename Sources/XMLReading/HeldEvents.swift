// What was read of an element whose conditions are not known yet, so that it can be read again
// once they are.
//
// A condition compares the text of a child, and the child may stand after the value. So from the
// start tag on, the events are kept, with those texts that a rule may take; at the child's end, or
// the element's own, the machine goes through them again. Elements of that kind may stand in each
// other: all are kept until nothing is open any more.
struct HeldEvents {
  typealias Name = UnsafePointer<UInt8>

  enum Kind {
    case start
    case attribute
    case text
    case end
  }

  // What there is of a text.
  enum Keeping {
    case kept
    // Nothing may take it.
    case unneeded
    // Too long for a value, or for the record.
    case tooLong
    case surplus
  }

  struct Event {
    var kind: Kind
    var keeping = Keeping.kept
    // What blanks stood before the text.
    var lead = Blank.none
    // Whether there is a text at all; at the end of an element, one that nothing may take.
    var hasText = false
    var variant = Variants.none
    var name: Name?
    var uri: Name?
    var start = 0
    var count = 0
  }

  // An element whose variant is asked for.
  struct Open {
    var depth: Int
    // The place of its start tag among the events.
    var event: Int
    var keying: Int
    // The conditions that hold as far as is known.
    var holding: [Int]
    // Which of the keying's children have been seen.
    var seenKeys: [Bool]
    var isKnown = false
  }

  // The depth of the outermost element that is held, or 0.
  var depth = 0
  var events: [Event] = []
  var bytes: [UInt8] = []
  var open: [Open] = []
  // How many of the open ones are not known yet.
  var unknown = 0
  // The child element whose text is a key: its depth or 0, which key, and the text.
  var keyDepth = 0
  private var key = 0
  private var keyText: [UInt8] = []

  // The longest key that is told from others; a longer text equals no condition's.
  private static let longestKey = 4096

  var eventBytes: Int { events.count * MemoryLayout<Event>.stride }

  // The child of an element that is asked for: its text decides, unless one before it has.
  mutating func lookForKey(_ name: Name, at childDepth: Int, _ keyings: [Keying]) {
    guard keyDepth == 0, let last = open.last, last.depth == childDepth - 1, !last.isKnown,
      let found = keyings[last.keying].childKeys.firstIndex(where: { PathMatcher.equal($0, name) }),
      !last.seenKeys[found]
    else { return }
    keyDepth = childDepth
    key = found
    keyText.removeAll(keepingCapacity: true)
  }

  mutating func addToKey(_ text: Name, _ count: Int) {
    var start = 0
    if keyText.isEmpty {
      while start < count && Blank.isBlank(text[start]) { start += 1 }
    }
    let room = min(count - start, Self.longestKey - keyText.count)
    if room > 0 {
      keyText.append(contentsOf: UnsafeBufferPointer(start: text + start, count: room))
    }
  }

  // The end tag of the child; a child without text decides nothing.
  mutating func endKey(_ keyings: [Keying], _ conditions: [PathMatcher.Condition]) {
    keyDepth = 0
    while let last = keyText.last, Blank.isBlank(last) { keyText.removeLast() }
    guard !keyText.isEmpty, var element = open.popLast() else { return }
    let keying = keyings[element.keying]
    element.seenKeys[key] = true
    for index in keying.conditions {
      let condition = conditions[index]
      if !condition.isAttribute && condition.key == keying.childKeys[key]
        && condition.value == keyText
      {
        element.holding.append(index)
      }
    }
    open.append(element)
  }
}

// Blanks between words, as XML has them.
enum Blank: UInt8 {
  case none
  case space
  case line
  // Between two values.
  case separator

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  @inline(__always)
  mutating func grow(to other: Blank) {
    if other.rawValue > rawValue { self = other }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    grow(to: byte == 0x0A || byte == 0x0D ? .line : .space)
  }
}
