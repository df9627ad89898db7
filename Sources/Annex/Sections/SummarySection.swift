import DialogueModel

extension Composition {
  /// Section 1: the summary, on at most one page.
  func summarySection() -> Section {
    Section(
      id: "s1", number: "1", title: "Sammanfattning",
      blocks: [
        .paragraph(Paragraph(SummaryText.decision(dialogue))), .keyFigures(keyFigures()),
      ],
      parts: [
        Section(
          id: "s1-most", number: nil, title: "Det viktigaste",
          blocks: paragraphs([
            SummaryText.themes(facts), SummaryText.proposals(facts),
          ])),
        Section(
          id: "s1-who", number: nil, title: "Vem har svarat",
          blocks: paragraphs([
            SummaryText.channels(facts), SummaryText.groups(facts),
          ])),
        Section(
          id: "s1-sure", number: nil, title: "Så säkert är underlaget",
          blocks: paragraphs([SummaryText.claim(facts), SummaryText.quality(facts)])),
      ])
  }

  func paragraphs(_ groups: [[Sentence]]) -> [Block] {
    groups.filter { !$0.isEmpty }.map { .paragraph(Paragraph($0)) }
  }

  private func keyFigures() -> [Block.KeyFigure] {
    let read: Sentence =
      "inlämningar ingår av \(.mark(FigureKey.read)) inlästa poster"
    let viewpoints: Sentence = "synpunkter, en inlämning kan innehålla flera"
    let answered: Sentence = "av \(.mark(FigureKey.themesSpoken)) teman har kommentar och förslag"
    let persons: RepresentationNote =
      content.persons == nil ? .noPersonsCaption : .personsCaption
    func runs(_ note: RepresentationNote) -> [Inline] { note.sentences.flatMap(\.runs) }
    return [
      .init(
        key: FigureKey.flow(.accepted),
        caption: read.orElse("inlämningar ingår, antalet inlästa poster visas inte")),
      .init(key: FigureKey.viewpoints, caption: viewpoints),
      .init(key: FigureKey.themesAnswered, caption: answered),
      .init(
        key: content.persons == nil ? nil : FigureKey.persons,
        caption: Sentence(
          runs(persons), fallback: runs(.hiddenPersonsCaption), basis: [FigureKey.persons])),
    ]
  }
}
