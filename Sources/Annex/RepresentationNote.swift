import DialogueModel

/// What stands beside the figures of representation and weights: units, notes, words in cells and
/// drawings (*förklaringar vid tabeller och figurer*).
///
/// The running text is ``RepresentationStatement``. The page *Sentences* prints both.
public enum RepresentationNote: Sendable, Equatable {
  // The chart of ratios.
  /// What a ratio is.
  case ratio
  /// What the line through a mark is.
  case line
  /// When a group is in balance.
  case balance
  /// Where the limits of balance come from.
  case convention(ClosedRange<Double>)
  /// Questions that are in the table only.
  case onlyInTable
  /// Groups without a mark.
  case noMark
  /// The band, in the drawing.
  case parity(ClosedRange<Double>)
  /// The gap, in the drawing.
  case about(String)
  /// A group without a reference, in the drawing.
  case noComparison
  /// A hidden group, in the drawing.
  case notShown

  // The table of groups.
  /// The units.
  case unit
  /// The number of tests and their correction.
  case tests(Int, alpha: Double)
  /// Where the unknown are.
  case unknownInNoGroup
  /// Groups of several questions.
  case notToBeSummed
  /// What the span is.
  case span
  /// That larger groups can be hidden.
  case largerHidden
  /// A class, by its name.
  case label(RepresentationClass?, RepresentationReason?)
  /// Under a hidden group.
  case countHidden
  /// Under a group that is hidden for another's sake.
  case hiddenForAnother
  /// Under a class that other hidden numbers would follow from.
  case restsOnHidden
  /// The figures are of other people than those who could answer.
  case otherPopulation

  // Persons.
  /// Nobody knows how many persons took part.
  case personsUnknown
  /// How many took part.
  case persons(Inline)
  /// Between which numbers they are.
  case personsBetween(Inline)
  /// The same beside the number in the summary.
  case personsCaption
  /// The same where there is no number.
  case noPersonsCaption
  /// The same where it is hidden.
  case hiddenPersonsCaption

  // Closed questions.
  /// What the shares are of.
  case closedShares
  /// Several answers could be chosen.
  case severalAnswers
  /// What the two bars of an answer are.
  case twoBars
  /// Why there are no weighted shares.
  case weightsHidden(limit: Int)
  /// Why there are no answers by group.
  case groupsHidden

  /// The sentences, in plain Swedish.
  public var sentences: [Sentence] {
    switch self {
    case .ratio:
      ["Kvot: 1 betyder samma andel som i befolkningen, 0,5 hälften och 2 dubbelt."]
    case .line:
      [
        "Strecket är ett 90-procentigt spann.",
        "Det visar hur mycket kvoten kan bero på slumpen: ju färre som svarade, desto längre streck.",
      ]
    case .balance: ["En grupp är i balans när hela strecket ligger i det skuggade bandet."]
    case .convention(let band):
      [
        """
        Gränserna \(Swedish.decimal(band.lowerBound, decimals: 2)) och \
        \(Swedish.decimal(band.upperBound, decimals: 2)) är en vald konvention.
        """
      ]
    case .onlyInTable: ["Frågor som inte har någon referens står bara i tabellen."]
    case .noMark: ["En grupp vars antal döljs har inget märke."]
    case .parity(let band):
      [
        """
        \(Swedish.decimal(band.lowerBound, decimals: 2))–\
        \(Swedish.decimal(band.upperBound, decimals: 2)) räknas som jämvikt
        """
      ]
    case .about(let gap): ["ungefär \(gap)"]
    case .noComparison: ["ingen jämförelse"]
    case .notShown: ["visas inte"]
    default: tableOrMore
    }
  }

  /// The sentences as plain words.
  public var words: String {
    sentences.flatMap(\.runs).map { run in
      if case .text(let words) = run { words } else { "" }
    }.joined()
  }

  private var tableOrMore: [Sentence] {
    switch self {
    case .unit:
      ["Enhet: personer."] + RepresentationStatement.countedAsPersons.sentences
        + ["Andelar i procent av dem som uppgav svaret."]
    case .tests(let count, let alpha):
      [
        """
        \(Swedish.number(count)) \(count == 1 ? "prövning" : "prövningar") tillsammans, Holms \
        korrigering, \(Swedish.decimal(alpha * 100, decimals: 0))\u{A0}procent.
        """
      ]
    case .unknownInNoGroup: ["Personer som inte uppgav svaret ingår i ingen grupp."]
    case .notToBeSummed:
      ["Samma person finns i flera frågor, så grupperna kan inte summeras."]
    case .span:
      [
        """
        Spannet visar hur mycket kvoten kan bero på slumpen: ju färre som svarade, desto bredare \
        spann.
        """
      ]
    case .largerHidden:
      ["Även en stor grupp kan döljas, om en liten annars går att räkna fram ur den."]
    case .label(let classification, let reason): [Sentence(Self.label(classification, reason))]
    case .countHidden: ["antalet visas inte"]
    case .hiddenForAnother: ["döljs för att skydda ett mindre tal"]
    case .restsOnHidden: ["bygger på tal som döljs"]
    case .otherPopulation:
      ["Talen i referensen gäller en annan befolkning än den som kunde svara."]
    default: personsOrClosed
    }
  }

  private var personsOrClosed: [Sentence] {
    switch self {
    case .personsUnknown: ["Hur många personer som har deltagit går inte att ange."]
    case .persons(let count):
      [
        Sentence("Antalet personer som deltog är \(count).")
          .orElse("Antalet personer som deltog visas inte, eftersom tal är dolda.")
      ]
    case .personsBetween(let span):
      [
        "Samma person kan ha svarat eller deltagit flera gånger, och det går inte att se.",
        Sentence(
          "Antalet personer ligger därför i spannet \(span) och går inte att ange närmare."
        ).orElse("Antalet personer visas inte, eftersom tal som det bygger på är dolda."),
      ] + RepresentationStatement.countedAsPersons.sentences
    case .personsCaption: ["personer har deltagit, samma person kan ha svarat flera gånger"]
    case .noPersonsCaption: ["antal personer, går inte att ange"]
    case .hiddenPersonsCaption: ["antal personer visas inte, eftersom tal är dolda"]
    case .closedShares:
      [
        "Andelarna räknas på dem som svarade på frågan.",
        "De visar vad de som svarade valde, och är ingen omröstning.",
      ]
    case .severalAnswers:
      ["Flera svar gick att välja, så antalen blir fler än de som svarade."]
    case .twoBars:
      ["Fylld stapel: andel av dem som svarade.", "Ofylld stapel: viktad andel."]
    case .weightsHidden(let limit):
      [
        """
        Viktade andelar visas inte: i någon grupp är det färre än \(Swedish.word(limit)) som valde \
        eller valde bort ett svar, och det skulle gå att räkna fram.
        """
      ]
    case .groupsHidden:
      [
        "Tabeller över svar och grupper publiceras inte, eftersom små tal i dem kan peka ut någon."
      ]
    default: []
    }
  }

  private static func label(
    _ classification: RepresentationClass?, _ reason: RepresentationReason?
  ) -> String {
    switch (classification, reason) {
    case (nil, _): "Visas inte"
    case (.under?, _): "Underrepresenterad"
    case (.over?, _): "Överrepresenterad"
    case (.inBalance?, _): "I balans"
    case (.cannotSay?, .noReference?): "Referens saknas"
    case (.cannotSay?, _): "Går inte att avgöra"
    }
  }
}
