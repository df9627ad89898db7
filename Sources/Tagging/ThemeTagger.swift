/// Finds the themes of texts (*temasättning*), one text at a time.
///
/// A tagger belongs to one worker: it is not `Sendable`, and several taggers may share one
/// ``TaggerMemory``. Each word form is resolved once and the outcome remembered there, so that the
/// cost of a text is mostly that of finding its words. What a tagger met before never changes what it
/// finds: two taggers give the same result for the same text. Once its storage has grown to the
/// texts at hand, tagging allocates nothing, but for new word forms and for texts with more than
/// about 60 hits.
///
/// ```swift
/// let index = CodebookIndex(codebook)
/// let tagger = ThemeTagger(index)
/// let result = tagger.tag("Det behövs en cykelväg till skolan.")
/// for theme in result.themes {
///   print(index.theme(theme.theme)?.key ?? "", theme.score)
///   for hit in result.evidence(for: theme) {
///     print(index.term(hit.term)?.text ?? "", hit.kind, hit.start, hit.end)
///   }
/// }
/// ```
///
/// ## Words
///
/// A token is a stretch of letters and decimal digits, with the combining marks that follow them.
/// A hyphen (also U+2010 and U+2011), an apostrophe (also U+2019) or a colon with a letter on both
/// sides keeps the parts together: *e-tjänst*, *va-taxa*, *sfi:s*. A hyphen before a line break
/// does so too (*skol-* and *skjuts* on the next line), unless the next word is *och*, *eller*,
/// *samt* or *respektive*. Any other hyphen is no part of a token: *gång- och cykelväg* has three.
/// Case is folded. A masked span, `[` and what was masked and `borttaget]` or `borttagen]`, has
/// no tokens.
///
/// A token is tried as it stands and, if it has hyphens, also without them. If that matches no
/// term and no word of a phrase, and the token ends with a colon and `s` or one of the codebook's
/// endings, it is tried without those: *sfi:s* as *sfi*.
///
/// ## Terms
///
/// | Kind | A hit is |
/// |---|---|
/// | `ord` | the term with one of the codebook's endings; the empty ending always is one |
/// | `led` | a token that begins with the term |
/// | `slut` | a token of which some end, or the whole, is matched as `ord` |
/// | `fras` | tokens after each other, each matched as `ord` by a word of the term |
/// | `svag` | as `ord`, in company only: see below |
/// | `inte` | as `ord`, but cancels: see below |
///
/// Where the codebook says so (`dropsFinalVowel`), a word whose last letter is *a* or *e* is also
/// matched as `ord` without that letter, with an ending that begins with *a*, *e*, *i*, *o*, *u*,
/// *y*, *å*, *ä* or *ö*.
///
/// A term of several words is a phrase whatever list it stands in, and keeps that list's kind; a
/// `fras` of one word is matched as `ord`. A term is read into words by the rules for texts.
/// Between the tokens of a phrase there may be white space and hyphens and nothing else.
///
/// A compound written as two words is found too: two tokens with one space between them, that
/// joined are matched by an `ord` or `led` term which reaches from the first token's beginning
/// into the second: *cykel väg*, *skol skjutsen*. Neither token alone may match the term, a vowel
/// is not dropped, and the first token may not be a small word such as *för* or *när*: *bättre för
/// skolan* is not about preschools (*förskola*).
///
/// ## Choice
///
/// 1. A hit of an `inte` term cancels the hits of its own theme that share a token with it.
/// 2. A `svag` hit is dropped unless its theme has a hit of another term in the text. Terms of a
///    theme that have the same words are one term here and when scores are added up.
/// 3. Of hits that share a token, the one with the longest term wins, over all themes; length is
///    that of the term as written, in code points. Equally long terms of different themes are all
///    kept; of one theme the leftmost is, then that of the heavier kind, then the one that comes
///    first in the codebook. A hit that lost takes no other hit with it.
/// 4. Step 2 once more, for what has lost its company in step 3.
///
/// The score of a theme is the sum over its distinct terms that have a hit left, each with the
/// weight of its kind, the highest if it was found in several. A theme is suggested if its score
/// reaches the threshold, and at most so many themes as the codebook allows are: the highest
/// scores first, then in the codebook's order. A negation in the text changes nothing.
public final class ThemeTagger {
  /// The codebook that texts are tagged by.
  public let index: CodebookIndex
  private var engine: TaggingEngine

  /// Makes a tagger for a codebook, with a memory of its own.
  public convenience init(_ index: CodebookIndex) { self.init(TaggerMemory(index)) }

  /// Makes a tagger that shares its memory with others, or will.
  public init(_ memory: TaggerMemory) {
    index = memory.index
    engine = TaggingEngine(index.tables, memory.memo)
  }

  /// Finds the themes of a text and writes them to a result, whose storage is used again.
  ///
  /// The text is UTF-8 in NFC, cleaned and masked; offsets in the result are offsets in it. The
  /// buffer is read within its bounds only, so it needs no padding. What is found in bytes that
  /// are not UTF-8 is not defined, and looking is safe. A text must be shorter than 4 GiB.
  public func tag(_ text: UnsafeBufferPointer<UInt8>, into result: inout TagResult) {
    engine.read(text)
    engine.tag(into: &result)
  }

  /// Finds the themes of a string; for the edges and for tests.
  public func tag(_ text: String) -> TagResult {
    var result = TagResult()
    var text = text
    text.withUTF8 { tag($0, into: &result) }
    return result
  }

  /// The number of bytes that can be read after a text where many are tagged.
  public static let padding = TextScanner.padding

  /// Finds the themes of many texts, one after the other.
  ///
  /// It is as calling ``tag(_:into:)`` for each, and quicker: no text is copied, and each is read
  /// while the one before it is tagged, so that what is known of its words is there when it is
  /// wanted.
  ///
  /// - Parameters:
  ///   - count: The number of texts.
  ///   - context: What the two functions work on.
  ///   - text: The bytes of a text, which stay where they are until its result has been taken.
  ///     After them ``padding`` bytes can be read, whatever they are.
  ///   - take: Takes the result of a text, in order.
  public func tag<Context: ~Copyable>(
    count: Int, in context: inout Context,
    text: (Int, borrowing Context) -> UnsafeBufferPointer<UInt8>,
    take: (Int, inout Context, borrowing TagResult) -> Void
  ) {
    var result = TagResult()
    for index in 0..<count {
      if index == 0 { engine.read(text(0, context), isPadded: true) }
      if index + 1 < count { engine.read(text(index + 1, context), isPadded: true) }
      engine.tag(into: &result)
      take(index, &context, result)
    }
  }
}
