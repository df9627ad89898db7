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
    var node: Int
    var serial: Int
    // The hash of the text so far, and as it was after the last character that is no blank.
    var hash: UInt64
    var hashAtLast: UInt64
    var hasText: Bool
    var bytes: Int
    // Blanks since then, which count when more text follows.
    var blanks: Int
  }

  // How many distinct values are counted for one path, and hashes kept for all paths together.
  static let countedValues = 10_000
  private static let keptHashes = 1_000_000

  private(set) var nodes: [Node] = [
    Node(parent: -1, name: "", namespace: nil, isAttribute: false)
  ]
  private(set) var pathsAreComplete = true
  private var frames: [Frame] = [
    Frame(node: 0, serial: 0, hash: 0, hashAtLast: 0, hasText: false, bytes: 0, blanks: 0)
  ]
  private var depth = 0
  private var serial = 0
  private var hashCount = 0
  private var table = PathTable()
  private let pathCount: Int

  // The node of what lies beyond the limit of paths.
  private static let uncounted = -1
  private static let attributeBit: UInt32 = 0x8000_0000
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ limits: XMLLimits) {
    pathCount = limits.pathCount
    let empty = frames[0]
    frames = [Frame](repeating: empty, count: max(limits.depth, 1) + 1)
  }

  mutating func start(
    _ name: Name, _ uri: Name?, _ attributes: RecordMachine.Attributes?, _ count: Int
  ) {
    let parent = frames[depth]
    serial += 1
    depth += 1
    let node = find(parent.node, name, uri, isAttribute: false)
    frames[depth] = Frame(
      node: node, serial: serial, hash: Self.seed, hashAtLast: Self.seed, hasText: false,
      bytes: 0, blanks: 0)
    guard node != Self.uncounted else { return }
    nodes[node].seen += 1
    if nodes[node].lastParent == parent.serial { nodes[node].repeats = true }
    nodes[node].lastParent = parent.serial
    guard count > 0, let attributes else { return }
    for index in 0..<count {
      let five = attributes + index * 5
      guard let name = five[0], let start = five[3], let end = five[4] else { continue }
      let found = find(node, name, nil, isAttribute: true)
      guard found != Self.uncounted else { continue }
      nodes[found].seen += 1
      var value = Frame(
        node: found, serial: 0, hash: Self.seed, hashAtLast: Self.seed, hasText: false, bytes: 0,
        blanks: 0)
      Self.add(start, end - start, to: &value)
      finish(value)
    }
  }

  mutating func characters(_ text: Name, _ count: Int) {
    guard frames[depth].node != Self.uncounted else { return }
    Self.add(text, count, to: &frames[depth])
  }

  mutating func end() {
    finish(frames[depth])
    depth -= 1
  }

  // FNV-1a over the text without the blanks at its ends.
  private static func add(_ text: Name, _ count: Int, to frame: inout Frame) {
    var hash = frame.hash
    for index in 0..<count {
      let byte = text[index]
      let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
      if isBlank && !frame.hasText { continue }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      if isBlank {
        frame.blanks += 1
      } else {
        frame.hasText = true
        frame.hashAtLast = hash
        frame.bytes += frame.blanks + 1
        frame.blanks = 0
      }
    }
    frame.hash = hash
  }

  private mutating func finish(_ frame: Frame) {
    guard frame.hasText, frame.node != Self.uncounted else { return }
    nodes[frame.node].withText += 1
    nodes[frame.node].textBytes += frame.bytes
    guard nodes[frame.node].hashes?.insert(frame.hashAtLast).inserted == true else { return }
    nodes[frame.node].distinct += 1
    hashCount += 1
    if nodes[frame.node].distinct > Self.countedValues || hashCount > Self.keptHashes {
      hashCount -= nodes[frame.node].distinct
      nodes[frame.node].distinct = min(nodes[frame.node].distinct, Self.countedValues)
      nodes[frame.node].hashes = nil
    }
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
