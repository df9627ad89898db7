import DialogueModel

/// The result of `inspel coverage --json`: each group compared with the population.
public struct CoverageDocument: Encodable, Sendable {
  /// The groups, in the order of the table.
  public var groups: [Group]
  /// The measures of whole background questions, where every group has a figure.
  let overall: [OverallDocument]
  /// How it stood after each activity; left out where there is nothing to follow.
  let activities: [StageDocument]?

  /// The weights of closed questions, by channel; left out where there is nothing to weight.
  let weights: [WeightsDocument]?

  init(
    groups: [Group], overall: [OverallDocument] = [], activities: [StageDocument]? = nil,
    weights: [WeightsDocument]? = nil
  ) {
    self.groups = groups
    self.overall = overall
    self.activities = activities
    self.weights = weights
  }

  /// One group compared with the population.
  public struct Group: Encodable, Sendable {
    let id: String
    let channel: String?
    let members: Int
    let known: Int
    let unknown: Int
    let referenceCount: Int?
    let referenceCountHigh: Int?
    let referenceTotal: Int?
    let share: Double?
    let referenceShare: Double?
    let referenceShareHigh: Double?
    let ratio: Double?
    let ratioLow: Double?
    let gap: Double?
    let pLow: Double?
    let pHigh: Double?
    let pTwoSided: Double?
    let pHolm: Double?
    let interval: [Double]?
    let ratioInterval: [Double]?
    let ratioInterval90: [Double]?
    let ratioBounds: [Double]?
    let tippingPoint: Int?
    let largestUnder: Int?
    let smallestOver: Int?
    let knownNeeded: Int?
    let `class`: String
    let reason: String?
    let absent: Bool

    /// The fields of an assessment; what cannot be computed is written as `null`.
    init(_ assessment: GroupAssessment, channel: String? = nil) {
      let count = assessment.count
      id = count.id
      self.channel = channel
      members = count.members
      known = count.known
      unknown = count.unknown
      referenceCount = count.referenceCount
      referenceCountHigh = count.referenceCountHigh
      referenceTotal = count.referenceTotal
      share = assessment.share
      referenceShare = assessment.referenceShare
      referenceShareHigh = assessment.referenceShareHigh
      ratio = assessment.ratio
      ratioLow = assessment.ratioLow
      gap = assessment.gap
      pLow = assessment.pLow
      pHigh = assessment.pHigh
      pTwoSided = assessment.pTwoSided
      pHolm = assessment.pHolm
      func pair(_ range: ClosedRange<Double>?) -> [Double]? {
        range.map { [$0.lowerBound, $0.upperBound] }
      }
      interval = pair(assessment.interval)
      ratioInterval = pair(assessment.ratioInterval)
      ratioInterval90 = pair(assessment.ratioInterval90)
      ratioBounds = pair(assessment.ratioBounds)
      tippingPoint = assessment.tippingPoint
      largestUnder = assessment.largestUnder
      smallestOver = assessment.smallestOver
      knownNeeded = assessment.knownNeeded
      `class` = assessment.classification.rawValue
      reason = assessment.reason?.rawValue
      absent = assessment.isAbsent
    }

    enum CodingKeys: String, CodingKey {
      case id, channel, members, known, unknown, referenceCount, referenceCountHigh
      case referenceTotal, share, referenceShare, referenceShareHigh, ratio, ratioLow, gap
      case pLow, pHigh, pTwoSided, pHolm, interval, ratioInterval, ratioInterval90, ratioBounds
      case tippingPoint, largestUnder, smallestOver, knownNeeded, `class`, reason, absent
    }

    /// Writes every field, absent ones as `null`, so that a program can rely on the names.
    ///
    /// The second figures of a range stand only where there is a range.
    public func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(id, forKey: .id)
      try values.encodeIfPresent(channel, forKey: .channel)
      try values.encode(members, forKey: .members)
      try values.encode(known, forKey: .known)
      try values.encode(unknown, forKey: .unknown)
      try values.encode(referenceCount, forKey: .referenceCount)
      try values.encodeIfPresent(referenceCountHigh, forKey: .referenceCountHigh)
      try values.encode(referenceTotal, forKey: .referenceTotal)
      try values.encode(share, forKey: .share)
      try values.encode(referenceShare, forKey: .referenceShare)
      try values.encodeIfPresent(referenceShareHigh, forKey: .referenceShareHigh)
      try values.encode(ratio, forKey: .ratio)
      try values.encodeIfPresent(ratioLow, forKey: .ratioLow)
      try values.encode(gap, forKey: .gap)
      try values.encode(pLow, forKey: .pLow)
      try values.encode(pHigh, forKey: .pHigh)
      try values.encode(pTwoSided, forKey: .pTwoSided)
      try values.encode(pHolm, forKey: .pHolm)
      try values.encode(interval, forKey: .interval)
      try values.encode(ratioInterval, forKey: .ratioInterval)
      try values.encode(ratioInterval90, forKey: .ratioInterval90)
      try values.encode(ratioBounds, forKey: .ratioBounds)
      try values.encode(tippingPoint, forKey: .tippingPoint)
      try values.encode(largestUnder, forKey: .largestUnder)
      try values.encode(smallestOver, forKey: .smallestOver)
      try values.encode(knownNeeded, forKey: .knownNeeded)
      try values.encode(`class`, forKey: .class)
      try values.encode(reason, forKey: .reason)
      try values.encode(absent, forKey: .absent)
    }
  }
}
