import DialogueModel
import Refine

/// What was masked in a viewpoint, as a few bytes for the register: for each span the number of
/// its rule, where it begins after the last one's end and how long it is, in the original and in
/// the masked text.
enum PackedMasks {
  // The numbers are places in this list, which may only grow at its end.
  private static let rules = MaskingRule.allCases

  static func pack(_ spans: [MaskedSpan], into bytes: inout [UInt8]) {
    var original = 0
    var masked = 0
    for span in spans {
      Varint.append(rules.firstIndex(of: span.rule) ?? 0, to: &bytes)
      Varint.append(span.original.lowerBound - original, to: &bytes)
      Varint.append(span.original.count, to: &bytes)
      Varint.append(span.masked.lowerBound - masked, to: &bytes)
      Varint.append(span.masked.count, to: &bytes)
      original = span.original.upperBound
      masked = span.masked.upperBound
    }
  }

  static func unpack(_ bytes: [UInt8]) -> [MaskedSpan] {
    var spans: [MaskedSpan] = []
    var index = 0
    var original = 0
    var masked = 0
    while index < bytes.count {
      guard let rule = Varint.read(bytes, at: &index), rules.indices.contains(rule),
        let originalStep = Varint.read(bytes, at: &index),
        let originalLength = Varint.read(bytes, at: &index),
        let maskedStep = Varint.read(bytes, at: &index),
        let maskedLength = Varint.read(bytes, at: &index),
        [originalStep, originalLength, maskedStep, maskedLength].allSatisfy({
          (0...Int(UInt32.max)).contains($0)
        })
      else { return spans }
      let start = original + originalStep
      let maskedStart = masked + maskedStep
      spans.append(
        MaskedSpan(
          rule: rules[rule], original: start..<start + originalLength,
          masked: maskedStart..<maskedStart + maskedLength))
      original = start + originalLength
      masked = maskedStart + maskedLength
    }
    return spans
  }
}
