import DialogueModel

/// A span of text that was masked: where it stood, where its replacement stands, by which rule.
///
/// It never holds what was masked.
public struct MaskedSpan: Sendable, Equatable {
  /// The rule that found it.
  public var rule: MaskingRule
  /// The bytes of the original that were masked.
  public var original: Range<Int>
  /// The bytes of the masked text that hold the replacement.
  public var masked: Range<Int>

  /// Makes a span.
  public init(rule: MaskingRule, original: Range<Int>, masked: Range<Int>) {
    self.rule = rule
    self.original = original
    self.masked = masked
  }

  /// The kind of personal data.
  public var kind: PersonalDataKind { rule.kind }
}
