/// Writes pieces of running text as plain words.
struct PlainText {
  private let figures: [String: Measure]
  private let limit: Int
  private let sensitiveLimit: Int

  init(_ document: AnnexDocument) {
    var figures: [String: Measure] = [:]
    for figure in document.figures { figures[figure.measure.key] = figure.measure }
    self.figures = figures
    limit = document.smallestCount
    sensitiveLimit = document.smallestSensitiveCount
  }

  func words(_ runs: [Inline]) -> String { runs.map(words).joined() }

  /// A sentence, which begins with a capital also when it begins with words for a number.
  func sentence(_ runs: [Inline]) -> String {
    guard case .figure? = runs.first else { return words(runs) }
    return Swedish.capitalised(words(runs))
  }

  func words(_ run: Inline) -> String {
    switch run {
    case .text(let words), .strong(let words), .code(let words): words
    case .link(let words, _), .icon(_, let words): words
    case .figure(let key, let noun): figures[key].map { words($0, noun) } ?? key
    case .number(let measure, let noun): words(measure, noun)
    }
  }

  /// A number in running text, with its noun; words when it is hidden.
  func words(_ measure: Measure, _ noun: Noun?) -> String {
    let (number, rest) = parts(measure, noun)
    return rest.isEmpty ? number : "\(number)\u{A0}\(rest)"
  }

  /// A number in running text and its noun, for a renderer that sets a mark between them.
  func parts(_ measure: Measure, _ noun: Noun?) -> (number: String, noun: String) {
    if let value = measure.value { return (value.runningText, noun?.form(for: value) ?? "") }
    let isSpan = measure.unit == .computed
    switch measure.hiding {
    case .small?:
      let limit = measure.isSensitive ? sensitiveLimit : limit
      return ("färre än \(Swedish.word(limit))", noun?.plural ?? "")
    case .complementary?, .withheld?: return ("ett dolt antal", noun?.plural ?? "")
    case .derived?, nil: return (isSpan ? "ett dolt tal" : "ett dolt antal", noun?.plural ?? "")
    }
  }
}
