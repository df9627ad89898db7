import DialogueModel

extension Composition {
  /// Section 0: the case and the dialogue in one table.
  mutating func caseSection() -> Section {
    let decision = dialogue.decisionCase
    var planned = Swedish.date(decision.plannedDecision)
    if let preparation = decision.preparation { planned += ". " + Swedish.sentence(preparation) }
    let rows: [(String, String)] = [
      ("Ärende", decision.title),
      ("Diarienummer", decision.registryNumber),
      ("Beslutande organ", Swedish.capitalised(decision.decidingBody)),
      ("Planerat beslut", planned),
      ("Initiativ", decision.initiative.map(Swedish.decision) ?? Swedish.missing),
      ("Förslag från", decision.proposedBy ?? Swedish.missing),
      ("Beslut om dialog", decision.decisionToHold.map(Swedish.decision) ?? Swedish.missing),
      ("Uppdrag till tjänstepersoner", decision.decisionExcerpt ?? Swedish.missing),
      ("Typ av dialog", kind()),
      ("Grad av påverkan", influence()),
      ("Period", Swedish.period(dialogue.period.from, dialogue.period.through)),
      ("Ansvariga", roles(dialogue.responsible)),
      ("Medverkande", roles(dialogue.participating)),
      ("Budget och utfall", budget()),
      ("Övriga resurser", dialogue.budget?.resources ?? Swedish.missing),
      ("Policy", dialogue.policyVersion ?? Swedish.missing),
    ]
    let table = Table(
      id: "case", number: numbers.table(1), title: "Ärendet och dialogen",
      columns: [.init("Uppgift"), .init("Värde")],
      groups: [.init(rows: rows.map { Table.Row($0.0, [.words($0.1)]) })], style: .keyValue)
    return Section(
      id: "s0", number: "0", title: "Uppgifter om ärendet", blocks: [.table(table)])
  }

  private func kind() -> String {
    let kind = Words.kind(dialogue.kind)
    guard let reason = dialogue.kindReason else { return kind }
    return "\(kind). \(Swedish.sentence(reason))"
  }

  private func influence() -> String {
    let influence = dialogue.influence
    guard let step = influence.step else { return Swedish.missing }
    var words = step
    if let number = influence.stepNumber, let count = influence.stepCount {
      words += " (steg \(number) av \(count))"
    }
    words += ". "
    return Swedish.trim(words + (influence.promise.map(Swedish.sentence) ?? ""))
  }

  private func roles(_ roles: [ResponsibleRole]) -> String {
    roles.isEmpty
      ? Swedish.missing : Swedish.capitalised(roles.map(Words.role).joined(separator: ", "))
  }

  private func budget() -> String {
    let budget = dialogue.budget
    switch (budget?.planned, budget?.spent) {
    case (let planned?, let spent?) where spent <= planned:
      return "\(kronor(planned)), varav \(kronor(spent)) har använts"
    case (let planned?, let spent?):
      return "\(kronor(planned)). \(kronor(spent)) har använts."
    case (let planned?, nil): return "\(kronor(planned)). Utfall: \(Swedish.missing)"
    case (nil, let spent?):
      return "Budget: \(Swedish.missing). \(kronor(spent)) har använts."
    case (nil, nil): return Swedish.missing
    }
  }

  private func kronor(_ amount: Int) -> String { Swedish.number(amount) + "\u{A0}kronor" }
}
