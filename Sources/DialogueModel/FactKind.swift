/// What kind of value a fact is that the policy's duties are checked against.
public enum FactKind: String, Sendable, CaseIterable {
  /// Words.
  case text
  /// A day.
  case date
  /// A whole number.
  case number
  /// Yes or no.
  case flag
  /// A list of words, which can also be counted.
  case list
}
