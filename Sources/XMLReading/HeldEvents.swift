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
  // The depth of the child element whose text is a key, or 0.
  var keyDepth: Int { keys.last?.depth ?? 0 }
  private var keys: [Key] = []

  // A child element whose text decides; in it may stand another, for a key of its own.
  private struct Key {
    var depth: Int
    // Which of the open elements it decides, and which of that one's keys it is.
    var element: Int
    var number: Int
    var text: [UInt8] = []
  }

  // The longest key that is told from others; a longer text equals no condition's.
  private static let longestKey = 4096

  var eventBytes: Int { events.count * MemoryLayout<Event>.stride }

  // The child of an element that is asked for: its text decides, unless one before it has.
  mutating func lookForKey(_ name: Name, at childDepth: Int, _ keyings: [Keying]) {
    guard let last = open.last, last.depth == childDepth - 1, !last.isKnown,
      let found = keyings[last.keying].childKeys.firstIndex(where: { PathMatcher.equal($0, name) }),
      !last.seenKeys[found]
    else { return }
    keys.append(Key(depth: childDepth, element: open.count - 1, number: found))
  }

  mutating func addToKey(_ text: Name, _ count: Int) {
    let last = keys.count - 1
    guard last >= 0 else { return }
    var start = 0
    if keys[last].text.isEmpty {
      while start < count && Blank.isBlank(text[start]) { start += 1 }
    }
    let room = min(count - start, Self.longestKey - keys[last].text.count)
    guard room > 0 else { return }
    keys[last].text.append(contentsOf: UnsafeBufferPointer(start: text + start, count: room))
  }

  // The end tag of the child; a child without text decides nothing. The element that has all its
  // keys with that is returned.
  mutating func endKey(_ keyings: [Keying], _ conditions: [PathMatcher.Condition]) -> Int? {
    guard var key = keys.popLast() else { return nil }
    while let last = key.text.last, Blank.isBlank(last) { key.text.removeLast() }
    guard !key.text.isEmpty else { return nil }
    let keying = keyings[open[key.element].keying]
    open[key.element].seenKeys[key.number] = true
    for index in keying.conditions {
      let condition = conditions[index]
      if !condition.isAttribute && condition.key == keying.childKeys[key.number]
        && condition.value == key.text
      {
        open[key.element].holding.append(index)
      }
    }
    let isComplete = !open[key.element].isKnown && open[key.element].seenKeys.allSatisfy { $0 }
    return isComplete ? key.element : nil
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
