/// A problem in the data: a value that is collected while the work goes on.
///
/// A finding never holds a participant's text. Its words say what is wrong, what follows from
/// it and what to do, and its place says where.
public struct Finding: Sendable, Equatable {
  /// The stable code, documented in the page *Finding codes*.
  public var code: FindingCode
  /// How much it matters; the code's own severity unless raised or lowered.
  public var severity: Severity
  /// Where it is.
  public var place: Place
  /// What is wrong, as one clause without a full stop.
  public var summary: String
  /// What follows from it, as whole sentences; may be empty.
  public var consequence: String
  /// What to do, as whole sentences.
  public var remedy: String

  /// Makes a finding.
  public init(
    _ code: FindingCode, at place: Place, severity: Severity? = nil, _ summary: String,
    consequence: String = "", remedy: String
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.place = place
    self.summary = summary
    self.consequence = consequence
    self.remedy = remedy
  }
}
