import DialogueModel

/// A record that does not count, as the register holds it.
public struct StoredSetAside: Sendable, Equatable {
  /// The source's number.
  public var source: Int
  /// The record in the source file.
  public var record: Int
  /// The line where the record begins.
  public var line: Int
  /// What became of it.
  public var outcome: RecordOutcome
  /// The finding's code, when one says why.
  public var code: String?
  /// The submission that it repeats, for a duplicate.
  public var repeats: Int?
}
