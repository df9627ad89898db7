import DialogueModel

/// Something about a codebook that its editor should know (*brist i kodboken*).
///
/// The codebook can be used all the same. Terms are the codebook's own words, not anyone's
/// personal data, and so they are named.
public struct CodebookProblem: Sendable, Equatable {
  /// What kinds of problem there are.
  public enum Kind: String, Sendable, CaseIterable {
    /// A term has no letter or digit, so it matches nothing.
    case emptyTerm
    /// A term is not in Unicode form NFC, so it cannot be found in text that is.
    case notNormalised
    /// A theme has the same term twice in lists of the same kind.
    case duplicateTerm
    /// A theme has the same term in lists of different kinds; it counts once, with the higher
    /// weight.
    case termOfSeveralKinds
    /// Two themes have the same term; both get the hits.
    case sharedTerm
    /// A term of several words stands in a list of single words; it is matched as a phrase.
    case phraseAmongWords
    /// A term as it is written is always cancelled by an `inte` term of its own theme.
    case alwaysCancelled
    /// A term as it is written always loses to a longer one that is found in the same place.
    case alwaysLoses
    /// Two themes have the same short code.
    case themeIDTwice
    /// Two themes have the same key.
    case themeKeyTwice
    /// A theme's terms together do not reach the threshold, so it is never suggested.
    case themeOutOfReach
    /// A kind that has terms has no weight, so they add nothing to the score.
    case missingWeight
    /// A weight is below 1 or above 1,000,000.
    case weightOutOfRange
    /// The threshold is below 1; it counts as 1.
    case thresholdOutOfRange
    /// At most no theme is to be suggested, so none is.
    case noThemeAllowed
    /// An inflection has a character that no word has, so it matches nothing.
    case unusableInflection
  }

  /// What kind of problem.
  public let kind: Kind
  /// How much it matters.
  public let severity: Severity
  /// The number of the theme, if the problem concerns one.
  public let theme: Int?
  /// The number of the other theme, if the problem lies between two.
  public let otherTheme: Int?
  /// The kind of the term or the weight, if the problem concerns one.
  public let termKind: TermKind?
  /// The term, the key, the code or the inflection, as the codebook writes it.
  public let text: String?
  /// The other term, if the problem lies between two that are not the same.
  public let otherText: String?

  init(
    _ kind: Kind, theme: Int? = nil, otherTheme: Int? = nil, termKind: TermKind? = nil,
    text: String? = nil, otherText: String? = nil
  ) {
    self.kind = kind
    severity = Self.severity(of: kind)
    self.theme = theme
    self.otherTheme = otherTheme
    self.termKind = termKind
    self.text = text
    self.otherText = otherText
  }

  private static func severity(of kind: Kind) -> Severity {
    switch kind {
    case .notNormalised, .themeIDTwice, .themeKeyTwice, .missingWeight, .weightOutOfRange,
      .thresholdOutOfRange, .noThemeAllowed:
      .error
    case .emptyTerm, .duplicateTerm, .alwaysCancelled, .alwaysLoses, .themeOutOfReach,
      .unusableInflection:
      .warning
    case .termOfSeveralKinds, .sharedTerm, .phraseAmongWords: .note
    }
  }
}
