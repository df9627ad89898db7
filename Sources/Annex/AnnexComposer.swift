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
    var composition = Composition(content)
    var document = composition.document()
    if content.edition == .public { document = PublicEdition().apply(to: document) }
    return document.numbered()
  }
}
