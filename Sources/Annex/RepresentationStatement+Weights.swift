import DialogueModel

extension RepresentationStatement {
  /// What is said of weights.
  var ofWeights: [Sentence] {
    switch self {
    case .weighted(let channel, let dimensions, let effective, let persons, let isSelfSelected):
      [
        Sentence(
          """
          Viktad andel i svarsvägen \(channel) räknas så att de som svarade får befolkningens \
          fördelning på \(Swedish.list(dimensions.map(Swedish.lowered))).
          """),
        Self.ifShown(
          "Svaren från \(persons) är då värda lika mycket som \(effective) oviktade svar."),
        Sentence(
          "Viktningen rättar fördelningen på \(Swedish.list(dimensions.map(Swedish.lowered)))."),
        isSelfSelected
          ? "Den rättar inte att deltagarna själva valt att delta."
          : "Den rättar inte att en del valde att inte svara.",
      ]
    case .worthRefused(let effective, let persons):
      [
        Self.ifShown(
          "Viktade skulle svaren från \(persons) vara värda lika mycket som \(effective) oviktade.")
      ]
    case .noWeights: ["Inga vikter räknades fram."]
    case .designEffect(let effect):
      [Self.ifShown("Det går \(effect) viktade svar på ett oviktat (designeffekten).")]
    case .marginError(let error):
      [
        """
        Efter viktningen skiljer sig ingen grupps andel från befolkningens med mer än \
        \(Self.percent(above: error)) procent av andelen.
        """
      ]
    case .bounded:
      [
        Sentence(
          "Vikterna är begränsade till mellan "
            + Swedish.decimal(WeightLimits.bounds.lowerBound, decimals: 1) + " och "
            + Swedish.decimal(WeightLimits.bounds.upperBound, decimals: 0)
            + " gånger medelvikten, eftersom de annars blir för olika."),
        "Fördelningen blir ändå befolkningens.",
      ]
    case .weightsAreInternal(let channel):
      [
        "Viktade andelar i svarsvägen \(channel) finns bara i den interna utgåvan.",
        "De kan röja hur få i en grupp som svarade något.",
      ]
    case .notWeighted(let channel, let refusal):
      ["Svaren i svarsvägen \(channel) viktas inte: \(Self.words(refusal))."]
    case .rescaled(let dimensions):
      [
        """
        Referensens tal för \(Swedish.list(dimensions.map(Swedish.lowered))) summerar till en \
        annan befolkning än de övriga, och är omräknade till samma summa.
        """
      ]
    case .unknownKept(let dimensions):
      [
        """
        De vars svar om \(Swedish.list(dimensions.map(Swedish.lowered), "eller")) saknas, eller \
        saknar tal i referensen, behåller den andel av vikterna som de har.
        """
      ]
    case .merged(let dimension, let labels):
      [
        """
        För viktningen är grupperna \(Swedish.list(labels)) i frågan \
        \(Swedish.lowered(dimension)) sammanslagna, eftersom få svarade i någon av dem.
        """
      ]
    default: []
    }
  }

  /// The next power of ten in percent above a relative error, and none finer than the method
  /// promises: how the last digits came out is nobody's concern.
  private static func percent(above error: Double) -> String {
    var decimals = 8
    var bound = 1e-10
    while bound < error, decimals > 0 {
      bound *= 10
      decimals -= 1
    }
    return Swedish.decimal(bound * 100, decimals: decimals)
  }

  private static func words(_ refusal: WeightRefusal) -> String {
    switch refusal {
    case .tooFewPersons: "färre än \(WeightLimits.smallestSample) personer svarade"
    case .tooFewEffective:
      "de viktade svaren skulle vara värda färre än \(Int(WeightLimits.smallestEffectiveSample))"
    case .weightsTooUnequal: "vikterna skulle bli så olika att hälften av svaren inte ger något"
    case .emptyGroup: "i någon grupp svarade ingen"
    case .noSolution: "inga vikter ger befolkningens fördelning på alla frågor samtidigt"
    case .noMargin: "ingen bakgrundsfråga har tal för alla grupper"
    case .byDesign: "deltagarna bjöds in så att grupperna skulle bli jämna"
    }
  }
}
