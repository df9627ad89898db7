import DialogueModel

/// Something that the annex says of who took part (*vad bilagan säger om vilka som deltagit*).
///
/// Every sentence on representation comes out of ``sentences``, so that all of them can be read
/// in one place: the documentation's page *Sentences* prints each with an example. None of them
/// says what inhabitants think, none calls a difference certain of the population, and none has
/// a ± figure unless those who answered were drawn by lot.
public enum RepresentationStatement: Sendable, Equatable {
  // The whole report.
  /// No channel counts persons.
  case nobodyCounted
  /// The same in the summary.
  case nobodyCountedInSummary
  /// Channels count persons, and none answered there.
  case nobodyAnswered
  /// What the comparison asks, and what it does not.
  case question
  /// That groups in balance say nothing of opinions inside them.
  case balanceIsNoOpinion(isSelfSelected: Bool)
  /// What the numbers show, and what they do not.
  case claim(isSelfSelected: Bool)
  /// Channels that count no persons, and so are compared with nothing.
  case channelsNotCounted([String])
  /// A group that the plan names and nothing measures.
  case groupNotMeasured(String)

  // A channel.
  /// There is no figure for those who could answer.
  case noUniverse(channel: String)
  /// The same in the summary.
  case noUniverseInSummary(channel: String)
  /// Which channel is compared, with whom, and how those who answered came to.
  case universe(
    channel: String, who: String?, count: Inline, source: String?, selection: Channel.Selection)
  /// No background question was asked.
  case noBackground
  /// No group has a figure.
  case noReference(channel: String)
  /// Which channel the next sentences are about.
  case about(channel: String)
  /// A channel filled by quotas is not tested.
  case byDesign(channel: String)
  /// Organisations are outside.
  case organisations(Inline)

  // Groups.
  /// A group that is *under* or *over*.
  case differs(group: String, isFewer: Bool, share: Inline, reference: Inline, basis: [String])
  /// Where all groups stand.
  case allGroups
  /// More groups differ than those named.
  case moreDiffer(basis: [String])
  /// Every group is in balance.
  case allInBalance(basis: [String])
  /// Nothing can be said of any group.
  case nothingCanBeSaid(basis: [String])
  /// Groups with a figure that nobody named.
  case absentGroups([String], basis: [String])
  /// No group differs, and not all are in balance.
  case noneDiffers(basis: [String])
  /// Groups without a figure.
  case groupsWithoutReference([String])
  /// Nobody answered a background question.
  case allUnknown(dimension: String)
  /// How many did not answer a background question.
  case unknown(Inline, dimension: String)
  /// That it is more than half, so that nothing is said.
  case mostUnknown
  /// A question without a reference population, and why.
  case dimensionWithoutReference(dimension: String, reason: String)
  /// How far a whole question is from the population, beside what chance gives.
  case overall(dimension: String, share: Inline, chance: Inline, isWithinChance: Bool)

  // The lines under a group's class.
  /// Nobody of the group answered.
  case absent
  /// The group is another's other side.
  case mirror(of: String)
  /// How many unknown would change the class.
  case tipping(Inline, unknown: Inline, isInside: Bool)
  /// The class holds whatever the unknown are.
  case holds
  /// Why nothing can be said.
  case because(RepresentationReason)
  /// The largest and the smallest number that would have decided, of those known; `nil` where not
  /// even nobody, or not even everybody, would have.
  case decidedAt(under: Inline?, over: Inline?, known: Inline)
  /// How many would have to be known for anything to be said.
  case knownNeeded(Inline, of: Inline)
  /// The ratio with none of the unknown in the group, and with all.
  case withUnknown(none: Inline, all: Inline)

  // Around the table of groups.
  /// No group of a question is compared; said once, beside the question.
  case notCompared
  /// Two groups are compared among those who named one of them.
  case knownOfPair([String])
  /// What one person is in the counts.
  case countedAsPersons
  /// That the same person may be counted twice.
  case sameTwice

  // Groups that the plan promised to reach.
  /// Whether the group was reached.
  case reach(ReachOutcome)

  // After each activity.
  /// How to read the table of activities.
  case stages(channel: String)
  /// Tables by activity are in the internal edition.
  case stagesAreInternal

  // Weights.
  /// What was weighted, and what weights do not mend.
  case weighted(
    channel: String, dimensions: [String], effective: Inline, persons: Inline,
    isSelfSelected: Bool)
  /// Why nothing was weighted.
  case notWeighted(channel: String, WeightRefusal)
  /// What weights that were refused would have made of the answers.
  case worthRefused(effective: Inline, persons: Inline)
  /// No weights were made at all.
  case noWeights
  /// How many weighted answers it takes for an unweighted one.
  case designEffect(Inline)
  /// What is left between the weighted groups and the population, relative.
  case marginError(Double)
  /// The weights are kept within bounds.
  case bounded
  /// Weighted shares are in the internal edition.
  case weightsAreInternal(channel: String)
  /// Figures that summed to another population.
  case rescaled([String])
  /// What becomes of those who did not answer a background question.
  case unknownKept([String])
  /// Categories that were put together first.
  case merged(dimension: String, [String])

  /// Why closed questions are not weighted (*varför svaren inte viktas*).
  public enum WeightRefusal: String, Sendable, CaseIterable, Codable {
    /// Fewer persons answered than `WeightLimits` asks for.
    case tooFewPersons = "too_few_persons"
    /// The weighted answers would be worth fewer than they ask for.
    case tooFewEffective = "too_few_effective"
    /// The weights would differ so much that the answers are worth less than half.
    case weightsTooUnequal = "weights_too_unequal"
    /// A group with inhabitants has nobody who answered.
    case emptyGroup = "empty_group"
    /// The margins contradict what was answered.
    case noSolution = "no_solution"
    /// No background question has figures for all its groups.
    case noMargin = "no_margin"
    /// The channel was filled by quotas.
    case byDesign = "by_design"
  }

  /// The sentences, in plain Swedish.
  public var sentences: [Sentence] {
    switch self {
    case .nobodyCounted:
      [
        "Ingen svarsväg räknar personer.",
        "Därför går det inte att säga hur de som svarade fördelar sig på grupper.",
      ]
    case .nobodyCountedInSummary:
      ["Ingen svarsväg räknar personer. Därför går de som svarade inte att jämföra."]
    case .nobodyAnswered:
      ["Ingen person har svarat i de svarsvägar som räknar personer."]
    case .question:
      [
        "Vi prövar en enda sak: är skillnaden större än vad en rättvis lottning rimligen ger?",
        "Svaret säger inget om vad invånarna tycker.",
      ]
    case .balanceIsNoOpinion(let isSelfSelected):
      (isSelfSelected ? ["Deltagarna valde själva att svara."] : []) + [
        "Att grupper är i balans säger inget om hur åsikterna fördelar sig inom dem."
      ]
    case .claim(let isSelfSelected):
      [
        "Siffrorna visar vad de som svarade har sagt.",
        isSelfSelected
          ? "De visar inte vad alla i kommunen tycker, eftersom deltagarna själva valde att svara."
          : "De visar inte vad alla i kommunen tycker, eftersom alla som fick frågan inte svarade.",
      ]
    case .channelsNotCounted(let labels):
      [
        labels.count == 1
          ? "Svarsvägen \(Swedish.list(labels)) räknar inte personer och jämförs inte med befolkningen."
          : "Svarsvägarna \(Swedish.list(labels)) räknar inte personer och jämförs inte med befolkningen."
      ]
    case .groupNotMeasured(let label):
      [
        "Vi har inte mätt gruppen \(label).",
        "Därför kan vi inte säga hur väl den är företrädd.",
      ]
    case .absent, .mirror, .tipping, .holds, .because, .decidedAt, .knownNeeded, .withUnknown,
      .notCompared, .reach:
      line
    case .knownOfPair, .countedAsPersons, .sameTwice: counting
    case .stages, .stagesAreInternal: more
    case .weighted, .worthRefused, .noWeights, .designEffect, .marginError, .bounded,
      .weightsAreInternal, .notWeighted, .rescaled, .unknownKept, .merged:
      ofWeights
    default: channelOrGroup
    }
  }

  private var channelOrGroup: [Sentence] {
    switch self {
    case .noUniverse(let channel):
      [
        "För svarsvägen \(channel) saknas uppgift om hur många som kunde svara.",
        "Därför redovisar vi antal och andelar, och jämför dem inte med befolkningen.",
      ]
    case .noUniverseInSummary(let channel):
      [
        """
        För svarsvägen \(channel) saknas referens, och de som svarade går inte att jämföra med \
        befolkningen.
        """
      ]
    case .universe(let channel, let who, let count, let source, let selection):
      [
        "Jämförelsen gäller svarsvägen \(channel).",
        "Befolkningen som kunde svara\(who.map { " (\($0))" } ?? "") är \(count).",
        source.map { "Källa: \($0)." } ?? "Uppgift om referensens källa saknas.",
        Self.chosen(selection),
      ]
    case .noBackground: ["Ingen bakgrundsfråga ställdes i svarsvägen."]
    case .noReference(let channel):
      ["I svarsvägen \(channel) har ingen grupp något tal att jämföras med."]
    case .about(let channel): ["Jämförelsen nedan gäller svarsvägen \(channel)."]
    case .byDesign(let channel):
      [
        "I svarsvägen \(channel) bjöds deltagarna in så att grupperna skulle bli jämna.",
        "Därför prövas inte fördelningen.",
      ]
    case .organisations(let count):
      [
        "\(count) kom från organisationer.",
        "En organisation har ingen ålder eller bostadsort, och ingår inte i jämförelsen.",
      ]
    case .differs(let group, let isFewer, let share, let reference, let basis):
      [
        Self.ifShown(
          """
          Gruppen \(group) är \(isFewer ? "mindre" : "större") bland dem som svarade (\(share)) än \
          i befolkningen (\(reference)).
          """, basis)
      ]
    case .allGroups: ["Alla grupper står i avsnitt 5."]
    case .moreDiffer(let basis):
      [
        Sentence(
          [.text("Fler grupper avviker, se avsnitt 5.")],
          fallback: [.text("Alla grupper står i avsnitt 5.")], basis: basis)
      ]
    case .allInBalance(let basis):
      [Self.ofAll("Alla grupper som prövas är i balans med befolkningen.", basis)]
    case .nothingCanBeSaid(let basis):
      [
        Self.ofAll(
          "För ingen grupp går det att avgöra om andelen avviker från befolkningens.", basis)
      ]
    case .absentGroups(let labels, let basis):
      [
        Self.ifShown(
          labels.count == 1
            ? "Ingen uppgav att de hör till gruppen \(Swedish.list(labels))."
            : "Ingen uppgav att de hör till någon av grupperna \(Swedish.list(labels)).", basis)
      ]
    case .noneDiffers(let basis):
      [Self.ofAll("Ingen grupp avviker mer än vad en rättvis lottning rimligen ger.", basis)]
    case .groupsWithoutReference(let labels):
      [
        labels.count == 1
          ? "Gruppen \(Swedish.list(labels)) har inget tal att jämföras med."
          : "Grupperna \(Swedish.list(labels)) har inget tal att jämföras med."
      ]
    case .allUnknown(let dimension):
      ["Ingen uppgav svar på frågan om \(Swedish.lowered(dimension))."]
    case .unknown(let count, let dimension):
      ["\(count) uppgav inte svar på frågan om \(Swedish.lowered(dimension))."]
    case .mostUnknown: ["Det är fler än hälften, och frågan går inte att bedöma."]
    case .dimensionWithoutReference(let dimension, let reason):
      [
        "För frågan \(Swedish.lowered(dimension)) finns ingen referens.",
        Sentence(Swedish.sentence(reason)),
      ]
    case .overall(let dimension, let share, let chance, let isWithinChance):
      [
        Self.ifShown(
          """
          Frågan \(Swedish.lowered(dimension)): \(share) av dem som svarade skulle behöva vara \
          andra för att fördelningen ska bli befolkningens.
          """),
        isWithinChance
          ? Self.ifShown(
            "Så mycket kan en rättvis lottning rimligen ge (i genomsnitt \(chance)).")
          : Self.ifShown("En rättvis lottning ger i genomsnitt \(chance)."),
      ]
    default: []
    }
  }

  /// What stands under a class, in a cell: no capital and no full stop.
  private var line: [Sentence] {
    switch self {
    case .absent: ["ingen uppgav att de hör till gruppen"]
    case .mirror(let label): ["omvänt mot \(label), prövas inte för sig"]
    case .tipping(let count, let unknown, let isInside):
      [
        """
        om \(count) av \(unknown) okända \(isInside ? "hör" : "inte hör") till gruppen: går inte \
        att avgöra
        """
      ]
    case .holds: ["håller oavsett de okända"]
    case .because(let reason): [Sentence(Words.reason(reason))]
    case .decidedAt(let under?, let over?, let known):
      ["högst \(under) eller minst \(over) av \(known) hade räckt för att avgöra"]
    case .decidedAt(let under?, nil, let known):
      [
        """
        högst \(under) av \(known) hade räckt för att avgöra, men inte ens alla hade visat att \
        gruppen är större
        """
      ]
    case .decidedAt(nil, let over?, let known):
      [
        """
        minst \(over) av \(known) hade räckt för att avgöra, men inte ens 0 hade visat att gruppen \
        är mindre
        """
      ]
    case .decidedAt(nil, nil, let known):
      ["av \(known) hade varken 0 eller alla räckt för att avgöra"]
    case .knownNeeded(let needed, let all):
      ["minst \(needed) av \(all) hade behövt uppge svaret"]
    case .withUnknown(let none, let all):
      ["kvot \(none) om ingen av de okända hör till gruppen, \(all) om alla gör det"]
    case .notCompared: ["referens saknas, ingen jämförelse"]
    case .reach(let outcome): [Sentence(outcome.label)]
    default: []
    }
  }

  /// Who is counted as what.
  private var counting: [Sentence] {
    switch self {
    case .knownOfPair(let labels):
      [
        Sentence(
          """
          Andelarna för \(Swedish.list(labels.map(Swedish.lowered))) räknas av dem som uppgav något \
          av de två, eftersom referensen bara har dem.
          """),
        "Andra svar räknas då som okända.",
      ]
    case .countedAsPersons: ["I jämförelserna räknas varje inlämning som en person."]
    case .sameTwice:
      ["Samma person kan ha svarat flera gånger.", "Den räknas då en gång för varje inlämning."]
    default: []
    }
  }

  private var more: [Sentence] {
    switch self {
    case .stages(let channel):
      [
        "Tabellen visar vilka som kom till varje aktivitet i svarsvägen \(channel).",
        """
        Under antalet står skillnaden i personer mot befolkningen, räknad på alla som hade svarat \
        dittills.
        """,
        "Det är ett arbetsläge: den som tittar många gånger hittar lättare en slump.",
        "Resultatet är det som gäller efter sista aktiviteten.",
      ]
    case .stagesAreInternal:
      [
        "Tabeller per aktivitet finns bara i den interna utgåvan.",
        "Små tal i dem kan peka ut någon.",
      ]
    default: []
    }
  }

  private static func chosen(_ selection: Channel.Selection) -> Sentence {
    switch selection {
    case .selfSelected: "Deltagarna valde själva att svara, och är inget slumpmässigt urval."
    case .quota: "Deltagarna bjöds in så att grupperna skulle bli jämna."
    case .probability: "De som fick frågan är dragna genom lottning."
    }
  }

  /// A sentence that is left out when a number in it, or one that it rests on, is hidden.
  static func ifShown(_ sentence: Sentence, _ basis: [String] = []) -> Sentence {
    sentence.orNothing(basis: basis)
  }

  /// What holds of all groups holds also of those whose count is hidden.
  private static func ofAll(_ words: String, _ basis: [String]) -> Sentence {
    Sentence([.text(words)], fallback: [.text("Alla grupper står i avsnitt 5.")], basis: basis)
  }
}
