import Records

// A record that has another one open in it.
final class OpenRecord {
  let depth: Int
  let line: Int
  let bytes: Int
  let fields: Int
  let fault: RecordProblem.Kind?
  let held: HeldEvents
  let flows: [Flow]
  let openFlows: Int
  let outerBytes: Int
  var values: ByteColumn

  init(_ machine: borrowing RecordMachine, _ values: consuming ByteColumn) {
    depth = machine.recordDepth
    line = machine.recordLine
    bytes = machine.recordBytes
    fields = machine.fields
    fault = machine.fault
    held = machine.held
    flows = machine.flows
    openFlows = machine.openFlows
    outerBytes = machine.outerBytes
    self.values = values
  }
}

// Where records begin and end, one in the other too.
//
// An inner record is delivered at its end, before the outer one, whose values are put away
// meanwhile: so no more is kept than the records that are open, and their bytes together count
// towards the limit of one.
extension RecordMachine {
  mutating func beginRecord() {
    if recordDepth != 0 { putAway() }
    recordDepth = depth
    recordBytes = 0
    fields = 0
    needsLine = true
    beginBatchIfNeeded()
  }

  private mutating func putAway() {
    let values = takeOpenValues()
    leaveOutFromAll()
    outer.append(OpenRecord(self, values))
    outerBytes += recordBytes + held.bytes.count + held.eventBytes
    fault = nil
    held = HeldEvents()
    forgetFlows()
  }

  private mutating func takeOpenValues() -> ByteColumn {
    var values = ByteColumn(byteCapacity: 64, valueCapacity: 16)
    if fault != nil { return values }
    let whole = batch.count
    for index in 0..<columnCount {
      columns[index].close()
      values.append(columns[index].value(at: whole))
      columns[index].truncate(to: whole)
    }
    return values
  }

  private mutating func takeUp() {
    guard let record = outer.popLast() else { return }
    recordDepth = record.depth
    recordLine = record.line
    recordBytes = record.bytes
    fields = record.fields
    fault = record.fault
    held = record.held
    flows = record.flows
    openFlows = record.openFlows
    outerBytes = record.outerBytes
    beginBatchIfNeeded()
    guard record.values.count == columnCount else { return }
    for index in 0..<columnCount { columns[index].extend(record.values.value(at: index)) }
  }

  private mutating func beginBatchIfNeeded() {
    guard !batch.undelivered.isEmpty else { return }
    let next = RecordBatch(columnCount: columnCount)
    next.firstRecord = recordCount + setAsideCount + 1
    following.append(next)
    batch = next
    columns = next.columns
  }

  mutating func endRecord() {
    recordDepth = 0
    if let kind = fault {
      fault = nil
      setAsideCount += 1
      let limit = kind == .valueTooLong ? limits.valueLength : limits.recordLength
      batch.undelivered.append(RecordProblem(kind, line: recordLine, expected: limit))
    } else {
      recordCount += 1
      bytesInBatch += recordBytes
      batch.endRecord(line: recordLine, fieldCount: fields)
    }
    if !outer.isEmpty { takeUp() }
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
    carried = takeOpenValues()
  }

  // The file ended inside a record: it is not delivered, and said so, like those around it.
  mutating func abandonOpenRecord(_ kind: RecordProblem.Kind) {
    guard recordDepth != 0 else { return }
    recordDepth = 0
    batch.discardOpenRecord()
    for line in [recordLine] + outer.reversed().map(\.line) {
      setAsideCount += 1
      batch.undelivered.append(
        RecordProblem(kind, line: line, detail: "the record was not finished"))
    }
    outer.removeAll()
  }

  mutating func takeFollowing() -> RecordBatch? {
    following.isEmpty ? nil : following.removeFirst()
  }
}
