import DialogueModel

/// Reads the decision case and the period, without which there is no run.
struct CaseReader {
  let root: YAMLBlock

  func decisionCase() -> DecisionCase? {
    guard root.has("case") else {
      return refuse(
        "the dialogue is not tied to a decision case",
        remedy: "Add the block \"case\" with registryNumber, title and decidingBody.", line: nil)
    }
    guard let part = root.block("case", keys: DialogueFile.keys(of: "case")) else { return nil }
    let number = part.string("registryNumber")
    let title = part.requiredString("title")
    let body = part.requiredString("decidingBody")
    // The rest is read even when a required line is missing, so that all is found at once.
    var result = DecisionCase(
      registryNumber: number ?? "", title: title ?? "", decidingBody: body ?? "")
    result.plannedDecision = part.date("plannedDecision")
    result.preparation = part.string("preparation")
    result.annexNumber = part.int("annexNumber", in: 1...999)
    result.initiative = decision(part, "initiative")
    result.proposedBy = part.string("proposedBy")
    result.decisionToHold = decision(part, "decisionToHold")
    result.decisionExcerpt = part.string("decisionExcerpt")
    guard number != nil else {
      return refuse(
        "the decision case has no registry number",
        remedy: "Fill in case.registryNumber as the registry writes it, such as KS 2026/118.",
        line: part.line(of: "registryNumber"))
    }
    return title == nil || body == nil ? nil : result
  }

  private func refuse(_ words: String, remedy: String, line: Int?) -> DecisionCase? {
    root.context.report(
      .dialogueNoCase, line: line, key: "case", words,
      consequence: "A dialogue belongs to a decision, and nothing is read without one (D09).",
      remedy: remedy)
    return nil
  }

  private func decision(_ part: YAMLBlock, _ key: String) -> BodyDecision? {
    guard let inner = part.block(key, keys: DialogueFile.keys(of: "case.\(key)")) else {
      return nil
    }
    let date = inner.date("date")
    let number = inner.string("registryNumber")
    // Documents write the sign themselves.
    let paragraph = inner.string("paragraph").map { text in
      YAMLBlock.trimmed(text.hasPrefix("§") ? String(text.dropFirst()) : text)
    }
    guard let body = inner.requiredString("body") else { return nil }
    return BodyDecision(body: body, date: date, paragraph: paragraph, registryNumber: number)
  }

  func period() -> DialoguePeriod? {
    guard root.require("period"),
      let part = root.block("period", keys: DialogueFile.keys(of: "period"))
    else { return nil }
    let from = part.require("from") ? part.date("from") : nil
    let through = part.require("through") ? part.date("through") : nil
    guard let from, let through else { return nil }
    guard let period = DialoguePeriod(from: from, through: through) else {
      root.context.report(
        .dialoguePeriod, line: part.line(of: "through"), key: "period.through",
        "the period ends \(through), before it begins \(from)",
        consequence: "No submission could be in time.",
        remedy: "Correct period.from or period.through.")
      return nil
    }
    return period
  }
}
