import DialogueModel

/// Sentences on how those who answered compare with the population.
enum CoverageText {
  /// The number of groups that the summary names one by one.
  static let longestList = 2

  /// The sentences of the summary for one channel.
  static func summary(
    _ coverage: AnnexContent.ChannelCoverage, _ facts: AnnexFacts, named: Bool
  ) -> [Sentence] {
    let label = facts.channelLabel(coverage.channel)
    guard coverage.referenceTotal != nil else {
      return [
        """
        För svarsvägen \(label) saknas referens, och de som svarade går inte att jämföra med \
        befolkningen.
        """
      ]
    }
    let tested = groups(coverage).filter {
      $0.group.mirrorOf == nil && $0.group.assessment.hasReference
    }
    var sentences: [Sentence] = []
    if tested.isEmpty {
      sentences.append("I svarsvägen \(label) har ingen grupp något tal att jämföras med.")
    } else {
      if named { sentences.append("Jämförelsen nedan gäller svarsvägen \(label).") }
      sentences += verdicts(tested, coverage)
    }
    if let unknown = mostUnknown(coverage) { sentences.append(unknown) }
    return sentences
  }

  private struct Entry {
    let dimension: AnnexContent.DimensionCoverage
    let group: AnnexContent.GroupCoverage
  }

  private static func groups(_ coverage: AnnexContent.ChannelCoverage) -> [Entry] {
    coverage.dimensions.flatMap { dimension in
      dimension.groups.map { Entry(dimension: dimension, group: $0) }
    }
  }

  private static func verdicts(
    _ tested: [Entry], _ coverage: AnnexContent.ChannelCoverage
  ) -> [Sentence] {
    func of(_ wanted: RepresentationClass) -> [Entry] {
      tested.filter { $0.group.assessment.classification == wanted }
    }
    // Those furthest from parity are named; the order of the table breaks ties.
    func ratio(_ entry: Entry) -> Double { entry.group.assessment.ratio ?? 1 }
    let under = of(.under).enumerated().sorted {
      (ratio($0.element), $0.offset) < (ratio($1.element), $1.offset)
    }.map(\.element)
    let over = of(.over).enumerated().sorted {
      (-ratio($0.element), $0.offset) < (-ratio($1.element), $1.offset)
    }.map(\.element)
    var sentences = under.prefix(longestList).map { verdict($0, coverage, "mindre") }
    sentences += over.prefix(longestList).map { verdict($0, coverage, "större") }
    let all: Sentence = "Alla grupper står i avsnitt 5."
    let rest = under.dropFirst(longestList) + over.dropFirst(longestList)
    if !rest.isEmpty {
      let more: Sentence = "Fler grupper avviker, se avsnitt 5."
      sentences.append(
        Sentence(
          more.runs, fallback: all.runs, basis: rest.map { key($0, coverage, "members") }))
    } else if !sentences.isEmpty {
      sentences.append(all)
    }
    let members = tested.map { key($0, coverage, "members") }
    if under.isEmpty, over.isEmpty {
      let said: Sentence
      if of(.inBalance).count == tested.count {
        said = "Alla grupper som prövas är i balans med befolkningen."
      } else if of(.inBalance).isEmpty {
        said = "För ingen grupp går det att avgöra om andelen avviker från befolkningens."
      } else {
        said = "Ingen grupp avviker mer än vad en rättvis lottning rimligen ger."
      }
      // What holds for all groups also holds for those whose count is hidden.
      sentences.append(Sentence(said.runs, fallback: [.text("Se avsnitt 5.")], basis: members))
    }
    return sentences
  }

  private static func verdict(
    _ entry: Entry, _ coverage: AnnexContent.ChannelCoverage, _ word: String
  ) -> Sentence {
    let said: Sentence =
      """
      Gruppen \(entry.group.label) är \(word) bland dem som svarade \
      (\(.mark(key(entry, coverage, "share")))) än i befolkningen \
      (\(.mark(key(entry, coverage, "referenceShare")))).
      """
    return said.orNothing(basis: [key(entry, coverage, "members")])
  }

  private static func key(
    _ entry: Entry, _ coverage: AnnexContent.ChannelCoverage, _ what: String
  ) -> String {
    FigureKey.group(coverage.channel, entry.dimension.id, entry.group.id, what)
  }

  /// The question that most left without an answer.
  private static func mostUnknown(_ coverage: AnnexContent.ChannelCoverage) -> Sentence? {
    guard let most = coverage.dimensions.map(\.unknown).max(), most > 0,
      let dimension = coverage.dimensions.first(where: { $0.unknown == most })
    else { return nil }
    return unknown(dimension, coverage)
  }

  /// How many did not answer a question.
  static func unknown(
    _ dimension: AnnexContent.DimensionCoverage, _ coverage: AnnexContent.ChannelCoverage
  ) -> Sentence {
    let label = Swedish.lowered(dimension.label)
    let key = FigureKey.unknown(coverage.channel, dimension.id)
    if dimension.unknown >= coverage.persons {
      return "Ingen uppgav svar på frågan om \(label)."
    }
    return "\(.mark(key, .persons)) uppgav inte svar på frågan om \(label)."
  }
}

extension GroupAssessment {
  /// Whether there is a figure to compare with.
  var hasReference: Bool { count.referenceCount != nil && count.referenceTotal != nil }
}
