import Records

// What becomes of texts and attributes whose rules are known.
extension RecordMachine {
  mutating func take(_ attributes: Attributes, _ count: Int) {
    for attribute in 0..<count {
      let five = attributes + attribute * 5
      guard let name = five[0], let start = five[3], let end = five[4] else { continue }
      let value = Self.trimmed(start, end - start)
      if value.contains(UInt8(ascii: "&")) {
        // libxml2 leaves an ampersand as it came from the parser's own table of entities.
        XMLEventAttributes.decoded(value).withUnsafeBufferPointer {
          _ = take(name, $0, hasText: !$0.isEmpty)
        }
      } else {
        take(name, value, hasText: !value.isEmpty)
      }
      if fault != nil { return }
    }
  }

  // An attribute of the open element, whose node is returned.
  @discardableResult
  mutating func take(_ name: Name, _ value: Bytes, hasText: Bool) -> UInt32 {
    // The nodes move when one is added, so the index comes first.
    let index = paths.attribute(stack[depth], name, position)
    let node = paths.nodes + Int(index)
    node.pointee.seen += 1
    if node.pointee.dropped >= 0 {
      dropCounts[Int(node.pointee.dropped)] += 1
    } else if hasText {
      node.pointee.withText += 1
      fields += 1
      if node.pointee.targetCount > 0 && !value.isEmpty { append(value, for: node) }
    }
    return index
  }

  // A text of the open element, without the blanks before it.
  mutating func deliver(_ text: Bytes, _ lead: Blank) {
    let node = paths.nodes + Int(stack[depth])
    if let start = text.baseAddress, !text.isEmpty {
      append(Self.trimmed(start, text.count), for: node)
    }
    if node.pointee.flows && fault == nil { flow(text, lead, for: node) }
    if !text.isEmpty { hasText[depth] = true }
  }

  // A whole value for those rules that take values.
  private mutating func append(_ value: Bytes, for node: UnsafeMutablePointer<Node>) {
    let first = Int(node.pointee.firstTarget)
    for index in first..<(first + Int(node.pointee.targetCount)) {
      let target = paths.targets[index]
      if target.kind == .flowing { continue }
      if columns[target.column].openCount > 0 {
        guard extend(target.column, target.separator) else { return }
      }
      guard extend(target.column, value) else { return }
    }
  }

  // `false` when the record is too large, and was given up.
  @inline(__always)
  mutating func extend(_ column: Int, _ bytes: Bytes) -> Bool {
    guard columns[column].openCount + bytes.count <= limits.valueLength else {
      give(up: .valueTooLong)
      return false
    }
    recordBytes += bytes.count
    guard recordBytes + outerBytes <= limits.recordLength else {
      give(up: .recordTooLong)
      return false
    }
    columns[column].extend(bytes)
    return true
  }

  // The record is too large: what there was of it is dropped, and the rest left out.
  mutating func give(up kind: RecordProblem.Kind) {
    fault = kind
    clearText()
    held = HeldEvents()
    forgetFlows()
    batch.discardOpenRecord()
  }
}
