import DialogueModel
internal import Yams

/// Reads the check of a duty: one operator, with the facts that it takes.
struct DutyRuleReader {
  let part: YAMLBlock
  let facts: [String: FactKind]

  /// The operators that a check may have, one at a time.
  static let operators = [
    "present", "before", "notAfter", "equals", "mentions", "count", "share", "true", "all", "any",
    "person",
  ]

  func read(_ key: String) -> DutyRule? {
    guard let entry = part.entry(key) else { return nil }
    return rule(entry.node, path: part.pathOf(key), line: entry.line)
  }

  private func rule(_ node: Node, path: String, line: Int) -> DutyRule? {
    let line = node.mark?.line ?? line
    guard
      let block = YAMLBlock(node, path: path, line: line, keys: Self.operators, in: part.context)
    else { return nil }
    let given = Self.operators.filter(block.has)
    guard let name = given.first, given.count == 1 else {
      report(
        line, path, given.isEmpty ? "has no operator" : "has more than one operator",
        "Use one of: \(Self.operators.joined(separator: ", ")).")
      return nil
    }
    switch name {
    case "present": return fact(block, name).map(DutyRule.present)
    case "true": return fact(block, name, [.flag]).map(DutyRule.isTrue)
    case "before": return days(block, name).map { .before($0.0, $0.1) }
    case "notAfter": return days(block, name).map { .notAfter($0.0, $0.1) }
    case "equals":
      return words(block, name, exactly: 2).map { .equals($0[0], $0[1]) }
    case "mentions":
      return words(block, name, exactly: nil).map { .mentions($0[0], Array($0.dropFirst())) }
    case "count": return count(block)
    case "share": return share(block)
    case "all": return rules(block, name).map(DutyRule.all)
    case "any": return rules(block, name).map(DutyRule.any)
    default:
      guard block.bool(name) == true else {
        report(line, path, "says person without true", "Write person: true.")
        return nil
      }
      return .person
    }
  }

  // MARK: Operands

  private func fact(_ block: YAMLBlock, _ key: String, _ kinds: Set<FactKind>? = nil) -> String? {
    guard let name = block.string(key) else { return nil }
    return Self.check(name, facts, kinds: kinds, block, key: key) ? name : nil
  }

  private func days(_ block: YAMLBlock, _ key: String) -> (String, String)? {
    let names = block.strings(key)
    guard names.count == 2 else {
      report(block.line, block.pathOf(key), "does not take two facts", "Write [first, second].")
      return nil
    }
    let areKnown = names.map { Self.check($0, facts, kinds: [.date], block, key: key) }
    return areKnown.allSatisfy { $0 } ? (names[0], names[1]) : nil
  }

  private func words(_ block: YAMLBlock, _ key: String, exactly count: Int?) -> [String]? {
    let list = block.strings(key)
    guard list.count == (count ?? max(2, list.count)) else {
      report(
        block.line, block.pathOf(key), "does not take a fact and a word", "Write [fact, word].")
      return nil
    }
    return Self.check(list[0], facts, kinds: [.text], block, key: key) ? list : nil
  }

  private func count(_ block: YAMLBlock) -> DutyRule? {
    guard let inner = block.block("count", keys: PolicyFile.keys["duties[].check.count"] ?? [])
    else { return nil }
    let name = inner.require("of") ? fact(inner, "of", [.number, .list]) : nil
    let least = inner.require("atLeast") ? inner.int("atLeast", in: 1...1000) : nil
    guard let name, let least else { return nil }
    return .atLeast(name, least)
  }

  private func share(_ block: YAMLBlock) -> DutyRule? {
    guard let inner = block.block("share", keys: PolicyFile.keys["duties[].check.share"] ?? [])
    else { return nil }
    let part = inner.require("of") ? fact(inner, "of", [.number, .list]) : nil
    let whole = inner.require("among") ? fact(inner, "among", [.number, .list]) : nil
    guard let part, let whole else { return nil }
    return .share(part, of: whole)
  }

  private func rules(_ block: YAMLBlock, _ key: String) -> [DutyRule]? {
    guard case .sequence(let sequence)? = block.entry(key)?.node, !sequence.isEmpty else {
      report(block.line, block.pathOf(key), "is not a list of checks", "Begin each with a hyphen.")
      return nil
    }
    let list = sequence.enumerated().map { index, node in
      rule(node, path: "\(block.pathOf(key))[\(index + 1)]", line: block.line)
    }
    return list.contains(nil) ? nil : list.compactMap(\.self)
  }

  // MARK: Facts

  /// Whether a fact exists and is of a kind that the operator takes; reports it when not.
  @discardableResult
  static func check(
    _ name: String, _ facts: [String: FactKind], kinds: Set<FactKind>?, _ block: YAMLBlock,
    key: String
  ) -> Bool {
    guard let kind = facts[name] else {
      let nearest = NearestKey.to(name, among: facts.keys.sorted())
      let shown = ShownName.quoted(name).map { " \($0)" } ?? ""
      block.context.report(
        .policyDuty, line: block.line(of: key), key: block.pathOf(key),
        "\(block.pathOf(key)) asks for the fact\(shown), which does not exist",
        consequence: nearest.map { "The nearest name is \"\($0)\"." } ?? "",
        remedy: "Use a fact that the page Policy lists.")
      return false
    }
    guard kinds?.contains(kind) ?? true else {
      block.context.report(
        .policyDuty, line: block.line(of: key), key: block.pathOf(key),
        "\(block.pathOf(key)) cannot be used with \"\(name)\", which is a \(kind.rawValue)",
        remedy: "Use a fact of another kind, or another operator.")
      return false
    }
    return true
  }

  private func report(_ line: Int, _ path: String, _ words: String, _ remedy: String) {
    part.context.report(.policyDuty, line: line, key: path, "\(path) \(words)", remedy: remedy)
  }
}
