import DialogueModel

// A row of the region that was asked for.
struct RegionRow {
  var line: Int
  var age: AgeCell
  var sex: SexCell
  var date: CalendarDate?
  var contents: String
  // The cells of columns that are not known, in their order.
  var others: [String]
  // The figures, in the order of the columns of figures.
  var counts: [CountCell]
}

// Takes the rows of one region out of a table.
struct RegionRows {
  // The most rows of one region; a whole table of SCB has 150,000 figures.
  static let most = 200_000
  // The most rows that the reader could not divide into cells, each with a finding of its own.
  static let listed = 100

  let table: TableRows
  let wanted: RegionName
  private(set) var roles: [ColumnRole]
  private(set) var rows: [RegionRow] = []
  private(set) var account: TableAccount
  private(set) var findings: [Finding] = []
  // The region as the table writes it, or `nil` when the table has no region.
  private(set) var label: String?

  // Who published the table, where a line below it says so.
  private(set) var publisher: String?

  private var survey = TableSurvey()
  private var filled = 0
  private var unlisted = 0
  // The regions that were taken; two places may have the same name.
  private var identities: Set<String> = []
  private var unreadable: [String: (line: Int, count: Int)] = [:]
  private var strayText = (line: 0, count: 0)
  private var takesAnyRegion = false
  private var publisherFollows = false

  init(_ table: TableRows, wanted: RegionName) {
    self.table = table
    self.wanted = wanted
    roles = table.layout.roles
    account = TableAccount(file: table.file)
    read()
  }

  var place: Place { Place(file: table.file) }

  var figureColumns: [FigureColumn] {
    roles.compactMap { if case .figure(let column) = $0 { column } else { nil } }
  }

  // The columns that divide the figures in a way that is not known.
  var otherColumns: [Int] { roles.indices.filter { roles[$0] == .other } }

  private mutating func read() {
    var survey = TableSurvey(roles: roles, wanted: wanted)
    table.read { survey.add(line: $0, $1) }
    let known = survey.rolesByContent()
    if known != roles {
      // Now that the columns are known, the regions can be told apart.
      roles = known
      survey = TableSurvey(roles: roles, wanted: wanted)
      table.read { survey.add(line: $0, $1) }
    }
    self.survey = survey
    takesAnyRegion = takesOnlyRegion()
    var above: [String] = []
    var copy = self
    table.read {
      copy.add(line: $0, $1, above: &above)
    } problem: {
      copy.leaveOut($0)
    }
    self = copy
    report()
  }

  // Whether the table has one region, by name only, so that a code cannot be compared with it.
  private mutating func takesOnlyRegion() -> Bool {
    guard wanted.name == nil, survey.matching == 0, survey.regions.count == 1,
      let only = survey.regions.first, !only.value.contains(where: { $0.code != nil })
    else { return false }
    let name = CellText.shown(only.key) ?? "one region"
    findings.append(
      Finding(
        .referenceAssumed, at: place, severity: .warning,
        "the table names its only region \(name) and gives no code",
        consequence: "It is taken to be the region \(wanted.code ?? "").",
        remedy: "See that it is. Name the region as the table does, and nothing is assumed."))
    return true
  }

  private mutating func add(line: Int, _ given: [String], above: inout [String]) {
    let tidied = given.map(CellText.tidied)
    let filledCells = tidied.count { !$0.isEmpty }
    if filledCells == 0 { return }
    account.rows += 1
    let counts = survey.figures.map { $0 < given.count ? CountCell(given[$0]) : .missing }
    let hasFigure = survey.hasFigure(given)
    if !hasFigure && (filledCells == 1 || line > survey.lastLine) {
      account.leaveOut(.text)
      readPublisher(tidied.first { !$0.isEmpty } ?? "")
      if filledCells > 1 && line < survey.lastLine { note(&strayText, line) }
      return
    }
    let cells = fill(tidied, above: &above)
    func cell(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
    let regions = roles.indices.filter { roles[$0] == .region }.map(cell).filter { !$0.isEmpty }
    let hasRegion = roles.contains(.region)
    let names = regions.map(RegionName.init)
    guard !hasRegion || takesAnyRegion || wanted.matches(names) else {
      account.leaveOut(.otherRegion)
      return
    }
    if hasRegion {
      label = label ?? regions.joined(separator: " ")
      identities.insert(wanted.identity(of: names))
    }
    guard rows.count < Self.most else {
      account.leaveOut(.unreadable)
      note(&unreadable["", default: (0, 0)], line)
      return
    }
    var row = RegionRow(
      line: line, age: .total, sex: .total, date: nil, contents: "",
      others: otherColumns.map { CellText.plain(cell($0)) }, counts: counts)
    for column in roles.indices {
      switch roles[column] {
      case .age:
        guard let age = AgeCell(cell(column)) else { return leaveOut("age", line) }
        row.age = age
      case .sex:
        guard let sex = SexCell(cell(column)) else { return leaveOut("sex", line) }
        row.sex = sex
      case .period:
        // Of a year and a date, the date says more.
        guard let date = StatisticsDay.read(cell(column)) else { return leaveOut("year", line) }
        row.date = row.date.map { min($0, date) } ?? date
      case .contents: row.contents = CellText.plain(cell(column))
      default: continue
      }
    }
    rows.append(row)
  }

  // A record that the reader could not take. A long footnote can have more commas than the table
  // has columns.
  private mutating func leaveOut(_ problem: Finding) {
    account.rows += 1
    if problem.code == .csvFieldCount, (problem.place.line ?? 0) > survey.lastLine {
      account.leaveOut(.text)
      return
    }
    account.leaveOut(.unreadable)
    unlisted += 1
    if unlisted <= Self.listed { findings.append(problem) }
  }

  // `Källa: SCB`, or `Källa:` and `SCB` on the next line, as in SCB's footers.
  private mutating func readPublisher(_ line: String) {
    guard publisher == nil else { return }
    if publisherFollows {
      publisher = line
      return
    }
    let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, ["källa", "source"].contains(CellText.plain(String(parts[0]))) else {
      return
    }
    let name = CellText.tidied(String(parts[1]))
    if name.isEmpty { publisherFollows = true } else { publisher = name }
  }

  // Spreadsheets and SCB's own Excel files leave a cell blank that says the same as the one above.
  private mutating func fill(_ cells: [String], above: inout [String]) -> [String] {
    var cells = cells
    let first = survey.figures.first ?? cells.count
    // Only from the left up to the first cell with text: a blank further in is a blank. A region
    // that has a name and no code does not get the code of another.
    let hasRegion = roles.indices.contains {
      roles[$0] == .region && $0 < cells.count && !cells[$0].isEmpty
    }
    for column in 0..<min(first, cells.count, above.count) where roles[column] != .unnamed {
      guard cells[column].isEmpty else { break }
      if above[column].isEmpty || (hasRegion && roles[column] == .region) { continue }
      cells[column] = above[column]
      filled += 1
    }
    above = Array(cells.prefix(first))
    return cells
  }

  private mutating func leaveOut(_ what: String, _ line: Int) {
    account.leaveOut(.unreadable)
    note(&unreadable[what, default: (0, 0)], line)
  }

  private func note(_ place: inout (line: Int, count: Int), _ line: Int) {
    if place.count == 0 { place.line = line }
    place.count += 1
  }

  private mutating func report() {
    if unlisted > Self.listed {
      findings.append(
        Finding(
          .limitReached, at: place, "\(unlisted - Self.listed) more rows cannot be read",
          consequence: "They are counted and not listed.", remedy: "Download the table again."))
    }
    for (what, seen) in unreadable.sorted(by: { $0.key < $1.key }) {
      findings.append(
        what.isEmpty
          ? Finding(
            .limitExceeded, at: Place(file: table.file, line: seen.line),
            "the region has more than \(Self.most) rows", consequence: "The table is not used.",
            remedy: "Download the region, the year and the variables that are needed.")
          : Finding(
            what == "age" ? .referenceAgeClass : .referenceValue,
            at: Place(file: table.file, line: seen.line, column: what),
            "the \(what) of \(seen.count == 1 ? "a row" : "\(seen.count) rows") cannot be read",
            consequence: "The rows are not used, and the figures would not be whole.",
            remedy: "Write it as SCB does, or download the table again. A spreadsheet can make"
              + " a date of 5-9: save the ages as text."))
    }
    if strayText.count > 0 {
      findings.append(
        Finding(
          .csvFieldCount, at: Place(file: table.file, line: strayText.line),
          "\(strayText.count == 1 ? "a line" : "\(strayText.count) lines") between the rows of the"
            + " table can be no row", consequence: "It is taken for text.",
          remedy: "See that no row is broken."))
    }
    if filled > 0 {
      findings.append(
        Finding(
          .referenceAssumed, at: place, "\(filled) blank cells stand below a cell with text",
          consequence: "They are read as the cell above, as spreadsheets mean them.",
          remedy: "Fill them in, if that is not so."))
    }
    reportRegion()
  }

  private mutating func reportRegion() {
    if !roles.contains(.region) {
      findings.append(
        Finding(
          .referenceAssumed, at: place, "the table has no column for the region",
          consequence: "All of it is taken to be the region that was asked for.",
          remedy: "See that it was downloaded for that region."))
    } else if identities.isEmpty {
      let count = survey.regions.count
      let codes = survey.regions.values.contains { $0.contains { $0.code != nil } }
      findings.append(
        Finding(
          .referenceTable, at: place,
          "no row is for the region that was asked for; the table has"
            + " \(count == TableSurvey.mostRegions ? "\(count) or more" : "\(count)") others",
          consequence: "The table gives no figures.",
          remedy: codes
            ? "Correct --region, or download the table for it."
            : "The table has names and no codes: write the name as it stands there."))
    } else if identities.count > 1 {
      findings.append(
        Finding(
          .referenceTable, at: place,
          "\(identities.count) regions of the table are the one that was asked for",
          consequence: "The table is not used.",
          remedy: "Give the region's code: two places may have the same name."))
      account.leaveOut(.unreadable, rows.count)
      rows = []
    }
    if survey.lastLine == 0 {
      findings.append(TableText.empty(place, "the table has a header and no row with a figure"))
    }
  }
}
