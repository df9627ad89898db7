import DialogueModel

/// The choices that the program's figures depend on, with the method's reasons.
enum ParameterText {
  struct Row {
    /// The name that a dialogue file has for the choice.
    let key: String
    let name: String
    let value: String
    let reason: String
  }

  private static func weights(_ content: AnnexContent) -> [Row] {
    guard content.coverage.contains(where: { $0.weighting != nil }) else { return [] }
    let effective = Swedish.decimal(WeightLimits.smallestEffectiveSample, decimals: 0)
    return [
      Row(
        key: "weights", name: "Minst så många svar för viktning",
        value: "\(WeightLimits.smallestSample), värda minst \(effective)",
        reason: "Med färre skulle några få personer tala för alla."),
      Row(
        key: "designEffect", name: "Största förlust genom viktning",
        value: "\(Swedish.decimal(WeightLimits.largestDesignEffect, decimals: 0)) gånger",
        reason: "Mycket olika vikter gör talen osäkrare än utan vikter."),
    ]
  }

  static func rows(_ content: AnnexContent) -> [Row] {
    let rule = content.rule
    let matching = content.codebook.matching
    return [
      Row(
        key: "alpha", name: "Nivå för prövningen",
        value: Swedish.decimal(rule.alpha, decimals: 2),
        reason: "Vanlig nivå. Holms metod håller den för alla grupper tillsammans."),
      Row(
        key: "parityBand", name: "Kvoter som räknas som jämvikt",
        value: Swedish.span([
          Swedish.decimal(rule.band.lowerBound, decimals: 2),
          Swedish.decimal(rule.band.upperBound, decimals: 2),
        ]), reason: "Avvikelser upp till en femtedel räknas som små."),
      Row(
        key: "largestUnknownShare", name: "Största andel okända",
        value: Swedish.decimal(rule.largestUnknownShare * 100, decimals: 0) + "\u{A0}procent",
        reason: "När fler är okända säger de kända för lite."),
      Row(
        key: "referenceNoise", name: "Möjligt fel i referensens tal, personer",
        value: rule.referenceNoise.map(Swedish.number)
          ?? "\(RepresentationRule.standardNoise) från 2025, annars 0",
        reason:
          "SCB ändrar varje tal något från 2025. En bedömning som då kan bli en annan sägs inte."
      ),
      Row(
        key: "smallestCount", name: "Minsta tal som publiceras",
        value: Swedish.number(rule.smallestCount), reason: "Få svar kan peka ut någon."),
      Row(
        key: "smallestSensitiveCount", name: "Minsta tal för känsliga uppgifter",
        value: Swedish.number(content.smallestSensitiveCount),
        reason: "Känsliga uppgifter skyddas starkare."),
    ] + weights(content) + [
      Row(
        key: "family", name: "Grupper som prövas tillsammans",
        value: Swedish.number(content.familySize),
        reason: "Fler prövningar ger fler tillfälligheter, och nivån rättas efter det."),
      Row(
        key: "codebook", name: "Kodbok",
        value: "\(content.codebook.id) \(content.codebook.version)",
        reason: "Orden står i Bilaga B."),
      Row(
        key: "threshold", name: "Poäng för att ett tema ska föreslås",
        value: Swedish.number(matching.threshold), reason: "Anges i kodboken."),
      Row(
        key: "maximumThemes", name: "Högst antal teman per synpunkt",
        value: Swedish.number(matching.maximumThemes), reason: "Anges i kodboken."),
    ]
  }
}
