import DialogueModel

extension Composition {
  /// The largest number of weeks that a chart of small panels can show.
  private static let longestWeekChart = 26

  /// The submissions by week: a chart, and the table with the same numbers.
  mutating func weeks() -> [Block] {
    guard facts.accepted > 0 else { return [] }
    let undated = content.undated.values.reduce(0, +)
    guard !facts.weeks.isEmpty else {
      return [.text("När inlämningarna kom in går inte att säga, eftersom källorna saknar tid.")]
    }
    var blocks: [Block] = []
    if facts.weeks.count <= Self.longestWeekChart { blocks.append(.chart(weekChart())) }
    blocks.append(.table(weekTable(undated: undated)))
    return blocks
  }

  private mutating func weekChart() -> Chart {
    let years = Set(facts.weeks.map(\.year)).sorted()
    let panels = facts.usedChannels.map { channel in
      WeekChart.Panel(
        label: channel.label,
        total: book.measure(FigureKey.channel(channel.id)) ?? Self.none,
        values: facts.weeks.map {
          book.measure(FigureKey.week($0.year, $0.week, channel.id)) ?? Self.none
        })
    }
    return Chart(
      id: "weeks", number: numbers.chart(2), title: "Inlämningar per vecka och svarsväg",
      figure: FigureKey.table("weeks"), unit: ["Enhet: inlämningar som ingår."],
      content: .weeks(
        WeekChart(
          weeks: facts.weeks.map(\.week),
          axis: "Vecka \(Swedish.list(years.map(String.init)))", panels: panels)))
  }

  private mutating func weekTable(undated: Int) -> Table {
    let channels = facts.usedChannels
    let isOneYear = Set(facts.weeks.map(\.year)).count == 1
    var rows = facts.weeks.map { week in
      Table.Row(
        isOneYear ? "\(week.week)" : "\(week.week), \(week.year)",
        channels.map { book.cell(FigureKey.week(week.year, week.week, $0.id)) }
          + [book.cell(FigureKey.week(week.year, week.week, nil))], part: .addend)
    }
    if undated > 0 {
      rows.append(
        Table.Row(
          "Tid saknas",
          channels.map { book.cell(FigureKey.undated($0.id)) }
            + [book.cell(FigureKey.undated(nil))], part: .addend))
    }
    rows.append(
      Table.Row(
        "Summa",
        channels.map { book.cell(FigureKey.channel($0.id)) }
          + [book.cell(FigureKey.flow(.accepted))], part: .total))
    return Table(
      id: "week-table", number: numbers.table(3), title: "Inlämningar per vecka och svarsväg",
      figure: FigureKey.table("weeks"), unit: ["Enhet: inlämningar som ingår."],
      columns: [.init("Vecka")]
        + channels.map { .init($0.label, isNumber: true, part: .addend) }
        + [.init("Summa", isNumber: true, part: .total)],
      groups: [.init(rows: rows)], isLong: rows.count > 20, isWide: channels.count > 3)
  }
}
