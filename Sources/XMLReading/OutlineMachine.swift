// Counts the element and attribute paths of a file, from the parser's events.
//
// Texts are never kept: of each value only a 64-bit hash is, to count the distinct ones.
struct OutlineMachine: ~Copyable {
  typealias Name = UnsafePointer<UInt8>

  struct Node {
    let parent: Int
    let name: String
    let namespace: String?
    let isAttribute: Bool
    // What tells it from others of the same name, as a path has it.
    var condition: String?
    var seen = 0
    var withText = 0
    var textBytes = 0
    // Whether two of it stand in the same parent.
    var repeats = false
    // The serial number of the parent in which it was last seen.
    var lastParent = -1
    var hashes: Set<UInt64>? = []
    var distinct = 0
  }

  // An element that is open.
  private struct Frame {
    var node = 0
    var serial = 0
    var text = OutlineText()
  }

  // How many distinct values are counted for one path, and hashes kept for all paths together.
  static let countedValues = 10_000
  private static let keptHashes = 1_000_000

  private(set) var nodes: [Node] = [
    Node(parent: -1, name: "", namespace: nil, isAttribute: false)
  ]
  private(set) var pathsAreComplete = true
  private(set) var keysAreComplete = true
  private var frames: [Frame]
  private var depth = 0
  private var serial = 0
  private var hashCount = 0
  private var table = PathTable()
  private let pathCount: Int
  private var keyed: [KeyedName: Int] = [:]
  private let keyCount: Int
  private var held: HeldOutline

  private struct KeyedName: Hashable {
    var base: Int
    var key: OutlineKeys.Found
  }

  // The node of what lies beyond the limit of paths.
  private static let uncounted = -1
  private static let attributeBit: UInt32 = 0x8000_0000

  init(_ limits: XMLLimits, keys: [XMLKey]) {
    pathCount = limits.pathCount
    keyCount = limits.keyCount
    held = HeldOutline(OutlineKeys(keys))
    frames = [Frame](repeating: Frame(), count: max(limits.depth, 1) + 1)
  }

  mutating func start(
    _ name: Name, _ uri: Name?, _ attributes: RecordMachine.Attributes?, _ count: Int
  ) {
    depth += 1
    if held.depth != 0 || held.keys.asksForChild(of: name, attributes, count) {
      hold(name, uri, attributes, count)
    } else {
      enter(name, uri, held.keys.find(name, attributes, count))
      guard count > 0, let attributes else { return }
      for index in 0..<count {
        let five = attributes + index * 5
        guard let name = five[0], let start = five[3], let end = five[4] else { continue }
        add(attribute: name, OutlineText(start, end - start))
      }
    }
  }

  mutating func characters(_ text: Name, _ count: Int) {
    if held.depth != 0 && held.keyDepth == depth { held.addToKey(text, count) }
    guard frames[depth].node != Self.uncounted else { return }
    frames[depth].text.add(text, count)
  }

  mutating func end() {
    if held.depth != 0 {
      held.end(frames[depth].text, at: depth)
      depth -= 1
      if held.unknown == 0 { readAgain() }
    } else {
      finish(frames[depth].node, frames[depth].text)
      depth -= 1
    }
  }

  // An element whose parent is the open one, with the key that it is known by.
  private mutating func enter(_ name: Name, _ uri: Name?, _ key: OutlineKeys.Found?) {
    let parent = frames[depth - 1]
    serial += 1
    var node = find(parent.node, name, uri, isAttribute: false)
    if let key, node != Self.uncounted { node = find(node, key) }
    frames[depth] = Frame(node: node, serial: serial)
    guard node != Self.uncounted else { return }
    nodes[node].seen += 1
    if nodes[node].lastParent == parent.serial { nodes[node].repeats = true }
    nodes[node].lastParent = parent.serial
  }

  private mutating func add(attribute name: Name, _ text: OutlineText) {
    guard frames[depth].node != Self.uncounted else { return }
    let node = find(frames[depth].node, name, nil, isAttribute: true)
    guard node != Self.uncounted else { return }
    nodes[node].seen += 1
    finish(node, text)
  }

  // MARK: Elements whose key is not known yet

  private mutating func hold(
    _ name: Name, _ uri: Name?, _ attributes: RecordMachine.Attributes?, _ count: Int
  ) {
    frames[depth] = Frame()
    held.start(name, uri, attributes, count, at: depth)
    if held.isFull {
      keysAreComplete = false
      held.forgetUnknown()
      readAgain()
    }
  }

  private mutating func readAgain() {
    let (events, start) = held.take()
    let open = depth
    let texts = frames[start...max(start, open)].map(\.text)
    depth = start - 1
    for event in events {
      switch event.kind {
      case .start:
        depth += 1
        if let name = event.name { enter(name, event.uri, event.key) }
      case .attribute:
        if let name = event.name { add(attribute: name, event.text) }
      case .end:
        finish(frames[depth].node, event.text)
        depth -= 1
      }
    }
    // What is still open goes on where it was.
    if open >= start {
      for level in start...open { frames[level].text = texts[level - start] }
    }
  }

  private mutating func finish(_ node: Int, _ text: OutlineText) {
    guard text.hasText, node != Self.uncounted else { return }
    nodes[node].withText += 1
    nodes[node].textBytes += text.bytes
    guard nodes[node].hashes?.insert(text.hash).inserted == true else { return }
    nodes[node].distinct += 1
    hashCount += 1
    if nodes[node].distinct > Self.countedValues || hashCount > Self.keptHashes {
      hashCount -= nodes[node].distinct
      nodes[node].distinct = min(nodes[node].distinct, Self.countedValues)
      nodes[node].hashes = nil
    }
  }

  // The node of those that have this key, or the one of all where there are too many.
  private mutating func find(_ base: Int, _ key: OutlineKeys.Found) -> Int {
    let name = KeyedName(base: base, key: key)
    if let known = keyed[name] { return known }
    guard let condition = key.condition, keyed.count < keyCount else {
      keysAreComplete = false
      return base
    }
    guard nodes.count <= pathCount else {
      pathsAreComplete = false
      return base
    }
    nodes.append(
      Node(
        parent: nodes[base].parent, name: nodes[base].name, namespace: nodes[base].namespace,
        isAttribute: false, condition: condition))
    keyed[name] = nodes.count - 1
    return nodes.count - 1
  }

  private mutating func find(
    _ parent: Int, _ name: Name, _ uri: Name?, isAttribute: Bool
  ) -> Int {
    guard parent != Self.uncounted else {
      pathsAreComplete = false
      return Self.uncounted
    }
    let key = PathTable.Key(
      parent: UInt32(parent) | (isAttribute ? Self.attributeBit : 0), name: name, namespace: nil)
    let known = table.find(key)
    if known != PathTable.none { return Int(known) }
    guard nodes.count <= pathCount else {
      pathsAreComplete = false
      return Self.uncounted
    }
    nodes.append(
      Node(
        parent: parent, name: String(cString: name),
        namespace: uri.map { String(cString: $0) }, isAttribute: isAttribute))
    table.insert(key, child: UInt32(nodes.count - 1))
    return nodes.count - 1
  }
}
