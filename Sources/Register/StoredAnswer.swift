/// A closed answer as the register holds it.
public struct StoredAnswer: Sendable, Equatable {
  /// The submission's number in the order of acceptance.
  public var submission: Int
  /// The question's number.
  public var question: Int
  /// The normalised and masked answer, as UTF-8.
  public var answer: [UInt8]
}
