import DialogueModel

// One figure of the region and the day that were asked for.
struct Figure {
  var line: Int
  var age: AgeCell
  var sex: SexCell
  // The values of the division that is summed over, such as civil status; empty without one.
  var part: String
  var count: CountCell
}

// Chooses, among the rows of a region, the day, what is counted, and totals of other divisions.
struct FigureChoice {
  // The most figures of one region and day; one-year ages by sex are 202.
  static let most = 1_000_000

  private(set) var figures: [Figure] = []
  private(set) var date: CalendarDate?
  // The parts that make up a figure, when there is no total of them.
  private(set) var parts: Set<String> = []
  private(set) var findings: [Finding] = []
  private(set) var account: TableAccount

  private let columns: [FigureColumn]
  private let names: [String]
  private let place: Place

  init(_ region: RegionRows, date wanted: CalendarDate?) {
    columns = region.figureColumns
    names = region.table.layout.names
    place = region.place
    account = region.account
    choose(region, wanted)
  }

  private mutating func choose(_ region: RegionRows, _ wanted: CalendarDate?) {
    guard !region.rows.isEmpty, let date = chooseDate(region.rows, wanted) else {
      giveUp(region.rows)
      return
    }
    self.date = date
    var rows = region.rows.filter { $0.date == nil || $0.date == date }
    account.leaveOut(.otherDate, region.rows.count - rows.count)
    guard let chosen = chooseColumns(date), chooseContents(&rows) else {
      giveUp(rows)
      return
    }
    var divided: Int?
    for (index, column) in region.otherColumns.enumerated() {
      guard chooseOther(&rows, index, column: column, divided: &divided) else {
        giveUp(rows)
        return
      }
    }
    guard rows.count * chosen.count <= Self.most else {
      findings.append(
        Finding(
          .limitExceeded, at: place, "the region has more than \(Self.most) figures for one day",
          consequence: "The table is not used.",
          remedy: "Download the variables that are needed, and no more."))
      giveUp(rows)
      return
    }
    account.columnsLeftOut = columns.count - chosen.count
    for row in rows {
      for column in chosen {
        figures.append(
          Figure(
            line: row.line, age: row.age, sex: columns[column].sex ?? row.sex,
            part: divided.map { row.others[$0] } ?? "", count: row.counts[column]))
      }
    }
    if divided != nil { parts = Set(figures.map(\.part)) }
  }

  private mutating func giveUp(_ rows: [RegionRow]) {
    account.leaveOut(.unreadable, rows.count)
    figures = []
  }

  private mutating func chooseDate(_ rows: [RegionRow], _ wanted: CalendarDate?) -> CalendarDate? {
    let dates = Set(rows.compactMap(\.date)).union(columns.compactMap(\.date)).sorted()
    if let wanted {
      if dates.isEmpty {
        assume(
          "the table does not say which day it is for", "It is taken to be for \(wanted).",
          "See that it is.")
      }
      if dates.isEmpty || dates.contains(wanted) { return wanted }
      refuse(
        "the table has no figures for \(wanted); it has \(words(dates))",
        "Give one of its days, or download the table again.")
      return nil
    }
    if dates.count == 1 { return dates.first }
    refuse(
      dates.isEmpty
        ? "the table does not say which day it is for" : "the table has \(words(dates))",
      "Say which: --year 2019 for the last day of 2019, or --date 2019-12-31.")
    return nil
  }

  private func words(_ dates: [CalendarDate]) -> String {
    guard let first = dates.first, let last = dates.last else { return "none" }
    return dates.count == 1
      ? "figures for \(first) only" : "figures for \(dates.count) days from \(first) to \(last)"
  }

  // The columns of figures for the day; where several things are counted, the people.
  private mutating func chooseColumns(_ date: CalendarDate) -> [Int]? {
    let ofDay = columns.indices.filter { columns[$0].date == nil || columns[$0].date == date }
    // A column that says its day is surer than one that does not.
    let dated = ofDay.filter { columns[$0].date != nil }
    let some = dated.isEmpty ? ofDay : dated
    guard let measure = choose(among: some.map { columns[$0].measure }, isColumn: true) else {
      return nil
    }
    return some.filter { columns[$0].measure == measure }
  }

  private mutating func chooseContents(_ rows: inout [RegionRow]) -> Bool {
    guard let contents = choose(among: rows.map(\.contents), isColumn: false) else { return false }
    let kept = rows.filter { $0.contents == contents }
    account.leaveOut(.otherContents, rows.count - kept.count)
    rows = kept
    return true
  }

  private mutating func choose(among measures: [String], isColumn: Bool) -> String? {
    let distinct = Set(measures)
    let population = distinct.filter(FigureColumn.isPopulation)
    let counts = distinct.filter(FigureColumn.isCount)
    let what = isColumn ? "the columns of figures" : "the rows"
    for candidates in [population, counts, distinct] where candidates.count == 1 {
      guard let only = candidates.first else { continue }
      if distinct.count == 1, !only.isEmpty, !FigureColumn.isCount(only) {
        findings.append(
          Finding(
            .referenceAssumed, at: place, severity: .warning,
            "\(what) are \(CellText.shown(only) ?? "of a kind that is not known")",
            consequence: "They are taken to be numbers of people.",
            remedy: "See that they are: growth or mean age cannot be a reference."))
      }
      return only
    }
    refuse(
      "\(what) count \(distinct.count) different things, and none is named as the population",
      "Download the table with the contents Folkmängd only.")
    return nil
  }

  // A division that was not asked for must have one value, or a total, or be civil status whole.
  private mutating func chooseOther(
    _ rows: inout [RegionRow], _ index: Int, column: Int, divided: inout Int?
  ) -> Bool {
    let values = Set(rows.map { $0.others[index] })
    if values.count < 2 {
      if let value = values.first, !value.isEmpty, !CellText.isTotal(value) { single(column) }
      return true
    }
    let totals = values.filter(CellText.isTotal)
    if !totals.isEmpty {
      let kept = rows.filter { totals.contains($0.others[index]) }
      account.leaveOut(.partOfTotal, rows.count - kept.count)
      rows = kept
      return true
    }
    if divided == nil, CivilStatus.isWhole(values) {
      divided = index
      assume(
        "the table is divided by civil status, without a total",
        "The four are summed; from 2025 each figure has noise of its own.",
        "Download the table without civil status.")
      return true
    }
    refuse(
      "\(words(column)) divides the figures into \(values.count) parts without a total",
      "Download the table without that variable, or with its total.")
    return false
  }

  // The only value may be a part of the people, as when one civil status was chosen.
  private mutating func single(_ column: Int) {
    findings.append(
      Finding(
        .referenceAssumed, at: place, severity: .warning,
        "\(words(column)) has one value, and it is not called a total",
        consequence: "It is taken to cover everybody.",
        remedy: "See that it does, or download the table without it."))
  }

  private func words(_ column: Int) -> String {
    let name = CellText.shown(names[column]).map { ", \($0)," } ?? ""
    return "column \(column + 1)\(name)"
  }

  private mutating func assume(_ summary: String, _ consequence: String, _ remedy: String) {
    findings.append(
      Finding(
        .referenceAssumed, at: place, summary, consequence: consequence, remedy: remedy))
  }

  private mutating func refuse(_ summary: String, _ remedy: String) {
    findings.append(
      Finding(
        .referenceTable, at: place, summary, consequence: "The table gives no figures.",
        remedy: remedy))
  }
}

// The civil statuses of Swedish population statistics.
private enum CivilStatus {
  static func isWhole(_ values: Set<String>) -> Bool {
    let kinds = values.map(kind)
    return values.count == 4 && !kinds.contains(nil) && Set(kinds).count == 4
  }

  private static func kind(_ value: String) -> Int? {
    let beginnings = [
      ["ogift", "aldrig gift", "unmarried", "single", "never married", "og"],
      ["gift", "married", "g"], ["skil", "divorced", "sk"], ["änk", "widow"],
    ]
    return beginnings.firstIndex { words in
      words.contains { $0.count < 3 ? value == $0 : value.hasPrefix($0) }
    }
  }
}
