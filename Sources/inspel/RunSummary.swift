import DialogueModel
import Pipeline

/// The words that a run ends with on a terminal.
enum RunSummary {
  static func text(_ report: RunReport) -> String {
    var lines = ["\(report.registryNumber)  \(report.title)", "", account(report.account), ""]
    lines.append(
      "  submissions \(Terminal.number(report.account.total.accepted))"
        + "   viewpoints \(Terminal.number(report.viewpoints))"
        + "   tags \(Terminal.number(report.tags))"
        + "   themes answered \(report.themesAnswered) of \(report.themesWithViewpoints)")
    lines.append("  policy      " + policy(report.policy))
    lines.append("  every record read is accounted for")
    lines.append("")
    lines.append(
      report.isPublished ? "Published: \(report.publicPath ?? "")" : blockers(report))
    return lines.joined(separator: "\n") + "\n"
  }

  static func blockers(_ report: RunReport) -> String {
    guard !report.isPublished else { return "" }
    var lines = ["Not published. public/ waits for:"]
    for (number, blocker) in report.blockers.enumerated() {
      lines.append(
        "  \(number + 1)  \(blocker.place): \(blocker.summary). \(blocker.remedy)"
          + " (\(blocker.code.rawValue))")
    }
    return lines.joined(separator: "\n")
  }

  static func account(_ account: AccountDocument) -> String {
    var rows = [
      ["source", "read", "accepted", "dupl.", "empty", "incompl.", "outside", "rejected"]
    ]
    // A folder of many small files is one line here; account.json has them all.
    for group in grouped(account.sources) {
      rows.append([group.name] + group.numbers.map(Terminal.number))
    }
    let total = account.total
    rows.append(
      ["total"]
        + [
          total.read, total.accepted, total.duplicate, total.empty, total.incomplete,
          total.outOfPeriod, total.rejected,
        ].map(Terminal.number))
    return Terminal.table(rows)
  }

  private static func grouped(
    _ sources: [AccountDocument.Source]
  ) -> [(name: String, numbers: [Int])] {
    var groups: [(folder: String, files: Int, name: String, numbers: [Int])] = []
    for source in sources {
      let numbers = [
        source.read, source.accepted, source.duplicate, source.empty, source.incomplete,
        source.outOfPeriod, source.rejected,
      ]
      let folder = source.path.split(separator: "/").dropLast().prefix(2).joined(separator: "/")
      if source.path.hasSuffix(".xml"), let last = groups.indices.last,
        groups[last].folder == folder,
        groups[last].name.hasSuffix(".xml")
          || groups[last].name.hasSuffix("files)")
      {
        groups[last].files += 1
        groups[last].name = "\(folder)/ (\(groups[last].files) files)"
        for index in numbers.indices { groups[last].numbers[index] += numbers[index] }
      } else {
        groups.append((folder, 1, source.path, numbers))
      }
    }
    return groups.map { ($0.name, $0.numbers) }
  }

  private static func policy(_ counts: [DutyStatus: Int]) -> String {
    DutyStatus.allCases.map { status in
      let words =
        switch status {
        case .met: "met"
        case .partly: "partly"
        case .notMet: "not met"
        case .unknown: "unknown"
        }
      return "\(counts[status] ?? 0) \(words)"
    }.joined(separator: ", ")
  }
}
