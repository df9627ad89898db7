import DialogueModel

/// The sentences of the summary.
///
/// Each function says something sensible of every dialogue, also
/// of one that nobody answered.
enum SummaryText {
  /// The number of submissions below which the summary says that they are few.
  static let fewSubmissions = 30

  /// Who decided on the dialogue, when, and which case it belongs to.
  static func decision(_ dialogue: Dialogue) -> [Sentence] {
    let number = dialogue.decisionCase.registryNumber
    let belongs: Sentence = "Dialogen hör till ärende \(number)."
    guard let decision = dialogue.decisionCase.decisionToHold else {
      return ["Uppgift saknas om vem som beslutade om dialogen.", belongs]
    }
    let body = Swedish.capitalised(decision.body)
    let what = Words.holding(dialogue.kind)
    let paragraph = decision.paragraph.map { " (§\u{A0}\($0))" } ?? ""
    guard let date = decision.date else {
      return [
        "\(body) beslutade\(paragraph) att \(what).", "Uppgift om beslutets datum saknas.",
        belongs,
      ]
    }
    return ["\(body) beslutade den \(Swedish.date(date))\(paragraph) att \(what).", belongs]
  }

  /// What most viewpoints are about.
  static func themes(_ facts: AnnexFacts) -> [Sentence] {
    guard facts.accepted > 0 else { return ["Ingen inlämning ingår i underlaget."] }
    guard facts.content.viewpoints > 0 else {
      return ["Ingen inlämning innehåller någon synpunkt i fritext."]
    }
    let spoken = facts.spoken
    guard let first = spoken.first else {
      return ["Ingen synpunkt fick något tema."]
    }
    func viewpoints(_ theme: AnnexFacts.NumberedTheme) -> Inline {
      .mark(FigureKey.themeViewpoints(theme.theme.key), .viewpoints)
    }
    let submissions = Inline.mark(FigureKey.themeSubmissions(first.theme.key), .submissions)
    var sentences: [Sentence] = []
    let tied = spoken.filter { $0.tally.viewpoints == first.tally.viewpoints }
    if spoken.count == 1 {
      sentences.append(
        """
        De synpunkter som fick ett tema har temat \(first.theme.label) (\(viewpoints(first)) \
        i \(submissions)).
        """)
    } else if tied.count == spoken.count, tied.count > 3 {
      sentences.append("Synpunkterna fördelar sig lika på alla teman.")
    } else if tied.count > 1 {
      let names = Swedish.list(tied.prefix(3).map(\.theme.label))
      sentences.append("Flest synpunkter har temana \(names) (\(viewpoints(first)) vardera).")
    } else {
      sentences.append(
        """
        Flest synpunkter har temat \(first.theme.label) (\(viewpoints(first)) i \
        \(submissions)).
        """)
      sentences.append(
        "Näst flest har temat \(spoken[1].theme.label) (\(viewpoints(spoken[1]))).")
    }
    if facts.content.untaggedViewpoints > 0 {
      sentences.append("\(.mark(FigureKey.untagged, .viewpoints)) fick inget tema.")
    }
    return sentences
  }

  /// What the officials propose.
  static func proposals(_ facts: AnnexFacts) -> [Sentence] {
    guard !facts.spoken.isEmpty || !facts.proposals.isEmpty else { return [] }
    guard !facts.proposals.isEmpty else {
      return ["Förvaltningens förslag till hantering saknas."]
    }
    func cases(_ outcome: ProposedOutcome) -> Inline {
      .mark(FigureKey.proposals(outcome), .cases)
    }
    let used = Set(facts.proposals.map(\.proposal.outcome))
    var granted: [[Inline]] = []
    if used.contains(.granted) { granted.append([.text("helt i "), cases(.granted)]) }
    if used.contains(.partly) { granted.append([.text("delvis i "), cases(.partly)]) }
    if used.contains(.notGranted) { granted.append([.text("inte i "), cases(.notGranted)]) }
    var sentences: [Sentence] = []
    if !granted.isEmpty {
      sentences.append(
        "Förvaltningen föreslår att synpunkterna tillgodoses \(joined(granted)).")
    }
    if used.contains(.passedOn) {
      sentences.append("I \(cases(.passedOn)) lämnas de vidare.")
    }
    if used.contains(.outsideFrame) {
      sentences.append("I \(cases(.outsideFrame)) ligger de utanför ramarna.")
    }
    let missing = facts.spoken.count {
      $0.response?.comment == nil || $0.response?.proposals.isEmpty != false
    }
    if missing > 0 {
      sentences.append(
        """
        Av \(.mark(FigureKey.themesSpoken, .themes)) har \(.mark(FigureKey.themesAnswered)) \
        både kommentar och förslag.
        """)
    }
    return sentences
  }

  /// The channels that most answered through.
  static func channels(_ facts: AnnexFacts) -> [Sentence] {
    let used = facts.usedChannels
    guard let first = used.first else {
      return ["Ingen inlämning ingår. Därför går det inte att säga vem som har svarat."]
    }
    let count = Inline.mark(FigureKey.channel(first.id), .submissions)
    guard used.count > 1 else {
      return ["Alla inlämningar kom genom svarsvägen \(first.label) (\(count))."]
    }
    let tied = used.filter {
      facts.submissions(channel: $0.id) == facts.submissions(channel: first.id)
    }
    guard tied.count == 1 else {
      let names = Swedish.list(tied.prefix(3).map(\.label))
      return ["Lika många inlämningar kom genom \(names) (\(count) vardera)."]
    }
    return ["Flest inlämningar kom genom svarsvägen \(first.label) (\(count))."]
  }

  /// How those who answered compare with the population.
  static func groups(_ facts: AnnexFacts) -> [Sentence] {
    guard facts.accepted > 0 else { return [] }
    let coverages = facts.content.coverage.filter { $0.persons > 0 }
    guard !coverages.isEmpty else {
      return
        (facts.content.coverage.isEmpty
        ? RepresentationStatement.nobodyCountedInSummary : .nobodyAnswered).sentences
    }
    return coverages.flatMap { coverage in
      CoverageText.summary(coverage, facts, named: coverages.count > 1)
    }
  }

  /// What the numbers show, and what they do not.
  static func claim(_ facts: AnnexFacts) -> [Sentence] {
    guard facts.accepted > 0 else {
      return ["Utan inlämningar visar underlaget inte vad någon tycker i frågan."]
    }
    var sentences = RepresentationStatement.claim(isSelfSelected: facts.isSelfSelected).sentences
    if facts.accepted < fewSubmissions {
      sentences.append("Underlaget är litet, och enstaka inlämningar kan ändra bilden.")
    }
    return sentences
  }

  /// How much was set aside, and how the themes were set.
  static func quality(_ facts: AnnexFacts) -> [Sentence] {
    var sentences: [Sentence] = []
    if facts.content.account.read == 0 {
      sentences.append("Inga poster är inlästa.")
    } else if facts.excluded == 0 {
      sentences.append("Alla inlästa poster ingår.")
    } else {
      let said: Sentence =
        """
        Av \(.mark(FigureKey.read, .records)) ingår \(.mark(FigureKey.excluded)) inte, och \
        skälen står i avsnitt 4.
        """
      sentences.append(
        said.orElse("En del av posterna ingår inte, och skälen står i avsnitt 4."))
    }
    if !facts.content.account.balances {
      sentences.append("För minst en källa går antalet poster inte ihop, se avsnitt 4.")
    }
    if facts.content.tags > 0 {
      sentences.append("Programmet har föreslagit teman med en kodbok.")
      sentences.append("Ingen människa har ännu bekräftat dem.")
    }
    return sentences
  }

  /// Pieces as a list: *a, b och c*.
  static func joined(_ pieces: [[Inline]]) -> [Inline] {
    var runs: [Inline] = []
    for (index, piece) in pieces.enumerated() {
      if index > 0 { runs.append(.text(index == pieces.count - 1 ? " och " : ", ")) }
      runs += piece
    }
    return runs
  }
}
