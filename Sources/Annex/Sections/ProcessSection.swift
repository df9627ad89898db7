import DialogueModel

extension Composition {
  /// Section 3: activities, channels and planning.
  mutating func processSection() -> Section {
    var section = Section(id: "s3", number: "3", title: "Så genomfördes dialogen")
    section.blocks.append(.paragraph(Paragraph([invitation()])))
    if dialogue.activities.isEmpty {
      section.blocks.append(.text(Sentence("Aktiviteter: \(Swedish.missing).")))
    } else {
      section.blocks.append(.table(activities()))
    }
    section.blocks.append(.table(channels()))
    section.parts = [
      Section(
        id: "s3-plan", number: "3.1", title: "Planering och information",
        blocks: [.table(planning())]),
      Section(
        id: "s3-evaluation", number: "3.2", title: "Utvärdering", blocks: [evaluation()]),
    ]
    return section
  }

  private func invitation() -> Sentence {
    switch dialogue.openToAll {
    case true?: "Alla var välkomna att delta."
    case false?: "Dialogen vände sig till utvalda grupper och var inte öppen för alla."
    case nil: "Vilka som var inbjudna: \(Swedish.missing)."
    }
  }

  private mutating func activities() -> Table {
    var rows = dialogue.activities.map { activity in
      var name: [[Inline]] = [[.text(activity.label)]]
      if let place = activity.place { name.append([.text(place)]) }
      return Table.Row(
        name,
        [
          .words(when(activity)), .words(how(activity)),
          activity.participants == nil
            ? .words(Swedish.missing) : book.cell(FigureKey.participants(activity.id)),
          book.cell(FigureKey.activity(activity.id)), people(activity.elected),
          people(activity.officials),
        ], part: .addend)
    }
    let other = FigureKey.activity(nil)
    if (book.measure(other)?.value?.wholeNumber ?? 0) > 0 {
      rows.append(
        Table.Row(
          "Utan aktivitet",
          [
            .notApplicable, .notApplicable, .notApplicable, book.cell(other), .notApplicable,
            .notApplicable,
          ], part: .addend))
    }
    rows.append(
      Table.Row(
        "Summa",
        [
          .notApplicable, .notApplicable, .words("går inte att summera"),
          book.cell(FigureKey.flow(.accepted)), .notApplicable, .notApplicable,
        ], part: .total))
    var table = Table(
      id: "activities", number: numbers.table(2), title: "Aktiviteter",
      figure: FigureKey.table("activities"),
      unit: [
        "Enhet: deltagare och inlämningar.",
        "En minnesanteckning är en tjänstepersons återgivning och räknas inte som en person.",
      ],
      columns: [
        .init("Aktivitet"), .init("När"), .init("Metod och stöd"),
        .init("Deltagare", isNumber: true), .init("Inlämningar", isNumber: true),
        .init("Förtroende\u{AD}valda", isNumber: true),
        .init("Tjänste\u{AD}personer", isNumber: true),
      ], groups: [.init(rows: rows)], isWide: true)
    table.notes = PersonText.range(content.persons)
    return table
  }

  private func when(_ activity: Activity) -> String {
    switch (activity.from, activity.through) {
    case (let from?, let through?): Swedish.period(min(from, through), max(from, through))
    case (let day?, nil), (nil, let day?): Swedish.date(day)
    case (nil, nil): Swedish.missing
    }
  }

  private func how(_ activity: Activity) -> String {
    let words = [activity.method, activity.support].compactMap(\.self)
    return words.isEmpty ? Swedish.missing : Swedish.capitalised(words.joined(separator: ", "))
  }

  private func people(_ count: Int?) -> Cell {
    .words(count.map(Swedish.number) ?? Swedish.missing)
  }

  private mutating func channels() -> Table {
    let rows =
      facts.channels.map { channel in
        Table.Row(
          channel.label,
          [
            .words(channel.eligible.map(Swedish.capitalised) ?? Swedish.missing),
            .words(channel.countsPersons ? "Varje inlämning räknas som en person" : "Räknas inte"),
            book.cell(FigureKey.channel(channel.id)),
          ], part: .addend)
      } + [
        Table.Row(
          "Summa", [.notApplicable, .notApplicable, book.cell(FigureKey.flow(.accepted))],
          part: .total)
      ]
    return Table(
      id: "channels", number: numbers.table(2), title: "Svarsvägar",
      figure: FigureKey.table("channels"), unit: ["Enhet: inlämningar som ingår."],
      columns: [
        .init("Svarsväg"), .init("Vem kunde svara"), .init("Personer"),
        .init("Inlämningar", isNumber: true),
      ], groups: [.init(rows: rows)])
  }

  private mutating func planning() -> Table {
    func lines(_ items: [String]) -> Cell {
      items.isEmpty ? .words(Swedish.missing) : .text(items.map { [.text($0)] })
    }
    let rows = [
      Table.Row("Övervägande", [.words(dialogue.considered ?? Swedish.missing)]),
      Table.Row("Genomgångar", [lines(dialogue.planning)]),
      Table.Row("Skäl till metoderna", [.words(dialogue.methodReason ?? Swedish.missing)]),
      Table.Row("Information till allmänheten", [lines(dialogue.information)]),
      Table.Row(
        "Nämnd i tjänsteskrivelse", [.words(Swedish.date(dialogue.reportMentionDate))]),
      Table.Row("Årlig uppföljning", [.words(dialogue.yearlyFollowUp ?? Swedish.missing)]),
    ]
    return Table(
      id: "planning", number: numbers.table(2), title: "Planering och information",
      columns: [.init("Uppgift"), .init("Värde")], groups: [.init(rows: rows)],
      style: .keyValue)
  }

  private func evaluation() -> Block {
    guard !dialogue.activities.isEmpty else {
      return .text(Sentence("Utvärdering: \(Swedish.missing)."))
    }
    return .list(
      dialogue.activities.map { activity in
        let date = activity.evaluationDate.map { " (\(Swedish.date($0)))" } ?? ""
        guard let words = activity.evaluation else {
          return Paragraph([
            Sentence([.strong("\(activity.label)."), .text(" Utvärdering: \(Swedish.missing).")])
          ])
        }
        return Paragraph([
          Sentence([
            .strong("\(activity.label)\(date)."), .text(" \(Swedish.sentence(words))"),
          ])
        ])
      })
  }
}
