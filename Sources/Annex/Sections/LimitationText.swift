import DialogueModel

/// The sentences of section 5.2: what the numbers on participants cannot say.
enum LimitationText {
  static func sentences(_ facts: AnnexFacts, isPublic: Bool) -> [[Sentence]] {
    var items: [[Sentence]] = []
    let uncounted = facts.usedChannels.filter { channel in
      !facts.content.coverage.contains { $0.channel == channel.id }
    }
    if !uncounted.isEmpty {
      items.append(
        RepresentationStatement.channelsNotCounted(uncounted.map(\.label)).sentences)
    }
    if isPublic {
      let rule = facts.content.rule.smallestCount
      items.append([
        """
        Tal som är mindre än \(Swedish.word(rule)) visas inte, eftersom de kan peka ut någon.
        """
      ])
    }
    if !facts.content.coverage.isEmpty {
      items.append(RepresentationStatement.sameTwice.sentences)
    }
    for coverage in facts.content.coverage {
      if coverage.organisations > 0 {
        items.append(
          RepresentationStatement.organisations(
            .mark(FigureKey.organisations(coverage.channel), .submissions)
          ).sentences)
      }
      for dimension in coverage.dimensions { items += limits(dimension, coverage) }
      let unknown = unknown(coverage)
      if !unknown.isEmpty { items.append(unknown) }
    }
    for plan in facts.dialogue.groupsToReach where plan.group == nil {
      items.append(RepresentationStatement.groupNotMeasured(plan.label).sentences)
    }
    items.append(
      RepresentationStatement.balanceIsNoOpinion(isSelfSelected: facts.isSelfSelected).sentences)
    return items
  }

  /// Who left which question without an answer.
  private static func unknown(_ coverage: AnnexContent.ChannelCoverage) -> [Sentence] {
    // That a sensitive question is passed over would tell that nobody left it open.
    coverage.dimensions.filter { $0.unknown > 0 || $0.isSensitive }.flatMap { dimension in
      var sentences = CoverageText.unknown(dimension, coverage)
      if dimension.unknown * 2 > coverage.persons, dimension.unknown < coverage.persons {
        sentences += RepresentationStatement.mostUnknown.sentences
      }
      return sentences
    }
  }

  private static func limits(
    _ dimension: AnnexContent.DimensionCoverage, _ coverage: AnnexContent.ChannelCoverage
  ) -> [[Sentence]] {
    var items: [[Sentence]] = []
    if let reason = dimension.noReference {
      items.append(
        RepresentationStatement.dimensionWithoutReference(
          dimension: dimension.label, reason: reason
        ).sentences)
    } else if coverage.referenceTotal != nil {
      let missing = dimension.groups.filter { !$0.assessment.hasReference }.map(\.label)
      if !missing.isEmpty {
        items.append(RepresentationStatement.groupsWithoutReference(missing).sentences)
      }
    }
    return items
  }
}
