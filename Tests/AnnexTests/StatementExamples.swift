import Annex
import DialogueModel

/// One example of everything that the annex can say of who took part.
struct StatementExample {
  let statement: RepresentationStatement
  let when: String

  init(_ when: String, _ statement: RepresentationStatement) {
    self.when = when
    self.statement = statement
  }

  /// A place for each case.
  ///
  /// The switch has no default, so that a new case cannot be forgotten.
  static func place(of statement: RepresentationStatement) -> Int {
    switch statement {
    case .nobodyCounted: 0
    case .nobodyCountedInSummary: 1
    case .question: 2
    case .balanceIsNoOpinion: 3
    case .claim: 4
    case .channelsNotCounted: 5
    case .groupNotMeasured: 6
    case .noUniverse: 7
    case .noUniverseInSummary: 8
    case .universe: 9
    case .noBackground: 10
    case .noReference: 11
    case .about: 12
    case .byDesign: 13
    case .organisations: 14
    case .differs: 15
    case .allGroups: 16
    case .moreDiffer: 17
    case .allInBalance: 18
    case .nothingCanBeSaid: 19
    case .noneDiffers: 20
    case .groupsWithoutReference: 21
    case .allUnknown: 22
    case .unknown: 23
    case .mostUnknown: 24
    case .dimensionWithoutReference: 25
    case .overall: 26
    case .absent: 27
    case .mirror: 28
    case .tipping: 29
    case .holds: 30
    case .because: 31
    case .decidedAt: 32
    case .reach: 33
    case .stages: 34
    case .stagesAreInternal: 35
    case .weighted: 36
    case .weightsAreInternal: 37
    case .notWeighted: 38
    case .rescaled: 39
    case .unknownKept: 40
    case .merged: 41
    case .nobodyAnswered: 42
    case .bounded: 43
    case .knownNeeded: 44
    case .withUnknown: 45
    case .notCompared: 46
    case .knownOfPair: 47
    case .countedAsPersons: 48
    case .sameTwice: 49
    case .absentGroups: 50
    case .worthRefused: 51
    case .noWeights: 52
    case .designEffect: 53
    case .marginError: 54
    }
  }
  static let places = 55

  private static func number(_ value: FigureValue, _ noun: Noun? = nil) -> Inline {
    .number(Measure(key: "example", value: value, unit: .persons), noun: noun)
  }

  private static let persons = Noun("person", "personer")
  private static let submissions = Noun("inlämning", "inlämningar")

  static let all: [StatementExample] =
    report + channel + groups + lines + weights
    + RepresentationReason.allCases.map {
      StatementExample("Cannot say, because: `\($0.rawValue)`", .because($0))
    }
    + ReachOutcome.allCases.map {
      StatementExample("A group that the plan promised to reach: `\($0.rawValue)`", .reach($0))
    }
    + RepresentationStatement.WeightRefusal.allCases.map {
      StatementExample(
        "Not weighted, because: `\($0.rawValue)`",
        .notWeighted(channel: "Webbenkät", $0))
    }

  private static let report: [StatementExample] = [
    .init("No channel counts persons", .nobodyCounted),
    .init("The same, in the summary", .nobodyCountedInSummary),
    .init("Channels count persons, and none answered there", .nobodyAnswered),
    .init("Before every comparison", .question),
    .init("Among the limitations, always", .balanceIsNoOpinion(isSelfSelected: true)),
    .init(
      "The same, when nobody chose for themselves", .balanceIsNoOpinion(isSelfSelected: false)),
    .init("In the summary, always", .claim(isSelfSelected: true)),
    .init("The same, when nobody chose for themselves", .claim(isSelfSelected: false)),
    .init("A channel counts no persons", .channelsNotCounted(["E-tjänst"])),
    .init("Several channels count no persons", .channelsNotCounted(["E-tjänst", "Möten"])),
    .init("The plan names a group that nothing measures", .groupNotMeasured("Nyanlända")),
  ]

  private static let channel: [StatementExample] = [
    .init("No figure for those who could answer", .noUniverse(channel: "Webbenkät")),
    .init("The same, in the summary", .noUniverseInSummary(channel: "Webbenkät")),
    .init("A channel that anybody can answer in", universe(.selfSelected, "SCB, Folkmängd")),
    .init("A channel filled by quotas", universe(.quota, "SCB, Folkmängd")),
    .init("A channel drawn by lot, without a source", universe(.probability, nil)),
    .init("No background question", .noBackground),
    .init("No group has a figure", .noReference(channel: "Webbenkät")),
    .init("Which channel follows, in the summary", .about(channel: "Webbenkät")),
    .init("A channel filled by quotas is not tested", .byDesign(channel: "Panel")),
    .init("Organisations answered too", .organisations(number(.count(7), submissions))),
    .init("A channel has several activities", .stages(channel: "Enkät på träffar")),
    .init("The same, in public", .stagesAreInternal),
  ]

  private static func universe(
    _ selection: Channel.Selection, _ source: String?
  ) -> RepresentationStatement {
    .universe(
      channel: "Webbenkät", who: "16 år och äldre", count: number(.count(9973), persons),
      source: source, selection: selection)
  }

  private static let groups: [StatementExample] = [
    .init(
      "A group is under",
      .differs(
        group: "16–24 år", isFewer: true, share: number(.share(0.032, decimals: 1)),
        reference: number(.share(0.093, decimals: 1)), basis: [])),
    .init(
      "A group is over",
      .differs(
        group: "Kvinnor", isFewer: false, share: number(.share(0.667, decimals: 1)),
        reference: number(.share(0.483, decimals: 1)), basis: [])),
    .init("After the groups that are named", .allGroups),
    .init("More groups differ than are named", .moreDiffer(basis: [])),
    .init("Every group is in balance", .allInBalance(basis: [])),
    .init("Nothing can be said of any group", .nothingCanBeSaid(basis: [])),
    .init("No group differs, not all are in balance", .noneDiffers(basis: [])),
    .init("Nobody named a group", .absentGroups(["16–24 år"], basis: [])),
    .init(
      "Nobody named several groups", .absentGroups(["16–24 år", "80 år och äldre"], basis: [])),
    .init("No group of a question has a figure, beside the question", .notCompared),
    .init(
      "Two groups are all that the reference has, and some answered neither",
      .knownOfPair(["Kvinnor", "Män"])),
    .init("Above the table of groups, and under that of activities", .countedAsPersons),
    .init("Among the limitations, when a channel counts persons", .sameTwice),
    .init("A group without a figure", .groupsWithoutReference(["Annat"])),
    .init("Groups without a figure", .groupsWithoutReference(["Annat", "Utanför kommunen"])),
    .init("Nobody answered a background question", .allUnknown(dimension: "Ålder")),
    .init(
      "Some did not answer it", .unknown(number(.count(17), persons), dimension: "Ålder")),
    .init("More than half did not", .mostUnknown),
    .init(
      "A question without a reference population",
      .dimensionWithoutReference(
        dimension: "Nationell minoritet",
        reason: "Sverige för inget register över nationella minoriteter")),
    .init("A whole question, beyond chance", overall(0.313, 0.108, false)),
    .init("A whole question, within chance", overall(0.11, 0.108, true)),
  ]

  private static func overall(
    _ share: Double, _ chance: Double, _ isWithin: Bool
  ) -> RepresentationStatement {
    .overall(
      dimension: "Ålder", share: number(.share(share)), chance: number(.share(chance)),
      isWithinChance: isWithin)
  }

  private static let lines: [StatementExample] = [
    .init("Under a class: nobody of the group is known to have answered", .absent),
    .init("Under a class: the other side of a variable of two values", .mirror(of: "Kvinnor")),
    .init(
      "Under a class: what the unknown could change, *under*",
      .tipping(number(.count(4)), unknown: number(.count(11)), isInside: true)),
    .init(
      "Under a class: what the unknown could change, *over*",
      .tipping(number(.count(6)), unknown: number(.count(17)), isInside: false)),
    .init("Under a class: whatever the unknown are", .holds),
    .init(
      "Under *cannot say*: what would have decided",
      .decidedAt(under: number(.count(3)), over: number(.count(15)), known: number(.count(29)))),
    .init(
      "The same, when not even nobody would have",
      .decidedAt(under: nil, over: number(.count(9)), known: number(.count(29)))),
    .init(
      "The same, when not even everybody would have",
      .decidedAt(under: number(.count(12)), over: nil, known: number(.count(40)))),
    .init(
      "The same, when nothing would have",
      .decidedAt(under: nil, over: nil, known: number(.count(4)))),
    .init(
      "Under *cannot say*, too many unknown: how many would have to be known",
      .knownNeeded(number(.count(15)), of: number(.count(29)))),
    .init(
      "Under a class, in the internal edition: the ratio with the unknown",
      .withUnknown(
        none: number(.decimal(0.42, decimals: 2)), all: number(.decimal(1.31, decimals: 2)))),
  ]

  private static let weights: [StatementExample] = [
    .init(
      "Closed questions are weighted",
      .weighted(
        channel: "Webbenkät", dimensions: ["Ålder", "Kön"], effective: number(.count(108)),
        persons: number(.count(172), persons), isSelfSelected: true)),
    .init(
      "The same, for persons drawn by lot",
      .weighted(
        channel: "Urvalet", dimensions: ["Ålder"], effective: number(.count(310)),
        persons: number(.count(402), persons), isSelfSelected: false)),
    .init(
      "The same, in public, where it would give numbers away",
      .weightsAreInternal(channel: "Webbenkät")),
    .init(
      "Weights that were made and not used",
      .worthRefused(effective: number(.count(45)), persons: number(.count(120), persons))),
    .init("No weights could be made", .noWeights),
    .init(
      "What weights cost, where they were made", .designEffect(number(.decimal(1.59, decimals: 2)))),
    .init("What is left between weighted groups and the population", .marginError(3e-11)),
    .init("The same, within bounds", .marginError(4.6e-10)),
    .init("Weights that would be too unequal are kept within bounds", .bounded),
    .init(
      "Groups are weighted as one",
      .merged(dimension: "Ålder", ["65–79 år", "80 år och äldre"])),
    .init("Some did not answer a question that is weighted by", .unknownKept(["Ålder", "Kön"])),
    .init("A question's figures sum to another population", .rescaled(["Kön"])),
  ]
}
