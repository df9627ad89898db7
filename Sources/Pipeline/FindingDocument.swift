import DialogueModel

/// A finding as JSON.
struct FindingDocument: Codable, Sendable {
  let code: String
  let severity: String
  let file: String
  let line: Int?
  let record: Int?
  let column: String?
  let summary: String
  let consequence: String
  let remedy: String

  init(_ finding: Finding) {
    code = finding.code.rawValue
    severity = finding.severity.rawValue
    file = finding.place.file
    line = finding.place.line
    record = finding.place.record
    column = finding.place.column
    summary = finding.summary
    consequence = finding.consequence
    remedy = finding.remedy
  }
}
