/// What a group's comparison tells a reader of counts that are hidden.
public enum ComparisonTelling: Sendable, Equatable {
  /// Nothing: it would be the same for all that the reader thinks possible.
  case nothing
  /// The class tells nothing, and how many unknown would change it does.
  case lines
  /// The class itself tells of hidden counts.
  case classification
}
