/// What was mended in one batch of records, and what was found that cannot be.
public struct LetterMending: Sendable, Equatable {
  /// The number of byte sequences that were mended.
  public var sequences = 0
  /// The index in the batch of the first record with one.
  public var firstMended: Int?
  /// The number of replacement characters (U+FFFD): letters lost before the export.
  public var lostLetters = 0
  /// The index in the batch of the first record with one.
  public var firstLost: Int?

  /// Makes an empty count.
  public init() {}
}
