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
    // Whether a rule may take it, depending on conditions that nothing is known of yet.
    var isPossible = false
  }

  // A condition as bytes, each text ended by a zero byte as libxml2's are.
  struct Condition {
    var key: [UInt8]
    var value: [UInt8]
    var isAttribute: Bool
  }

  // How conditions are judged.
  enum Judging {
    case certain(Variants)
    case possible(Variants)
    // As if all held.
    case structure

    func holds(_ condition: Int, _ variant: UInt32) -> Bool {
      switch self {
      case .certain(let variants): variants.holds(condition, in: variant, whenPending: false)
      case .possible(let variants): variants.holds(condition, in: variant, whenPending: true)
      case .structure: true
      }
    }
  }

  private struct Step {
    // `nil` for any name.
    var name: [UInt8]?
    var isAnyNumber = false
    var conditions: [Int] = []

    func takes(_ elements: Elements, _ index: Int, _ judging: Judging) -> Bool {
      if isAnyNumber { return false }
      if let name, !PathMatcher.equal(name, elements.names[index]) { return false }
      return conditions.allSatisfy { judging.holds($0, elements.variants[index]) }
    }
  }

  private struct Pattern {
    var steps: [Step]
    var attribute: XMLPath.Attribute?

    // The usual matching of wildcards: on a mismatch, the latest `**` takes one name more. What
    // an earlier one took need not be tried again, so the work is bounded.
    func takes(_ elements: Elements, _ judging: Judging) -> Bool {
      var at = 0
      var step = 0
      var retry: (step: Int, at: Int)?
      while at < elements.count {
        if step < steps.count, steps[step].isAnyNumber {
          retry = (step + 1, at)
          step += 1
        } else if step < steps.count, steps[step].takes(elements, at, judging) {
          step += 1
          at += 1
        } else if let last = retry {
          step = last.step
          at = last.at + 1
          retry = (last.step, at)
        } else {
          return false
        }
      }
      return steps[step...].allSatisfy(\.isAnyNumber)
    }
  }

  // Where conditions are asked: the steps up to and with the one that has them.
  private struct Question {
    var pattern: Pattern
    var conditions: [Int]
  }

  private(set) var conditions: [Condition] = []
  private var record = Pattern(steps: [])
  private let namespace: [UInt8]?
  private var rules: [(pattern: Pattern, except: [Pattern]?)] = []
  private var dropped: [Pattern] = []
  private var questions: [Question] = []

  init(_ layout: XMLRecordLayout) {
    namespace = layout.namespace.map { Array($0.utf8) + [0] }
    record = pattern(layout.record)
    if !layout.record.startsAtRoot {
      record.steps.insert(Step(isAnyNumber: true), at: 0)
    }
    for rule in layout.rules {
      let own = pattern(rule.path)
      ask(own.steps)
      let except = rule.content.except?.map { pattern($0) }
      for exception in except ?? [] { ask(exception.steps, below: own.steps) }
      rules.append((own, except))
    }
    for path in layout.dropped {
      let pattern = pattern(path)
      ask(pattern.steps)
      dropped.append(pattern)
    }
  }

  // Whether an element is a record; the names begin with the root's.
  func isRecord(_ elements: Elements, namespace uri: UnsafePointer<UInt8>?) -> Bool {
    if let namespace {
      guard let uri, Self.equal(namespace, uri) else { return false }
    }
    return record.takes(elements, .structure)
  }

  // Which conditions are asked of an element.
  func keying(of elements: Elements) -> Keying? {
    var asked: Set<Int> = []
    for question in questions where question.pattern.takes(elements, .structure) {
      asked.formUnion(question.conditions)
    }
    guard !asked.isEmpty else { return nil }
    var keying = Keying(conditions: asked.sorted(), childKeys: [])
    for index in keying.conditions {
      let condition = conditions[index]
      if !condition.isAttribute && !keying.childKeys.contains(condition.key) {
        keying.childKeys.append(condition.key)
      }
    }
    return keying
  }

  // What becomes of an element; the names begin below the record, and none for the record.
  func verdict(element elements: Elements, _ variants: Variants) -> Verdict {
    var verdict = Verdict()
    if !elements.isEmpty {
      verdict.dropped = dropped.firstIndex {
        $0.attribute == nil && $0.takes(elements, .certain(variants))
      }
      if verdict.dropped != nil { return verdict }
      verdict.isPossible = dropped.contains {
        $0.attribute == nil && $0.takes(elements, .possible(variants))
      }
    }
    for (index, rule) in rules.enumerated() where rule.pattern.attribute == nil {
      guard let except = rule.except else {
        if rule.pattern.takes(elements, .certain(variants)) { verdict.rules.append(index) }
        if rule.pattern.takes(elements, .possible(variants)) { verdict.isPossible = true }
        continue
      }
      // The rule takes this element when it takes an ancestor, or the element itself, and no
      // exception stands on the way down from there.
      for depth in (0...elements.count).reversed()
      where rule.pattern.takes(elements.prefix(depth), .possible(variants)) {
        verdict.isPossible = true
        guard rule.pattern.takes(elements.prefix(depth), .certain(variants)) else { continue }
        let rest = elements.dropping(depth)
        let isOut = except.contains { pattern in
          pattern.attribute == nil
            && (0...rest.count).contains {
              $0 > 0 && pattern.takes(rest.prefix($0), .certain(variants))
            }
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
  func verdict(
    attribute name: UnsafePointer<UInt8>, of elements: Elements, _ variants: Variants
  ) -> Verdict {
    var verdict = Verdict()
    verdict.dropped = dropped.firstIndex { Self.takes($0, name, elements, .certain(variants)) }
    guard verdict.dropped == nil else { return verdict }
    verdict.isPossible = dropped.contains { Self.takes($0, name, elements, .possible(variants)) }
    for (index, rule) in rules.enumerated() {
      if Self.takes(rule.pattern, name, elements, .certain(variants)) {
        verdict.rules.append(index)
      }
      if Self.takes(rule.pattern, name, elements, .possible(variants)) {
        verdict.isPossible = true
      }
    }
    return verdict
  }

  private static func takes(
    _ pattern: Pattern, _ name: UnsafePointer<UInt8>, _ elements: Elements, _ judging: Judging
  ) -> Bool {
    switch pattern.attribute {
    case nil: false
    case .any: pattern.takes(elements, judging)
    case .name(let wanted):
      equal(Array(wanted.utf8) + [0], name) && pattern.takes(elements, judging)
    }
  }

  private mutating func pattern(_ path: XMLPath) -> Pattern {
    var steps: [Step] = []
    for step in path.steps {
      var made = Step()
      switch step.name {
      case .exactly(let name): made.name = Array(name.utf8) + [0]
      case .anyOne: break
      case .anyNumber: made.isAnyNumber = true
      }
      made.conditions = step.conditions.map { number(of: $0) }
      steps.append(made)
    }
    return Pattern(steps: steps, attribute: path.attribute)
  }

  private mutating func number(of condition: XMLPath.Condition) -> Int {
    let made = Condition(
      key: Array(condition.key.utf8) + [0], value: Array(condition.value.utf8),
      isAttribute: condition.isAttribute)
    let known = conditions.firstIndex {
      $0.key == made.key && $0.value == made.value && $0.isAttribute == made.isAttribute
    }
    if let known { return known }
    conditions.append(made)
    return conditions.count - 1
  }

  private mutating func ask(_ steps: [Step], below start: [Step] = []) {
    for (index, step) in steps.enumerated() where !step.conditions.isEmpty {
      let pattern = Pattern(steps: start + Array(steps[...index]), attribute: nil)
      questions.append(Question(pattern: pattern, conditions: step.conditions))
    }
  }

  // Both end with a zero byte.
  static func equal(_ left: [UInt8], _ right: UnsafePointer<UInt8>) -> Bool {
    for (index, byte) in left.enumerated() where byte != right[index] { return false }
    return true
  }
}
