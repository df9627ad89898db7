import DialogueModel

/// What a reader may take the counts of a group for, when some of them are hidden.
public struct GroupRoom: Sendable, Equatable {
  /// The true counts.
  public var count: GroupCount
  /// The members that the reader thinks possible; `nil` when nothing is said of how many.
  public var members: ClosedRange<Int>?
  /// Whether the reader knows how many answered the question and how many did not.
  public var knowsAnswers: Bool

  /// Makes the room of a group.
  public init(_ count: GroupCount, members: ClosedRange<Int>?, knowsAnswers: Bool) {
    self.count = count
    self.members = members
    self.knowsAnswers = knowsAnswers
  }
}
