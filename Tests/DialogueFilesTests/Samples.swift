import DialogueModel
import Foundation

/// Files of the project and texts that the tests share.
enum Samples {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let pipelines = root.appending(path: "pipelines")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func pipelineFiles(_ folder: String) throws -> [String] {
    try FileManager.default
      .contentsOfDirectory(atPath: pipelines.appending(path: folder).path)
      .filter { $0.hasSuffix(".yaml") }.sorted().map { "pipelines/\(folder)/\($0)" }
  }

  /// Facts that checks of a policy file may use.
  static let facts: [String: FactKind] = [
    "purpose": .text, "need": .text, "dialogue.type": .text, "period.from": .date,
    "period.through": .date, "openToAll": .flag, "goals": .list, "feedback": .list,
    "feedback.done": .number,
  ]

  /// The least that a dialogue file must have.
  static let minimal = """
    dialogue:
      id: test
      title: Provet
      type: medborgardialog
      municipality: Hagfors kommun
      idPrefix: HD26
    case:
      registryNumber: KS 2026/118
      title: Skolskjuts
      decidingBody: Kommunfullmäktige
    period:
      from: 2026-04-13
      through: 2026-05-17
    channels:
      - {id: webb, label: Webbenkät}
    sources:
      - {path: inputs/a.csv, profile: limesurvey, channel: webb}
    codebook: codebook.yaml
    """
}

/// A finding in one line, for tables of expectations.
func words(_ findings: [Finding]) -> [String] {
  findings.map { finding in
    let line = finding.place.line.map(String.init) ?? "–"
    return "\(finding.code.rawValue) \(line) \(finding.place.column ?? "–")"
  }
}
