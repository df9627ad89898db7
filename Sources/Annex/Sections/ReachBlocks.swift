import DialogueModel

extension Composition {
  private typealias Measured = (
    group: AnnexContent.GroupCoverage, dimension: AnnexContent.DimensionCoverage,
    coverage: AnnexContent.ChannelCoverage
  )

  /// The groups that the plan promised to reach, and whether they were.
  mutating func reach() -> Block {
    guard !dialogue.groupsToReach.isEmpty else {
      return .text("Grupper som dialogen ville nå: \(Swedish.missing).")
    }
    let rows = dialogue.groupsToReach.flatMap { plan -> [Table.Row] in
      let measured = measured(plan)
      guard !measured.isEmpty else { return [row(plan, nil, isOneOfSeveral: false)] }
      return measured.map { row(plan, $0, isOneOfSeveral: measured.count > 1) }
    }
    return .table(
      Table(
        id: "reach", number: numbers.table(5), title: "Vad vi gjorde för att nå fler",
        figure: FigureKey.table("reach"), unit: ["Enhet: personer som svarade."],
        columns: [
          .init("Grupp"), .init("Vad vi gjorde"), .init("Svar", isNumber: true),
          .init("Bedömning"), .init("Resultat"),
        ], groups: [.init(rows: rows)], isWide: true))
  }

  private func row(_ plan: ReachPlan, _ measured: Measured?, isOneOfSeveral: Bool) -> Table.Row {
    var label: [[Inline]] = [[.text(plan.label)]]
    if isOneOfSeveral, let measured {
      label.append([.text(facts.channelLabel(measured.coverage.channel))])
    }
    let action = plan.action ?? Swedish.missing
    let result = plan.result ?? Swedish.missing
    guard let (group, dimension, coverage) = measured else {
      let unknown = RepresentationStatement.reach(ReachOutcome(nil)).sentences.map(\.runs)
      return Table.Row(
        label, [.words(action), .words("mäts inte"), .text(unknown), .words(result)])
    }
    var comparison = comparison(group, dimension, coverage, lines: false)
    let outcome = ReachOutcome(group.assessment)
    // The class says it already that it cannot be said.
    if outcome != .cannotSay {
      comparison.lines = RepresentationStatement.reach(outcome).sentences.map(\.runs)
    }
    return Table.Row(
      label,
      [
        .words(action),
        book.cell(FigureKey.group(coverage.channel, dimension.id, group.id, "members")),
        .comparison(comparison), .words(result),
      ])
  }

  /// The measured group that a plan is for, in each channel that asks for it.
  private func measured(_ plan: ReachPlan) -> [Measured] {
    guard let key = plan.group else { return [] }
    return content.coverage.flatMap { coverage in
      coverage.dimensions.flatMap { dimension in
        dimension.groups.filter { "\(dimension.id)/\($0.id)" == key }
          .map { ($0, dimension, coverage) }
      }
    }
  }
}
