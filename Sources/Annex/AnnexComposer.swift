import DialogueModel

/// Composes the annex from its content.
///
/// Composing knows nothing of HTML, and of small counts only that the public edition leaves out
/// what is for the municipality alone; ``PublicEdition`` then hides them wherever they stand.
public struct AnnexComposer: Sendable {
  /// The largest number of submissions that appendix A lists itself.
  public static let longestList = 2000

  /// Makes a composer.
  public init() {}

  /// Composes the annex; for the public edition, small counts are hidden.
  public func compose(_ content: AnnexContent) -> AnnexDocument {
    compose(content, earlier: []).document
  }

  /// Composes the annex beside the versions of it that were published before.
  ///
  /// - Parameters:
  ///   - content: The content; for the public edition, small counts are hidden.
  ///   - earlier: The versions published before, oldest first.
  /// - Returns: The document, and what a reader of several versions could still find out; always
  ///   empty for the internal edition.
  public func compose(
    _ content: AnnexContent, earlier: [EarlierEdition]
  ) -> PublicEdition.Outcome {
    var composition = Composition(content)
    let document = composition.document()
    var outcome = PublicEdition.Outcome(document: document, exposed: [], changedGroups: [])
    if content.edition == .public { outcome = PublicEdition(earlier: earlier).edit(document) }
    outcome.document = outcome.document.numbered()
    return outcome
  }
}
