import DialogueModel

extension Composition {
  /// How it stood after each activity, where a channel that counts persons has several.
  mutating func stages(_ coverage: AnnexContent.ChannelCoverage) -> [Block] {
    guard coverage.stages.count > 1 else { return [] }
    guard !isPublic else { return [.said(.stagesAreInternal)] }
    let label = facts.channelLabel(coverage.channel)
    var blocks: [Block] = [.said(.stages(channel: label))]
    for dimension in coverage.dimensions where !dimension.isSensitive {
      guard !dimension.groups.isEmpty else { continue }
      if let chart = chart(dimension, coverage) { blocks.append(.chart(chart)) }
      blocks.append(.table(stageTable(dimension, coverage)))
    }
    return blocks
  }

  private func group(
    _ id: String, _ dimension: AnnexContent.DimensionCoverage, _ stage: AnnexContent.Stage
  ) -> AnnexContent.GroupCoverage? {
    stage.soFar.first { $0.id == dimension.id }?.groups.first { $0.id == id }
  }

  /// The share after each activity beside the population's, one small panel for each group.
  private mutating func chart(
    _ dimension: AnnexContent.DimensionCoverage, _ coverage: AnnexContent.ChannelCoverage
  ) -> Chart? {
    let panels = dimension.groups.filter { $0.mirrorOf == nil }.compactMap {
      item -> ProgressChart.Panel? in
      guard
        let reference = book.measure(
          FigureKey.group(coverage.channel, dimension.id, item.id, "referenceShare")),
        item.assessment.referenceShareHigh == nil
      else { return nil }
      let values = coverage.stages.map { stage -> Measure? in
        group(item.id, dimension, stage)?.assessment.share.map { share in
          Measure(
            key: FigureKey.stage(
              coverage.channel, stage.activity, dimension.id, item.id, "share"),
            value: .share(share, decimals: 1), unit: .computed)
        }
      }
      return ProgressChart.Panel(label: item.label, reference: reference, values: values)
    }
    guard !panels.isEmpty else { return nil }
    var chart = Chart(
      id: "stages-\(coverage.channel)-\(dimension.id)", number: numbers.chart(3),
      title: "\(dimension.label): andelen efter varje aktivitet",
      figure: FigureKey.table("stages/\(coverage.channel)"),
      unit: [
        "Procent av dem som dittills hade uppgett svaret.",
        "Den streckade linjen är andelen i befolkningen.",
      ],
      content: .progress(ProgressChart(steps: coverage.stages.map(\.label), panels: panels)))
    let steps = coverage.stages.enumerated().map { "\($0.offset + 1)\u{A0}\($0.element.label)" }
    chart.notes = [Sentence("Aktiviteter: \(steps.joined(separator: ", ")).")]
    return chart
  }

  /// The activities as rows, the groups as columns: how many came, and how it stood then.
  private mutating func stageTable(
    _ dimension: AnnexContent.DimensionCoverage, _ coverage: AnnexContent.ChannelCoverage
  ) -> Table {
    let rows = coverage.stages.map { stage -> Table.Row in
      func members(_ group: String?) -> Measure {
        Measure(
          key: FigureKey.stage(
            coverage.channel, stage.activity, dimension.id, group, "members"),
          value: .count(stage.members["\(dimension.id)/\(group ?? "")"] ?? 0), unit: .persons)
      }
      let cells = dimension.groups.map { item -> Cell in
        var lines: [[Inline]] = [[.number(members(item.id), noun: nil)]]
        let assessment = group(item.id, dimension, stage)?.assessment
        if let gap = assessment?.gap {
          lines.append([
            .number(
              Measure(
                key: FigureKey.stage(
                  coverage.channel, stage.activity, dimension.id, item.id, "gap"),
                value: .gap(gap), unit: .computed), noun: nil)
          ])
        }
        return .text(lines)
      }
      let day = stage.day.map { Swedish.date($0) }
      return Table.Row(
        [[.text(stage.label)]] + (day.map { [[.text($0)]] } ?? []),
        cells + [.number(members(nil)), .number(persons(stage, coverage))])
    }
    return Table(
      id: "stages-table-\(coverage.channel)-\(dimension.id)", number: numbers.table(4),
      title: "\(dimension.label): vilka som kom till varje aktivitet",
      figure: FigureKey.table("stages/\(coverage.channel)"),
      unit: ["Enhet: personer.", "Rad två: skillnad i personer mot befolkningen dittills."],
      columns: [.init("Aktivitet")] + dimension.groups.map { .init($0.label, isNumber: true) }
        + [.init("Ej uppgett", isNumber: true), .init("Alla", isNumber: true)],
      groups: [.init(rows: rows)], isLong: rows.count > 20, isWide: dimension.groups.count > 3)
  }

  private func persons(
    _ stage: AnnexContent.Stage, _ coverage: AnnexContent.ChannelCoverage
  ) -> Measure {
    Measure(
      key: FigureKey.stage(coverage.channel, stage.activity, "", nil, "persons"),
      value: .count(stage.persons), unit: .persons)
  }
}
