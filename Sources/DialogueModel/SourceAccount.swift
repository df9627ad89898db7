/// How many records of one source file had each outcome.
public struct SourceAccount: Sendable, Equatable {
  /// The file's path, relative to the dialogue's folder.
  public var path: String
  /// The SHA-256 of the file's bytes, in lower-case hexadecimal.
  public var sha256: String
  /// The number of records read.
  public var read: Int
  /// The number of records with each outcome.
  public var outcomes: [RecordOutcome: Int]

  /// Makes an account.
  public init(
    path: String, sha256: String, read: Int = 0, outcomes: [RecordOutcome: Int] = [:]
  ) {
    self.path = path
    self.sha256 = sha256
    self.read = read
    self.outcomes = outcomes
  }

  /// The number of records with an outcome.
  public subscript(outcome: RecordOutcome) -> Int {
    get { outcomes[outcome] ?? 0 }
    set { outcomes[outcome] = newValue }
  }

  /// Whether the records read are all accounted for.
  public var balances: Bool { read == outcomes.values.reduce(0, +) }
}
