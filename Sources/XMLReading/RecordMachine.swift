import Records

// Turns the parser's events into records.
//
// Each distinct path of the file gets a node, made once by `PathMatcher` and found afterwards by
// the addresses of the names. Only plain numbers and pointers are touched for each element.
//
// Values are collected in `scratch`, where their blanks are trimmed, and then copied to the
// columns of `batch`, whose last value stays open until the record ends.
struct RecordMachine: ~Copyable {
  typealias Bytes = UnsafeBufferPointer<UInt8>
  typealias Name = UnsafePointer<UInt8>
  typealias Attributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>

  enum Place: UInt8 {
    case outside
    case record
    case inside
  }

  struct Node {
    var parent: UInt32
    var firstTarget: UInt32
    var targetCount: UInt32
    var place: Place
    // Neither a rule nor an exception of a rule takes it.
    var isUntaken: Bool
    // The dropped path that takes it, or -1.
    var dropped: Int32
    var seen = 0
    var withText = 0
  }

  // One column that gets the text of a node.
  private struct Target {
    var column: Int
    var separator: Bytes
  }

  private static let attributeBit: UInt32 = 0x8000_0000

  // MARK: What the reader asks for

  private(set) var recordCount = 0
  private(set) var setAsideCount = 0
  private(set) var pathsAreComplete = true
  private(set) var dropCounts: [Int]
  private(set) var bytesInBatch = 0
  // The place of the record's start tag is the parser's to know: it fills it in when asked.
  private(set) var needsLine = false
  // Batches after the caller's own, begun when a record was set aside: what follows such a record
  // has to be in another batch than what stands before it, or the records' numbers go wrong.
  private(set) var following: [RecordBatch] = []

  private var batch: RecordBatch
  private var columns: UnsafeMutablePointer<ByteColumn>
  private var carried: ByteColumn
  private let columnCount: Int
  private let limits: XMLLimits
  private let matcher: PathMatcher

  // MARK: Where in the file

  private var depth = 0
  // The depth of the open record, of the element whose content is skipped; 0 for none.
  private var recordDepth = 0
  private var dropDepth = 0
  private let stack: UnsafeMutablePointer<UInt32>
  private let names: UnsafeMutablePointer<Name>
  private let hasText: UnsafeMutablePointer<Bool>

  // MARK: The open record

  private var recordLine = 0
  private var recordBytes = 0
  private var fields = 0
  private var fault: RecordProblem.Kind?
  private var scratch: UnsafeMutablePointer<UInt8>
  private var scratchCapacity = 4096
  private var scratchCount = 0

  // MARK: What is known of the paths

  private var table = PathTable()
  // First one place for each depth and one for an attribute, for paths beyond the limit, which
  // are judged anew each time; then the nodes that stay.
  private var nodes: UnsafeMutablePointer<Node>
  private var nodeCount: Int
  private var nodeCapacity: Int
  private let passingCount: Int
  private var nodeNames: [String] = []
  private var targets: [Target] = []
  private let ruleTargets: [Target]
  private let separators: UnsafeMutablePointer<UInt8>
  // Where the targets of each distinct set of rules begin, so that the sets do not grow.
  private var targetStarts: [[Int]: Int] = [:]

  init(_ layout: XMLRecordLayout, _ limits: XMLLimits) {
    self.limits = limits
    matcher = PathMatcher(layout)
    columnCount = layout.columnCount
    dropCounts = [Int](repeating: 0, count: layout.dropped.count)
    batch = RecordBatch(columnCount: layout.columnCount)
    columns = batch.columns
    carried = ByteColumn()
    let levels = max(limits.depth, 1) + 2
    stack = .allocate(capacity: levels)
    stack.initialize(repeating: 0, count: levels)
    names = .allocate(capacity: levels)
    hasText = .allocate(capacity: levels)
    hasText.initialize(repeating: false, count: levels)
    scratch = .allocate(capacity: scratchCapacity)
    passingCount = levels
    nodeCount = levels + 1
    nodeCapacity = levels + 64
    nodes = .allocate(capacity: nodeCapacity)
    let none = Node(
      parent: 0, firstTarget: 0, targetCount: 0, place: .outside, isUntaken: false, dropped: -1)
    nodes.initialize(repeating: none, count: nodeCapacity)
    // The document itself, above the root element.
    stack[0] = UInt32(levels)
    nodeNames.append("")

    let separatorBytes = layout.rules.map { Array($0.separator.utf8) }
    let block = UnsafeMutablePointer<UInt8>.allocate(
      capacity: max(separatorBytes.reduce(0) { $0 + $1.count }, 1))
    var made: [Target] = []
    var used = 0
    for (rule, bytes) in zip(layout.rules, separatorBytes) {
      (block + used).initialize(from: bytes, count: bytes.count)
      made.append(
        Target(column: rule.column, separator: Bytes(start: block + used, count: bytes.count)))
      used += bytes.count
    }
    separators = block
    ruleTargets = made
  }

  deinit {
    stack.deallocate()
    names.deallocate()
    hasText.deallocate()
    scratch.deallocate()
    nodes.deallocate()
    separators.deallocate()
  }

  // MARK: Events

  @inline(__always)
  mutating func start(_ name: Name, _ uri: Name?, _ attributes: Attributes?, _ count: Int) {
    if dropDepth != 0 {
      depth += 1
      return
    }
    if scratchCount > 0 { flush() }
    let parent = stack[depth]
    depth += 1
    names[depth] = name
    hasText[depth] = false
    // Only outside records does a namespace make a difference: it may be the record's.
    let key = PathTable.Key(parent: parent, name: name, namespace: recordDepth == 0 ? uri : nil)
    var index = table.find(key)
    if index == PathTable.none { index = addElement(key, uri) }
    stack[depth] = index
    let node = nodes + Int(index)
    node.pointee.seen += 1
    if node.pointee.place == .record { beginRecord() }
    if node.pointee.dropped >= 0 {
      dropCounts[Int(node.pointee.dropped)] += 1
      dropDepth = depth
      return
    }
    if count > 0, let attributes { take(attributes, count, of: index) }
  }

  @inline(__always)
  mutating func characters(_ text: Name, _ count: Int) {
    if dropDepth != 0 { return }
    let node = nodes + Int(stack[depth])
    var start = 0
    if node.pointee.targetCount == 0 {
      if hasText[depth] { return }
      while start < count && Self.isBlank(text[start]) { start += 1 }
      if start < count { hasText[depth] = true }
      return
    }
    if scratchCount == 0 {
      while start < count && Self.isBlank(text[start]) { start += 1 }
      if start == count { return }
    }
    let length = count - start
    if scratchCount + length > scratchCapacity {
      guard scratchCount + length <= limits.valueLength else { return give(up: .valueTooLong) }
      growScratch(to: scratchCount + length)
    }
    (scratch + scratchCount).update(from: text + start, count: length)
    scratchCount += length
  }

  @inline(__always)
  mutating func end() {
    if dropDepth != 0 {
      if depth != dropDepth {
        depth -= 1
        return
      }
      dropDepth = 0
    } else {
      if scratchCount > 0 { flush() }
      if hasText[depth] {
        nodes[Int(stack[depth])].withText += 1
        fields += 1
      }
    }
    if depth == recordDepth { endRecord() }
    depth -= 1
  }

  mutating func setLine(_ line: Int) {
    recordLine = line
    needsLine = false
  }

  // MARK: Values

  private mutating func take(_ attributes: Attributes, _ count: Int, of element: UInt32) {
    for attribute in 0..<count {
      let five = attributes + attribute * 5
      guard let name = five[0], let start = five[3], let end = five[4] else { continue }
      let key = PathTable.Key(
        parent: element | Self.attributeBit, name: name, namespace: nil)
      var index = table.find(key)
      if index == PathTable.none { index = addAttribute(key, of: element) }
      let node = nodes + Int(index)
      node.pointee.seen += 1
      if node.pointee.dropped >= 0 {
        dropCounts[Int(node.pointee.dropped)] += 1
        continue
      }
      let value = Self.trimmed(start, end - start)
      if value.isEmpty { continue }
      node.pointee.withText += 1
      fields += 1
      if node.pointee.targetCount > 0 { append(value, for: node) }
      if fault != nil { return }
    }
  }

  // Ends the value in `scratch`.
  private mutating func flush() {
    let value = Self.trimmed(scratch, scratchCount)
    scratchCount = 0
    hasText[depth] = true
    append(value, for: nodes + Int(stack[depth]))
  }

  private mutating func append(_ value: Bytes, for node: UnsafeMutablePointer<Node>) {
    let first = Int(node.pointee.firstTarget)
    for index in first..<(first + Int(node.pointee.targetCount)) {
      let target = targets[index]
      let column = columns + target.column
      let before = column.pointee.openCount
      let added = value.count + (before > 0 ? target.separator.count : 0)
      guard before + added <= limits.valueLength else { return give(up: .valueTooLong) }
      recordBytes += added
      guard recordBytes <= limits.recordLength else { return give(up: .recordTooLong) }
      if before > 0 { column.pointee.extend(target.separator) }
      column.pointee.extend(value)
    }
  }

  // The record is too large: the rest of it is skipped, and what there was of it dropped.
  private mutating func give(up kind: RecordProblem.Kind) {
    fault = kind
    dropDepth = recordDepth
    scratchCount = 0
    batch.discardOpenRecord()
  }

  private mutating func growScratch(to needed: Int) {
    let capacity = max(needed, scratchCapacity * 2)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: scratch, count: scratchCount)
    scratch.deallocate()
    scratch = grown
    scratchCapacity = capacity
  }

  // MARK: Records

  private mutating func beginRecord() {
    recordDepth = depth
    recordBytes = 0
    fields = 0
    needsLine = true
    if !batch.undelivered.isEmpty {
      let next = RecordBatch(columnCount: columnCount)
      next.firstRecord = recordCount + setAsideCount + 1
      following.append(next)
      batch = next
      columns = next.columns
    }
  }

  private mutating func endRecord() {
    recordDepth = 0
    if let kind = fault {
      fault = nil
      setAsideCount += 1
      let limit = kind == .valueTooLong ? limits.valueLength : limits.recordLength
      batch.undelivered.append(RecordProblem(kind, line: recordLine, expected: limit))
      return
    }
    recordCount += 1
    bytesInBatch += recordBytes
    batch.endRecord(line: recordLine, fieldCount: fields)
  }

  // Fills `target` from now on, beginning with what there is of the open record.
  mutating func fill(_ target: RecordBatch) {
    target.firstRecord = recordCount + setAsideCount + 1
    batch = target
    columns = target.columns
    bytesInBatch = 0
    guard carried.count == columnCount else { return }
    for index in 0..<columnCount { columns[index].extend(carried.value(at: index)) }
    carried.removeAll()
  }

  // Takes what there is of the open record out of the batch, which is handed over.
  mutating func pause() {
    guard recordDepth != 0, fault == nil else { return }
    let whole = batch.count
    for index in 0..<columnCount {
      columns[index].close()
      carried.append(columns[index].value(at: whole))
      columns[index].truncate(to: whole)
    }
  }

  // The file ended inside a record: it is not delivered, and said so.
  mutating func abandonOpenRecord(_ kind: RecordProblem.Kind) {
    guard recordDepth != 0 else { return }
    recordDepth = 0
    setAsideCount += 1
    batch.discardOpenRecord()
    batch.undelivered.append(
      RecordProblem(kind, line: recordLine, detail: "the record was not finished"))
  }

  mutating func takeFollowing() -> RecordBatch? {
    following.isEmpty ? nil : following.removeFirst()
  }

  // MARK: Paths

  private mutating func addElement(_ key: PathTable.Key, _ uri: Name?) -> UInt32 {
    let above = nodes[Int(key.parent)].place
    var node = Node(
      parent: key.parent, firstTarget: 0, targetCount: 0, place: .inside, isUntaken: true,
      dropped: -1)
    if above == .outside {
      let fromRoot = PathMatcher.Names(start: names + 1, count: depth)
      node.place = matcher.isRecord(fromRoot, namespace: uri) ? .record : .outside
    }
    if node.place != .outside {
      let from = above == .outside ? depth : recordDepth
      judge(
        &node,
        matcher.verdict(element: PathMatcher.Names(start: names + from + 1, count: depth - from)))
    }
    return add(node, key, isAttribute: false)
  }

  private mutating func addAttribute(_ key: PathTable.Key, of element: UInt32) -> UInt32 {
    var node = Node(
      parent: element, firstTarget: 0, targetCount: 0, place: nodes[Int(element)].place,
      isUntaken: true, dropped: -1)
    if node.place != .outside {
      let below = PathMatcher.Names(start: names + recordDepth + 1, count: depth - recordDepth)
      judge(&node, matcher.verdict(attribute: key.name, of: below))
    }
    return add(node, key, isAttribute: true)
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

  private mutating func add(
    _ node: Node, _ key: PathTable.Key, isAttribute: Bool
  ) -> UInt32 {
    let isKept = (key.parent & ~Self.attributeBit) >= UInt32(passingCount)
    guard isKept && nodeNames.count <= limits.pathCount else {
      pathsAreComplete = false
      let passing = isAttribute ? 0 : depth
      nodes[passing] = node
      return UInt32(passing)
    }
    if nodeCount == nodeCapacity {
      let grown = UnsafeMutablePointer<Node>.allocate(capacity: nodeCapacity * 2)
      grown.update(from: nodes, count: nodeCount)
      nodes.deallocate()
      nodes = grown
      nodeCapacity *= 2
    }
    (nodes + nodeCount).initialize(to: node)
    nodeNames.append((isAttribute ? "@" : "") + String(cString: key.name))
    let index = UInt32(nodeCount)
    nodeCount += 1
    table.insert(key, child: index)
    return index
  }

  // What no rule and no dropped path took, in the order in which it was first seen.
  func untakenPaths() -> [XMLPathCount] {
    var order: [String] = []
    var found: [String: XMLPathCount] = [:]
    for index in (passingCount + 1)..<nodeCount where nodes[index].isUntaken {
      let node = nodes[index]
      let path = pathText(index)
      let before = found[path]
      if before == nil { order.append(path) }
      // Two of the same path differ in the namespace.
      found[path] = XMLPathCount(
        path: path, isInsideRecord: node.place != .outside,
        seen: node.seen + (before?.seen ?? 0), withText: node.withText + (before?.withText ?? 0))
    }
    return order.compactMap { found[$0] }
  }

  private func pathText(_ index: Int) -> String {
    var parts: [String] = []
    var at = index
    while at > passingCount {
      let isAttribute = nodeNames[at - passingCount].hasPrefix("@")
      if nodes[at].place == .record && !isAttribute {
        return parts.isEmpty ? "." : parts.reversed().joined(separator: "/")
      }
      parts.append(nodeNames[at - passingCount])
      at = Int(nodes[at].parent)
    }
    return "/" + parts.reversed().joined(separator: "/")
  }

  // MARK: Blanks

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  @inline(__always)
  private static func trimmed(_ start: Name, _ count: Int) -> Bytes {
    var first = 0
    var last = count
    while first < last && isBlank(start[first]) { first += 1 }
    while last > first && isBlank(start[last - 1]) { last -= 1 }
    return Bytes(start: start + first, count: last - first)
  }
}
