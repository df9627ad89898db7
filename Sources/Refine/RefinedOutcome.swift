/// What a refined value is: a text, or an answer that says nothing.
public enum RefinedOutcome: Sendable, Equatable {
  /// A text with something in it.
  case text
  /// No answer (*tomt svar*), and in which way.
  case empty(EmptyAnswer)
}
