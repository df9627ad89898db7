import DialogueModel
import Pipeline

/// The comparison of groups with the population, as a table on a terminal.
enum CoverageText {
  /// What stands before everything that is said of a dialogue.
  ///
  /// Every count is shown here. Hiding some of them would need all that the public annex hides, and
  /// less would only seem to protect anyone.
  static let isInternal =
    "Internal: not for publication. Every count is shown, small and sensitive ones too;\n"
    + "what may be published is in the folder public of a run."

  static func words(_ coverage: DialogueCoverage.Report) -> String {
    guard !coverage.channels.isEmpty else {
      return "No channel of the dialogue counts persons, so no group can be compared with the "
        + "population."
    }
    let channels = coverage.channels.map { channel in
      let groups = table(
        channel.dimensions.map { dimension in
          (dimension.label, dimension.groups.map { ($0.label, $0.assessment) })
        }, rule: coverage.rule, tests: coverage.tests, heading: heading(channel))
      return ([groups] + channel.overallWords).joined(separator: "\n\n")
    }
    return ([isInternal] + channels).joined(separator: "\n\n")
  }

  /// For each channel and background question, the activities as rows and the groups as columns:
  /// how many came, and how many persons parity then had more or fewer.
  static func activities(_ coverage: DialogueCoverage.Report) -> String {
    let followed = coverage.channels.filter { !$0.stages.isEmpty }
    guard !followed.isEmpty else {
      return "No channel that counts persons has several activities, so there is nothing to follow."
    }
    let channels = followed.map { channel in
      let dimensions = channel.dimensions.filter { !$0.isSensitive && !$0.groups.isEmpty }
      let tables = dimensions.map { dimension -> String in
        var rows = [[dimension.label] + dimension.groups.map(\.label) + ["not said", "all"]]
        for stage in channel.stages {
          func members(_ group: String) -> String {
            Terminal.number(stage.members["\(dimension.id)/\(group)"] ?? 0)
          }
          let then = stage.soFar.first { $0.id == dimension.id }?.groups ?? []
          rows.append(
            [stage.label]
              + dimension.groups.map { group in
                let gap = then.first { $0.id == group.id }?.assessment.gap
                return members(group.id) + (gap.map { " (\(signed($0)))" } ?? "")
              } + [members(""), Terminal.number(stage.persons)])
        }
        return Terminal.table(rows, leftColumns: [0])
      }
      return heading(channel) + "\n"
        + "Who came to each activity; in brackets the gap in persons of all until then. It is for "
        + "planning:\nwhoever looks many times finds more by chance. What counts is the last row."
        + "\n\n" + tables.joined(separator: "\n\n")
    }
    return ([isInternal] + channels).joined(separator: "\n\n")
  }

  private static func heading(_ channel: DialogueCoverage.Channel) -> String {
    var words = "\(channel.label)"
    if let eligible = channel.eligible { words += ", \(eligible)" }
    words += ". \(Terminal.number(channel.persons)) persons"
    if let total = channel.referenceTotal {
      words += ", reference \(Terminal.number(total))"
    } else {
      words += ", no reference population"
    }
    return words + "."
  }

  static func table(
    _ dimensions: [(label: String, groups: [(label: String, assessment: GroupAssessment)])],
    rule: RepresentationRule, tests: Int, heading: String
  ) -> String {
    var notes: [String] = []
    func mark(_ words: String) -> String {
      if let index = notes.firstIndex(of: words) { return " [\(index + 1)]" }
      notes.append(words)
      return " [\(notes.count)]"
    }
    let hasUnknown = dimensions.contains { $0.groups.contains { $0.assessment.count.unknown > 0 } }
    var rows = [["group", "members", "share %", "ref %", "ratio", "90 % span", "gap", "class"]]
    if hasUnknown { rows[0].insert("with unknown", at: CoverageRow.placeOfUnknown) }
    for dimension in dimensions {
      for (label, assessment) in dimension.groups {
        rows.append(CoverageRow(label, assessment, mark).cells(hasUnknown: hasUnknown))
      }
    }
    let band = "\(decimal(rule.band.lowerBound, 2))–\(decimal(rule.band.upperBound, 2))"
    var lines = [
      heading,
      "Exact hypergeometric test, \(tests) \(tests == 1 ? "test" : "tests"), Holm, alpha \(rule.alpha), "
        + "band \(band). Gap in persons.", "",
      Terminal.table(rows, leftColumns: [0, rows[0].count - 1]),
    ]
    if !notes.isEmpty {
      lines.append("")
      for (index, note) in notes.enumerated() { lines.append("  [\(index + 1)] \(note)") }
    }
    return lines.joined(separator: "\n")
  }

  // A gap of members that are missing is written with a minus, as the count is that much lower.
  static func signed(_ gap: Double) -> String {
    let persons = Int(gap.rounded())
    return persons == 0 ? "0" : persons > 0 ? "−\(persons)" : "+\(-persons)"
  }

  static func percent(_ share: Double) -> String { decimal(share * 100, 1) }

  static func decimal(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((value * scale).rounded())
    let digits = String(abs(scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = padded.dropLast(places)
    return (scaled < 0 ? "−" : "") + whole + (places > 0 ? "." + padded.suffix(places) : "")
  }
}
