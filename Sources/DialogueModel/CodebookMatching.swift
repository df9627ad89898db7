/// The rules for matching a codebook's terms against text.
public struct CodebookMatching: Sendable, Equatable {
  /// The endings that a whole word may have; the empty ending is one of them.
  public var inflections: [String]
  /// The weight of a hit of each kind.
  public var weights: [TermKind: Int]
  /// The score that a theme must reach to be suggested.
  public var threshold: Int
  /// The largest number of themes suggested for one viewpoint.
  public var maximumThemes: Int
  /// Whether a term's final *a* or *e* may give way to an ending that begins with a vowel, so that
  /// *skola* also matches *skolor*.
  ///
  /// Off unless the codebook says so.
  public var dropsFinalVowel: Bool

  /// Makes matching rules.
  public init(
    inflections: [String], weights: [TermKind: Int], threshold: Int, maximumThemes: Int,
    dropsFinalVowel: Bool = false
  ) {
    self.inflections = inflections
    self.weights = weights
    self.threshold = threshold
    self.maximumThemes = maximumThemes
    self.dropsFinalVowel = dropsFinalVowel
  }
}
