import DialogueModel

extension Composition {
  /// Appendix A: the list of submissions.
  mutating func submissionsAppendix() -> Section {
    var section = Section(
      id: "ba", number: nil, title: "Bilaga A. Förteckning över inlämningar")
    guard facts.accepted > 0 else {
      section.blocks.append(.text("Ingen inlämning ingår."))
      return section
    }
    guard facts.accepted <= AnnexComposer.longestList else {
      section.blocks.append(
        .text(
          "Inlämningarna är för många för att stå här.",
          "Förteckningen finns i filen \(.code("submissions.csv"))."))
      return section
    }
    guard !content.submissions.isEmpty else {
      section.blocks.append(.text("Förteckningen över inlämningar: \(Swedish.missing)."))
      return section
    }
    section.blocks.append(
      .text(
        "Här finns alla inlämningar som ingår.",
        "Numret är en pseudonym och säger inget om ordningen.",
        "Text och bakgrundsuppgifter redovisas inte här."))
    section.blocks.append(.table(senders()))
    section.blocks.append(.table(list()))
    return section
  }

  private mutating func senders() -> Table {
    var labels: [String] = []
    for submission in content.submissions where !labels.contains(submission.sender) {
      labels.append(submission.sender)
    }
    labels.sort()
    var rows = labels.map {
      Table.Row(
        Swedish.capitalised($0), [book.cell(FigureKey.sender($0))], part: .addend)
    }
    if content.submissions.count == facts.accepted {
      rows.append(
        Table.Row("Summa", [book.cell(FigureKey.flow(.accepted))], part: .total))
    }
    return Table(
      id: "senders", number: "Tabell A1", title: "Inlämningar per avsändare",
      figure: FigureKey.table("senders"), unit: ["Enhet: inlämningar som ingår."],
      columns: [.init("Avsändare"), .init("Inlämningar", isNumber: true)],
      groups: [.init(rows: rows)], style: .fit)
  }

  private mutating func list() -> Table {
    let years = Set(content.submissions.compactMap(\.year))
    let hasTimes = content.submissions.contains { $0.timesSaid != nil }
    let themes = Dictionary(
      facts.themes.map { ($0.theme.id, $0) }, uniquingKeysWith: { first, _ in first })
    let channelIds = Dictionary(
      facts.channels.map { ($0.label, $0.id) }, uniquingKeysWith: { first, _ in first })
    let rows = content.submissions.map { submission in
      let channel = channelIds[submission.channel]
      var cells: [Cell] = [
        week(submission, channel, showsYear: years.count > 1),
        .attribute([.init(submission.channel, key: channel.map { FigureKey.channel($0) })]),
        .attribute([.init(submission.sender, key: FigureKey.sender(submission.sender))]),
        .attribute(
          submission.themes.isEmpty
            ? [.init("inget tema", key: nil)]
            : submission.themes.map { id in
              Cell.Attribute(
                id, target: themes[id].map { "#" + anchor($0) },
                key: themes[id].map { FigureKey.themeSubmissions($0.theme.key) })
            }),
      ]
      if hasTimes {
        cells.append(
          submission.timesSaid.map {
            .number(
              Measure(
                key: "submission/\(submission.id).timesSaid", value: .count($0),
                unit: .participants))
          } ?? .notApplicable)
      }
      return Table.Row(
        submission.id, cells, anchor: Anchor.submission(submission.id))
    }
    var table = Table(
      id: "submissions", number: "Tabell A2", title: "Inlämningar",
      unit: ["Vecka i stället för dag, så att ingen kan pekas ut."],
      columns: [
        .init("Nummer"), .init("Vecka"), .init("Svarsväg"), .init("Avsändare"), .init("Teman"),
      ] + (hasTimes ? [.init("Sagt, gånger", isNumber: true)] : []),
      groups: [.init(rows: rows)], style: .dense, isLong: true, isWide: true)
    if content.submissions.contains(where: \.themes.isEmpty) {
      table.notes.append("En inlämning utan tema kan också sakna fritext.")
    }
    return table
  }

  private func week(
    _ submission: AnnexContent.ListedSubmission, _ channel: String?, showsYear: Bool
  ) -> Cell {
    guard let week = submission.week else {
      return .attribute([
        .init("tid saknas", key: channel.map { FigureKey.undated($0) })
      ])
    }
    let year = submission.year.map { showsYear ? " \($0)" : "" } ?? ""
    let key = submission.year.flatMap { year in
      channel.map { FigureKey.week(year, week, $0) }
    }
    return .attribute([.init("v.\u{A0}\(week)\(year)", key: key)])
  }

  /// Appendix B: the codebook with its words.
  mutating func codebookAppendix() -> Section {
    let codebook = content.codebook
    var section = Section(id: "bb", number: nil, title: "Bilaga B. Kodbok")
    section.blocks.append(
      .text(
        """
        Kodboken heter \(codebook.id), version \(codebook.version), och har status \
        \(codebook.status).
        """,
        """
        Ett tema föreslås när det får minst \(Swedish.number(codebook.matching.threshold)) \
        poäng.
        """,
        """
        En synpunkt får högst \(Swedish.number(codebook.matching.maximumThemes)) teman.
        """))
    guard !codebook.themes.isEmpty else {
      section.blocks.append(.text("Kodboken har inga teman."))
      return section
    }
    let rows = codebook.themes.map { theme in
      Table.Row(
        theme.id,
        [.words(theme.label), .words(theme.summary ?? Swedish.missing), terms(theme)])
    }
    var table = Table(
      id: "codebook", number: "Tabell B", title: "Teman i kodboken",
      columns: [
        .init("Kod"), .init("Tema"), .init("Vad temat omfattar"),
        .init("Ord som föreslår temat"),
      ], groups: [.init(rows: rows)], isLong: true, isWide: true)
    let weights = TermKind.allCases.compactMap { kind in
      codebook.matching.weights[kind].map { "\(Swedish.lowered(Words.terms(kind))) \($0)" }
    }
    if !weights.isEmpty {
      table.notes.append("Poäng: \(Swedish.list(weights)).")
    }
    table.notes.append("Ett svagt ord räknas bara tillsammans med ett annat ord för temat.")
    section.blocks.append(.table(table))
    return section
  }

  private func terms(_ theme: Theme) -> Cell {
    let lines = TermKind.allCases.compactMap { kind -> [Inline]? in
      guard let terms = theme.terms[kind], !terms.isEmpty else { return nil }
      let words = terms.map { term in
        switch kind {
        case .led: "\(term)-"
        case .slut: "-\(term)"
        default: term
        }
      }
      return [.strong("\(Words.terms(kind)):"), .text(" " + words.joined(separator: ", "))]
    }
    return lines.isEmpty ? .words(Swedish.missing) : .text(lines)
  }
}
