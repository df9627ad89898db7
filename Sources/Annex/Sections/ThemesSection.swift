import DialogueModel

extension Composition {
  /// Section 6: what the viewpoints were about.
  mutating func themesSection() -> Section {
    var section = Section(id: "s6", number: "6", title: "Vad handlade synpunkterna om")
    section.blocks.append(.paragraph(Paragraph(intro())))
    if !facts.spoken.isEmpty {
      section.blocks.append(.chart(chart()))
      section.blocks.append(.table(table()))
      section.blocks += groupTables()
    }
    if let closed = closedSection() { section.parts.append(closed) }
    return section
  }

  private func intro() -> [Sentence] {
    guard content.viewpoints > 0 else {
      return ["Inga synpunkter finns att sortera under teman."]
    }
    let viewpoints = Inline.mark(FigureKey.viewpoints, .viewpoints)
    guard !facts.spoken.isEmpty else {
      return [
        "Underlaget innehåller \(viewpoints).", "Ingen av dem fick något tema ur kodboken.",
      ]
    }
    var sentences: [Sentence] = [
      "Underlaget innehåller \(viewpoints).",
      """
      De fick \(.mark(FigureKey.tags, .tags)) i \
      \(.mark(FigureKey.themesSpoken, .themes)).
      """,
      "En synpunkt kan ha flera teman.",
    ]
    if content.untaggedViewpoints > 0 {
      sentences.append("\(.mark(FigureKey.untagged, .viewpoints)) fick inget tema.")
    }
    sentences.append("Programmet har föreslagit teman, och ingen människa har bekräftat dem.")
    return sentences
  }

  private mutating func chart() -> Chart {
    let bars = facts.spoken.compactMap { theme -> BarChart.Bar? in
      guard let value = book.measure(FigureKey.themeViewpoints(theme.theme.key)),
        let second = book.measure(FigureKey.themeSubmissions(theme.theme.key))
      else { return nil }
      return BarChart.Bar(label: theme.theme.label, value: value, second: second)
    }
    return Chart(
      id: "themes", number: numbers.chart(4), title: "Synpunkter per tema",
      figure: FigureKey.table("themes"),
      unit: ["Enhet: synpunkter.", "Antalet inlämningar står efter stapeln."],
      content: .bars(BarChart(bars: bars, noun: .viewpoints, secondNoun: .submissions)))
  }

  private mutating func table() -> Table {
    var rows = facts.spoken.map { theme in
      Table.Row(
        [[.link(theme.theme.label, target: "#\(anchor(theme))")]],
        [
          book.cell(FigureKey.themeViewpoints(theme.theme.key)),
          book.cell(FigureKey.themeSubmissions(theme.theme.key)),
          book.cell(FigureKey.themeShare(theme.theme.key)),
        ])
    }
    rows.append(
      Table.Row(
        "Inget tema", [book.cell(FigureKey.untagged), .notApplicable, .notApplicable]))
    var table = Table(
      id: "themes-table", number: numbers.table(6), title: "Teman",
      figure: FigureKey.table("themes"),
      unit: [
        "Enhet: synpunkter och inlämningar.", "Andelen räknas på alla inlämningar som ingår.",
      ],
      columns: [
        .init("Tema"), .init("Synpunkter", isNumber: true),
        .init("Inlämningar", isNumber: true),
        .init("Andel av inlämningarna, procent", isNumber: true),
      ], groups: [.init(rows: rows)], isLong: rows.count > 24)
    table.notes = [
      "Summan blir större än antalet synpunkter när en synpunkt har flera teman."
    ]
    return table
  }

  func anchor(_ theme: AnnexFacts.NumberedTheme) -> String {
    "t-" + Anchor.id(theme.theme.key)
  }

  private mutating func groupTables() -> [Block] {
    guard !content.themeGroups.isEmpty else { return [] }
    guard !isPublic else {
      return [
        .text(
          "Tabeller över teman och grupper finns bara i den interna utgåvan.",
          "Små tal i dem kan peka ut någon.")
      ]
    }
    var dimensions: [String] = []
    // A question that nobody was asked, or answered, has nothing to divide the themes by.
    for tally in content.themeGroups
    where tally.group != nil && tally.submissions > 0 && !dimensions.contains(tally.dimension) {
      dimensions.append(tally.dimension)
    }
    return dimensions.map { .table(groupTable($0)) }
  }

  private mutating func groupTable(_ id: String) -> Table {
    let tallies = content.themeGroups.filter { $0.dimension == id }
    let dimension = content.coverage.flatMap(\.dimensions).first { $0.id == id }
    var groups = dimension?.groups.map { ($0.id, $0.label) } ?? []
    for tally in tallies {
      if let group = tally.group, !groups.contains(where: { $0.0 == group }) {
        groups.append((group, group))
      }
    }
    let rows = facts.spoken.map { theme in
      let key = theme.theme.key
      let cells = (groups.map { Optional($0.0) } + [nil]).map { group -> Cell in
        book.measure(FigureKey.themeGroup(key, id, group)).map(Cell.number)
          ?? .number(
            Measure(
              key: FigureKey.themeGroup(key, id, group), value: .count(0), unit: .submissions))
      }
      return Table.Row(theme.theme.label, cells)
    }
    var table = Table(
      id: "theme-groups-\(id)", number: numbers.table(7),
      title: "Tema och \(Swedish.lowered(dimension?.label ?? id))",
      figure: FigureKey.table("themeGroups"),
      unit: ["Enhet: inlämningar i svarsvägar som räknar personer."],
      columns: [.init("Tema")] + groups.map { .init($0.1, isNumber: true) }
        + [.init("Ej uppgett", isNumber: true)],
      groups: [.init(rows: rows)], isLong: rows.count > 24, isWide: groups.count > 3)
    table.notes = ["Tabellen finns bara i den interna utgåvan."]
    return table
  }
}
