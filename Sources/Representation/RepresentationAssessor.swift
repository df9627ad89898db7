import DialogueModel

/// Compares target groups with the reference population, all groups of one report together.
///
/// Participants are not a sample but a full list of who took part, so the observed share is a
/// fact. The chances answer one question only: could a fair draw of lots, of as many persons
/// from the same population, have given this? They are exact (``Hypergeometric``). Of what
/// people think nothing follows, neither inside a group nor outside it.
///
/// **The class** is the first of these that fits:
/// 1. *cannot say*: no reference, nobody known, counts that contradict the reference, or more
///    unknown than the rule allows;
/// 2. *under* or *over*: the two-sided chance after ``HolmCorrection`` is at most `alpha`, and
///    the ratio is at or beyond the end of the parity band;
/// 3. *in balance*: the 90 % interval of the ratio lies wholly inside the band, which is two
///    one-sided tests at 5 %. That nothing is significant is no evidence of balance;
/// 4. *cannot say*, with the reason.
///
/// **The family** that the correction counts is every group with a reference, somebody known and
/// no conflict. A group that most did not answer for stays in it: which groups a report tests is
/// settled before anybody answers, and a smaller family would make the others' figures look
/// better than they are. A group of nobody (a reference of 0 and no member) has nothing to be
/// tested against and counts as one without reference.
///
/// **A range** as reference (`referenceCountHigh`) is tested at its unfavourable end: so few
/// against the lower figure, so many against the upper. `ratio` is then against the lower figure
/// and `ratioLow` against the upper, the intervals of the ratio span both, and `gap` is `nil`
/// since it is two numbers. Numbers that exclude every figure of the range are a conflict.
///
/// **A variable of two values**, such as sex, is one test and not two: mark one of its groups in
/// ``mirrors``. The mirror takes the other's place in the family and does not add to it. Its
/// figures are its own; the chances are the other's with the tails changed round, and the
/// corrected chance is the same. Its class follows from its own ratio: where women are 10 % of
/// the population and twice that of those who took part, men are not *under* at a ratio of 0.9.
///
/// That a variable has two values is told by its reference and not by who answered. Whoever gave
/// a third answer (*annat*) belongs to one of the two in the register, and nobody knows to which:
/// for the pair these persons are unknown, and `count` of the results says so. So the family is
/// settled before anybody answers.
public struct RepresentationAssessor: Sendable, Equatable {
  /// How much the sum of a two-valued variable's figures may differ from the total.
  ///
  /// SCB changes each published number a little (Cell Key Method), so that parts need not sum.
  /// Three figures moved by at most 3 each, which is the method's assumption, differ by 9.
  public static let largestMirrorDifference = 9

  /// The limits of the classes.
  public var rule: RepresentationRule
  /// The groups that are the other side of a two-valued variable: the group's id, and the id of
  /// the side that is tested.
  ///
  /// A group that is not the other side (references that do not sum to the total, other persons
  /// known or unknown, more members together than known) is tested on its own;
  /// ``family(of:)`` shows which are.
  public var mirrors: [String: String]
  /// How far a published figure may be from the truth, d; 0 for exact figures.
  ///
  /// With SCB's noise from reference year 2025, 3 is the method's assumption. A verdict that
  /// would be another with N_g − d or N_g + d is taken back to *cannot say*. Ranges are left as
  /// they are.
  public var referenceNoise: Int

  /// Makes an assessor.
  public init(
    rule: RepresentationRule = RepresentationRule(), mirrors: [String: String] = [:],
    referenceNoise: Int = 0
  ) {
    self.rule = rule
    self.mirrors = mirrors
    self.referenceNoise = referenceNoise
  }

  /// Compares the groups of one report, and gives the results in the same order.
  ///
  /// No figure is ever infinite or not a number; what cannot be computed is `nil`. The order of
  /// the groups changes no figure.
  ///
  /// - Parameter given: All groups of the report, since the correction is over all of them.
  /// - Returns: One result for each group.
  public func assess(_ given: [GroupCount]) -> [GroupAssessment] {
    let pairs = MirrorPairs(given, mirrors: mirrors)
    let counts = pairs.counts
    let comparisons = counts.map { GroupComparison($0, noise: referenceNoise) }
    let origins = pairs.origins(comparisons)
    let tails = comparisons.map { $0?.tails }
    let family = counts.indices.filter { origins[$0] == $0 }
    let holm = HolmCorrection(family.map { tails[$0]?.twoSided ?? 1 })
    let places = Dictionary(uniqueKeysWithValues: zip(family, 0...))

    return counts.indices.map { index in
      var result = figures(counts[index])
      guard let comparison = comparisons[index], let tails = tails[index],
        let place = origins[index].flatMap({ places[$0] })
      else { return result }
      comparison.fill(&result, tails: tails)
      // A mirror's own value stands in its partner's place, so it is the partner's but for noise.
      result.pHolm =
        origins[index] == index
        ? holm.adjusted[place] : holm.adjusted(tails.twoSided, inPlaceOf: place)
      if isMostlyUnknown(counts[index]) {
        result.reason = .mostlyUnknown
        result.knownNeeded = knownNeeded(counts[index])
        return result
      }
      let limits = DecisionLimits(
        rule: rule, factor: holm.factor(at: place, level: rule.alpha))
      (result.classification, result.reason) = comparison.classify(limits)
      switch result.classification {
      case .under, .over:
        result.tippingPoint = comparison.tippingPoint(result.classification, limits)
      case .cannotSay:
        // The first step of Holm: these numbers are enough whatever the other groups show.
        let limits = DecisionLimits(rule: rule, factor: holm.count)
        result.largestUnder = comparison.largestUnder(limits)
        result.smallestOver = comparison.smallestOver(limits)
      case .inBalance:
        break
      }
      return result
    }
  }

  /// The positions of the groups with a test of their own: those the correction counts.
  ///
  /// - Parameter counts: All groups of the report.
  /// - Returns: The positions in the list, ascending.
  public func family(of counts: [GroupCount]) -> [Int] {
    let pairs = MirrorPairs(counts, mirrors: mirrors)
    let origins = pairs.origins(pairs.counts.map { GroupComparison($0, noise: referenceNoise) })
    return counts.indices.filter { origins[$0] == $0 }
  }

  /// The figures that need no test, with the class *cannot say* and its reason.
  private func figures(_ count: GroupCount) -> GroupAssessment {
    let obstacle = GroupComparison.obstacle(to: count)
    var result = GroupAssessment(count: count, classification: .cannotSay, reason: obstacle)
    let hasShare = count.known > 0 && (0...count.known).contains(count.members)
    if hasShare { result.share = Double(count.members) / Double(count.known) }
    guard let total = count.referenceTotal, total > 0, let low = count.referenceCount,
      (0...total).contains(low)
    else { return result }
    func ratio(_ groupSize: Int) -> Double? {
      guard hasShare else { return nil }
      return GroupComparison.ratio(
        members: count.members, known: count.known, groupSize: groupSize, population: total)
    }
    result.referenceShare = Double(low) / Double(total)
    result.ratio = ratio(low)
    if let high = count.referenceCountHigh {
      guard (low...max(low, total)).contains(high) else { return result }
      result.referenceShareHigh = Double(high) / Double(total)
      result.ratioLow = ratio(high)
    }
    if hasShare, low > 0, count.referenceCountHigh ?? low == low {
      result.gap = Double(count.known) * Double(low) / Double(total) - Double(count.members)
    }
    return result
  }

  /// Whether more than the allowed share of those who took part did not say.
  func isMostlyUnknown(_ count: GroupCount) -> Bool {
    let all = Double(count.known) + Double(count.unknown)
    return Double(count.unknown) / all > rule.largestUnknownShare
  }

  /// How many of the same persons would have to be known for the rule to say anything.
  private func knownNeeded(_ count: GroupCount) -> Int? {
    let (all, isTooLarge) = count.known.addingReportingOverflow(count.unknown)
    guard !isTooLarge else { return nil }
    return GroupComparison.firstIndex(in: count.known...all) {
      Double(all - $0) / Double(all) <= rule.largestUnknownShare
    }
  }
}

extension GroupComparison {
  /// Enters what only a group that can be compared has.
  fileprivate func fill(_ result: inout GroupAssessment, tails: HypergeometricTails) {
    result.pLow = tails.lower
    result.pHigh = tails.upper
    result.pTwoSided = tails.twoSided
    result.interval = interval(level: 0.95, reference: reference)
    result.ratioInterval = ratioInterval(level: 0.95, reference: reference)
    result.ratioInterval90 = ratioInterval(level: 0.90, reference: reference)
    result.ratioBounds = ratioBounds
  }
}
