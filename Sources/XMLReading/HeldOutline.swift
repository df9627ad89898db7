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

  // A child whose text is a key; in it may stand another, for a key of its own.
  private struct Key {
    var depth: Int
    // Which of the open elements it is the key of.
    var element: Int
    var key: XMLKey
    var text: [UInt8] = []
  }

  // About 15 MB; an element that has more before its key stands under the path without.
  private static let most = 100_000

  let keys: OutlineKeys
  // The depth of the outermost element that is held, or 0.
  private(set) var depth = 0
  // How many of the open ones are not known yet.
  private(set) var unknown = 0
  // The depth of the child whose text is a key, or 0.
  var keyDepth: Int { found.last?.depth ?? 0 }
  private var events: [Event] = []
  private var open: [Open] = []
  private var found: [Key] = []

  init(_ keys: OutlineKeys) { self.keys = keys }

  var isFull: Bool { events.count > Self.most }

  mutating func start(
    _ name: Name, _ uri: Name?, _ attributes: OutlineKeys.Attributes?, _ count: Int,
    at level: Int
  ) {
    if depth == 0 { depth = level }
    if let last = open.last, last.depth == level - 1, !last.isKnown,
      let key = keys.key(name, of: last.name)
    {
      found.append(Key(depth: level, element: open.count - 1, key: key))
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
    let last = found.count - 1
    guard last >= 0 else { return }
    var start = 0
    if found[last].text.isEmpty {
      while start < count && Blank.isBlank(text[start]) { start += 1 }
    }
    // More than a key may have, for blanks after it.
    let room = min(count - start, 2 * OutlineKeys.longestKey - found[last].text.count)
    guard room > 0 else { return }
    found[last].text.append(contentsOf: UnsafeBufferPointer(start: text + start, count: room))
  }

  mutating func end(_ text: OutlineText, at level: Int) {
    events.append(Event(kind: .end, text: text))
    // A key may itself be asked for keys, so its own end comes before that of the key.
    if let last = open.last, last.depth == level {
      if !last.isKnown { unknown -= 1 }
      open.removeLast()
    }
    if keyDepth == level { endKey() }
  }

  private mutating func endKey() {
    guard var key = found.popLast() else { return }
    while let last = key.text.last, Blank.isBlank(last) { key.text.removeLast() }
    guard !key.text.isEmpty, !open[key.element].isKnown else { return }
    open[key.element].isKnown = true
    unknown -= 1
    events[open[key.element].event].key = OutlineKeys.Found(key: key.key, text: key.text)
  }

  // There are too many events: nothing more is waited for.
  mutating func forgetUnknown() { unknown = 0 }

  // Empties it.
  mutating func take() -> ([Event], start: Int) {
    defer { self = HeldOutline(keys) }
    return (events, depth)
  }
}
