/// What tagging found in one text: the suggested themes and the evidence for each.
///
/// The themes are in order of score, the highest first, and then in the codebook's order. The
/// hits of a theme are in the order of the text. A result is used again and again: its storage
/// is kept when the next text is tagged.
public struct TagResult: Sendable, Equatable {
  /// The suggested themes.
  public private(set) var themes: [TaggedTheme] = []
  /// The hits of all suggested themes, theme after theme.
  public private(set) var hits: [TagHit] = []

  /// Makes an empty result.
  public init() {}

  /// Whether no theme was suggested.
  public var isEmpty: Bool { themes.isEmpty }

  /// The hits that suggest one of the themes.
  public func evidence(for theme: TaggedTheme) -> ArraySlice<TagHit> { hits[theme.hits] }

  /// Empties the result and keeps its storage.
  public mutating func removeAll() {
    if !themes.isEmpty { themes.removeAll(keepingCapacity: true) }
    if !hits.isEmpty { hits.removeAll(keepingCapacity: true) }
  }

  /// Adds a hit of the theme that ``close(theme:score:)`` will add.
  mutating func append(_ hit: TagHit) { hits.append(hit) }

  /// Adds a theme whose hits are those added since the last theme.
  mutating func close(theme: Int, score: Int) {
    let first = themes.last?.hits.upperBound ?? 0
    themes.append(TaggedTheme(theme: theme, score: score, hits: first..<hits.count))
  }
}
