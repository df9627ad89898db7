import DialogueModel

extension Composition {
  /// The largest number of quotations for one theme.
  static let mostQuotations = 3

  /// Section 7: viewpoints and comments, theme by theme.
  mutating func responsesSection() -> Section {
    var section = Section(
      id: "s7", number: "7", title: "Synpunkter och kommentarer, tema för tema")
    if facts.themes.isEmpty {
      section.blocks.append(.text("Inget tema har någon synpunkt att kommentera."))
    } else {
      section.blocks.append(
        .text(
          "Synpunkterna är samlade under teman ur kodboken.",
          "Kommentarerna är skrivna av tjänstepersoner.",
          "Förslagen till hantering är förvaltningens.",
          "\(Swedish.capitalised(dialogue.decisionCase.decidingBody)) tar ställning."))
      section.blocks.append(quotationNote())
    }
    section.parts = facts.themes.map { part($0) }
    let stray = facts.strayResponses
    if !stray.isEmpty {
      section.parts.append(
        Section(
          id: "s7-stray", number: nil, title: "Svar som inte hör till något tema",
          blocks: [
            .list(
              stray.map { response in
                Paragraph([
                  Sentence([.code(response.theme), .text(" finns inte i kodboken.")]),
                  Sentence(response.comment.map(Swedish.sentence) ?? "Kommentar saknas."),
                ])
              })
          ]))
    }
    return section
  }

  private func quotationNote() -> Block {
    guard facts.themes.contains(where: { !facts.quotations($0.theme.key).isEmpty }) else {
      return .paragraph(
        Paragraph(["Inga citat är granskade för den här bilagan."], style: .small))
    }
    return .paragraph(
      Paragraph(
        [
          "Citaten är deltagarnas egna ord och är granskade av en människa.",
          "Uppgifter som kan peka ut någon är borttagna och markerade.",
        ], style: .small))
  }

  private func part(_ theme: AnnexFacts.NumberedTheme) -> Section {
    let key = theme.theme.key
    let viewpoints = Inline.mark(FigureKey.themeViewpoints(key), .viewpoints)
    let submissions = Inline.mark(FigureKey.themeSubmissions(key), .submissions)
    var blocks: [Block] = []
    blocks.append(
      .paragraph(
        Paragraph(
          [
            theme.tally.viewpoints == 0
              ? "Ingen synpunkt fick temat." : "\(viewpoints) i \(submissions)"
          ], style: .count)))
    if theme.tally.viewpoints > 0 {
      blocks.append(.heading("Vad som sagts"))
      blocks.append(.paragraph(Paragraph(said(theme))))
    }
    blocks += quotations(theme)
    blocks += comment(theme)
    blocks += proposals(theme)
    return Section(
      id: anchor(theme), number: theme.number, title: theme.theme.label, isTheme: true,
      blocks: blocks)
  }

  private func said(_ theme: AnnexFacts.NumberedTheme) -> [Sentence] {
    var sentences: [Sentence] = []
    if let summary = theme.theme.summary { sentences.append(Sentence(Swedish.sentence(summary))) }
    let submissions = Inline.mark(FigureKey.themeSubmissions(theme.theme.key), .submissions)
    let share = Inline.mark(FigureKey.themeShare(theme.theme.key))
    let examples = theme.tally.examples.prefix(3).map { [facts.submissionLink($0)] }
    let one = examples.first.map { [.text(", till exempel ")] + $0 } ?? []
    let all =
      examples.isEmpty ? [] : [.text(", till exempel ")] + SummaryText.joined(examples)
    let told: Sentence = "Temat finns i \(submissions)"
    // Three examples are always given when there are three: with a hidden count only one is.
    sentences.append(
      Sentence(
        told.runs + [.text(" ("), share, .text(" av alla)")] + all + [.text(".")],
        fallback: told.runs + one + [.text(".")]))
    if let responsible = theme.theme.responsible {
      sentences.append("Ansvaret för frågan ligger hos \(responsible).")
    }
    return sentences
  }

  private func quotations(_ theme: AnnexFacts.NumberedTheme) -> [Block] {
    let cleared = facts.quotations(theme.theme.key)
    guard !cleared.isEmpty else { return [] }
    var blocks: [Block] = [.heading("Citat")]
    for quotation in cleared.prefix(Self.mostQuotations) {
      blocks.append(
        .quotation(
          Quotation(
            pieces: quotation.pieces.map {
              switch $0 {
              case .text(let words): .init(words)
              case .masked(let words): .init(words, isMasked: true)
              }
            }, submission: quotation.submission, channel: quotation.channel,
            sender: quotation.sender, place: theme.number)))
    }
    if cleared.count > Self.mostQuotations {
      blocks.append(
        .paragraph(
          Paragraph(
            [
              """
              Av \(Swedish.word(cleared.count)) granskade citat visas de \
              \(Swedish.word(Self.mostQuotations)) första.
              """
            ], style: .small)))
    }
    return blocks
  }

  private func comment(_ theme: AnnexFacts.NumberedTheme) -> [Block] {
    guard let comment = theme.response?.comment, !Swedish.trim(comment).isEmpty else {
      return [.comment([Paragraph(["Kommentar saknas"])])]
    }
    var paragraphs = Self.paragraphs(of: comment)
    if let author = theme.response?.author {
      paragraphs.append(
        Paragraph(["Kommentaren är skriven av \(author)."], style: .small))
    }
    return [.comment(paragraphs)]
  }

  /// The paragraphs of words in which an empty line divides them.
  private static func paragraphs(of words: String) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var lines: [Substring] = []
    func end() {
      if !lines.isEmpty { paragraphs.append(Paragraph([Sentence(lines.joined(separator: " "))])) }
      lines = []
    }
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) { end() } else { lines.append(line) }
    }
    end()
    return paragraphs
  }

  private func proposals(_ theme: AnnexFacts.NumberedTheme) -> [Block] {
    let own = facts.proposals.filter { $0.theme.key == theme.theme.key }
    var blocks: [Block] = [.heading("Förslag till hantering")]
    guard !own.isEmpty else {
      blocks.append(.text("Förslag saknas"))
      return blocks
    }
    blocks.append(
      .proposals(
        own.map {
          Block.ProposalRow(
            number: $0.number, outcome: $0.proposal.outcome, about: $0.proposal.about,
            sentences: ProposalText.sentences($0.proposal, dialogue.influence))
        }))
    return blocks
  }
}
