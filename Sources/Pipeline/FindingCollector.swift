import DialogueModel

/// Collects findings in order, and keeps a flood of the same kind from filling the list: of each
/// code and file the first are kept, the rest are counted and told in one finding at the end.
///
/// The register keeps the place of every record that was set aside, flood or not.
struct FindingCollector {
  private(set) var findings: [Finding] = []
  private var counts: [Key: Int] = [:]
  private let limit: Int

  private struct Key: Hashable {
    let code: FindingCode
    let file: String
  }

  init(limit: Int = 200) { self.limit = limit }

  mutating func add(_ finding: Finding) {
    let key = Key(code: finding.code, file: finding.place.file)
    let count = (counts[key] ?? 0) + 1
    counts[key] = count
    if count <= limit { findings.append(finding) }
  }

  mutating func add(contentsOf more: [Finding]) { for finding in more { add(finding) } }

  /// Adds the findings that tell what was not listed.
  mutating func finish() -> [Finding] {
    let over = counts.filter { $0.value > limit }
      .sorted { ($0.key.file, $0.key.code.rawValue) < ($1.key.file, $1.key.code.rawValue) }
    for (key, count) in over {
      findings.append(
        Finding(
          .limitReached, at: Place(file: key.file), severity: key.code.severity,
          "\(count - limit) more findings of the kind \(key.code.rawValue)",
          consequence: "The first \(limit) are listed.",
          remedy: "Mend the cause and run again. The register lists every record set aside."))
    }
    counts = [:]
    return findings
  }

  /// The number of findings at or above a severity, those not listed included.
  func count(atLeast severity: Severity) -> Int { findings.count { $0.severity >= severity } }
}
