import DialogueModel

extension Composition {
  /// Section 6.1: the closed questions, channel by channel.
  mutating func closedSection() -> Section? {
    guard !content.closed.isEmpty else { return nil }
    var section = Section(
      id: "s6-closed", number: "6.1", title: "Svar på frågor med fasta svar")
    section.blocks.append(.paragraph(Paragraph(RepresentationNote.closedShares.sentences)))
    for coverage in content.coverage {
      section.blocks += weights(coverage)
    }
    for (index, question) in content.closed.enumerated() {
      section.blocks += blocks(question, index)
    }
    return section
  }

  private func weights(_ coverage: AnnexContent.ChannelCoverage) -> [Block] {
    guard let weighting = coverage.weighting else { return [] }
    let label = facts.channelLabel(coverage.channel)
    var statements: [RepresentationStatement] = []
    let worth: [RepresentationStatement] =
      weighting.effective > 0
      ? [
        .designEffect(.mark(FigureKey.weights(coverage.channel, "designEffect"))),
        .marginError(weighting.marginError),
      ] : []
    if let refusal = weighting.refusal {
      statements.append(.notWeighted(channel: label, refusal))
      if weighting.effective > 0 {
        statements.append(
          .worthRefused(
            effective: .mark(FigureKey.weights(coverage.channel, "effective")),
            persons: .mark(FigureKey.persons(of: coverage), .persons)))
        statements += worth
      } else {
        statements.append(.noWeights)
      }
    } else if content.closed.allSatisfy({ question in
      question.channel != coverage.channel || question.options.allSatisfy { $0.weighted == nil }
    }) {
      guard isPublic, content.closed.contains(where: \.isWeighted) else { return [] }
      statements.append(.weightsAreInternal(channel: label))
    } else {
      statements.append(
        .weighted(
          channel: label, dimensions: weighting.dimensions,
          effective: .mark(FigureKey.weights(coverage.channel, "effective")),
          persons: .mark(FigureKey.persons(of: coverage), .persons),
          isSelfSelected: coverage.selection == .selfSelected))
      statements += worth
      if weighting.isBounded { statements.append(.bounded) }
      statements += weighting.merged.map { .merged(dimension: $0.dimension, $0.groups) }
      if !weighting.unknown.isEmpty { statements.append(.unknownKept(weighting.unknown)) }
      if !weighting.rescaled.isEmpty { statements.append(.rescaled(weighting.rescaled)) }
    }
    return [.paragraph(Paragraph(statements.flatMap(\.sentences)))]
  }

  private func isDivided(_ question: AnnexContent.ClosedAnswers) -> Bool {
    question.options.contains { !$0.groups.isEmpty }
  }

  private mutating func blocks(
    _ question: AnnexContent.ClosedAnswers, _ index: Int
  ) -> [Block] {
    let channel = facts.channelLabel(question.channel)
    let id = "closed-\(index + 1)"
    guard !question.isOpen else {
      return [
        .text(
          Sentence("Frågan \(question.label) (\(channel)) har för många olika svar för en tabell."),
          """
          \(.mark(FigureKey.closed(question.channel, question.name, "answered"), .submissions)) \
          har ett svar.
          """)
      ]
    }
    guard question.answered > 0 else {
      return [.text(Sentence("Ingen svarade på frågan \(question.label) (\(channel))."))]
    }
    var blocks: [Block] = []
    let bars = question.options.compactMap { option -> BarChart.Bar? in
      guard
        let count = book.measure(
          FigureKey.option(question.channel, question.name, option.label, "count")),
        let share = book.measure(
          FigureKey.option(question.channel, question.name, option.label, "share"))
      else { return nil }
      return BarChart.Bar(
        label: option.label, value: count, second: share,
        weighted: book.measure(
          FigureKey.option(question.channel, question.name, option.label, "weighted")))
    }
    var chart = Chart(
      id: id, number: numbers.chart(4), title: question.label, figure: FigureKey.table("closed"),
      unit: [Sentence("\(channel). Enhet: inlämningar, och procent av dem som svarade.")],
      content: .bars(BarChart(bars: bars, noun: .submissions, secondNoun: nil)))
    if bars.contains(where: { $0.weighted != nil }) {
      chart.notes += RepresentationNote.twoBars.sentences
    }
    blocks.append(.chart(chart))
    blocks.append(.table(table(question, id, channel)))
    if !isPublic, isDivided(question) { blocks.append(.table(groupTable(question, id, channel))) }
    return blocks
  }

  private mutating func table(
    _ question: AnnexContent.ClosedAnswers, _ id: String, _ channel: String
  ) -> Table {
    let isWeighted = question.options.contains { $0.weighted != nil }
    let hasError = question.options.contains { $0.error != nil }
    func more(_ cells: [Cell]) -> [Cell] {
      (isWeighted ? [cells[0]] : []) + (hasError ? [cells[1]] : [])
    }
    var rows = question.options.map { option -> Table.Row in
      func cell(_ what: String) -> Cell {
        book.cell(FigureKey.option(question.channel, question.name, option.label, what))
      }
      return Table.Row(
        option.label,
        [cell("count"), cell("share")] + more([cell("weighted"), cell("error")]),
        part: question.isMultiple ? .none : .addend)
    }
    func key(_ what: String) -> Cell {
      book.cell(FigureKey.closed(question.channel, question.name, what))
    }
    let blank = more([.notApplicable, .notApplicable])
    rows.append(
      Table.Row(
        "Svarade", [key("answered"), .notApplicable] + blank,
        part: question.isMultiple ? .none : .total))
    rows.append(Table.Row("Svarade inte", [key("missing"), .notApplicable] + blank))
    rows.append(Table.Row("Fick frågan", [key("asked"), .notApplicable] + blank))
    if question.organisations > 0 {
      rows.append(
        Table.Row("Organisationer, räknas för sig", [key("organisations"), .notApplicable] + blank))
    }
    var table = Table(
      id: "\(id)-table", number: numbers.table(7), title: question.label,
      figure: FigureKey.table("closed"), unit: [Sentence("\(channel). Enhet: inlämningar.")],
      columns: [
        .init("Svar"), .init("Antal", isNumber: true), .init("Andel, procent", isNumber: true),
      ]
        + more([.words("w"), .words("e")]).enumerated().map { index, _ in
          .init(
            isWeighted && index == 0 ? "Viktad andel, procent" : "Osäkerhet, ±\u{A0}procentenheter",
            isNumber: true)
        }, groups: [.init(rows: rows)], isLong: rows.count > 24)
    if question.isMultiple { table.notes += RepresentationNote.severalAnswers.sentences }
    if !isWeighted, isPublic, question.isWeighted {
      table.notes +=
        RepresentationNote.weightsHidden(limit: content.rule.smallestCount).sentences
    }
    if isPublic, isDivided(question) { table.notes += RepresentationNote.groupsHidden.sentences }
    return table
  }

  /// The answers by group, with the share of the group's own answers.
  private mutating func groupTable(
    _ question: AnnexContent.ClosedAnswers, _ id: String, _ channel: String
  ) -> Table {
    let dimensions =
      content.coverage.first { $0.channel == question.channel }?.dimensions
      .filter { !$0.isSensitive } ?? []
    func row(
      _ label: String, _ dimension: AnnexContent.DimensionCoverage, _ group: String?
    ) -> Table.Row {
      let key = "\(dimension.id)/\(group ?? "")"
      let answered = question.answeredGroups[key] ?? 0
      func measure(_ option: String?, _ count: Int) -> Measure {
        Measure(
          key: FigureKey.optionGroup(
            question.channel, question.name, option, dimension.id, group, "count"),
          value: .count(count), unit: .submissions)
      }
      return Table.Row(
        label,
        question.options.map { option in
          let count = option.groups[key] ?? 0
          var lines: [[Inline]] = [[.number(measure(option.label, count), noun: nil)]]
          if answered >= content.rule.smallestCount {
            let share = Measure(
              key: FigureKey.optionGroup(
                question.channel, question.name, option.label, dimension.id, group, "share"),
              value: .decimal(100 * Double(count) / Double(answered), decimals: 0),
              unit: .computed,
              basis: [
                FigureKey.optionGroup(
                  question.channel, question.name, option.label, dimension.id, group, "count")
              ])
            lines.append([.number(share, noun: nil), .text("\u{A0}%")])
          }
          return .text(lines)
        } + [.number(measure(nil, answered))])
    }
    let groups = dimensions.map { dimension in
      Table.Group(
        title: dimension.label,
        rows: dimension.groups.map { row($0.label, dimension, $0.id) }
          + [row("Ej uppgett", dimension, nil)])
    }
    var table = Table(
      id: "\(id)-groups", number: numbers.table(7), title: "\(question.label) Per grupp",
      figure: FigureKey.table("closed"),
      unit: [
        Sentence("\(channel). Enhet: inlämningar, och procent av dem i gruppen som svarade."),
        Sentence(
          "Procent visas där minst \(Swedish.word(content.rule.smallestCount)) svarade."),
      ],
      columns: [.init("Grupp")] + question.options.map { .init($0.label, isNumber: true) }
        + [.init("Svarade", isNumber: true)],
      // Two lines a row: more than a dozen do not fit below what stands on a page already.
      groups: groups, isLong: groups.flatMap(\.rows).count > 12,
      isWide: question.options.count > 3)
    table.notes = ["Tabellen finns bara i den interna utgåvan."]
    return table
  }
}
