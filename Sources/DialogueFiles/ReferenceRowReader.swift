import DialogueModel

/// Reads the rows of a reference population one by one.
struct ReferenceRowReader {
  let file: String
  let dimensions: [TargetGroupDimension]
  private(set) var findings: [Finding] = []
  private var seen: [String: Int] = [:]

  init(file: String, dimensions: [TargetGroupDimension]) {
    self.file = file
    self.dimensions = dimensions
  }

  /// The place of each column; `nil` when one is missing.
  mutating func readHeader(_ fields: [String], line: Int) -> [String: Int]? {
    var index: [String: Int] = [:]
    let known =
      ReferencePopulationFile.columns
      + [ReferencePopulationFile.upperColumn, ReferencePopulationFile.universeColumn]
    for (position, field) in fields.enumerated() {
      let name = YAMLBlock.trimmed(field).lowercased()
      if name.isEmpty { continue }
      guard known.contains(name) else {
        let nearest = NearestKey.to(name, among: known).map { "The nearest name is \"\($0)\"." }
        report(
          line, column: nil, "column \(position + 1) of the header is not one that is known",
          nearest ?? "", "Use the columns \(known.joined(separator: ", ")).")
        continue
      }
      if index.updateValue(position, forKey: name) != nil {
        report(
          line, column: name, "the column \"\(name)\" stands twice in the header", "",
          "Remove one of them.")
      }
    }
    let missing = ReferencePopulationFile.columns.filter { index[$0] == nil }
    guard missing.isEmpty else {
      report(
        line, column: nil, "the header lacks \(missing.joined(separator: ", "))",
        "The table is not read.",
        "Write the header \(ReferencePopulationFile.columns.joined(separator: ";")).")
      return nil
    }
    return index
  }

  /// A row; `nil` when it cannot be used, and then a finding says why.
  mutating func read(_ fields: [String], line: Int, _ index: [String: Int]) -> ReferenceRow? {
    func field(_ name: String) -> String {
      guard let position = index[name], position < fields.count else { return "" }
      return YAMLBlock.trimmed(fields[position])
    }
    for name in ReferencePopulationFile.columns where field(name).isEmpty {
      report(
        line, column: name, "the row has no \(name)", "It is not used.", "Fill in the column.")
      return nil
    }
    guard let count = Self.count(field("count")) else {
      report(
        line, column: "count", "the count is not a whole number", "The row is not used.",
        "Write digits only: 9973.")
      return nil
    }
    var countHigh: Int?
    let upper = field(ReferencePopulationFile.upperColumn)
    if !upper.isEmpty {
      guard let number = Self.count(upper), number >= count else {
        report(
          line, column: ReferencePopulationFile.upperColumn,
          "the upper count is not a whole number from the count upwards", "The row is not used.",
          "Write digits only, or leave it empty.")
        return nil
      }
      countHigh = number
    }
    guard let date = CalendarDate(written: field("date")) else {
      report(
        line, column: "date", "the date is not a date", "The row is not used.",
        "Write it as year, month and day: 2025-12-31.")
      return nil
    }
    let (dimension, value) = (field("group"), field("value"))
    guard isKnown(dimension, value, line: line) else { return nil }
    var universe: String?
    let written = field(ReferencePopulationFile.universeColumn)
    if !written.isEmpty {
      guard dimension != ReferencePopulationFile.total else {
        report(
          line, column: ReferencePopulationFile.universeColumn,
          "the row counts a whole population and names one", "The row is not used.",
          "Leave the column empty for total; the other rows name it.")
        return nil
      }
      universe = written
    }
    // A blank divides, since no name may hold one.
    if let first = seen.updateValue(line, forKey: "\(dimension)/\(value) \(universe ?? "")") {
      report(
        line, column: "value", "the row is for the same group as line \(first)",
        "The first is used.", "Remove one of them.")
      return nil
    }
    return ReferenceRow(
      dimension: dimension, value: value, universe: universe, count: count,
      countHigh: countHigh, source: field("source"), table: field("table"), date: date)
  }

  private static func count(_ text: String) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  private mutating func isKnown(_ dimension: String, _ value: String, line: Int) -> Bool {
    if dimension == ReferencePopulationFile.total { return true }
    let names = dimensions.map(\.id) + [ReferencePopulationFile.total]
    guard let known = dimensions.first(where: { $0.id == dimension }) else {
      unknown(dimension, among: names, "dimension", line: line, column: "group")
      return false
    }
    guard known.groups.contains(where: { $0.id == value }) else {
      unknown(value, among: known.groups.map(\.id), "group", line: line, column: "value")
      return false
    }
    return true
  }

  private mutating func unknown(
    _ name: String, among names: [String], _ kind: String, line: Int, column: String
  ) {
    let nearest = NearestKey.to(name, among: names).map { " The nearest name is \"\($0)\"." } ?? ""
    let shown = ShownName.quoted(name).map { " \($0)" } ?? ""
    findings.append(
      Finding(
        .groupReferenceUnknown, at: Place(file: file, line: line, column: column),
        "no target group file has the \(kind)\(shown)",
        consequence: "The row is not used." + nearest,
        remedy: "Correct the name, or add the \(kind) to the target groups."))
  }

  private mutating func report(
    _ line: Int, column: String?, _ summary: String, _ consequence: String, _ remedy: String
  ) {
    findings.append(
      Finding(
        .referenceRow, at: Place(file: file, line: line, column: column), summary,
        consequence: consequence, remedy: remedy))
  }
}
