import DialogueModel

extension Composition {
  /// Section 8: how the viewpoints changed the proposal.
  mutating func influenceSection() -> Section {
    var section = Section(id: "s8", number: "8", title: "Så påverkade synpunkterna förslaget")
    let changed = facts.proposals.filter { $0.proposal.change != nil }
    if changed.isEmpty {
      section.blocks.append(.text("Inga ändringar i förslaget är redovisade."))
    } else {
      section.blocks.append(.table(changes(changed)))
    }
    let refused = facts.proposals.filter {
      [.notGranted, .outsideFrame].contains($0.proposal.outcome)
    }
    section.parts = [
      Section(
        id: "s8-refused", number: "8.1",
        title: "Synpunkter som inte har tillgodosetts och varför",
        blocks: [
          refused.isEmpty
            ? .text("Inga sådana synpunkter är redovisade.") : .table(refusals(refused))
        ])
    ]
    return section
  }

  private func header(_ numbered: AnnexFacts.NumberedProposal) -> [[Inline]] {
    [[.link(numbered.number, target: "#\(numbered.anchor)")]]
  }

  private func about(_ numbered: AnnexFacts.NumberedProposal) -> Cell {
    .words(numbered.proposal.about ?? numbered.theme.label)
  }

  private mutating func changes(_ changed: [AnnexFacts.NumberedProposal]) -> Table {
    Table(
      id: "changes", number: numbers.table(8), title: "Ändringar i förslaget",
      unit: ["Enhet: förslag till hantering."],
      columns: [
        .init("Nr"), .init("Synpunkt"), .init("Ändring"), .init("Var i förslaget"),
        .init("Skäl"),
      ],
      groups: [
        .init(
          rows: changed.map { numbered in
            Table.Row(
              header(numbered),
              [
                about(numbered),
                .words(numbered.proposal.change.map(Swedish.sentence) ?? Swedish.missing),
                .words(
                  numbered.proposal.changePlace.map(Swedish.capitalised) ?? Swedish.missing),
                .words(numbered.proposal.reason.map(Swedish.sentence) ?? Swedish.missing),
              ])
          })
      ], isLong: changed.count > 15, isWide: true)
  }

  private mutating func refusals(_ refused: [AnnexFacts.NumberedProposal]) -> Table {
    Table(
      id: "refusals", number: numbers.table(8),
      title: "Inte tillgodosedda, eller utanför ramarna",
      unit: ["Enhet: förslag till hantering."],
      columns: [.init("Nr"), .init("Synpunkt"), .init("Utfall"), .init("Skäl")],
      groups: [
        .init(
          rows: refused.map { numbered in
            var lines: [[Inline]] = [
              [
                .text(numbered.proposal.reason.map(Swedish.sentence) ?? "Skäl: uppgift saknas.")
              ]
            ]
            if let limit = ProposalText.limit(numbered.proposal, dialogue.influence) {
              lines.append([.text(limit)])
            }
            return Table.Row(
              header(numbered),
              [about(numbered), .badge(numbered.proposal.outcome), .text(lines)])
          })
      ], isLong: refused.count > 15, isWide: true)
  }

  /// Section 9: questions that are passed on.
  mutating func passedOnSection() -> Section {
    var section = Section(id: "s9", number: "9", title: "Frågor som lämnas vidare")
    let passed = facts.proposals.filter {
      $0.proposal.outcome == .passedOn || $0.proposal.recipient != nil
    }
    guard !passed.isEmpty else {
      section.blocks.append(.text("Inga frågor är redovisade som lämnade vidare."))
      return section
    }
    section.blocks.append(
      .table(
        Table(
          id: "passed-on", number: numbers.table(9),
          title: "Frågor som hör hemma hos någon annan",
          unit: ["Enhet: förslag till hantering."],
          columns: [.init("Nr"), .init("Fråga"), .init("Mottagare"), .init("Lämnad")],
          groups: [
            .init(
              rows: passed.map { numbered in
                Table.Row(
                  header(numbered),
                  [
                    about(numbered), .words(numbered.proposal.recipient ?? Swedish.missing),
                    .words(Swedish.date(numbered.proposal.passedOn)),
                  ])
              })
          ])))
    return section
  }

  /// Section 10: feedback, planned and done.
  mutating func feedbackSection() -> Section {
    var section = Section(id: "s10", number: "10", title: "Återkoppling")
    let planned: Sentence =
      dialogue.feedbackPlanDate.map {
        "Planen för återkoppling är daterad \(Swedish.date($0))."
      } ?? "När planen för återkoppling fastställdes: \(Swedish.missing)."
    section.blocks.append(.text(planned))
    guard !dialogue.feedback.isEmpty else {
      section.blocks.append(.text("Planerad återkoppling: \(Swedish.missing)."))
      return section
    }
    section.blocks.append(
      .table(
        Table(
          id: "feedback", number: numbers.table(10), title: "Plan och utförd återkoppling",
          columns: [
            .init("Mottagare"), .init("Kanal"), .init("Ansvarig"), .init("Senast"),
            .init("Utförd"),
          ],
          groups: [
            .init(
              rows: dialogue.feedback.map { event in
                Table.Row(
                  [
                    [.text(event.recipient)],
                    [.text("Till \(Words.audience(event.audience))")],
                  ],
                  [
                    .words(Swedish.capitalised(event.channel)),
                    .words(event.responsible.map(Swedish.capitalised) ?? Swedish.missing),
                    .words(Swedish.date(event.latest)), state(event),
                  ])
              })
          ], isWide: true)))
    return section
  }

  private func state(_ event: FeedbackEvent) -> Cell {
    if let done = event.done {
      return .state(.full, "Utförd \(Swedish.date(done))", detail: event.note)
    }
    if let latest = event.latest, let today = facts.day, latest < today {
      let note = event.note.map { "\(Swedish.sentence($0)) " } ?? ""
      return .state(.empty, "Inte utförd", detail: "\(note)Sista dagen har passerat.")
    }
    return .state(.empty, "Inte utförd", detail: event.note)
  }
}
