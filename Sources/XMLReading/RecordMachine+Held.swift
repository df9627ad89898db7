import Records

// Elements whose conditions are not known at their start tag: see `HeldEvents`.
extension RecordMachine {
  // An element that conditions are asked of begins, and nothing is held so far.
  mutating func startKeyed(
    _ base: UInt32, _ name: Name, _ uri: Name?, _ attributes: Attributes?, _ count: Int
  ) {
    let keying = paths.keyings[Int(paths.nodes[Int(base)].keying)]
    guard keying.childKeys.isEmpty else {
      // Where the element stands is known from here on; what is in it waits.
      held.depth = depth
      return hold(base, name, uri, attributes, count)
    }
    let variant = paths.variants.number(of: conditionsMet(keying, attributes, count))
    variants[depth] = variant
    let index = paths.variant(base, variant, name, position)
    if open(index), count > 0, let attributes { take(attributes, count) }
  }

  // A record in a record, which attributes may have the outer one drop. Its children cannot: they
  // are read as its own before it is known what is among them.
  mutating func variantOfRecord(
    _ base: UInt32, _ name: Name, _ attributes: Attributes?, _ count: Int
  ) -> UInt32 {
    let keying = paths.keyings[Int(paths.nodes[Int(base)].keying)]
    variants[depth] = paths.variants.number(of: conditionsMet(keying, attributes, count))
    return paths.variant(base, variants[depth], name, position)
  }

  mutating func hold(
    _ base: UInt32, _ name: Name, _ uri: Name?, _ attributes: Attributes?, _ count: Int
  ) {
    var event = HeldEvents.Event(kind: .start, variant: variants[depth], name: name, uri: uri)
    held.lookForKey(name, at: depth, paths.keyings)
    var index = base
    let number = Int(paths.nodes[Int(base)].keying)
    if number >= 0 {
      let keying = paths.keyings[number]
      let met = conditionsMet(keying, attributes, count)
      if keying.childKeys.isEmpty {
        event.variant = paths.variants.number(of: met)
      } else {
        event.variant = Variants.pending
        held.unknown += 1
        held.open.append(
          HeldEvents.Open(
            depth: depth, event: held.events.count, keying: number, holding: met,
            seenKeys: [Bool](repeating: false, count: keying.childKeys.count)))
      }
      variants[depth] = event.variant
      index = paths.variant(base, event.variant, name, position)
    }
    stack[depth] = index
    hasText[depth] = false
    if paths.nodes[Int(index)].dropped >= 0 { dropDepth = depth }
    guard keep(event), dropDepth == 0, count > 0, let attributes else { return }
    for attribute in 0..<count {
      let five = attributes + attribute * 5
      guard let name = five[0], let start = five[3], let end = five[4] else { continue }
      let node = paths.nodes + Int(paths.attribute(index, name, position))
      let value = Self.trimmed(start, end - start)
      var event = HeldEvents.Event(kind: .attribute, hasText: !value.isEmpty, name: name)
      if node.pointee.isCopied { keep(value, &event) } else { event.keeping = .unneeded }
      guard keep(event) else { return }
    }
  }

  // A text, or only the blanks before one.
  mutating func hold(_ text: Bytes, _ keeping: HeldEvents.Keeping, _ lead: Blank) {
    var event = HeldEvents.Event(
      kind: .text, keeping: keeping, lead: lead, hasText: !text.isEmpty)
    if keeping == .kept { keep(text, &event) }
    _ = keep(event)
  }

  mutating func endHeld() {
    guard keep(HeldEvents.Event(kind: .end, hasText: hasText[depth])) else {
      // The record was given up; its own end is not here.
      depth -= 1
      return
    }
    // A key may itself be asked for keys, so its own end comes before that of the key.
    if let last = held.open.last, last.depth == depth {
      if !last.isKnown { decide(held.open.count - 1) }
      held.open.removeLast()
    }
    if held.keyDepth == depth,
      let element = held.endKey(paths.keyings, paths.matcher.conditions)
    {
      decide(element)
    }
    depth -= 1
    if held.unknown == 0 { readAgain() }
  }

  // The variant of one of the elements that are asked for is known.
  private mutating func decide(_ element: Int) {
    held.open[element].isKnown = true
    held.events[held.open[element].event].variant = paths.variants.number(
      of: held.open[element].holding.sorted())
    held.unknown -= 1
  }

  // Goes through all that is held, as if it were read now.
  private mutating func readAgain() {
    let (events, bytes, start) = (held.events, held.bytes, held.depth)
    held = HeldEvents()
    depth = start - 1
    bytes.withUnsafeBufferPointer { bytes in
      for event in events { readAgain(event, bytes) }
    }
  }

  private mutating func readAgain(_ event: HeldEvents.Event, _ bytes: Bytes) {
    switch event.kind {
    case .start:
      guard dropDepth == 0, let name = event.name else {
        depth += 1
        return
      }
      let parent = stack[depth]
      depth += 1
      names[depth] = name
      variants[depth] = event.variant
      var index = paths.element(parent, name, event.uri, position)
      if paths.nodes[Int(index)].keying >= 0 {
        index = paths.variant(index, event.variant, name, position)
      }
      if fault == nil {
        _ = open(index)
      } else {
        stack[depth] = index
      }
    case .end:
      if dropDepth == depth {
        dropDepth = 0
      } else if dropDepth == 0 && fault == nil {
        if event.hasText { hasText[depth] = true }
        close()
      }
      depth -= 1
    case .attribute, .text:
      guard dropDepth == 0, fault == nil else { return }
      readText(event, bytes)
    }
  }

  private mutating func readText(_ event: HeldEvents.Event, _ bytes: Bytes) {
    let text = Bytes(rebasing: bytes[event.start..<(event.start + event.count)])
    if let name = event.name {
      if event.keeping == .kept {
        take(name, text, hasText: event.hasText)
      } else {
        let index = take(name, Bytes(start: nil, count: 0), hasText: event.hasText)
        giveUpIfTaken(index, event.keeping)
      }
    } else if event.keeping == .kept {
      deliver(text, event.lead)
    } else {
      hasText[depth] = true
      giveUpIfTaken(stack[depth], event.keeping)
    }
  }

  private mutating func giveUpIfTaken(_ index: UInt32, _ keeping: HeldEvents.Keeping) {
    guard paths.nodes[Int(index)].targetCount > 0 else { return }
    give(up: keeping == .tooLong ? .valueTooLong : .recordTooLong)
  }

  // Puts the text of an event by, if there is room for it in the record.
  private mutating func keep(_ text: Bytes, _ event: inout HeldEvents.Event) {
    let size = held.bytes.count + recordBytes + outerBytes
    guard size + text.count <= limits.recordLength else {
      event.keeping = .surplus
      return
    }
    event.start = held.bytes.count
    event.count = text.count
    held.bytes.append(contentsOf: text)
  }

  // `false` when there are too many, and the record was given up.
  private mutating func keep(_ event: HeldEvents.Event) -> Bool {
    held.events.append(event)
    guard held.eventBytes <= max(limits.recordLength, Self.leastEventBytes) else {
      give(up: .recordTooLong)
      return false
    }
    return true
  }

  // Tags are not what a small limit is meant for.
  private static var leastEventBytes: Int { 1 << 16 }

  private mutating func conditionsMet(
    _ keying: Keying, _ attributes: Attributes?, _ count: Int
  ) -> [Int] {
    guard count > 0, let attributes else { return [] }
    return keying.conditions.filter { index in
      let condition = paths.matcher.conditions[index]
      guard condition.isAttribute else { return false }
      for attribute in 0..<count {
        let five = attributes + attribute * 5
        guard let name = five[0], let start = five[3], let end = five[4],
          PathMatcher.equal(condition.key, name)
        else { continue }
        if Self.trimmed(start, end - start).elementsEqual(condition.value) { return true }
      }
      return false
    }
  }
}
