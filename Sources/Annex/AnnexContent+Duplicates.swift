import DialogueModel

extension AnnexContent {
  /// How duplicates were found (*dubbletter*).
  ///
  /// The number of records left out stands in the flow account; these are the parts of it and
  /// what was only noticed.
  public struct Duplicates: Sendable, Equatable {
    /// Records left out since the source's own identifier came a second time.
    public var sameIdentifier: Int
    /// Records left out since the same content came a second time.
    public var sameContent: Int
    /// Accepted submissions that are alike and may have the same sender or come from a
    /// campaign; they were kept.
    public var similarKept: Int
    /// The rule in Swedish words, as one sentence.
    public var rule: String?

    /// Makes the facts on duplicates.
    public init(
      sameIdentifier: Int = 0, sameContent: Int = 0, similarKept: Int = 0, rule: String? = nil
    ) {
      self.sameIdentifier = sameIdentifier
      self.sameContent = sameContent
      self.similarKept = similarKept
      self.rule = rule
    }
  }
}
