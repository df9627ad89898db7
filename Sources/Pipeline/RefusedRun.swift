import DialogueModel

/// A run that was refused before anything was written, with every reason that was found.
public struct RefusedRun: Error, Sendable {
  /// What was found; at least one finding is an error.
  public let findings: [Finding]

  /// Makes a refusal.
  public init(findings: [Finding]) { self.findings = findings }
}
