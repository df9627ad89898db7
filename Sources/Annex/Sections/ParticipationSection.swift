import DialogueModel

extension Composition {
  /// Section 5: who took part.
  mutating func participationSection() -> Section {
    var section = Section(id: "s5", number: "5", title: "Vilka har deltagit")
    if content.coverage.isEmpty {
      section.blocks.append(.said(.nobodyCounted))
    }
    for coverage in content.coverage { section.blocks += blocks(coverage) }
    section.parts = [
      Section(
        id: "s5-reach", number: "5.1", title: "Grupper vi ville nå", blocks: [reach()]),
      Section(
        id: "s5-limits", number: "5.2", title: "Begränsningar",
        blocks: [
          .list(LimitationText.sentences(facts, isPublic: isPublic).map { Paragraph($0) })
        ]),
    ]
    return section
  }

  private mutating func blocks(_ coverage: AnnexContent.ChannelCoverage) -> [Block] {
    var blocks: [Block] = [
      .paragraph(Paragraph(population(coverage).flatMap(\.sentences)))
    ]
    let hasGroups = coverage.dimensions.contains { !$0.groups.isEmpty || $0.unknown > 0 }
    guard hasGroups else {
      blocks.append(.said(.noBackground))
      return blocks
    }
    if coverage.referenceTotal != nil {
      blocks.append(
        .said(
          coverage.selection == .quota
            ? .byDesign(channel: facts.channelLabel(coverage.channel)) : .question))
    }
    if coverage.dimensions.contains(where: { $0.groups.contains { $0.assessment.ratio != nil } }) {
      blocks.append(.chart(ratioChart(coverage)))
    }
    blocks.append(.table(groupTable(coverage)))
    let overall = overall(coverage)
    if !overall.isEmpty { blocks.append(.paragraph(Paragraph(overall.flatMap(\.sentences)))) }
    return blocks + stages(coverage)
  }

  private func overall(_ coverage: AnnexContent.ChannelCoverage) -> [RepresentationStatement] {
    coverage.balances.compactMap { balance in
      guard let dimension = coverage.dimensions.first(where: { $0.id == balance.dimension })
      else { return nil }
      func figure(_ what: String) -> Inline {
        .mark(FigureKey.overall(coverage.channel, dimension.id, what))
      }
      return .overall(
        dimension: dimension.label, share: figure("dissimilarity"), chance: figure("expected"),
        isWithinChance: balance.chance > content.rule.alpha)
    }
  }

  private func population(
    _ coverage: AnnexContent.ChannelCoverage
  ) -> [RepresentationStatement] {
    let label = facts.channelLabel(coverage.channel)
    guard coverage.referenceTotal != nil else { return [.noUniverse(channel: label)] }
    let source =
      [coverage.referenceSource, coverage.referenceDate.map { Swedish.date($0) }]
      .compactMap(\.self).joined(separator: ", ")
    return [
      .universe(
        channel: label, who: coverage.referenceLabel,
        count: .mark(FigureKey.reference(coverage.channel), .persons),
        source: source.isEmpty ? nil : source, selection: coverage.selection)
    ]
  }

  private mutating func ratioChart(_ coverage: AnnexContent.ChannelCoverage) -> Chart {
    let compared = coverage.dimensions.filter { dimension in
      dimension.groups.contains { $0.assessment.ratio != nil }
    }
    let groups = compared.compactMap { dimension -> RatioChart.Group? in
      let rows = dimension.groups.filter { $0.mirrorOf == nil }.map { group in
        ratioRow(group, dimension, coverage)
      }
      return rows.isEmpty ? nil : RatioChart.Group(title: dimension.label, rows: rows)
    }
    var chart = Chart(
      id: "groups-\(coverage.channel)", number: numbers.chart(3),
      title: "Andelen i \(facts.channelLabel(coverage.channel)) jämförd med befolkningen",
      figure: FigureKey.table("groups/\(coverage.channel)"),
      unit: RepresentationNote.ratio.sentences + RepresentationNote.line.sentences,
      content: .ratios(RatioChart(groups: groups, band: content.rule.band)))
    let signs: [Comparison] = [.under, .inBalance, .over, .cannotSay].map {
      Comparison(classification: $0, reason: nil, lines: [], key: "", basis: [], count: nil)
    }
    chart.notes = [
      Sentence(
        Array(
          signs.map { [Inline.icon($0.icon, Swedish.lowered($0.label))] }
            .joined(separator: [.text(" ")])))
    ]
    chart.notes += RepresentationNote.balance.sentences
    chart.notes += RepresentationNote.convention(content.rule.band).sentences
    if compared.count < coverage.dimensions.count {
      chart.notes += RepresentationNote.onlyInTable.sentences
    }
    return chart
  }

  private func ratioRow(
    _ group: AnnexContent.GroupCoverage, _ dimension: AnnexContent.DimensionCoverage,
    _ coverage: AnnexContent.ChannelCoverage
  ) -> RatioChart.Row {
    func measure(_ what: String) -> Measure? {
      book.measure(FigureKey.group(coverage.channel, dimension.id, group.id, what))
    }
    var row = RatioChart.Row(
      label: group.label, comparison: comparison(group, dimension, coverage, lines: false))
    guard group.assessment.hasReference else { return row }
    row.ratio = measure("ratio")
    row.ratioLow = measure("ratioLow")
    row.span = measure("span")
    // The gap of a group that cannot be said stands in the table, not in the chart.
    if [.under, .over].contains(group.assessment.classification) { row.gap = measure("gap") }
    return row
  }

  func comparison(
    _ group: AnnexContent.GroupCoverage, _ dimension: AnnexContent.DimensionCoverage,
    _ coverage: AnnexContent.ChannelCoverage, lines: Bool
  ) -> Comparison {
    let members = FigureKey.group(coverage.channel, dimension.id, group.id, "members")
    // How many answered is all persons without the unknown.
    let persons = Set([
      FigureKey.unknown(coverage.channel, dimension.id), FigureKey.channel(coverage.channel),
      FigureKey.persons(of: coverage),
    ])
    let counts = dimension.classBasis(of: group, in: coverage.channel)
    return Comparison(
      classification: group.assessment.classification, reason: group.assessment.reason,
      lines: lines ? ComparisonText.lines(group, dimension, coverage, book) : [], key: members,
      basis: counts + persons.subtracting(counts).sorted(), count: group.assessment.count,
      mirrorOf: group.mirrorOf.map {
        FigureKey.group(coverage.channel, dimension.id, $0, "members")
      })
  }

  private mutating func groupTable(_ coverage: AnnexContent.ChannelCoverage) -> Table {
    let groups = coverage.dimensions.map { dimension in
      Table.Group(
        title: title(dimension),
        rows: dimension.groups.map { row($0, dimension, coverage) } + [
          Table.Row(
            "Ej uppgett",
            [book.cell(FigureKey.unknown(coverage.channel, dimension.id))]
              + Array(repeating: .notApplicable, count: 6))
        ])
    }
    let label = facts.channelLabel(coverage.channel)
    var unit = RepresentationNote.unit.sentences
    if content.familySize > 0, coverage.selection != .quota {
      unit +=
        RepresentationNote.tests(content.familySize, alpha: content.rule.alpha).sentences
    }
    var table = Table(
      id: "groups-table-\(coverage.channel)", number: numbers.table(4),
      title: "Grupperna i \(label)", figure: FigureKey.table("groups/\(coverage.channel)"),
      unit: unit,
      columns: [
        .init("Grupp"), .init("Antal", isNumber: true), .init("Andel", isNumber: true),
        .init("I befolk\u{AD}ningen", isNumber: true), .init("Kvot", isNumber: true),
        .init("Spann", isNumber: true), .init("Skillnad i personer", isNumber: true),
        .init("Bedömning"),
      ], groups: groups, isLong: groups.flatMap(\.rows).count > 24, isWide: true)
    table.notes = RepresentationNote.unknownInNoGroup.sentences
    for dimension in coverage.dimensions {
      guard
        let first = dimension.groups.first(where: {
          $0.assessment.count.unknown > dimension.unknown
        }),
        let pair = dimension.pair(of: first)
      else { continue }
      table.notes += RepresentationStatement.knownOfPair(pair.map(\.label)).sentences
    }
    if !coverage.dimensions.allSatisfy(\.isPartition) || coverage.dimensions.count > 1 {
      table.notes += RepresentationNote.notToBeSummed.sentences
    }
    if coverage.dimensions.contains(where: { $0.groups.contains { $0.assessment.ratio != nil } }) {
      table.notes += RepresentationNote.span.sentences
    }
    return table
  }

  /// The heading of a question; that no group of it is compared is said there, once for all.
  private func title(_ dimension: AnnexContent.DimensionCoverage) -> String {
    guard !isCompared(dimension) else { return dimension.label }
    let words = RepresentationStatement.notCompared.sentences.flatMap(\.runs).map { run in
      if case .text(let words) = run { words } else { "" }
    }
    return "\(dimension.label): \(words.joined())"
  }

  /// Whether some group of a question has a figure to be compared with.
  private func isCompared(_ dimension: AnnexContent.DimensionCoverage) -> Bool {
    dimension.groups.isEmpty || dimension.groups.contains { $0.assessment.hasReference }
  }

  private func row(
    _ group: AnnexContent.GroupCoverage, _ dimension: AnnexContent.DimensionCoverage,
    _ coverage: AnnexContent.ChannelCoverage
  ) -> Table.Row {
    func cell(_ what: String) -> Cell {
      book.cell(FigureKey.group(coverage.channel, dimension.id, group.id, what))
    }
    let assessment = group.assessment
    guard isCompared(dimension) else {
      return Table.Row(
        group.label,
        [cell("members"), cell("share")] + Array(repeating: .notApplicable, count: 5))
    }
    var ratio = cell("ratio")
    if assessment.ratioLow != nil,
      let high = book.measure(
        FigureKey.group(coverage.channel, dimension.id, group.id, "ratio")),
      let low = book.measure(
        FigureKey.group(coverage.channel, dimension.id, group.id, "ratioLow"))
    {
      ratio = .text([[.number(low, noun: nil), .text("–"), .number(high, noun: nil)]])
    }
    return Table.Row(
      group.label,
      [
        cell("members"), cell("share"),
        assessment.hasReference ? cell("referenceShare") : .words("saknas"), ratio,
        cell("span"), cell("gap"),
        .comparison(comparison(group, dimension, coverage, lines: true)),
      ])
  }
}
