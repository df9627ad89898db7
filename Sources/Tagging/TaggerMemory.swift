/// What the word forms that were met mean to a codebook; for one tagger or several.
///
/// Several taggers may use it at the same time. What one of them has met the others need not
/// resolve again, and it changes nothing of what they find.
public final class TaggerMemory: Sendable {
  /// The number of word forms that are remembered unless something else is said: at most about
  /// 20 MB, or twice that while one table is left for another, and far more than the vocabulary of
  /// most dialogues.
  public static let standardLimit = 1 << 18

  /// The codebook.
  public let index: CodebookIndex
  let memo: FormMemo

  /// Makes an empty memory.
  ///
  /// - Parameters:
  ///   - index: The codebook.
  ///   - limit: The number of word forms to remember. When it is reached, all are forgotten; the
  ///     results are the same with any limit.
  public init(_ index: CodebookIndex, limit: Int = TaggerMemory.standardLimit) {
    self.index = index
    memo = FormMemo(limit: limit)
  }
}
