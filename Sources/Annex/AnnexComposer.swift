import DialogueModel

/// Composes the annex from its content.
public struct AnnexComposer: Sendable {
  /// The largest number of submissions that appendix A lists itself.
  public static let longestList = 2000

  /// Makes a composer.
  public init() {}

  /// Composes the annex; for the public edition, small counts are hidden.
  public func compose(_ content: AnnexContent) -> AnnexDocument {
    AnnexDocument(
      edition: content.edition, isSynthetic: content.dialogue.isSynthetic,
      dialogue: content.dialogue.id,
      registryNumber: content.dialogue.decisionCase.registryNumber,
      version: content.run.programVersion,
      head: .init(
        municipality: "", reference: "", kind: "", title: "", lead: "", facts: [],
        runningHead: ""))
  }
}
