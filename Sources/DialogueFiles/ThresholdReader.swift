import DialogueModel

/// Reads the limits of the representation classes, each with its reason.
struct ThresholdReader {
  let root: YAMLBlock

  func read() -> (rule: RepresentationRule, list: [DialogueFile.Threshold]) {
    var rule = RepresentationRule()
    var reasons: [String: String] = [:]
    if let part = root.block("thresholds", keys: DialogueFile.keys(of: "thresholds")) {
      func inner(_ key: String) -> YAMLBlock? {
        guard let block = part.block(key, keys: DialogueFile.keys(of: "thresholds.\(key)")) else {
          return nil
        }
        reasons[key] = block.requiredString("rationale")
        return block
      }
      if let block = inner("alpha"), block.require("value") {
        rule.alpha = block.double("value", in: 0.0001...0.5) ?? rule.alpha
      }
      if let block = inner("parityBand") { rule.band = band(block) ?? rule.band }
      if let block = inner("smallestCount"), block.require("value") {
        rule.smallestCount = block.int("value", in: 1...100) ?? rule.smallestCount
      }
      if let block = inner("referenceNoise"), block.require("value") {
        rule.referenceNoise = block.int("value", in: 0...100) ?? rule.referenceNoise
      }
      if let block = inner("largestUnknownShare"), block.require("value") {
        rule.largestUnknownShare = block.double("value", in: 0...1) ?? rule.largestUnknownShare
      }
    }
    let noise =
      rule.referenceNoise.map(String.init)
      ?? "0, från 2025 \(RepresentationRule.standardNoise)"
    let band = "\(Self.plain(rule.band.lowerBound))–\(Self.plain(rule.band.upperBound))"
    let list = [
      ("alpha", Self.plain(rule.alpha)), ("parityBand", band),
      ("smallestCount", String(rule.smallestCount)),
      ("largestUnknownShare", Self.plain(rule.largestUnknownShare)),
      ("referenceNoise", noise),
    ].map { DialogueFile.Threshold(key: $0.0, value: $0.1, rationale: reasons[$0.0]) }
    return (rule, list)
  }

  private func band(_ block: YAMLBlock) -> ClosedRange<Double>? {
    let low = block.require("low") ? block.double("low", in: 0...1) : nil
    let high = block.require("high") ? block.double("high", in: 1...10) : nil
    guard let low, let high else { return nil }
    guard low < 1, high > 1 else {
      block.invalid(
        "low", "and high do not have 1 between them",
        consequence: "Parity must lie in the band.", remedy: "Choose for example 0.80 and 1.25.")
      return nil
    }
    return low...high
  }

  /// A number as Swift writes it, which no locale changes.
  private static func plain(_ number: Double) -> String { "\(number)" }
}
