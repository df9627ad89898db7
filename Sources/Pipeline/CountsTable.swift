import DialogueModel
import Representation

/// A table of counts to compare with a population, without a dialogue: CSV with the columns
/// `group,referenceCount,members,known,unknown`, and `referenceCountHigh` and `mirrorOf` where
/// there are such.
public struct CountsTable: Sendable {
  /// The results, in the order of the rows.
  public let assessments: [GroupAssessment]
  /// What was found while reading.
  public let findings: [Finding]
  /// The number of tests that the correction is over.
  public let tests: Int
  /// The limits of the classes.
  public let rule: RepresentationRule
  private let overall: OverallDocument?

  /// The measures of the whole table, in words for a terminal; `nil` when its rows are not the
  /// groups of one question that sum to the known and to the population.
  public var overallWords: String? { overall?.words }

  /// Reads the table and compares each group with a population.
  ///
  /// - Parameters:
  ///   - path: The CSV file.
  ///   - population: The number of persons who could take part, N.
  ///   - rule: The limits of the classes.
  /// - Throws: `InspelError` when the table cannot be read or lacks a column.
  public init(
    path: String, population: Int, rule: RepresentationRule = RepresentationRule()
  ) throws(InspelError) {
    guard population > 0 else {
      throw InspelError(
        .usage, "the population is \(population)", remedy: "Give --population 11500, for example.")
    }
    let table = try SmallTable(path: path, shownAs: path)
    var findings = table.findings
    guard let header = table.rows.first else {
      throw InspelError(
        .fileEmpty, "the table has no header",
        remedy: "Write the header group,referenceCount,"
          + "members,known,unknown.", place: Place(file: path))
    }
    func place(_ name: String) -> Int? { header.fields.firstIndex(of: name) }
    var columns: [String: Int] = [:]
    for name in ["group", "referenceCount", "members", "known", "unknown"] {
      guard let index = place(name) else {
        throw InspelError(
          .mapColumnMissing, "column \"\(name)\" is not in the table",
          remedy: "Write the header group,referenceCount,members,known,unknown.",
          place: Place(file: path, line: header.line))
      }
      columns[name] = index
    }
    var counts: [GroupCount] = []
    var mirrors: [String: String] = [:]
    var seen: Set<String> = []
    for (line, fields) in table.rows.dropFirst() {
      func text(_ name: String) -> String {
        guard let index = columns[name] ?? place(name), index < fields.count else { return "" }
        return fields[index]
      }
      var isBad = false
      func number(_ name: String, required: Bool) -> Int? {
        let written = text(name)
        if written.isEmpty, !required { return nil }
        if let value = Int(written), value >= 0 { return value }
        isBad = true
        findings.append(
          Finding(
            .referenceRow, at: Place(file: path, line: line, column: name),
            "column \"\(name)\" is not a whole number of 0 or more",
            consequence: "The row is left out.", remedy: "Correct the number."))
        return nil
      }
      let members = number("members", required: true)
      let known = number("known", required: true)
      let unknown = number("unknown", required: false) ?? 0
      let reference = number("referenceCount", required: false)
      let high = number("referenceCountHigh", required: false)
      guard !isBad, let members, let known else { continue }
      guard !text("group").isEmpty, seen.insert(text("group")).inserted else {
        findings.append(
          Finding(
            .referenceRow, at: Place(file: path, line: line, column: "group"),
            "the group has no name, or that of another row", consequence: "The row is left out.",
            remedy: "Give each group a name of its own."))
        continue
      }
      guard members <= known else {
        findings.append(
          Finding(
            .referenceRow, at: Place(file: path, line: line, column: "members"),
            "there are more members than known", consequence: "The row is left out.",
            remedy: "known counts everyone whose membership is known, members included."))
        continue
      }
      if !text("mirrorOf").isEmpty { mirrors[text("group")] = text("mirrorOf") }
      counts.append(
        GroupCount(
          id: text("group"), members: members, known: known, unknown: unknown,
          referenceCount: reference, referenceCountHigh: high, referenceTotal: population))
    }
    if table.rows.count < 2 {
      findings.append(
        Finding(
          .fileEmpty, at: Place(file: path), severity: .warning,
          "the table has no row below its header",
          consequence: "There is no group to compare.", remedy: "Add a row for each group."))
    }
    let assessor = RepresentationAssessor(
      rule: rule, mirrors: mirrors, referenceNoise: rule.referenceNoise ?? 0)
    assessments = assessor.assess(counts)
    tests = assessor.family(of: counts).count
    self.findings = findings
    self.rule = rule
    overall = Self.overall(counts, population: population)
  }

  /// The result as JSON.
  public func json() throws -> [UInt8] {
    try JSONText.encode(
      CoverageDocument(
        groups: assessments.map { .init($0) }, overall: [overall].compactMap(\.self)))
  }

  private static func overall(_ counts: [GroupCount], population: Int) -> OverallDocument? {
    let references = counts.compactMap { $0.referenceCountHigh == nil ? $0.referenceCount : nil }
    guard let known = counts.first?.known, references.count == counts.count,
      counts.allSatisfy({ $0.known == known }),
      case .success(let balance) = OverallAssessor().assess(
        members: counts.map(\.members), reference: references, known: known,
        referenceTotal: population)
    else { return nil }
    return OverallDocument(balance, groups: counts.map(\.id), channel: nil, dimension: nil)
  }
}
