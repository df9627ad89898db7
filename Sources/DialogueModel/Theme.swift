/// A subject that viewpoints are sorted under (*tema*).
public struct Theme: Sendable, Equatable {
  /// The short code printed in documents, such as `T04`.
  public var id: String
  /// The key that programs use, such as `skolskjuts`.
  public var key: String
  /// The name in Swedish.
  public var label: String
  /// What the theme covers, where the codebook says so.
  public var summary: String?
  /// Who is responsible where it is not the municipality, such as `region`.
  public var responsible: String?
  /// The terms of each kind, in the file's order.
  public var terms: [TermKind: [String]]

  /// Makes a theme.
  public init(
    id: String, key: String, label: String, summary: String? = nil, responsible: String? = nil,
    terms: [TermKind: [String]]
  ) {
    self.id = id
    self.key = key
    self.label = label
    self.summary = summary
    self.responsible = responsible
    self.terms = terms
  }
}
