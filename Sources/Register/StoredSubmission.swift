import DialogueModel

/// A submission as the register holds it.
public struct StoredSubmission: Sendable, Equatable {
  /// The number in the order of acceptance.
  public var sequence: Int
  /// The public number.
  public var number: Int
  /// The source's number.
  public var source: Int
  /// The record in the source file.
  public var record: Int
  /// The line where the record begins.
  public var line: Int
  /// The day, when one is known.
  public var day: Int?
  /// One byte for each dimension that is not sensitive.
  public var groups: [UInt8]
  /// What else is known.
  public var flags: SubmissionRow.Flags
  /// How many said it.
  public var times: Int
  /// The closed answers, packed.
  public var closed: [UInt8]
}
