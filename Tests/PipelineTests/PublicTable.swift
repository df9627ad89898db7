import Foundation

/// `public/representation.csv` as a reader has it, and what can be worked out from its cells.
struct PublicTable {
  let rows: [[String: String]]

  init(_ folder: String) throws {
    let text = try String(
      contentsOfFile: folder + "/out/public/representation.csv", encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines.first ?? []
    rows = lines.dropFirst().map {
      Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
    }
  }

  func row(_ dimension: String, _ group: String) -> [String: String]? {
    rows.first { $0["dimension"] == dimension && $0["group"] == group }
  }

  /// The hidden counts that follow from the other cells of their question.
  ///
  /// Beside each hidden count nothing may stand that is computed from it. Of a question, at least two
  /// counts have to be hidden where any is, those of who did not answer among them, as long as a
  /// reader has all persons or all known; and no `known`, `unknown` or share may be left from which
  /// the sum of some of them follows alone.
  func leaks() -> [String] {
    var leaks: [String] = []
    let questions = Dictionary(grouping: rows) { "\($0["channel"] ?? "")/\($0["dimension"] ?? "")" }
    for (question, rows) in questions.sorted(by: { $0.key < $1.key }) {
      let hidden = rows.filter { $0["hidden"] == "1" }
      guard !hidden.isEmpty else { continue }
      if hidden.count == 1 { leaks.append("\(question): one alone") }
      for row in hidden {
        for column in [
          "members", "share", "ratio", "ratio_low", "span_low", "span_high", "gap", "absent",
        ]
        where row[column] != "" {
          leaks.append("\(question)/\(row["group"] ?? ""): \(column)")
        }
      }
      let groups = rows.filter { $0["group"] != "" }
      let shown = groups.compactMap { Int($0["members"] ?? "") }
      let notSaid = rows.first { $0["group"] == "" }?["members"] ?? ""
      for row in groups {
        // How many are known less those that are shown: one that is hidden follows alone, and with
        // how many are unknown, one of the question's own.
        let missing = groups.count - shown.count
        if let known = Int(row["known"] ?? ""), missing > 0 {
          let others = known - shown.reduce(0, +)
          if missing == 1 || others < 5 { leaks.append("\(question): known \(known)") }
        }
        if let unknown = Int(row["unknown"] ?? ""), notSaid == "" || Int(notSaid) != unknown {
          leaks.append("\(question): unknown \(unknown)")
        }
        if let share = Double(row["share"] ?? ""), share > 0, row["known"] == "",
          let members = Int(row["members"] ?? "")
        {
          leaks.append("\(question): share of \(members) tells how many are known")
        }
      }
    }
    return leaks
  }
}
