import DialogueModel

/// One term of a codebook (*kodord*), known by its number.
///
/// Terms are numbered through the whole codebook: by theme, then by kind in the order of
/// ``DialogueModel/TermKind``, then by place in the list. The number is what a ``TagHit``
/// carries, and it means the same as long as the codebook is the same.
public struct CodebookTerm: Sendable, Equatable {
  /// The term's number in the codebook, counted from 0.
  public let number: Int
  /// The number of the theme it belongs to, counted from 0 in the codebook's order.
  public let theme: Int
  /// How it is matched.
  public let kind: TermKind
  /// The term as the codebook writes it, with blanks around it removed and blanks inside folded.
  public let text: String
  /// The length of ``text`` in Unicode code points, which decides between overlapping hits.
  public let length: Int
}
