import DialogueModel

/// A codebook made ready for tagging: built once, shared by all workers.
///
/// It can be built from any codebook. What is wrong with the codebook stands in ``problems`` and
/// stops nothing: the caller decides what to do about it.
public final class CodebookIndex: Sendable {
  /// The codebook that the index was built from.
  public let codebook: Codebook
  /// What the codebook's editor should know, in a fixed order.
  public let problems: [CodebookProblem]
  let tables: MatchTables

  /// Builds the index of a codebook.
  public init(_ codebook: Codebook) {
    self.codebook = codebook
    tables = MatchTables(codebook)
    problems = CodebookCheck.problems(of: codebook, tables: tables)
  }

  /// All terms, each at the place of its number.
  public var terms: [CodebookTerm] { tables.terms }

  /// The term with a number, or `nil` if the codebook has no such term.
  public func term(_ number: Int) -> CodebookTerm? {
    tables.terms.indices.contains(number) ? tables.terms[number] : nil
  }

  /// The theme with a number, or `nil` if the codebook has no such theme.
  public func theme(_ number: Int) -> Theme? {
    codebook.themes.indices.contains(number) ? codebook.themes[number] : nil
  }
}
