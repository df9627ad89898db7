/// How a codebook term is matched; the names are those of the codebook file.
public enum TermKind: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
  /// A phrase: words after each other, each matched as a whole word (*fras*).
  case fras
  /// A compound part at the beginning of a word (*led*).
  case led
  /// A compound head at the end of a word, with an ending (*slut*).
  case slut
  /// A whole word with an ending (*ord*).
  case ord
  /// A weak word, counted only together with another term of the theme (*svag*).
  case svag
  /// A word or phrase that cancels the theme's hits that it overlaps (*inte*).
  case inte
}
