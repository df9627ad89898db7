import Records

// A value of flowing text that is being read, for one rule.
struct Flow {
  // The depth of the element whose text is the value, or 0.
  var depth = 0
  var hasText = false
  // What stands between the text so far and the next, if there is more.
  var pending = Blank.none
  var holdsMarkup = false
  var holdsEscaped = false
  // An element of a name that is not HTML's ended here, and no text has followed; 0 for none.
  var endedIn = 0
}

extension RecordMachine {
  // An element begins in which flowing text is taken.
  mutating func startFlows(_ node: UnsafeMutablePointer<Node>) {
    let first = Int(node.pointee.firstTarget)
    for index in first..<(first + Int(node.pointee.targetCount))
    where paths.targets[index].kind == .flowing {
      let rule = paths.targets[index].rule
      if flows[rule].depth == 0 {
        flows[rule] = Flow(depth: depth)
        openFlows += 1
        continue
      }
      switch node.pointee.markup {
      case .inline: flows[rule].holdsMarkup = true
      case .block: flows[rule].breakText(.line)
      case .cell: flows[rule].breakText(.space)
      case .other:
        if flows[rule].endedIn != 0 {
          flows[rule].pending = .separator
        } else if hasText[depth - 1] {
          flows[rule].holdsMarkup = true
        }
      }
    }
  }

  // An element begins that some flowing text leaves out: it does not join what is around it.
  mutating func leaveOut(_ node: UnsafeMutablePointer<Node>) {
    let first = Int(node.pointee.firstTarget)
    for rule in flows.indices where flows[rule].depth != 0 {
      let isTaken = (first..<(first + Int(node.pointee.targetCount))).contains {
        paths.targets[$0].rule == rule
      }
      if !isTaken { flows[rule].pending.grow(to: .separator) }
    }
  }

  mutating func leaveOutFromAll() {
    for rule in flows.indices where flows[rule].depth != 0 {
      flows[rule].pending.grow(to: .separator)
    }
  }

  mutating func forgetFlows() {
    guard openFlows != 0 else { return }
    openFlows = 0
    for index in flows.indices { flows[index] = Flow() }
  }

  mutating func endFlows(_ node: UnsafeMutablePointer<Node>) {
    let first = Int(node.pointee.firstTarget)
    for index in first..<(first + Int(node.pointee.targetCount))
    where paths.targets[index].kind == .flowing {
      let target = paths.targets[index]
      if flows[target.rule].depth == depth {
        let flow = flows[target.rule]
        flows[target.rule] = Flow()
        openFlows -= 1
        guard flow.hasText else { continue }
        if flow.holdsMarkup { columnCounts[target.column].markup += 1 }
        if flow.holdsEscaped { columnCounts[target.column].escapedMarkup += 1 }
        continue
      }
      switch node.pointee.markup {
      case .inline: continue
      case .block: flows[target.rule].breakText(.line)
      case .cell: flows[target.rule].breakText(.space)
      case .other: flows[target.rule].endedIn = depth - 1
      }
    }
  }

  // A text of the open element, or only the blanks between two tags.
  mutating func flow(_ text: Bytes, _ lead: Blank, for node: UnsafeMutablePointer<Node>) {
    let first = Int(node.pointee.firstTarget)
    for index in first..<(first + Int(node.pointee.targetCount))
    where paths.targets[index].kind == .flowing {
      let target = paths.targets[index]
      var flow = flows[target.rule]
      flow.pending.grow(to: lead)
      if !text.isEmpty {
        // The element that ended before this text stood in it, as markup does.
        if flow.endedIn == depth { flow.holdsMarkup = true }
        flow.endedIn = 0
        if !flow.holdsEscaped { flow.holdsEscaped = Self.hasTag(text) }
        guard write(text, &flow, target) else { return }
      }
      flows[target.rule] = flow
    }
  }

  // Copies the text with its runs of blanks made one.
  private mutating func write(
    _ text: Bytes, _ flow: inout Flow, _ target: PathStates.Target
  ) -> Bool {
    var at = 0
    while at < text.count {
      guard writeBlank(&flow, target) else { return false }
      // As far as every blank is a single one that stays as it is.
      var end = at
      while end < text.count {
        let byte = text[end]
        if Blank.isBlank(byte) {
          let isPlain = byte == 0x20 || byte == 0x0A
          guard isPlain, end + 1 < text.count, !Blank.isBlank(text[end + 1]) else { break }
        }
        end += 1
      }
      guard extend(target.column, Bytes(rebasing: text[at..<end])) else { return false }
      at = end
      while at < text.count && Blank.isBlank(text[at]) {
        flow.pending.add(text[at])
        at += 1
      }
    }
    return true
  }

  private mutating func writeBlank(_ flow: inout Flow, _ target: PathStates.Target) -> Bool {
    let pending = flow.pending
    flow.pending = .none
    guard flow.hasText else {
      flow.hasText = true
      return columns[target.column].openCount == 0 || extend(target.column, target.separator)
    }
    switch pending {
    case .none: return true
    case .separator: return extend(target.column, target.separator)
    case .space: return extend(target.column, Self.space)
    case .line: return extend(target.column, Self.line)
    }
  }

  private static var space: Bytes { literal(" ") }
  private static var line: Bytes { literal("\n") }

  private static func literal(_ text: StaticString) -> Bytes {
    Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  // Whether a less-than sign stands before a letter or a slash.
  private static func hasTag(_ text: Bytes) -> Bool {
    for index in text.indices.dropLast() where text[index] == UInt8(ascii: "<") {
      let next = text[index + 1] | 0x20
      if text[index + 1] == UInt8(ascii: "/") { return true }
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next) { return true }
    }
    return false
  }
}

extension Flow {
  // A block of HTML begins or ends.
  mutating func breakText(_ blank: Blank) {
    holdsMarkup = true
    endedIn = 0
    pending.grow(to: blank)
  }
}
