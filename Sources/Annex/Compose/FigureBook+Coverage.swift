import DialogueModel

extension FigureBook {
  /// Defines the numbers of the comparison with the population.
  mutating func defineCoverage(_ facts: AnnexFacts) {
    let source = "representation.csv"
    for (index, coverage) in facts.content.coverage.enumerated() {
      let channel = coverage.channel
      if let total = coverage.referenceTotal {
        count(
          FigureKey.reference(channel), "Befolkning: \(facts.channelLabel(channel))", total,
          .inhabitants, how: "som i referensen", source: "referensbefolkningen")
      }
      if coverage.organisations > 0 {
        count(
          FigureKey.organisations(channel),
          "Från organisationer: \(facts.channelLabel(channel))", coverage.organisations,
          // An organisation is no person, and its number tells of nobody.
          .work, how: "inlämningar vars svar säger att en organisation svarar",
          source: "register: submission")
        count(
          FigureKey.persons(channel), "Personer: \(facts.channelLabel(channel))",
          coverage.persons, .persons, how: "inlämningar som inte kom från organisationer",
          source: "register: submission")
      }
      let isInternal = facts.content.edition == .internal
      for dimension in coverage.dimensions {
        define(dimension, in: coverage)
        for group in dimension.groups {
          defineDecision(group, of: dimension, in: coverage)
          if isInternal { defineWithUnknown(group, of: dimension, in: coverage) }
        }
      }
      for balance in coverage.balances { define(balance, in: coverage) }
      define(coverage.weighting, in: coverage)
      table(
        "groups/\(channel)",
        "Alla tal i tabell 4\(TableNumbers.letter(index)) och figur 3\(TableNumbers.letter(index))",
        how: Self.method(facts.content), source: source)
      if !coverage.stages.isEmpty {
        table(
          "stages/\(channel)", "Alla tal i tabellerna och figurerna efter varje aktivitet",
          how: "personer per aktivitet och grupp; andel och skillnad av alla dittills",
          source: "register: submission")
      }
    }
    count(
      FigureKey.family, "Grupper som prövas tillsammans", facts.content.familySize, .work,
      how: "grupper med referens, utan spegelgrupper", source: source)
    table(
      "reach", "Alla tal i tabell 5", how: "svar per grupp, bedömning som i tabell 4",
      source: "representation.csv, dialogue.yaml")
  }

  private mutating func define(
    _ balance: AnnexContent.DimensionBalance, in coverage: AnnexContent.ChannelCoverage
  ) {
    guard let dimension = coverage.dimensions.first(where: { $0.id == balance.dimension }) else {
      return
    }
    let basis =
      dimension.groups.map {
        FigureKey.group(coverage.channel, dimension.id, $0.id, "members")
      } + [FigureKey.unknown(coverage.channel, dimension.id)]
    computed(
      FigureKey.overall(coverage.channel, dimension.id, "dissimilarity"),
      "Olikhet mot befolkningen: \(dimension.label)", .share(balance.dissimilarity), from: basis,
      how: "halva summan av andelarnas avstånd", source: "representation.csv")
    computed(
      FigureKey.overall(coverage.channel, dimension.id, "expected"),
      "Olikhet som slumpen ger: \(dimension.label)", .share(balance.expectedDissimilarity),
      from: basis, how: "väntevärdet i en rättvis lottning", source: "representation.csv")
  }

  private mutating func define(
    _ weighting: AnnexContent.Weighting?, in coverage: AnnexContent.ChannelCoverage
  ) {
    guard let weighting, weighting.effective > 0 else { return }
    let channel = coverage.channel
    computed(
      FigureKey.weights(channel, "effective"), "Vad de viktade svaren är värda",
      .count(Int(weighting.effective.rounded())),
      from: [FigureKey.persons(of: coverage)] + Self.basisOfWeights(coverage),
      how: "kvadraten på vikternas summa delat med summan av vikternas kvadrater",
      source: "register: submission")
    computed(
      FigureKey.weights(channel, "designEffect"), "Designeffekt",
      .decimal(Double(weighting.persons) / weighting.effective, decimals: 2),
      from: [FigureKey.persons(of: coverage)] + Self.basisOfWeights(coverage),
      how: "antalet svar delat med vad de viktade är värda", source: "register: submission")
  }

  private static func method(_ content: AnnexContent) -> String {
    let rule = content.rule
    return "metod: Representation, m = \(content.familySize), "
      + "alfa \(Swedish.decimal(rule.alpha, decimals: 2)), "
      + "band \(Swedish.decimal(rule.band.lowerBound, decimals: 2))–"
      + Swedish.decimal(rule.band.upperBound, decimals: 2)
  }

  private mutating func define(
    _ dimension: AnnexContent.DimensionCoverage, in coverage: AnnexContent.ChannelCoverage
  ) {
    let channel = coverage.channel
    let source = "representation.csv"
    let unknown = FigureKey.unknown(channel, dimension.id)
    count(
      unknown, "Ej uppgett: \(dimension.label)", dimension.unknown, .persons,
      how: "personer utan känt svar på frågan", source: source,
      isSensitive: dimension.isSensitive)
    for group in dimension.groups {
      func key(_ what: String) -> String {
        FigureKey.group(channel, dimension.id, group.id, what)
      }
      let assessment = group.assessment
      count(
        key("members"), "Antal: \(group.label)", assessment.count.members, .persons,
        how: "personer som uppgav gruppen", source: source,
        // Where nobody answered, none in the group is no fact about anyone.
        isSensitive: dimension.isSensitive && assessment.count.known > 0)
      let basis = dimension.basis(of: group, in: channel)
      if let share = assessment.share {
        computed(
          key("share"), "Andel av dem som svarade: \(group.label)",
          .share(share, decimals: 1), from: basis,
          how: "gruppens antal delat med dem som uppgav svaret", source: source)
      }
      if let low = assessment.referenceShare {
        let high = assessment.referenceShareHigh ?? low
        define(
          key("referenceShare"), "Andel i befolkningen: \(group.label)",
          low == high
            ? .share(low, decimals: 1) : .shareSpan(low, high, decimals: 0), .inhabitants,
          how: "gruppens antal i referensen delat med hela", source: "referensbefolkningen")
      }
      // Counts that contradict the reference have nothing to be compared with.
      let isComparable = assessment.reason != .dataConflict
      if let ratio = assessment.ratio, isComparable {
        computed(
          key("ratio"), "Kvot: \(group.label)", .decimal(ratio, decimals: 2), from: basis,
          how: "andelen bland dem som svarade delat med andelen i befolkningen", source: source)
      }
      if let low = assessment.ratioLow {
        computed(
          key("ratioLow"), "Kvot mot den högre referensen: \(group.label)",
          .decimal(low, decimals: 2), from: basis, how: "som kvoten, mot referensens högre tal",
          source: source)
      }
      if let span = assessment.ratioInterval90 {
        computed(
          key("span"), "Spann för kvoten: \(group.label)",
          .decimalSpan(span.lowerBound, span.upperBound, decimals: 2), from: basis,
          how: "90-procentigt spann med ändlighetskorrektion", source: source)
      }
      if let gap = assessment.gap, isComparable {
        computed(
          key("gap"), "Skillnad i personer: \(group.label)", .gap(gap), from: basis,
          how: "antal vid samma andel som i befolkningen, minus gruppens antal", source: source)
      }
      if let tipping = assessment.tippingPoint {
        computed(
          key("tipping"), "Okända som skulle ändra bedömningen: \(group.label)",
          .count(tipping), from: basis, how: "minsta antal okända som ändrar bedömningen",
          source: source)
      }
    }
  }

  /// What the comparison rests on, and what it would have taken to decide.
  private mutating func defineDecision(
    _ group: AnnexContent.GroupCoverage, of dimension: AnnexContent.DimensionCoverage,
    in coverage: AnnexContent.ChannelCoverage
  ) {
    let basis = dimension.basis(of: group, in: coverage.channel)
    for (what, label, value, how) in Self.decision(group, of: dimension) {
      computed(
        FigureKey.group(coverage.channel, dimension.id, group.id, what),
        "\(label): \(group.label)", .count(value), from: basis, how: how,
        source: "representation.csv")
    }
  }

  private static func decision(
    _ group: AnnexContent.GroupCoverage, of dimension: AnnexContent.DimensionCoverage
  ) -> [(what: String, label: String, value: Int, how: String)] {
    let assessment = group.assessment
    let count = assessment.count
    var found = [("known", "Uppgav svaret", count.known, "personer med känt svar")]
    if count.unknown != dimension.unknown {
      found.append(
        (
          "unknown", "Okända", count.unknown,
          "personer utan svar, eller med ett svar som saknas i referensen"
        ))
    }
    if let largest = assessment.largestUnder {
      found.append(
        (
          "largestUnder", "Största antal som hade avgjort", largest,
          "största antal som hade gett underrepresenterad, vad de andra grupperna än visar"
        ))
    }
    if let smallest = assessment.smallestOver {
      found.append(
        (
          "smallestOver", "Minsta antal som hade avgjort", smallest,
          "minsta antal som hade gett överrepresenterad, vad de andra grupperna än visar"
        ))
    }
    if let needed = assessment.knownNeeded {
      found.append(
        ("knownNeeded", "Så många hade behövt uppge svaret", needed, "regeln för okända"))
      found.append(("persons", "Personer", count.known + count.unknown, "kända och okända"))
    }
    return found
  }

  /// The ratio with none of the unknown in the group, and with all of them.
  private mutating func defineWithUnknown(
    _ group: AnnexContent.GroupCoverage, of dimension: AnnexContent.DimensionCoverage,
    in coverage: AnnexContent.ChannelCoverage
  ) {
    guard let bounds = group.assessment.ratioBounds, group.assessment.count.unknown > 0 else {
      return
    }
    let basis = dimension.basis(of: group, in: coverage.channel)
    for (what, value, who) in [
      ("ratioWithout", bounds.lowerBound, "ingen"), ("ratioWith", bounds.upperBound, "alla"),
    ] {
      computed(
        FigureKey.group(coverage.channel, dimension.id, group.id, what),
        "Kvot om \(who) av de okända hör till gruppen: \(group.label)",
        .decimal(value, decimals: 2), from: basis, how: "som kvoten, av alla som deltog",
        source: "representation.csv")
    }
  }
}
