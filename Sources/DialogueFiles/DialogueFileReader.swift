import DialogueModel

/// Puts a dialogue file together from its blocks, and checks them against each other.
struct DialogueFileReader {
  let root: YAMLBlock
  let scales: [InfluenceScale]

  func read() -> DialogueFile? {
    // Every block is read before anything is given up, so that all is found in one reading.
    let head = DialogueHead(root: root)
    let caseReader = CaseReader(root: root)
    let decisionCase = caseReader.decisionCase()
    let period = caseReader.period()
    let influence = InfluenceReader(root: root, scales: scales).read()
    let plan = DialoguePlan(root: root)
    let sources = SourceReader(root: root).read()
    let questions = readQuestions()
    let thresholds = ThresholdReader(root: root).read()
    let codebook = root.require("codebook") ? root.path("codebook") : nil
    let references = readReference()
    let targetGroups = root.path("targetGroups")
    let responses = root.path("responses")
    let quotations = root.path("quotations")
    let policy = root.path("policy")
    let published = root.strings("published")
    let emptyAnswers = root.strings("emptyAnswers")
    let idKeyFile = root.path("idKeyFile")
    let limits = readLimits()

    DialogueNames(
      plan: plan, sources: sources, questions: questions, context: root.context
    ).check()
    if !root.has("reference"), let channel = plan.channels.first(where: { $0.value.countsPersons })
    {
      root.context.report(
        .groupReferenceMissing, line: root.context.lines["\(channel.path).countsPersons"],
        key: "reference", "\(channel.path) counts persons, and no reference population is named",
        consequence: "Groups will be shown as counts, and no comparison is made.",
        remedy: "Add reference with the path of the table, or none and referenceReason.")
    }
    guard let head, let decisionCase, let period,
      var dialogue = head.dialogue(decisionCase, influence, period)
    else { return nil }
    plan.apply(to: &dialogue)
    DialogueDates(dialogue: dialogue, plan: plan, context: root.context).check()
    DialogueKindCheck(dialogue: dialogue, scales: scales, context: root.context).check()

    guard let codebook else { return nil }
    var result = DialogueFile(
      dialogue: dialogue, sources: sources.map(\.value), codebook: codebook)
    result.questions = questions.map(\.value)
    result.targetGroups = targetGroups
    result.reference = references.path
    result.referenceReason = references.reason
    result.noReference = references.missing
    result.responses = responses
    result.quotations = quotations
    result.policy = policy
    result.published = published
    result.rule = thresholds.rule
    result.thresholds = thresholds.list
    result.emptyAnswers = emptyAnswers
    result.idKeyFile = idKeyFile
    result.limits = limits
    result.lines = root.context.lines
    return result
  }

  private func readQuestions() -> [Placed<ClosedQuestion>] {
    let blocks = root.blocks("questions", keys: DialogueFile.keys(of: "questions[]"))
    _ = blocks.unique("column")
    return blocks.compactMap { part in
      guard let column = part.requiredString("column"), let label = part.requiredString("label")
      else { return nil }
      return Placed(
        path: part.path,
        value: ClosedQuestion(column: column, label: label, answers: part.strings("answers")))
    }
  }

  private func readLimits() -> SourceLimits {
    var limits = SourceLimits()
    guard let part = root.block("limits", keys: DialogueFile.keys(of: "limits")) else {
      return limits
    }
    func megabytes(_ key: String, _ range: ClosedRange<Int>) -> Int? {
      part.int(key, in: range).map { $0 << 20 }
    }
    limits.files = part.int("files", in: 1...10_000_000) ?? limits.files
    limits.fileBytes = megabytes("fileMegabytes", 1...10_000_000) ?? limits.fileBytes
    limits.unpackedBytes = megabytes("unpackedMegabytes", 1...10_000_000) ?? limits.unpackedBytes
    // Two gigabytes are what a batch can hold.
    limits.recordBytes = megabytes("recordMegabytes", 1...1024) ?? limits.recordBytes
    limits.columns = part.int("columns", in: 1...1_000_000) ?? limits.columns
    limits.depth = part.int("depth", in: 2...10_000) ?? limits.depth
    return limits
  }

  private func readReference() -> (path: String?, reason: String?, missing: [String: String]) {
    let missing = Dictionary(
      root.pairs("noReference").map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    let path = root.path("reference")
    let reason = root.string("referenceReason")
    if path == "none" {
      if reason == nil {
        root.context.report(
          .yamlKeyMissing, line: root.line(of: "reference"), key: "referenceReason",
          "the dialogue file says that there is no reference population, and not why",
          remedy: "Add the line \"referenceReason: …\"; the annex prints it.")
      }
      return (nil, reason, missing)
    }
    if reason != nil {
      root.invalid(
        "referenceReason",
        path == nil
          ? "is given, and nothing says that there is no reference population"
          : "is given although there is a reference population",
        remedy: "Write reference: none, or remove the line.")
    }
    return (path, nil, missing)
  }
}
