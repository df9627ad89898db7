/// In which way an answer says nothing.
public enum EmptyAnswer: String, Sendable, CaseIterable, Codable {
  /// Nothing, or white space and invisible characters only.
  case blank
  /// Punctuation only: "-", "…", "?".
  case punctuationOnly
  /// Words that say that there is no answer: "vet ej", "Not Provided".
  case word
}
