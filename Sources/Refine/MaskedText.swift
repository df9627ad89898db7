/// A text with its personal data masked, and what was masked in it.
public struct MaskedText: Sendable, Equatable {
  /// The text, each span replaced by the words of its kind; otherwise byte for byte the input.
  public var text: String
  /// What was masked, in the order of the text; offsets are bytes of UTF-8.
  public var spans: [MaskedSpan]
  /// For each span, where it stood in the input, counted in Unicode code points.
  public var codePointRanges: [Range<Int>]
}
