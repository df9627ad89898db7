import Records

// Turns the parser's events into records.
//
// Each distinct path of the file gets a node, made once and found afterwards by the addresses of
// the names (`PathStates`). Only plain numbers and pointers are touched for each element.
//
// Texts are collected in `scratch` until an element begins or ends, and then copied to the columns
// of `batch`, whose last value stays open until the record ends.
struct RecordMachine: ~Copyable {
  typealias Bytes = UnsafeBufferPointer<UInt8>
  typealias Name = UnsafePointer<UInt8>
  typealias Attributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>
  typealias Node = PathStates.Node

  // MARK: What the reader asks for

  var paths: PathStates
  var recordCount = 0
  var setAsideCount = 0
  var dropCounts: [Int]
  var skipCounts: [Int]
  var columnCounts: [XMLColumnCount]
  var bytesInBatch = 0
  // The place of the record's start tag is the parser's to know: it fills it in when asked.
  var needsLine = false
  // Batches after the caller's own, begun when a record was set aside: what follows such a record
  // has to be in another batch than what stands before it, or the records' numbers go wrong.
  var following: [RecordBatch] = []

  var batch: RecordBatch
  var columns: UnsafeMutablePointer<ByteColumn>
  var carried = ByteColumn()
  let columnCount: Int
  let limits: XMLLimits
  private let skips: [(attribute: [UInt8], value: [UInt8])]

  // MARK: Where in the file

  var depth = 0
  // The depth of the open record, and of the element whose content is left out; 0 for none.
  var recordDepth = 0
  var dropDepth = 0
  // Whether that element counts as not being there.
  private var isSkipping = false
  let stack: UnsafeMutablePointer<UInt32>
  let names: UnsafeMutablePointer<Name>
  let variants: UnsafeMutablePointer<UInt32>
  let hasText: UnsafeMutablePointer<Bool>
  // Whether an element in it has text that nothing took.
  let hidesText: UnsafeMutablePointer<Bool>

  // MARK: The open record

  var recordLine = 0
  var recordBytes = 0
  var fields = 0
  // Why the record is set aside: the rest of it is read for the records in it only.
  var fault: RecordProblem.Kind?
  var held = HeldEvents()
  // One for each rule; only those of flowing text are used.
  var flows: [Flow]
  var openFlows = 0
  // The records around the open one, and the bytes that they keep.
  var outer: [OpenRecord] = []
  var outerBytes = 0

  // MARK: The open text

  var scratch: UnsafeMutablePointer<UInt8>
  private var scratchCapacity = 4096
  var scratchCount = 0
  // The blanks before it.
  var lead = Blank.none
  var isTooLong = false
  private var needsFlush = false

  init(_ layout: XMLRecordLayout, _ limits: XMLLimits) {
    self.limits = limits
    columnCount = layout.columnCount
    dropCounts = [Int](repeating: 0, count: layout.dropped.count)
    skipCounts = [Int](repeating: 0, count: layout.skippedWhere.count)
    skips = layout.skippedWhere.map { (Array($0.attribute.utf8) + [0], Array($0.value.utf8)) }
    columnCounts = [XMLColumnCount](repeating: XMLColumnCount(), count: layout.columnCount)
    flows = [Flow](repeating: Flow(), count: layout.rules.count)
    batch = RecordBatch(columnCount: layout.columnCount)
    columns = batch.columns
    let levels = max(limits.depth, 1) + 2
    paths = PathStates(layout, levels: levels, pathCount: limits.pathCount)
    stack = .allocate(capacity: levels)
    stack.initialize(repeating: paths.document, count: levels)
    names = .allocate(capacity: levels)
    variants = .allocate(capacity: levels)
    variants.initialize(repeating: Variants.none, count: levels)
    hasText = .allocate(capacity: levels)
    hasText.initialize(repeating: false, count: levels)
    hidesText = .allocate(capacity: levels)
    hidesText.initialize(repeating: false, count: levels)
    scratch = .allocate(capacity: scratchCapacity)
  }

  deinit {
    stack.deallocate()
    names.deallocate()
    variants.deallocate()
    hasText.deallocate()
    hidesText.deallocate()
    scratch.deallocate()
  }

  var position: PathStates.Position {
    PathStates.Position(
      names: UnsafePointer(names), variants: UnsafePointer(variants), depth: depth,
      recordDepth: recordDepth)
  }

  // MARK: The parser's events

  @inline(__always)
  mutating func start(_ name: Name, _ uri: Name?, _ attributes: Attributes?, _ count: Int) {
    if dropDepth != 0 {
      depth += 1
      return
    }
    if needsFlush { flush() }
    if count > 0, !skips.isEmpty, let attributes, isSkipped(attributes, count) {
      depth += 1
      dropDepth = depth
      isSkipping = true
      return
    }
    let parent = stack[depth]
    depth += 1
    names[depth] = name
    variants[depth] = Variants.none
    var index = paths.element(parent, name, uri, position)
    if paths.nodes[Int(index)].isRecordUnlessDropped {
      index = variantOfRecord(index, name, attributes, count)
    }
    let node = paths.nodes + Int(index)
    if node.pointee.place == .record { beginRecord() }
    if fault != nil {
      stack[depth] = index
      if node.pointee.dropped >= 0 { dropDepth = depth }
    } else if held.depth != 0 {
      hold(index, name, uri, attributes, count)
    } else if node.pointee.keying >= 0 {
      startKeyed(index, name, uri, attributes, count)
    } else if open(index), count > 0, let attributes {
      take(attributes, count)
    }
  }

  @inline(__always)
  mutating func characters(_ text: Name, _ count: Int) {
    if held.depth != 0 && held.keyDepth == depth { held.addToKey(text, count) }
    if dropDepth != 0 || fault != nil { return }
    let node = paths.nodes + Int(stack[depth])
    var start = 0
    if !node.pointee.isCopied {
      if hasText[depth] { return }
      while start < count && Blank.isBlank(text[start]) { start += 1 }
      if start < count { hasText[depth] = true }
      return
    }
    if isTooLong { return }
    if scratchCount == 0 {
      while start < count && Blank.isBlank(text[start]) {
        lead.add(text[start])
        start += 1
      }
      needsFlush = true
      if start == count { return }
    }
    let length = count - start
    if scratchCount + length > scratchCapacity {
      guard scratchCount + length <= limits.valueLength else { return passOver() }
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
      if isSkipping {
        isSkipping = false
        depth -= 1
        return
      }
      hasText[depth] = false
      if held.depth != 0 { return endHeld() }
      depth -= 1
      return
    }
    if needsFlush { flush() }
    if held.depth != 0 { return endHeld() }
    if fault == nil { close() }
    if depth == recordDepth { endRecord() }
    depth -= 1
  }

  mutating func setLine(_ line: Int) {
    recordLine = line
    needsLine = false
  }

  // MARK: Elements whose conditions are known

  // Enters an element; `false` when it is dropped.
  @inline(__always)
  mutating func open(_ index: UInt32) -> Bool {
    stack[depth] = index
    hasText[depth] = false
    hidesText[depth] = false
    let node = paths.nodes + Int(index)
    node.pointee.seen += 1
    if openFlows != 0 { leaveOut(node) }
    if node.pointee.dropped >= 0 {
      dropCounts[Int(node.pointee.dropped)] += 1
      dropDepth = depth
      return false
    }
    if node.pointee.flows { startFlows(node) }
    return true
  }

  // Leaves one that was not dropped.
  @inline(__always)
  mutating func close() {
    let node = paths.nodes + Int(stack[depth])
    if hasText[depth] {
      node.pointee.withText += 1
      fields += 1
    }
    if node.pointee.flows { endFlows(node) }
    if hidesText[depth] { countHidden(node) }
    let isInside = recordDepth != 0 && depth > recordDepth
    if isInside && (hidesText[depth] || (hasText[depth] && node.pointee.isUntaken)) {
      hidesText[depth - 1] = true
    }
  }

  private mutating func countHidden(_ node: UnsafeMutablePointer<Node>) {
    let first = Int(node.pointee.firstTarget)
    for index in first..<(first + Int(node.pointee.targetCount))
    where paths.targets[index].kind == .own {
      columnCounts[paths.targets[index].column].untakenText += 1
    }
  }

  // MARK: The open text

  mutating func flush() {
    needsFlush = false
    let keeping: HeldEvents.Keeping = isTooLong ? .tooLong : .kept
    let text = Bytes(start: scratch, count: scratchCount)
    let before = lead
    scratchCount = 0
    lead = .none
    isTooLong = false
    if held.depth != 0 {
      hold(text, keeping, before)
    } else {
      deliver(text, before)
    }
  }

  // A text is too long. Where it is not known yet whether anything takes it, that is noted.
  private mutating func passOver() {
    guard held.depth != 0 else { return give(up: .valueTooLong) }
    isTooLong = true
    scratchCount = 1
  }

  mutating func clearText() {
    scratchCount = 0
    lead = .none
    isTooLong = false
    needsFlush = false
  }

  private mutating func growScratch(to needed: Int) {
    let capacity = max(needed, scratchCapacity * 2)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: scratch, count: scratchCount)
    scratch.deallocate()
    scratch = grown
    scratchCapacity = capacity
  }

  private mutating func isSkipped(_ attributes: Attributes, _ count: Int) -> Bool {
    for attribute in 0..<count {
      let five = attributes + attribute * 5
      guard let name = five[0], let start = five[3], let end = five[4] else { continue }
      for (index, skip) in skips.enumerated() where PathMatcher.equal(skip.attribute, name) {
        guard Self.trimmed(start, end - start).elementsEqual(skip.value) else { continue }
        skipCounts[index] += 1
        return true
      }
    }
    return false
  }

  @inline(__always)
  static func trimmed(_ start: Name, _ count: Int) -> Bytes {
    var first = 0
    var last = count
    while first < last && Blank.isBlank(start[first]) { first += 1 }
    while last > first && Blank.isBlank(start[last - 1]) { last -= 1 }
    return Bytes(start: start + first, count: last - first)
  }
}
