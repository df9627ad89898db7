/// Finds the themes of texts (*temasättning*), one text at a time.
///
/// A tagger belongs to one worker: it is not `Sendable`, and several taggers may share one
/// ``CodebookIndex``. It resolves each word form once and remembers the outcome, so that the cost
/// of a text is mostly that of finding its words. What a tagger met before never changes what it
/// finds: two taggers give the same result for the same text. Once its storage has grown to the
/// texts at hand, tagging allocates nothing, but for new word forms and for texts with more than
/// about 60 hits.
///
/// ```swift
/// let index = CodebookIndex(codebook)
/// let tagger = ThemeTagger(index)
/// let result = tagger.tag("Det behövs en cykelväg till skolan.")
/// for theme in result.themes {
///   for hit in result.evidence(for: theme) { … }
/// }
/// ```
public final class ThemeTagger {
  /// The number of word forms that a tagger remembers unless told otherwise: at most about
  /// 28 MB, and far more than the vocabulary of most dialogues.
  public static let standardMemoLimit = 1 << 18

  /// The codebook that texts are tagged by.
  public let index: CodebookIndex
  private var engine: TaggingEngine

  /// Makes a tagger for a codebook.
  ///
  /// - Parameters:
  ///   - index: The codebook.
  ///   - memoLimit: The number of word forms to remember. When it is reached, all are forgotten;
  ///     the results are the same with any limit.
  public init(_ index: CodebookIndex, memoLimit: Int = ThemeTagger.standardMemoLimit) {
    self.index = index
    engine = TaggingEngine(index.tables, memoLimit: min(max(memoLimit, 1), 1 << 24))
  }

  /// Finds the themes of a text and writes them to a result, whose storage is used again.
  ///
  /// The text is UTF-8 in NFC, cleaned and masked; offsets in the result are offsets in it. The
  /// buffer is read within its bounds only, so it needs no padding. Bytes that are not UTF-8 are
  /// no part of any defined result, and are safe.
  public func tag(_ text: UnsafeBufferPointer<UInt8>, into result: inout TagResult) {
    engine.tag(text, into: &result)
  }

  /// Finds the themes of a string; for the edges and for tests.
  public func tag(_ text: String) -> TagResult {
    var result = TagResult()
    var text = text
    text.withUTF8 { engine.tag($0, into: &result) }
    return result
  }
}
