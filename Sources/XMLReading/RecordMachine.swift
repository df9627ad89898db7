import Records

// Turns the parser's events into records.
//
// Each distinct path of the file gets a node, made once and found afterwards by the addresses of
// the names (`PathStates`). Only plain numbers and pointers are touched for each element.
//
// Values are collected in `scratch`, where their blanks are trimmed, and then copied to the
// columns of `batch`, whose last value stays open until the record ends.
struct RecordMachine: ~Copyable {
  typealias Bytes = UnsafeBufferPointer<UInt8>
  typealias Name = UnsafePointer<UInt8>
  typealias Attributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>
  typealias Node = PathStates.Node

  // MARK: What the reader asks for

  private(set) var paths: PathStates
  private(set) var recordCount = 0
  private(set) var setAsideCount = 0
  private(set) var dropCounts: [Int]
  private(set) var bytesInBatch = 0
  // The place of the record's start tag is the parser's to know: it fills it in when asked.
  private(set) var needsLine = false
  // Batches after the caller's own, begun when a record was set aside: what follows such a record
  // has to be in another batch than what stands before it, or the records' numbers go wrong.
  private(set) var following: [RecordBatch] = []

  private var batch: RecordBatch
  private var columns: UnsafeMutablePointer<ByteColumn>
  private var carried = ByteColumn()
  private let columnCount: Int
  private let limits: XMLLimits

  // MARK: Where in the file

  private var depth = 0
  // The depth of the open record, and of the element whose content is skipped; 0 for none.
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

  init(_ layout: XMLRecordLayout, _ limits: XMLLimits) {
    self.limits = limits
    columnCount = layout.columnCount
    dropCounts = [Int](repeating: 0, count: layout.dropped.count)
    batch = RecordBatch(columnCount: layout.columnCount)
    columns = batch.columns
    let levels = max(limits.depth, 1) + 2
    paths = PathStates(layout, levels: levels, pathCount: limits.pathCount)
    stack = .allocate(capacity: levels)
    stack.initialize(repeating: paths.document, count: levels)
    names = .allocate(capacity: levels)
    hasText = .allocate(capacity: levels)
    hasText.initialize(repeating: false, count: levels)
    scratch = .allocate(capacity: scratchCapacity)
  }

  deinit {
    stack.deallocate()
    names.deallocate()
    hasText.deallocate()
    scratch.deallocate()
  }

  private var position: PathStates.Position {
    PathStates.Position(names: UnsafePointer(names), depth: depth, recordDepth: recordDepth)
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
    let index = paths.element(parent, name, uri, position, isInRecord: recordDepth != 0)
    stack[depth] = index
    let node = paths.nodes + Int(index)
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
    let node = paths.nodes + Int(stack[depth])
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
        paths.nodes[Int(stack[depth])].withText += 1
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
      // The nodes move when one is added, so the index comes first.
      let index = paths.attribute(element, name, position)
      let node = paths.nodes + Int(index)
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
    append(value, for: paths.nodes + Int(stack[depth]))
  }

  private mutating func append(_ value: Bytes, for node: UnsafeMutablePointer<Node>) {
    let first = Int(node.pointee.firstTarget)
    for index in first..<(first + Int(node.pointee.targetCount)) {
      let target = paths.targets[index]
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
