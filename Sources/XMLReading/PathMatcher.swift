// Decides, once for each distinct path of a file, what a layout says of it. What it decides is
// kept in the path states, so this is not on the hot path and may compare names byte by byte.
struct PathMatcher {
  // What the layout says of an element or attribute.
  struct Verdict {
    // The index of the dropped path that takes it.
    var dropped: Int?
    // The indices of the rules whose columns get its text.
    var rules: [Int] = []
    // Whether a rule names it as an exception: then it was seen and left out on purpose.
    var isExcepted = false
  }

  // The names from the root (or the record) down to an element, as libxml2 holds them.
  typealias Names = UnsafeBufferPointer<UnsafePointer<UInt8>>

  private enum Step {
    case name([UInt8])
    case anyOne
    case anyNumber

    func takes(_ name: UnsafePointer<UInt8>) -> Bool {
      switch self {
      case .name(let wanted): PathMatcher.equal(wanted, name)
      case .anyOne: true
      case .anyNumber: false
      }
    }
  }

  private struct Pattern {
    var steps: [Step]
    var attribute: XMLPath.Attribute?

    init(_ path: XMLPath, fromAnywhere: Bool = false) {
      steps = path.steps.map { step in
        switch step {
        case .name(let name): .name(Array(name.utf8) + [0])
        case .anyOne: .anyOne
        case .anyNumber: .anyNumber
        }
      }
      if fromAnywhere && !path.startsAtRoot { steps.insert(.anyNumber, at: 0) }
      attribute = path.attribute
    }

    // The usual matching of wildcards: on a mismatch, the latest `**` takes one name more. What
    // an earlier one took need not be tried again, so the work is bounded.
    func takes(_ names: Names) -> Bool {
      var name = 0
      var step = 0
      var retry: (step: Int, name: Int)?
      while name < names.count {
        if step < steps.count, case .anyNumber = steps[step] {
          retry = (step + 1, name)
          step += 1
        } else if step < steps.count, steps[step].takes(names[name]) {
          step += 1
          name += 1
        } else if let last = retry {
          step = last.step
          name = last.name + 1
          retry = (last.step, name)
        } else {
          return false
        }
      }
      return steps[step...].allSatisfy { if case .anyNumber = $0 { true } else { false } }
    }
  }

  private let record: Pattern
  private let namespace: [UInt8]?
  private let rules: [(pattern: Pattern, except: [Pattern]?)]
  private let dropped: [Pattern]

  init(_ layout: XMLRecordLayout) {
    record = Pattern(layout.record, fromAnywhere: true)
    namespace = layout.namespace.map { Array($0.utf8) + [0] }
    rules = layout.rules.map { rule in
      switch rule.content {
      case .own: (Pattern(rule.path), nil)
      case .all(let except): (Pattern(rule.path), except.map { Pattern($0) })
      }
    }
    dropped = layout.dropped.map { Pattern($0) }
  }

  // Whether an element is a record; the names begin with the root's.
  func isRecord(_ names: Names, namespace uri: UnsafePointer<UInt8>?) -> Bool {
    if let namespace {
      guard let uri, Self.equal(namespace, uri) else { return false }
    }
    return record.takes(names)
  }

  // What becomes of an element; the names begin below the record, and none for the record.
  func verdict(element names: Names) -> Verdict {
    var verdict = Verdict()
    if !names.isEmpty {
      verdict.dropped = dropped.firstIndex { $0.attribute == nil && $0.takes(names) }
      if verdict.dropped != nil { return verdict }
    }
    for (index, rule) in rules.enumerated() where rule.pattern.attribute == nil {
      guard let except = rule.except else {
        if rule.pattern.takes(names) { verdict.rules.append(index) }
        continue
      }
      // The rule takes this element when it takes an ancestor, or the element itself, and no
      // exception stands on the way down from there.
      for depth in (0...names.count).reversed()
      where rule.pattern.takes(Names(rebasing: names[..<depth])) {
        let rest = Names(rebasing: names[depth...])
        let isOut = except.contains { pattern in
          pattern.attribute == nil
            && (0...rest.count).contains { $0 > 0 && pattern.takes(Names(rebasing: rest[..<$0])) }
        }
        if isOut {
          verdict.isExcepted = true
        } else {
          verdict.rules.append(index)
          break
        }
      }
    }
    return verdict
  }

  // What becomes of an attribute of the element with these names below the record.
  func verdict(attribute name: UnsafePointer<UInt8>, of names: Names) -> Verdict {
    var verdict = Verdict()
    verdict.dropped = dropped.firstIndex { Self.takes($0, name, names) }
    guard verdict.dropped == nil else { return verdict }
    for (index, rule) in rules.enumerated() where Self.takes(rule.pattern, name, names) {
      verdict.rules.append(index)
    }
    return verdict
  }

  private static func takes(
    _ pattern: Pattern, _ name: UnsafePointer<UInt8>, _ names: Names
  ) -> Bool {
    switch pattern.attribute {
    case nil: return false
    case .any: return pattern.takes(names)
    case .name(let wanted): return equal(Array(wanted.utf8) + [0], name) && pattern.takes(names)
    }
  }

  // Both end with a zero byte.
  private static func equal(_ left: [UInt8], _ right: UnsafePointer<UInt8>) -> Bool {
    for (index, byte) in left.enumerated() where byte != right[index] { return false }
    return true
  }
}
