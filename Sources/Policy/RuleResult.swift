import DialogueModel

/// What a rule comes to for a set of facts, and the clauses that say why.
struct RuleResult {
  private(set) var status: DutyStatus
  private(set) var clauses: [String]

  init(_ rule: DutyRule, facts: PolicyFacts, missingIsNotMet: Bool) {
    let missing: DutyStatus = missingIsNotMet ? .notMet : .unknown

    func clause(_ name: String) -> String {
      guard let definition = PolicyFacts.definitions[name] else { return name }
      return facts[name].map(definition.clause) ?? definition.missingClause
    }

    switch rule {
    case .present(let name):
      status = facts[name] == nil ? missing : .met
      clauses = [clause(name)]
    case .before(let first, let second):
      status = Self.order(facts[first], facts[second], <) ?? missing
      clauses = [clause(first), clause(second)]
    case .notAfter(let first, let second):
      status = Self.order(facts[first], facts[second], <=) ?? missing
      clauses = [clause(first), clause(second)]
    case .equals(let name, let word):
      status = Self.text(facts[name]).map { $0 == word.lowercased() ? .met : .notMet } ?? missing
      clauses = [clause(name)]
    case .mentions(let name, let words):
      status =
        Self.text(facts[name]).map { text in
          words.contains { text.contains($0.lowercased()) } ? .met : .notMet
        } ?? missing
      clauses = [clause(name)]
    case .atLeast(let name, let least):
      status =
        facts[name]?.amount.map { $0 >= least ? .met : ($0 > 0 ? .partly : .notMet) } ?? missing
      clauses = [clause(name)]
    case .share(let part, let whole):
      if let part = facts[part]?.amount, let whole = facts[whole]?.amount, whole > 0 {
        status = part >= whole ? .met : (part > 0 ? .partly : .notMet)
        clauses = ["\(SwedishWords.number(part)) av \(SwedishWords.number(whole))"]
      } else {
        status = missing
        clauses = [facts[whole] == nil ? clause(whole) : clause(part)]
      }
    case .isTrue(let name):
      if case .flag(let flag)? = facts[name] {
        status = flag ? .met : .notMet
      } else {
        status = missing
      }
      clauses = [clause(name)]
    case .all(let rules):
      let parts = rules.map { RuleResult($0, facts: facts, missingIsNotMet: missingIsNotMet) }
      status = Self.all(parts.map(\.status))
      clauses = Self.distinct(parts.flatMap(\.clauses))
    case .any(let rules):
      let parts = rules.map { RuleResult($0, facts: facts, missingIsNotMet: missingIsNotMet) }
      status = Self.any(parts.map(\.status))
      let decisive = parts.first { $0.status == .met } ?? parts.first { $0.status == .partly }
      clauses = decisive?.clauses ?? Self.distinct(parts.flatMap(\.clauses))
    case .person:
      status = .unknown
      clauses = ["bedöms av en person"]
    }
  }

  /// What parts come to that must all be met.
  ///
  /// All of one kind give that kind, something met beside something else gives partly, and
  /// otherwise something is not met and nothing is.
  private static func all(_ statuses: [DutyStatus]) -> DutyStatus {
    guard let first = statuses.first else { return .unknown }
    if statuses.allSatisfy({ $0 == first }) { return first }
    return statuses.contains(.met) || statuses.contains(.partly) ? .partly : .notMet
  }

  /// The best that can be said: what is unknown could still be met.
  private static func any(_ statuses: [DutyStatus]) -> DutyStatus {
    for status in [DutyStatus.met, .partly, .unknown] where statuses.contains(status) {
      return status
    }
    return statuses.isEmpty ? .unknown : .notMet
  }

  private static func order(
    _ first: FactValue?, _ second: FactValue?, _ isInOrder: (CalendarDate, CalendarDate) -> Bool
  ) -> DutyStatus? {
    guard case .date(let first)? = first, case .date(let second)? = second else { return nil }
    return isInOrder(first, second) ? .met : .notMet
  }

  private static func text(_ value: FactValue?) -> String? {
    guard case .text(let text)? = value else { return nil }
    return text.lowercased()
  }

  private static func distinct(_ clauses: [String]) -> [String] {
    var seen = Set<String>()
    return clauses.filter { seen.insert($0).inserted }
  }
}
