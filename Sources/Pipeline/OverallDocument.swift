import DialogueModel
import Representation

/// The measures of a whole background question, as `inspel coverage --json` writes them.
struct OverallDocument: Encodable, Sendable {
  let channel: String?
  let dimension: String?
  let known: Int
  let population: Int
  let chiSquare: Double
  let chiSquareChance: Chance
  let dissimilarity: Double
  let expectedDissimilarity: Double
  let dissimilarityChance: Chance
  let variation: Double
  let variationAdjusted: Double
  let terms: [Term]
  let rIndicator: Indicator
  /// For comparison with other tools only.
  let minMaxScore: Double?

  struct Chance: Encodable, Sendable {
    let value: Double
    let method: String
    let outcomes: Int
    let standardError: Double?

    init(_ chance: ChanceEstimate) {
      value = chance.value
      method = chance.method.rawValue
      outcomes = chance.outcomes
      standardError = chance.standardError
    }
  }

  /// A category's part in the variation; negative for too few members.
  struct Term: Encodable, Sendable {
    let group: String
    let value: Double?
    let partial: Double?
  }

  /// Never without the floor that it cannot be below.
  struct Indicator: Encodable, Sendable {
    let value: Double
    let adjusted: Double
    let adjustedRISQ: Double
    let floor: Double
    let meanRate: Double
    let standardError: Double?

    init(_ indicator: RIndicator) {
      value = indicator.value.raw
      adjusted = indicator.value.adjusted
      adjustedRISQ = indicator.value.risq
      floor = indicator.floor
      meanRate = indicator.meanRate
      standardError = indicator.standardError
    }
  }

  init(_ balance: OverallBalance, groups: [String], channel: String?, dimension: String?) {
    self.channel = channel
    self.dimension = dimension
    known = balance.known
    population = balance.population
    chiSquare = balance.chiSquare
    chiSquareChance = Chance(balance.chiSquareChance)
    dissimilarity = balance.dissimilarity
    expectedDissimilarity = balance.expectedDissimilarity
    dissimilarityChance = Chance(balance.dissimilarityChance)
    variation = balance.indicator.variation.raw
    variationAdjusted = balance.indicator.variation.adjusted
    terms = groups.enumerated().map {
      Term(
        group: $0.element, value: balance.signedTerms[$0.offset],
        partial: balance.categoryPartials[$0.offset])
    }
    rIndicator = Indicator(balance.indicator)
    minMaxScore = MinMaxScore.value(members: balance.members, reference: balance.reference)
  }

  /// Why the score of the lowest rate over the highest is not used, beside it.
  static let whyScoreIsNotUsed =
    "it names no group, one empty group makes it 0, the unknown are left out, and it falls when few "
    + "take part"

  /// The measures in a few lines, for a terminal.
  var words: String {
    func number(_ value: Double) -> String { PlainDecimal.text(value, places: 3) }
    let chance = chiSquareChance.value < 0.001 ? "below 0.001" : number(chiSquareChance.value)
    let how = chiSquareChance.method == "enumerated" ? "exact" : "from draws"
    var lines = [
      "\(dimension ?? "All groups"): \(number(dissimilarity)) of those known would have to be "
        + "others, \(number(expectedDissimilarity)) by chance alone; chance of as unlike "
        + "\(chance) (\(how)); variation of rates \(number(variationAdjusted)).",
      "  For experts: R \(number(rIndicator.value)), which cannot be below "
        + "\(number(rIndicator.floor)) at this rate.",
    ]
    if let score = minMaxScore {
      lines.append(
        "  Lowest over highest rate (Go Vocal's score) \(number(score)), for comparison only and not "
          + "used:")
      lines.append("  \(Self.whyScoreIsNotUsed).")
    }
    return lines.joined(separator: "\n")
  }
}
