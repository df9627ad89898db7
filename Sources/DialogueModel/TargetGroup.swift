/// A group of inhabitants that a dialogue wants to hear (*målgrupp*), known from declared
/// answers only.
public struct TargetGroup: Sendable, Equatable {
  /// The key within its dimension, such as `16-24`.
  public var id: String
  /// The name in Swedish, such as *16–24 år*.
  public var label: String
  /// The answers that declare membership, compared without case and outer blanks.
  public var answers: [String]
  /// For whole numbers (ages): the range that declares membership.
  public var range: ClosedRange<Int>?
  /// The key of the group of which this one is the other side: it shares that group's test.
  public var mirrorOf: String?

  /// Makes a group.
  public init(
    id: String, label: String, answers: [String] = [], range: ClosedRange<Int>? = nil,
    mirrorOf: String? = nil
  ) {
    self.id = id
    self.label = label
    self.answers = answers
    self.range = range
    self.mirrorOf = mirrorOf
  }
}
