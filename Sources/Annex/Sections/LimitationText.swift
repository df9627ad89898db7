import DialogueModel

/// The sentences of section 5.2: what the numbers on participants cannot say.
enum LimitationText {
  static func sentences(_ facts: AnnexFacts, isPublic: Bool) -> [[Sentence]] {
    var items: [[Sentence]] = []
    let uncounted = facts.usedChannels.filter { channel in
      !facts.content.coverage.contains { $0.channel == channel.id }
    }
    if !uncounted.isEmpty {
      let names = Swedish.list(uncounted.map(\.label))
      items.append([
        uncounted.count == 1
          ? "Svarsvägen \(names) räknar inte personer och jämförs inte med befolkningen."
          : "Svarsvägarna \(names) räknar inte personer och jämförs inte med befolkningen."
      ])
    }
    if isPublic {
      let rule = facts.content.rule.smallestCount
      items.append([
        """
        Tal som är mindre än \(Swedish.word(rule)) visas inte, eftersom de kan peka ut någon.
        """
      ])
    }
    for coverage in facts.content.coverage {
      for dimension in coverage.dimensions { items += limits(dimension, coverage) }
      let unknown = unknown(coverage)
      if !unknown.isEmpty { items.append(unknown) }
    }
    for plan in facts.dialogue.groupsToReach where plan.group == nil {
      items.append([
        "Vi har inte mätt gruppen \(plan.label).",
        "Därför kan vi inte säga hur väl den är företrädd.",
      ])
    }
    items.append([
      "Deltagarna valde själva att svara.",
      "Att grupper är i balans säger inget om hur åsikterna fördelar sig inom dem.",
    ])
    return items
  }

  /// Who left which question without an answer.
  private static func unknown(_ coverage: AnnexContent.ChannelCoverage) -> [Sentence] {
    coverage.dimensions.filter { $0.unknown > 0 }.flatMap { dimension in
      var sentences = [CoverageText.unknown(dimension, coverage)]
      if dimension.unknown * 2 > coverage.persons, dimension.unknown < coverage.persons {
        sentences.append("Det är fler än hälften, och frågan går inte att bedöma.")
      }
      return sentences
    }
  }

  private static func limits(
    _ dimension: AnnexContent.DimensionCoverage, _ coverage: AnnexContent.ChannelCoverage
  ) -> [[Sentence]] {
    var items: [[Sentence]] = []
    if let reason = dimension.noReference {
      items.append([
        "För frågan \(Swedish.lowered(dimension.label)) finns ingen referens.",
        Sentence(Swedish.sentence(reason)),
      ])
    } else if coverage.referenceTotal != nil {
      let missing = dimension.groups.filter { !$0.assessment.hasReference }.map(\.label)
      if !missing.isEmpty {
        let names = Swedish.list(missing)
        items.append([
          missing.count == 1
            ? "Gruppen \(names) har inget tal att jämföras med."
            : "Grupperna \(names) har inget tal att jämföras med."
        ])
      }
    }
    return items
  }
}
