import DialogueModel

extension FigureBook {
  /// Defines the numbers of the closed questions.
  mutating func defineClosed(_ facts: AnnexFacts) {
    for question in facts.content.closed {
      let coverage = facts.content.coverage.first { $0.channel == question.channel }
      define(question, weights: coverage.map(Self.basisOfWeights) ?? [])
    }
    table(
      "closed", "Alla tal i tabellerna över frågor med fasta svar",
      how: "inlämningar per svar", source: "register: submission")
  }

  /// The counts that a channel's weights are made of, and could be computed from them.
  static func basisOfWeights(_ coverage: AnnexContent.ChannelCoverage) -> [String] {
    let separate = coverage.weighting?.separate ?? []
    return coverage.dimensions.flatMap { dimension -> [String] in
      let groups = dimension.groups.filter { separate.contains("\(dimension.id)/\($0.id)") }
      guard coverage.weighting?.dimensions.contains(dimension.label) == true else { return [] }
      return groups.map { FigureKey.group(coverage.channel, dimension.id, $0.id, "members") }
        + [FigureKey.unknown(coverage.channel, dimension.id)]
    }
  }

  private mutating func define(
    _ question: AnnexContent.ClosedAnswers, weights: [String]
  ) {
    let source = "register: submission"
    func key(_ what: String) -> String {
      FigureKey.closed(question.channel, question.name, what)
    }
    count(
      key("asked"), "Fick frågan: \(question.label)", question.asked, .submissions,
      how: "inlämningar från källor som ställer frågan", source: source)
    if question.organisations > 0 {
      count(
        key("organisations"), "Organisationer: \(question.label)", question.organisations,
        .work, how: "inlämningar från organisationer, som räknas för sig", source: source)
    }
    count(
      key("answered"), "Svarade: \(question.label)", question.answered, .submissions,
      how: "inlämningar med minst ett svar på frågan", source: source)
    count(
      key("missing"), "Svarade inte: \(question.label)", question.asked - question.answered,
      .submissions, how: "de som fick frågan minus de som svarade", source: source)
    for option in question.options {
      func optionKey(_ what: String) -> String {
        FigureKey.option(question.channel, question.name, option.label, what)
      }
      count(
        optionKey("count"), "\(question.label) \(option.label)", option.count, .submissions,
        how: "inlämningar med svaret", source: source)
      guard question.answered > 0 else { continue }
      computed(
        optionKey("share"), "Andel: \(question.label) \(option.label)",
        .share(Double(option.count) / Double(question.answered), decimals: 1),
        from: [optionKey("count"), key("answered")], how: "svaret delat med dem som svarade",
        source: source)
      if let weighted = option.weighted {
        computed(
          optionKey("weighted"), "Viktad andel: \(question.label) \(option.label)",
          .share(weighted, decimals: 1),
          from: [optionKey("count"), key("answered")] + weights,
          how: "summan av vikterna för svaret delat med summan för alla svar", source: source)
      }
      if let error = option.error {
        computed(
          optionKey("error"), "Osäkerhet: \(question.label) \(option.label)",
          .share(error, decimals: 1),
          from: [optionKey("count"), key("answered")] + weights,
          how: "halva det 95-procentiga intervallet", source: source)
      }
    }
  }
}
