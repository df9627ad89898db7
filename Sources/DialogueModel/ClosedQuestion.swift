/// What a dialogue file says of a question with answers to choose from (*fast svar*).
///
/// A column's own name is often a code. Without this, the annex prints the name, and the answers
/// in the order of how many chose them.
public struct ClosedQuestion: Sendable, Equatable {
  /// The name of the column or the path, as the sources have it.
  public var column: String
  /// The question in Swedish, as it was asked.
  public var label: String
  /// The answers in the order of the form; others come after them.
  public var answers: [String]

  /// Makes a question.
  public init(column: String, label: String, answers: [String] = []) {
    self.column = column
    self.label = label
    self.answers = answers
  }
}
