import DialogueModel

/// One place in a text where a term of the codebook was found (*belägg*).
///
/// The span covers whole tokens, from the first to the last, also where the term is only a part
/// of a word. Offsets count UTF-8 bytes of the text; ``CodePointCounter`` turns them into code
/// points.
public struct TagHit: Sendable, Equatable {
  /// Where the first token begins, in bytes.
  public let start: Int
  /// Where the last token ends, in bytes.
  public let end: Int
  /// The number of the term in the codebook.
  public let term: Int
  /// How the term was matched.
  public let kind: TermKind

  /// Makes a hit.
  public init(start: Int, end: Int, term: Int, kind: TermKind) {
    self.start = start
    self.end = end
    self.term = term
    self.kind = kind
  }
}
