/// A finding as JSON, wherever a command writes one.
public struct FindingDocument: Codable, Sendable, Equatable {
  /// The code.
  public let code: String
  /// The severity, by name.
  public let severity: String
  /// The file.
  public let file: String
  /// The line, from 1.
  public let line: Int?
  /// The record, from 1.
  public let record: Int?
  /// The column or key.
  public let column: String?
  /// What is wrong.
  public let summary: String
  /// What follows from it.
  public let consequence: String
  /// What to do.
  public let remedy: String

  /// Takes a finding apart.
  public init(_ finding: Finding) {
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
