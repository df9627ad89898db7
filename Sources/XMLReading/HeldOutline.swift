// What was read of an element whose key is not known yet, for the outline: names and hashes only.
// See `HeldEvents`, which is the same for records.
struct HeldOutline {
  typealias Name = UnsafePointer<UInt8>

  enum Kind {
    case start
    case attribute
    case end
  }

  struct Event {
    var kind: Kind
    var name: Name?
    var uri: Name?
    var text = OutlineText()
    var key: OutlineKeys.Found?
  }

  private struct Open {
    var depth: Int
    var name: Name
    // The place of its start tag among the events.
    var event: Int
    var isKnown = false
  }

  // About 15 MB; an element that has more before its key stands under the path without.
  private static let most = 100_000

  let keys: OutlineKeys
  // The depth of the outermost element that is held, or 0.
  private(set) var depth = 0
  // How many of the open ones are not known yet.
  private(set) var unknown = 0
  // The depth of the child whose text is a key, or 0.
  private(set) var keyDepth = 0
  private var events: [Event] = []
  private var open: [Open] = []
  private var key: XMLKey?
  private var keyText: [UInt8] = []

  init(_ keys: OutlineKeys) { self.keys = keys }

  var isFull: Bool { events.count > Self.most }

  mutating func start(
    _ name: Name, _ uri: Name?, _ attributes: OutlineKeys.Attributes?, _ count: Int,
    at level: Int
  ) {
    if depth == 0 { depth = level }
    if keyDepth == 0, let last = open.last, last.depth == level - 1, !last.isKnown,
      let key = keys.key(name, of: last.name)
    {
      keyDepth = level
      self.key = key
      keyText.removeAll(keepingCapacity: true)
    }
    var event = Event(kind: .start, name: name, uri: uri)
    if keys.asksForChild(of: name, attributes, count) {
      open.append(Open(depth: level, name: name, event: events.count))
      unknown += 1
    } else {
      event.key = keys.find(name, attributes, count)
    }
    events.append(event)
    guard count > 0, let attributes else { return }
    for index in 0..<count {
      let five = attributes + index * 5
      guard let name = five[0], let start = five[3], let end = five[4] else { continue }
      events.append(Event(kind: .attribute, name: name, text: OutlineText(start, end - start)))
    }
  }

  mutating func addToKey(_ text: Name, _ count: Int) {
    // One more byte than a key may have, and the blanks around it.
    let room = min(count, 2 * OutlineKeys.longestKey - keyText.count)
    for index in 0..<max(room, 0) where !(keyText.isEmpty && Blank.isBlank(text[index])) {
      keyText.append(text[index])
    }
  }

  mutating func end(_ text: OutlineText, at level: Int) {
    events.append(Event(kind: .end, text: text))
    if keyDepth == level { endKey() }
    if let last = open.last, last.depth == level {
      if !last.isKnown { unknown -= 1 }
      open.removeLast()
    }
  }

  private mutating func endKey() {
    keyDepth = 0
    while let last = keyText.last, Blank.isBlank(last) { keyText.removeLast() }
    guard let key, !keyText.isEmpty, !open.isEmpty else { return }
    let last = open.count - 1
    open[last].isKnown = true
    unknown -= 1
    events[open[last].event].key = OutlineKeys.Found(key: key, text: keyText)
  }

  // There are too many events: nothing more is waited for.
  mutating func forgetUnknown() { unknown = 0 }

  // Empties it.
  mutating func take() -> ([Event], start: Int) {
    defer { self = HeldOutline(keys) }
    return (events, depth)
  }
}
