import DialogueModel

// The figures of one region and one day, by age class and sex.
struct TableFigures {
  struct Key: Hashable {
    var age: AgeCell
    var sex: SexCell
  }

  // What was found for a group: a number and the keys it was made of.
  struct Sum: Equatable {
    var count = 0
    var keys: Set<Key> = []
    // How many published figures were added.
    var figures: Int { keys.count }
  }

  private(set) var cells: [Key: Int] = [:]
  private(set) var lines: [Key: Set<Int>] = [:]
  private(set) var findings: [Finding] = []
  // Lines whose figure is not published, and lines that repeat another.
  private(set) var missing: [Key: Int] = [:]
  private(set) var missingLines: Set<Int> = []
  private(set) var repeatedLines: Set<Int> = []
  private(set) var unreadableLines: Set<Int> = []
  private(set) var classes: [AgeRange] = []

  private let file: String

  init(_ figures: [Figure], parts: Set<String>, file: String) {
    self.file = file
    let figures = opened(figures)
    var byPart: [Key: [String: (count: Int, line: Int)]] = [:]
    var repeated = (equal: 0, other: 0, line: 0, otherLine: 0)
    var unreadable = (count: 0, line: 0)
    for figure in figures {
      let key = Key(age: figure.age, sex: figure.sex)
      switch figure.count {
      case .missing:
        missing[key] = missing[key] ?? figure.line
        missingLines.insert(figure.line)
      case .unreadable:
        unreadableLines.insert(figure.line)
        if unreadable.count == 0 { unreadable.line = figure.line }
        unreadable.count += 1
      case .count(let count):
        lines[key, default: []].insert(figure.line)
        guard let first = byPart[key]?[figure.part] else {
          byPart[key, default: [:]][figure.part] = (count, figure.line)
          continue
        }
        repeatedLines.insert(figure.line)
        if first.count == count {
          if repeated.equal == 0 { repeated.line = figure.line }
          repeated.equal += 1
        } else {
          if repeated.other == 0 { repeated.otherLine = figure.line }
          repeated.other += 1
        }
      }
    }
    for (key, counts) in byPart {
      // A sum without one of its parts would be no figure.
      guard parts.isEmpty || counts.count == parts.count, missing[key] == nil || parts.isEmpty
      else {
        missing[key] = missing[key] ?? counts.values.map(\.line).min()
        continue
      }
      cells[key] = counts.values.reduce(0) { $0 + $1.count }
      missing[key] = nil
    }
    classes = Set(
      cells.keys.compactMap { if case .range(let range) = $0.age { range } else { nil } }
    )
    .sorted { ($0.lower, $0.end) < ($1.lower, $1.end) }
    report(repeated, unreadable)
  }

  var hasSexes: Bool {
    Sex.allCases.allSatisfy { sex in cells.keys.contains { $0.sex == .one(sex) } }
  }

  // The number of people of an age class or of all ages; both sexes when `sex` is `nil`.
  //
  // A published figure for both is used as it is; else both have to be there.
  func sum(_ age: AgeCell, sex: Sex?) -> Sum? {
    let wanted = Key(age: age, sex: sex.map { .one($0) } ?? .total)
    if let count = cells[wanted] { return Sum(count: count, keys: [wanted]) }
    guard sex == nil else { return nil }
    let keys = Sex.allCases.map { Key(age: age, sex: .one($0)) }
    let counts = keys.compactMap { cells[$0] }
    guard counts.count == keys.count else { return nil }
    return Sum(count: counts.reduce(0, +), keys: Set(keys))
  }

  // The number of people of some ages, from the classes that make them up exactly.
  func sum(_ range: AgeRange, sex: Sex?) -> Sum? {
    let cover = AgeCover(classes: classes.filter { sum(.range($0), sex: sex) != nil })
    guard let found = cover.classes(for: range) else { return nil }
    return found.reduce(into: Sum()) { result, item in
      guard let part = sum(.range(item), sex: sex) else { return }
      result.count += part.count
      result.keys.formUnion(part.keys)
    }
  }

  // Why a range has no figure, as a finding.
  func refusal(of range: AgeRange, what: String) -> Finding {
    let keys = missing.filter {
      if case .range(let item) = $0.key.age { range.contains(item) } else { false }
    }
    // A figure that is not published is the reason where the classes would fit with it.
    let all = Set(classes).union(
      keys.keys.compactMap { if case .range(let item) = $0.age { item } else { nil } }
    ).sorted { ($0.lower, $0.end) < ($1.lower, $1.end) }
    let cover = AgeCover(classes: all)
    if cover.classes(for: range) != nil {
      if let line = keys.values.min() {
        return Finding(
          .referenceValue, at: Place(file: file, line: line),
          "\(what) needs a figure that is not published",
          consequence: "It is not made: nothing is shared out or guessed.",
          remedy: "Choose wider groups that the table has.")
      }
      return Finding(
        .referenceValue, at: Place(file: file),
        "\(what) needs figures for both women and men, and some ages have one only",
        consequence: "It is not made.", remedy: "Download the table with both, or with the total.")
    }
    let why =
      classes.isEmpty
      ? "the table has no age classes"
      : cover.misfit(range).map { "the age class \($0.key) does not fit in it" }
        ?? cover.missingAge(range).map { "the table has no class for age \($0)" }
        ?? "the age classes do not make it up"
    return Finding(
      .referenceAgeClass, at: Place(file: file), "\(what) cannot be made: \(why)",
      consequence: "Nothing is shared out: the figure would be a guess.",
      remedy: "Download the table with one-year ages, or choose a group that the classes fit.")
  }

  // The oldest class as one that is open, where the table does not say so. SCB's one-year classes
  // end with 100 and older, and some programs write it as 100.
  private mutating func opened(_ figures: [Figure]) -> [Figure] {
    let ranges = figures.compactMap { if case .range(let range) = $0.age { range } else { nil } }
    guard !ranges.contains(where: { $0.upper == nil }),
      let top = ranges.compactMap(\.upper).max(), top >= 100
    else { return figures }
    findings.append(
      Finding(
        .referenceAssumed, at: Place(file: file),
        "the oldest age is written as \(top), and no class is open upwards",
        consequence: "It is taken to be \(top) and older.",
        remedy: "Nothing needs to be done if the table ends with \(top)+."))
    return figures.map { figure in
      guard case .range(let range) = figure.age, range.upper == top else { return figure }
      var figure = figure
      figure.age = .range(range.opened)
      return figure
    }
  }

  private mutating func report(
    _ repeated: (equal: Int, other: Int, line: Int, otherLine: Int),
    _ unreadable: (count: Int, line: Int)
  ) {
    if repeated.other > 0 {
      findings.append(
        Finding(
          .referenceRepeated, at: Place(file: file, line: repeated.otherLine),
          "the same age and sex stands again with another figure, "
            + times(repeated.other),
          consequence: "Which is right cannot be known, so the table is not used.",
          remedy: "See that the table has one region, one day and one division by age."))
    }
    if repeated.equal > 0 {
      findings.append(
        Finding(
          .referenceRepeated, at: Place(file: file, line: repeated.line), severity: .warning,
          "the same age and sex stands again with the same figure, " + times(repeated.equal),
          consequence: "It is used once.",
          remedy: "Nothing, if the table was downloaded with several totals or age divisions."))
    }
    if unreadable.count > 0 {
      findings.append(
        Finding(
          .referenceValue, at: Place(file: file, line: unreadable.line),
          "a figure is no whole number of at most \(CountCell.mostDigits) digits, "
            + times(unreadable.count),
          consequence: "The table is not used: the figures would not be whole.",
          remedy: "Write digits only, or download the table again."))
    }
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}
