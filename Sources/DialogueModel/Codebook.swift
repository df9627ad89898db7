/// A list of themes with the words that suggest each of them (*kodbok*).
public struct Codebook: Sendable, Equatable {
  /// The codebook's name, stable over versions.
  public var id: String
  /// The version, printed beside every figure that rests on the codebook.
  public var version: String
  /// Where the codebook stands: `förslag` or `fastställd`, as the file says.
  public var status: String
  /// The language of the terms, as a BCP 47 tag.
  public var language: String
  /// How terms are matched.
  public var matching: CodebookMatching
  /// The themes, in the file's order, which also breaks ties.
  public var themes: [Theme]

  /// Makes a codebook.
  public init(
    id: String, version: String, status: String, language: String,
    matching: CodebookMatching, themes: [Theme]
  ) {
    self.id = id
    self.version = version
    self.status = status
    self.language = language
    self.matching = matching
    self.themes = themes
  }
}
