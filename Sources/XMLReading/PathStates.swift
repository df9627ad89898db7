// What is known of each distinct path of a file: one node for each, made when the path is first
// seen, with what the layout says of it and how often it was seen.
struct PathStates: ~Copyable {
  typealias Bytes = UnsafeBufferPointer<UInt8>
  typealias Name = UnsafePointer<UInt8>

  enum Place: UInt8 {
    case outside
    case record
    case inside
  }

  struct Node {
    var parent: UInt32
    var firstTarget: UInt32 = 0
    var targetCount: UInt32 = 0
    var place: Place
    // Neither a rule nor an exception of a rule takes it.
    var isUntaken: Bool
    // The dropped path that takes it, or -1.
    var dropped: Int32 = -1
    var seen = 0
    var withText = 0
  }

  // One column that gets the text of a node.
  struct Target {
    var column: Int
    var separator: Bytes
  }

  // Where in the file an element or attribute is: the names of the open elements, from index 1
  // for the root, their number, and the depth of the open record or 0.
  struct Position {
    var names: UnsafePointer<Name>
    var depth: Int
    var recordDepth: Int

    func below(_ level: Int) -> PathMatcher.Names {
      PathMatcher.Names(start: names + level + 1, count: depth - level)
    }
  }

  private static let attributeBit: UInt32 = 0x8000_0000

  // Whether every path got a node that stays.
  private(set) var areComplete = true
  private(set) var nodes: UnsafeMutablePointer<Node>
  private(set) var targets: [Target] = []

  private let matcher: PathMatcher
  private let pathCount: Int
  private var table = PathTable()
  // First one node for each depth and one for an attribute, used again and again by the paths
  // beyond the limit; then the document's; then those that stay.
  private let documentIndex: Int
  private var count: Int
  private var capacity: Int
  // The names of the nodes that stay, the document's first.
  private var names: [String] = [""]
  private let ruleTargets: [Target]
  private let separators: UnsafeMutablePointer<UInt8>
  // Where the targets of each distinct set of rules begin, so that the list stays short.
  private var targetStarts: [[Int]: Int] = [:]

  init(_ layout: XMLRecordLayout, levels: Int, pathCount: Int) {
    matcher = PathMatcher(layout)
    self.pathCount = pathCount
    documentIndex = levels
    count = levels + 1
    capacity = levels + 64
    nodes = .allocate(capacity: capacity)
    nodes.initialize(
      repeating: Node(parent: 0, place: .outside, isUntaken: false), count: capacity)

    let texts = layout.rules.map { Array($0.separator.utf8) }
    let block = UnsafeMutablePointer<UInt8>.allocate(
      capacity: max(texts.reduce(0) { $0 + $1.count }, 1))
    var made: [Target] = []
    var used = 0
    for (rule, bytes) in zip(layout.rules, texts) {
      (block + used).initialize(from: bytes, count: bytes.count)
      made.append(
        Target(column: rule.column, separator: Bytes(start: block + used, count: bytes.count)))
      used += bytes.count
    }
    separators = block
    ruleTargets = made
  }

  deinit {
    nodes.deallocate()
    separators.deallocate()
  }

  // The node above the root element's.
  var document: UInt32 { UInt32(documentIndex) }

  @inline(__always)
  mutating func element(
    _ parent: UInt32, _ name: Name, _ uri: Name?, _ position: Position,
    isInRecord: Bool
  ) -> UInt32 {
    // Only outside records does a namespace make a difference: it may be the record's.
    let key = PathTable.Key(parent: parent, name: name, namespace: isInRecord ? nil : uri)
    let index = table.find(key)
    return index != PathTable.none ? index : addElement(key, uri, position)
  }

  @inline(__always)
  mutating func attribute(
    _ element: UInt32, _ name: Name, _ position: Position
  ) -> UInt32 {
    let key = PathTable.Key(parent: element | Self.attributeBit, name: name, namespace: nil)
    let index = table.find(key)
    return index != PathTable.none ? index : addAttribute(key, of: element, position)
  }

  private mutating func addElement(
    _ key: PathTable.Key, _ uri: Name?, _ position: Position
  ) -> UInt32 {
    let above = nodes[Int(key.parent)].place
    var node = Node(parent: key.parent, place: .inside, isUntaken: true)
    if above == .outside {
      let isRecord = matcher.isRecord(position.below(0), namespace: uri)
      node.place = isRecord ? .record : .outside
    }
    if node.place != .outside {
      let from = above == .outside ? position.depth : position.recordDepth
      judge(&node, matcher.verdict(element: position.below(from)))
    }
    return add(node, key, passing: position.depth, name: String(cString: key.name))
  }

  private mutating func addAttribute(
    _ key: PathTable.Key, of element: UInt32, _ position: Position
  ) -> UInt32 {
    var node = Node(
      parent: element, place: nodes[Int(element)].place, isUntaken: true)
    if node.place != .outside {
      judge(
        &node, matcher.verdict(attribute: key.name, of: position.below(position.recordDepth)))
    }
    return add(node, key, passing: 0, name: "@" + String(cString: key.name))
  }

  private mutating func judge(_ node: inout Node, _ verdict: PathMatcher.Verdict) {
    node.dropped = Int32(verdict.dropped ?? -1)
    node.isUntaken = verdict.dropped == nil && verdict.rules.isEmpty && !verdict.isExcepted
    guard !verdict.rules.isEmpty else { return }
    let start: Int
    if let known = targetStarts[verdict.rules] {
      start = known
    } else {
      start = targets.count
      targetStarts[verdict.rules] = start
      targets.append(contentsOf: verdict.rules.map { ruleTargets[$0] })
    }
    node.firstTarget = UInt32(start)
    node.targetCount = UInt32(verdict.rules.count)
  }

  // A node that stays while there is room, or one that passes, which is judged anew each time.
  private mutating func add(
    _ node: Node, _ key: PathTable.Key, passing: Int, name: @autoclosure () -> String
  ) -> UInt32 {
    let isParentKept = Int(key.parent & ~Self.attributeBit) >= documentIndex
    guard isParentKept && names.count <= pathCount else {
      areComplete = false
      nodes[passing] = node
      return UInt32(passing)
    }
    if count == capacity {
      let grown = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
      grown.update(from: nodes, count: count)
      nodes.deallocate()
      nodes = grown
      capacity *= 2
    }
    (nodes + count).initialize(to: node)
    names.append(name())
    let index = UInt32(count)
    count += 1
    table.insert(key, child: index)
    return index
  }

  // What no rule and no dropped path took, in the order in which it was first seen.
  func untaken() -> [XMLPathCount] {
    var order: [String] = []
    var found: [String: XMLPathCount] = [:]
    for index in (documentIndex + 1)..<count where nodes[index].isUntaken {
      let node = nodes[index]
      let path = text(of: index)
      // Two of the same path differ in the namespace.
      let before = found[path]
      if before == nil { order.append(path) }
      found[path] = XMLPathCount(
        path: path, isInsideRecord: node.place != .outside,
        seen: node.seen + (before?.seen ?? 0), withText: node.withText + (before?.withText ?? 0))
    }
    return order.compactMap { found[$0] }
  }

  private func text(of index: Int) -> String {
    var parts: [String] = []
    var at = index
    while at > documentIndex {
      let name = names[at - documentIndex]
      if nodes[at].place == .record && !name.hasPrefix("@") {
        return parts.isEmpty ? "." : parts.reversed().joined(separator: "/")
      }
      parts.append(name)
      at = Int(nodes[at].parent)
    }
    return "/" + parts.reversed().joined(separator: "/")
  }
}
