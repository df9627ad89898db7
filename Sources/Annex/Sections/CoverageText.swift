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
      return RepresentationStatement.noUniverseInSummary(channel: label).sentences
    }
    guard coverage.selection != .quota else {
      return RepresentationStatement.byDesign(channel: label).sentences
    }
    let tested = groups(coverage).filter {
      $0.group.mirrorOf == nil && $0.group.assessment.hasReference
    }
    var sentences: [Sentence] = []
    if tested.isEmpty {
      sentences += RepresentationStatement.noReference(channel: label).sentences
    } else {
      if named { sentences += RepresentationStatement.about(channel: label).sentences }
      sentences += verdicts(tested, coverage, facts.content)
    }
    sentences += absent(tested, coverage)
    sentences += firstUnknown(coverage)
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
    _ tested: [Entry], _ coverage: AnnexContent.ChannelCoverage, _ content: AnnexContent
  ) -> [Sentence] {
    func of(_ wanted: RepresentationClass) -> [Entry] {
      tested.filter { $0.group.assessment.classification == wanted }
    }
    // Those furthest from parity are named; the order of the table breaks ties. Those that are
    // hidden in public come last: a name that is missing there would tell where they stand.
    func ratio(_ entry: Entry) -> Double { entry.group.assessment.ratio ?? 1 }
    func isSmall(_ entry: Entry) -> Int {
      let isSensitive = entry.dimension.isSensitive
      let limit =
        isSensitive ? content.smallestSensitiveCount : max(content.rule.smallestCount, 2)
      return CountSystem.isSmall(
        entry.group.assessment.count.members, limit: limit, isSensitive: isSensitive) ? 1 : 0
    }
    let under = of(.under).enumerated().sorted {
      (isSmall($0.element), ratio($0.element), $0.offset)
        < (isSmall($1.element), ratio($1.element), $1.offset)
    }.map(\.element)
    let over = of(.over).enumerated().sorted {
      (isSmall($0.element), -ratio($0.element), $0.offset)
        < (isSmall($1.element), -ratio($1.element), $1.offset)
    }.map(\.element)
    var statements = under.prefix(longestList).map { verdict($0, coverage, isFewer: true) }
    statements += over.prefix(longestList).map { verdict($0, coverage, isFewer: false) }
    let rest = under.dropFirst(longestList) + over.dropFirst(longestList)
    if !rest.isEmpty {
      statements.append(.moreDiffer(basis: rest.map { key($0, coverage, "members") }))
    } else if !statements.isEmpty {
      statements.append(.allGroups)
    }
    let members = tested.map { key($0, coverage, "members") }
    if under.isEmpty, over.isEmpty {
      if of(.inBalance).count == tested.count {
        statements.append(.allInBalance(basis: members))
      } else if of(.inBalance).isEmpty {
        statements.append(.nothingCanBeSaid(basis: members))
      } else {
        statements.append(.noneDiffers(basis: members))
      }
    }
    return statements.flatMap(\.sentences)
  }

  /// Groups of the population that nobody named, whatever their class.
  ///
  /// A sensitive group is not among them: that nobody named it is hidden.
  private static func absent(
    _ tested: [Entry], _ coverage: AnnexContent.ChannelCoverage
  ) -> [Sentence] {
    let absent = tested.filter { $0.group.assessment.isAbsent && !$0.dimension.isSensitive }
    guard !absent.isEmpty else { return [] }
    return RepresentationStatement.absentGroups(
      absent.map(\.group.label), basis: absent.map { key($0, coverage, "members") }
    ).sentences
  }

  private static func verdict(
    _ entry: Entry, _ coverage: AnnexContent.ChannelCoverage, isFewer: Bool
  ) -> RepresentationStatement {
    .differs(
      group: entry.group.label, isFewer: isFewer,
      share: .mark(key(entry, coverage, "share")),
      reference: .mark(key(entry, coverage, "referenceShare")),
      basis: [key(entry, coverage, "members")])
  }

  private static func key(
    _ entry: Entry, _ coverage: AnnexContent.ChannelCoverage, _ what: String
  ) -> String {
    FigureKey.group(coverage.channel, entry.dimension.id, entry.group.id, what)
  }

  /// The first question that somebody left without an answer.
  ///
  /// Which one most did would tell something of hidden numbers, and so would a sensitive one that
  /// is passed over because nobody did.
  private static func firstUnknown(_ coverage: AnnexContent.ChannelCoverage) -> [Sentence] {
    guard
      let dimension = coverage.dimensions.first(where: {
        $0.unknown > 0 && !$0.isSensitive
      })
    else { return [] }
    return unknown(dimension, coverage)
  }

  /// How many did not answer a question.
  static func unknown(
    _ dimension: AnnexContent.DimensionCoverage, _ coverage: AnnexContent.ChannelCoverage
  ) -> [Sentence] {
    let key = FigureKey.unknown(coverage.channel, dimension.id)
    let statement: RepresentationStatement =
      dimension.unknown >= coverage.persons
      ? .allUnknown(dimension: dimension.label)
      : .unknown(.mark(key, .persons), dimension: dimension.label)
    return statement.sentences
  }
}

extension GroupAssessment {
  /// Whether there is a figure to compare with.
  var hasReference: Bool { count.referenceCount != nil && count.referenceTotal != nil }
}
