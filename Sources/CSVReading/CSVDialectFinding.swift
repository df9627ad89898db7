/// The dialect of a CSV file, and the evidence for it.
public struct CSVDialectFinding: Sendable, Equatable {
  /// The dialect, or `nil` when no delimiter fits.
  public var dialect: CSVDialect?
  /// What was seen in the sample, in plain English, in one line; without a dialect, why.
  public var evidence: String
  /// The number of fields in the first record, with the delimiter that was chosen.
  public var fieldCount: Int

  /// Makes a finding.
  public init(dialect: CSVDialect?, evidence: String, fieldCount: Int = 0) {
    self.dialect = dialect
    self.evidence = evidence
    self.fieldCount = fieldCount
  }
}
