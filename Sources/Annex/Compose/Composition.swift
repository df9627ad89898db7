import DialogueModel

/// The making of one annex: the facts, the numbers and what the sections share.
struct Composition {
  let facts: AnnexFacts
  var book = FigureBook()
  var numbers = TableNumbers()
  var relations: [SumRelation] = []
  var implied: [Measure] = []

  init(_ content: AnnexContent) {
    facts = AnnexFacts(content)
    book.defineFlow(facts)
    book.defineChannels(facts)
    book.defineThemes(facts)
    book.defineCoverage(facts)
    book.defineAnswers(facts)
    book.defineClosed(facts)
    defineRelations()
  }

  var content: AnnexContent { facts.content }
  var dialogue: Dialogue { facts.dialogue }
  var isPublic: Bool { content.edition == .public }

  mutating func document() -> AnnexDocument {
    var document = AnnexDocument(
      edition: content.edition, isSynthetic: dialogue.isSynthetic, dialogue: dialogue.id,
      registryNumber: dialogue.decisionCase.registryNumber, version: content.run.programVersion,
      head: head())
    document.sections = [
      caseSection(), summarySection(), frameSection(), processSection(), materialSection(),
      participationSection(), themesSection(), responsesSection(), influenceSection(),
      passedOnSection(), feedbackSection(), methodSection(), policySection(),
      submissionsAppendix(), codebookAppendix(),
    ]
    document.foot = foot()
    document.figures = book.keys.compactMap { book.figures[$0] }
    document.smallestCount = content.rule.smallestCount
    document.smallestSensitiveCount = content.smallestSensitiveCount
    document.rule = content.rule
    document.rule?.referenceNoise = content.referenceNoise
    defineReaderKnowledge()
    document.relations = relations
    document.implied = implied
    return document
  }

  /// The sums that hold between tables, or that a reader knows to hold.
  private mutating func defineRelations() {
    let outcomes = RecordOutcome.allCases.filter { $0 != .accepted }.map(FigureKey.flow)
    relate(FigureKey.read, [FigureKey.flow(.accepted), FigureKey.excluded])
    relate(FigureKey.excluded, outcomes)
    relate(FigureKey.flow(.accepted), facts.channels.map { FigureKey.channel($0.id) })
    relate(FigureKey.flow(.rejected), content.rejections.map { FigureKey.rejection($0.code) })
    relate(FigureKey.flow(.duplicate), [FigureKey.sameIdentifier, FigureKey.sameContent])
    relate(FigureKey.tags, facts.spoken.map { FigureKey.themeViewpoints($0.theme.key) })
    relate(FigureKey.masked(nil), PersonalDataKind.allCases.map { FigureKey.masked($0) })
    relate(
      FigureKey.flow(.accepted),
      dialogue.activities.map { FigureKey.activity($0.id) } + [FigureKey.activity(nil)])
    for channel in facts.channels {
      let own = dialogue.activities.filter { $0.channel == channel.id }
      relate(FigureKey.channel(channel.id), own.map { FigureKey.activity($0.id) })
      let paths = zip(content.account.sources, content.sources)
        .filter { $0.1.channel == channel.id }.map(\.0.path)
      relate(
        FigureKey.channel(channel.id),
        facts.sources.map(\.account.path).filter(paths.contains)
          .map { FigureKey.source($0, .accepted) })
    }
    if content.viewpoints >= content.untaggedViewpoints {
      let tagged = Measure(
        key: FigureKey.tagged, value: .count(content.viewpoints - content.untaggedViewpoints),
        unit: .viewpoints)
      implied.append(tagged)
      relations.append(
        SumRelation(total: FigureKey.viewpoints, parts: [FigureKey.tagged, FigureKey.untagged]))
    }
    for question in content.closed { relate(question) }
    for coverage in content.coverage {
      // The channel's submissions are its persons; the number stands in several tables.
      var persons = FigureKey.channel(coverage.channel)
      if coverage.organisations > 0 {
        let all = persons
        persons = FigureKey.persons(coverage.channel)
        // Where they stand nowhere, a reader can still subtract.
        implied.append(
          Measure(key: persons, value: .count(coverage.persons), unit: .computed))
        know(FigureKey.organisations(coverage.channel), coverage.organisations)
        relate(all, [persons, FigureKey.organisations(coverage.channel)])
      }
      for dimension in coverage.dimensions { relate(dimension, to: persons, in: coverage) }
    }
  }

  /// Notes a number that everybody knows, since it is shown whatever it is.
  private mutating func know(_ key: String, _ value: Int) {
    implied.append(Measure(key: key, value: .count(value), unit: .work))
  }

  private mutating func relate(_ question: AnnexContent.ClosedAnswers) {
    func key(_ what: String) -> String {
      FigureKey.closed(question.channel, question.name, what)
    }
    if question.organisations > 0 { know(key("organisations"), question.organisations) }
    relate(key("asked"), [key("answered"), key("missing")])
    relate(
      FigureKey.channel(question.channel),
      [key("asked")] + (question.organisations > 0 ? [key("organisations")] : []))
    relate(
      key("answered"),
      question.options.map {
        FigureKey.option(question.channel, question.name, $0.label, "count")
      })
  }

  private mutating func relate(
    _ dimension: AnnexContent.DimensionCoverage, to persons: String,
    in coverage: AnnexContent.ChannelCoverage
  ) {
    let unknown = FigureKey.unknown(coverage.channel, dimension.id)
    func key(_ group: AnnexContent.GroupCoverage, _ what: String) -> String {
      FigureKey.group(coverage.channel, dimension.id, group.id, what)
    }
    let members = dimension.groups.map { key($0, "members") }
    if dimension.isPartition, holds(persons, members + [unknown]) {
      relate(persons, members + [unknown])
      return
    }
    // Those outside a group stand nowhere, and a reader can still subtract.
    for group in dimension.groups {
      let others = coverage.persons - dimension.unknown - group.assessment.count.members
      guard others >= 0 else { continue }
      implied.append(
        Measure(
          key: key(group, "others"), value: .count(others), unit: .persons,
          isSensitive: dimension.isSensitive && group.assessment.count.known > 0))
      relations.append(
        SumRelation(
          total: persons, parts: [key(group, "members"), key(group, "others"), unknown]))
    }
  }

  /// Adds a relation when it holds: a relation that does not would hide nothing and mislead.
  ///
  /// A part that is 0 is left out, since it may stand nowhere and is known all the same.
  private mutating func relate(_ total: String, _ parts: [String]) {
    guard holds(total, parts) else { return }
    let kept = parts.filter { key in
      guard let measure = book.measure(key) else { return false }
      return measure.isSensitive || measure.value?.wholeNumber != 0
    }
    if !kept.isEmpty { relations.append(SumRelation(total: total, parts: kept)) }
  }

  private func holds(_ total: String, _ parts: [String]) -> Bool {
    guard !parts.isEmpty, let sum = book.measure(total)?.value?.wholeNumber else { return false }
    let counts = parts.compactMap { book.measure($0)?.value?.wholeNumber }
    return counts.count == parts.count && counts.reduce(0, +) == sum
  }

  private func head() -> AnnexDocument.Head {
    let decision = dialogue.decisionCase
    let annex = decision.annexNumber.map { "Bilaga\u{A0}\($0)" } ?? "Bilaga"
    let version = content.run.annexVersion.map { "version \($0)" }
    let date = facts.day.map { Swedish.date($0) } ?? content.run.at
    let reference = (["Diarienummer \(decision.registryNumber)"] + [version].compactMap(\.self))
    return AnnexDocument.Head(
      municipality: dialogue.municipality, reference: reference.joined(separator: " · "),
      kind: "\(annex). Sammanställning av synpunkter", title: dialogue.title,
      lead: dialogue.lead.map(Swedish.sentence)
        ?? "Vad de som svarade har sagt, och hur förvaltningen föreslår att synpunkterna "
        + "hanteras.",
      facts: [
        .init(
          "Bilaga",
          decision.annexNumber.map { "\($0) till beslutet" } ?? Swedish.missing),
        .init(
          "Beslutas av",
          // The word is wider than its column on a telephone.
          Swedish.capitalised(decision.decidingBody)
            .replacing("ommunfullmäktige", with: "ommun\u{AD}fullmäktige")),
        .init("Datum", date),
        .init("Utgåva", isPublic ? "För publicering" : "Intern arbetskopia"),
      ],
      runningHead: ([
        dialogue.municipality, annex, "Sammanställning av synpunkter", decision.registryNumber,
      ]
        + [date] + [version].compactMap(\.self)).joined(separator: " · "))
  }

  private func foot() -> String {
    let decision = dialogue.decisionCase
    let annex = decision.annexNumber.map { "Bilaga\u{A0}\($0)" } ?? "Bilaga"
    let date = facts.day.map { Swedish.date($0) } ?? content.run.at
    return "\(dialogue.municipality). \(annex) till \(decision.registryNumber), \(date). "
      + "Framställd med Inspel \(content.run.programVersion)."
  }
}
