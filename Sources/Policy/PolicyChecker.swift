import DialogueModel

/// Checks the duties of a policy against what is known of a dialogue.
///
/// The duties are data: the checker knows only the rules that they are written in. A fact that
/// nobody has given makes a duty *unknown*, and *not met* only where the duty says that the fact
/// must be there.
public struct PolicyChecker: Sendable {
  /// The duties, in the order of the result.
  public var duties: [PolicyDuty]

  /// Makes a checker.
  public init(duties: [PolicyDuty]) { self.duties = duties }

  /// The result for every duty.
  public func check(_ facts: PolicyFacts) -> [DutyCheck] {
    duties.map { check($0, facts) }
  }

  /// The result for one duty.
  public func check(_ duty: PolicyDuty, _ facts: PolicyFacts) -> DutyCheck {
    let result = RuleResult(duty.rule, facts: facts, missingIsNotMet: duty.missingIsNotMet)
    let written = duty.grounds[result.status].flatMap { Self.fill($0, with: facts) }
    let grounds = written ?? result.clauses.joined(separator: ", ")
    return DutyCheck(
      id: duty.id, label: duty.label, strength: duty.strength, status: result.status,
      grounds: SwedishWords.sentence(grounds))
  }

  /// The text with its facts; `nil` when one of them is not known.
  private static func fill(_ template: String, with facts: PolicyFacts) -> String? {
    var text = template
    for name in PolicyDuty.facts(in: template) {
      guard let value = facts[name], let definition = PolicyFacts.definitions[name] else {
        return nil
      }
      let words: String
      switch (definition.wording, value) {
      case (.kronor, _): words = definition.clause(value)
      case (_, .list(let list)): words = SwedishWords.number(list.count)
      default: words = FactDefinition.plain(value)
      }
      text = text.split(separator: "{\(name)}", omittingEmptySubsequences: false)
        .joined(separator: words)
    }
    return text
  }
}
