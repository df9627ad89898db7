import DialogueModel

// One downloaded table, and the groups that it has figures for.
struct StatisticsTable {
  let file: String
  private(set) var counts: [GroupKey: Int] = [:]
  // Why a group has no figure.
  private(set) var refusals: [GroupKey: Finding] = [:]
  private(set) var findings: [Finding] = []
  private(set) var account: TableAccount
  private(set) var date: CalendarDate?
  // The title above the table.
  private(set) var title: String?
  private(set) var publisher: String?
  private(set) var region: String
  private(set) var hasSexes = false

  private let options: ReferenceOptions

  init(path: String, options: ReferenceOptions) {
    file = path
    account = TableAccount(file: path)
    region = CellText.tidied(options.region)
    self.options = options
    let (text, problems) = TableText.read(path: path, shownAs: path)
    findings = problems
    guard let text else { return }
    guard let layout = TableLayout.find(text.bytes) else {
      findings.append(
        Finding(
          .referenceTable, at: Place(file: path),
          "none of the first \(TableLayout.leadLines) lines is a header with a region, an age, a"
            + " sex or a year and a column of figures", consequence: "The table is not read.",
          remedy: "Download it as CSV from SCB, or write the names of the columns above them."))
      return
    }
    readTitle(layout)
    let rows = RegionRows(
      TableRows(text: text, layout: layout, file: path), wanted: RegionName(options.region))
    findings += rows.findings
    publisher = rows.publisher
    region = rows.label ?? region
    let choice = FigureChoice(rows, date: options.date)
    findings += choice.findings
    account = choice.account
    date = choice.date
    let figures = TableFigures(choice.figures, parts: choice.parts, file: path)
    findings += figures.findings
    if !findings.contains(where: { $0.severity == .error }) { offer(figures) }
    balance(figures, choice.figures)
    report()
  }

  var isUsable: Bool { !findings.contains { $0.severity == .error } }

  // The first line of text above the header; a line that says the delimiter is none.
  private mutating func readTitle(_ layout: TableLayout) {
    let lines = layout.lead.filter { !$0.lowercased().hasPrefix("sep=") }.map { line in
      var line = line[...]
      while let last = line.last, ";,\t|\" ".contains(last) { line.removeLast() }
      while let first = line.first, "\" ".contains(first) { line.removeFirst() }
      return String(line)
    }
    title = lines.first { !$0.isEmpty && $0.count <= ReferenceConversion.longestText }
  }

  private var used: Set<TableFigures.Key> = []
  private var outside: Set<TableFigures.Key> = []

  private mutating func offer(_ figures: TableFigures) {
    hasSexes = figures.hasSexes
    let published = figures.sum(.total, sex: nil)
    let summed = figures.sum(.all, sex: nil)
    account.publishedTotal = published?.count
    take(.everybody, published ?? summed) { figures.refusal(of: .all, what: "the total of all") }
    for ages in options.totals where ages != .all {
      take(.total(ages), figures.sum(ages, sex: nil)) {
        figures.refusal(of: ages, what: "the total \(ages.key)")
      }
    }
    let bands = options.bands?.bands ?? []
    for band in bands {
      take(.band(band), figures.sum(band, sex: nil)) {
        figures.refusal(of: band, what: "the band \(band.key)")
      }
    }
    let universe = options.totals.first ?? .all
    var ofSexes: Set<TableFigures.Key> = []
    for sex in Sex.allCases where hasSexes {
      let sum =
        (universe == .all ? figures.sum(.total, sex: sex) : nil) ?? figures.sum(universe, sex: sex)
      ofSexes.formUnion(sum?.keys ?? [])
      take(.sex(sex), sum) { figures.refusal(of: universe, what: "the figure for \(sex.key)") }
    }
    if let published, let summed, summed.keys != published.keys {
      compare(published.count, summed, "all ages")
    }
    if let women = counts[.sex(.women)], let men = counts[.sex(.men)],
      let both = counts[.total(universe)]
    {
      compare(both, TableFigures.Sum(count: women + men, keys: ofSexes), "women and men")
    }
    guard let options = options.bands, bands.allSatisfy({ counts[.band($0)] != nil }) else {
      return
    }
    account.inBands = bands.reduce(0) { $0 + (counts[.band($1)] ?? 0) }
    let gaps = options.gaps.map { ($0, figures.sum($0, sex: nil)) }
    outside = gaps.reduce(into: []) { $0.formUnion($1.1?.keys ?? []) }
    if !gaps.contains(where: { $0.1 == nil }) {
      account.outsideBands = gaps.reduce(0) { $0 + ($1.1?.count ?? 0) }
    }
  }

  private mutating func take(
    _ key: GroupKey, _ sum: TableFigures.Sum?, refusal: () -> Finding
  ) {
    guard let sum else {
      refusals[key] = refusal()
      return
    }
    counts[key] = sum.count
    used.formUnion(sum.keys)
  }

  // From 2025 SCB moves every published figure by a small number, so parts need not sum.
  private mutating func compare(_ total: Int, _ parts: TableFigures.Sum, _ what: String) {
    guard total != parts.count else { return }
    let most = ReferenceConversion.noise * (parts.figures + 1)
    let isNoise = (date?.year ?? 0) >= 2025 && abs(total - parts.count) <= most
    findings.append(
      Finding(
        .referenceDiffers, at: Place(file: file), severity: isNoise ? .note : .warning,
        "\(what) sum to \(parts.count), and the table's total is \(total)",
        consequence: "Each figure is kept as it is published.",
        remedy: isNoise
          ? "Nothing: from 2025 SCB changes each published figure by a small number."
          : "See that no row is missing and that all rows are for the same people."))
  }

  // Where each row of the region went.
  private mutating func balance(_ figures: TableFigures, _ chosen: [Figure]) {
    var keys: [Int: [TableFigures.Key]] = [:]
    for (key, lines) in figures.lines { for line in lines { keys[line, default: []].append(key) } }
    for line in Set(chosen.map(\.line)) {
      let own = keys[line] ?? []
      if !isUsable || figures.unreadableLines.contains(line) {
        account.leaveOut(.unreadable)
      } else if figures.repeatedLines.contains(line) {
        account.leaveOut(.repeated)
      } else if own.contains(where: used.contains) {
        account.used += 1
      } else if own.isEmpty || figures.missingLines.contains(line) {
        account.leaveOut(.missing)
      } else if own.contains(where: outside.contains) {
        account.leaveOut(.outsideBands)
      } else if own.allSatisfy({ $0.age == .total || $0.sex == .total }) {
        account.leaveOut(.totalNotNeeded)
      } else if own.allSatisfy({
        used.contains(.init(age: $0.age, sex: .total))
          || outside.contains(.init(age: $0.age, sex: .total))
      }) {
        account.leaveOut(.partOfTotal)
      } else {
        account.leaveOut(.classNotNeeded)
      }
    }
  }

  private mutating func report() {
    let place = Place(file: file)
    if let date, date.month == 12, date.day == 31, isUsable {
      findings.append(
        Finding(
          .referenceAssumed, at: place, "the date of the figures is \(date)",
          consequence: "Statistics of a year are taken to describe its last day.",
          remedy: "See that the table does not name another day."))
    }
    guard isUsable, account.used < account.rows || account.people != nil else { return }
    findings.append(
      Finding(
        .referenceUnused, at: place, account.description,
        consequence: account.people.map { "People: \($0)." } ?? "",
        remedy: "Nothing needs to be done, if the reasons are the expected ones."))
  }
}
