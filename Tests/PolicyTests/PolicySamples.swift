import DialogueFiles
import DialogueModel
import Foundation
import Policy
import Testing

/// The project's policy file and sample, and a dialogue in which nothing is said.
enum PolicySamples {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func duties() throws -> [PolicyDuty] {
    let path = "pipelines/policy/hagfors-medborgardialog.yaml"
    return try #require(
      PolicyFile.load(text: text(path), file: path, facts: PolicyFacts.kinds).0
    ).duties
  }

  static func sampleDialogue() throws -> Dialogue {
    let scales = ScalesFile.load(text: try text("pipelines/scales.yaml"), file: "s").0?.scales
    return try #require(
      DialogueFile.load(
        text: text("samples/skolskjuts-rada/dialogue.yaml"), file: "d", scales: scales ?? []
      ).0
    ).dialogue
  }

  static func sampleResponses() throws -> [Response] {
    try #require(
      ResponsesFile.load(text: text("samples/skolskjuts-rada/responses.yaml"), file: "r").0
    ).responses
  }

  static let themes = [
    "hallplatslage", "trafiksakerhet", "tider", "belysning", "information", "vaxelvis",
    "tillganglighet", "kollektivtrafik",
  ]

  /// The least that a dialogue can be.
  static func bare() throws -> Dialogue {
    let from = try #require(CalendarDate("2026-04-13"))
    let through = try #require(CalendarDate("2026-05-17"))
    return Dialogue(
      id: "bar", title: "T", kind: .citizenDialogue, municipality: "Hagfors kommun",
      idPrefix: "HD26",
      decisionCase: DecisionCase(
        registryNumber: "KS 2026/118", title: "T", decidingBody: "Kommunfullmäktige"),
      influence: Influence(), period: try #require(DialoguePeriod(from: from, through: through)))
  }

  /// Text with every run of blanks as one blank.
  static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
