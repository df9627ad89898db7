import DialogueModel
import Foundation
import Refine

/// Masks one text after another, as a filter: `inspel mask`.
public final class MaskFilter {
  private let masker = PersonalDataMasker()

  /// Makes a filter.
  public init() {}

  /// A text with its personal data masked.
  public func text(_ text: String) -> String { masker.mask(text).text }

  /// A JSON line `{"id","text"}` as `{"id","masked","spans"}`, offsets in Unicode code points of
  /// the input text.
  public func jsonLine(_ line: String, number: Int) throws(InspelError) -> String {
    let item = try TextLine(line, number: number)
    let masked = masker.mask(item.text)
    let spans = zip(masked.spans, masked.codePointRanges).map { span, range in
      Output.Span(
        start: range.lowerBound, end: range.upperBound, type: span.kind.rawValue,
        rule: span.rule.rawValue)
    }
    return try TextLine.encode(Output(id: item.id, masked: masked.text, spans: spans))
  }

  private struct Output: Encodable {
    let id: TextLine.Identifier
    let masked: String
    let spans: [Span]

    struct Span: Encodable {
      let start: Int
      let end: Int
      let type: String
      let rule: String
    }
  }
}
