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
    // Neither a rule nor an exception of a rule takes it, and it decides no condition.
    var isUntaken: Bool
    // Whether its text is copied: a rule takes it, or may once its conditions are known.
    var isCopied = false
    // Whether some of its targets take flowing text.
    var flows = false
    // What its name is in HTML.
    var markup = Markup.other
    // The conditions that are asked of it, in `keyings`, or -1.
    var keying: Int32 = -1
    // It is a record, unless a condition of the record around it drops it.
    var isRecordUnlessDropped = false
    // The dropped path that takes it, or -1.
    var dropped: Int32 = -1
    var seen = 0
    var withText = 0
  }

  // One column that gets the text of a node.
  struct Target {
    enum Kind {
      case own
      case all
      case flowing
    }

    var column: Int
    var separator: Bytes
    var kind: Kind
    // The index of its rule.
    var rule: Int
  }

  // Where in the file an element or attribute is: the names of the open elements, from index 1
  // for the root, their number, and the depth of the open record or 0.
  struct Position {
    var names: UnsafePointer<Name>
    var variants: UnsafePointer<UInt32>
    var depth: Int
    var recordDepth: Int

    func below(_ level: Int) -> Elements {
      Elements(names: names + level + 1, variants: variants + level + 1, count: depth - level)
    }
  }

  // What tells the nodes below one apart: attributes and variants from child elements.
  private static let attributeBit: UInt32 = 0x8000_0000
  private static let variantBit: UInt32 = 0x4000_0000

  // Whether every path got a node that stays.
  private(set) var areComplete = true
  private(set) var nodes: UnsafeMutablePointer<Node>
  private(set) var targets: [Target] = []
  private(set) var keyings: [Keying] = []
  var variants: Variants

  let matcher: PathMatcher
  private let usesNamespaces: Bool
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
  private var keyingNumbers: [[Int]: Int32] = [:]
  private let separators: UnsafeMutablePointer<UInt8>
  // Where the targets of each distinct set of rules begin, so that the list stays short.
  private var targetStarts: [[Int]: Int] = [:]

  init(_ layout: XMLRecordLayout, levels: Int, pathCount: Int) {
    matcher = PathMatcher(layout)
    variants = Variants(conditionCount: matcher.conditions.count)
    usesNamespaces = layout.namespace != nil
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
    for (index, rule) in layout.rules.enumerated() {
      let bytes = texts[index]
      (block + used).initialize(from: bytes, count: bytes.count)
      made.append(
        Target(
          column: rule.column, separator: Bytes(start: block + used, count: bytes.count),
          kind: rule.content.kind, rule: index))
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
    _ parent: UInt32, _ name: Name, _ uri: Name?, _ position: Position
  ) -> UInt32 {
    // A namespace makes a difference only where the record's has to be a certain one.
    let key = PathTable.Key(parent: parent, name: name, namespace: usesNamespaces ? uri : nil)
    let index = table.find(key)
    return index != PathTable.none ? index : addElement(key, uri, position)
  }

  // The node of an element whose conditions are judged: its variant is the last of the position.
  mutating func variant(
    _ base: UInt32, _ variant: UInt32, _ name: Name, _ position: Position
  ) -> UInt32 {
    // The number stands in the place of a namespace's address, which is compared and not read.
    let key = PathTable.Key(
      parent: base | Self.variantBit, name: name,
      namespace: UnsafePointer(bitPattern: UInt(variant) + 1))
    let index = table.find(key)
    if index != PathTable.none { return index }
    let old = nodes[Int(base)]
    var node = Node(parent: old.parent, place: old.place, isUntaken: true)
    node.keying = old.isRecordUnlessDropped ? -1 : old.keying
    node.markup = old.markup
    judgeElement(&node, position, name: name)
    if old.isRecordUnlessDropped && node.dropped < 0 {
      node = recordNode(below: old.parent, position)
    }
    return add(
      node, key, isParentKept: Int(base) >= documentIndex, passing: position.depth,
      name: String(cString: name))
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
    node.markup = Markup(key.name)
    if above == .outside {
      let isRecord = matcher.isRecord(position.below(0), namespace: uri)
      if isRecord {
        node = recordNode(below: key.parent, position)
      } else {
        node.place = .outside
      }
    } else {
      judgeElement(&node, position, name: key.name)
      // What the outer record drops is dropped with the records in it.
      let isRecord = node.dropped < 0 && matcher.isRecord(position.below(0), namespace: uri)
      if let keying = matcher.keying(of: position.below(position.recordDepth)) {
        node.keying = number(of: keying)
        node.isRecordUnlessDropped = isRecord
      } else if isRecord {
        node = recordNode(below: key.parent, position)
      }
    }
    return add(
      node, key, isParentKept: Int(key.parent) >= documentIndex, passing: position.depth,
      name: String(cString: key.name))
  }

  private mutating func recordNode(below parent: UInt32, _ position: Position) -> Node {
    var node = Node(parent: parent, place: .record, isUntaken: true)
    judge(&node, matcher.verdict(element: position.below(position.depth), variants))
    return node
  }

  private mutating func addAttribute(
    _ key: PathTable.Key, of element: UInt32, _ position: Position
  ) -> UInt32 {
    let owner = nodes[Int(element)]
    var node = Node(parent: element, place: owner.place, isUntaken: true)
    if node.place != .outside {
      let elements = position.below(position.recordDepth)
      let verdict = matcher.verdict(attribute: key.name, of: elements, variants)
      judge(&node, verdict)
      if Self.isPending(elements) { node.isCopied = verdict.isPossible }
      if owner.keying >= 0, isKeyAttribute(key.name, keyings[Int(owner.keying)]) {
        node.isUntaken = false
      }
    }
    return add(
      node, key, isParentKept: Int(element) >= documentIndex, passing: 0,
      name: "@" + String(cString: key.name))
  }

  private mutating func judgeElement(_ node: inout Node, _ position: Position, name: Name) {
    let elements = position.below(position.recordDepth)
    let verdict = matcher.verdict(element: elements, variants)
    judge(&node, verdict)
    if Self.isPending(elements) { node.isCopied = verdict.isPossible }
    let above = nodes[Int(node.parent)]
    if above.keying >= 0,
      keyings[Int(above.keying)].childKeys.contains(where: { PathMatcher.equal($0, name) })
    {
      node.isUntaken = false
    }
  }

  private mutating func number(of keying: Keying) -> Int32 {
    if let known = keyingNumbers[keying.conditions] { return known }
    let number = Int32(keyings.count)
    keyings.append(keying)
    keyingNumbers[keying.conditions] = number
    return number
  }

  private func isKeyAttribute(_ name: Name, _ keying: Keying) -> Bool {
    keying.conditions.contains {
      let condition = matcher.conditions[$0]
      return condition.isAttribute && PathMatcher.equal(condition.key, name)
    }
  }

  private static func isPending(_ elements: Elements) -> Bool {
    (0..<elements.count).contains { elements.variants[$0] == Variants.pending }
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
    node.isCopied = true
    node.flows = verdict.rules.contains { ruleTargets[$0].kind == .flowing }
  }

  // A node that stays while there is room, or one that passes, which is judged anew each time.
  private mutating func add(
    _ node: Node, _ key: PathTable.Key, isParentKept: Bool, passing: Int,
    name: @autoclosure () -> String
  ) -> UInt32 {
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
      // What is never counted stands for others, whose conditions are known.
      if node.seen == 0 { continue }
      let path = text(of: index)
      // Two of the same path differ in the namespace or in the conditions that hold.
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
