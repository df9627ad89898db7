/// The comparison of one target group with the population, with everything it rests on.
///
/// The method and its sources are in the documentation's page *Representation*.
public struct GroupAssessment: Sendable, Equatable {
  /// The counts compared.
  public var count: GroupCount
  /// The share of the known, x/n; `nil` when nobody is known.
  public var share: Double?
  /// The group's share of the reference population, N_g/N.
  public var referenceShare: Double?
  /// The upper reference share when the reference is a range.
  public var referenceShareHigh: Double?
  /// The representation ratio, share over reference share; 1 is parity.
  public var ratio: Double?
  /// The ratio against the upper figure when the reference is a range.
  public var ratioLow: Double?
  /// How many members parity would have more (+) or fewer (−), n·P − x, not rounded.
  public var gap: Double?
  /// The exact chance of so few members or fewer in a fair draw of lots.
  public var pLow: Double?
  /// The exact chance of so many members or more in a fair draw of lots.
  public var pHigh: Double?
  /// The two-sided chance, twice the smaller tail and at most 1.
  public var pTwoSided: Double?
  /// The two-sided chance after Holm's correction over all groups tested.
  public var pHolm: Double?
  /// The 95 % Wilson interval of the share, with finite population correction.
  public var interval: ClosedRange<Double>?
  /// The 95 % interval of the ratio.
  public var ratioInterval: ClosedRange<Double>?
  /// The 90 % interval of the ratio, which the class *in balance* is defined by.
  public var ratioInterval90: ClosedRange<Double>?
  /// The ratio when all unknown are outside the group, and when all are inside it.
  public var ratioBounds: ClosedRange<Double>?
  /// The class.
  public var classification: RepresentationClass
  /// Why nothing can be said, when nothing can.
  public var reason: RepresentationReason?
  /// Whether the group has no known member at all.
  public var isAbsent: Bool
  /// The fewest unknown who would have to be members (for *under*) or non-members (for *over*)
  /// for the class to be lost; `nil` when the class holds whatever the unknown are, when nobody
  /// is unknown, and for the other classes.
  public var tippingPoint: Int?
  /// For *cannot say*: the largest number of members that would have been *under*, with the
  /// same known and whatever the other groups show; `nil` when not even zero would have been, and
  /// when too many are unknown for anything to be said.
  public var largestUnder: Int?
  /// For *cannot say*: the smallest number of members that would have been *over*, in the same
  /// way; `nil` when not even everybody would have been.
  public var smallestOver: Int?
  /// When too many are unknown for anything to be said: how many of the same persons would have
  /// to be known.
  public var knownNeeded: Int?

  /// Makes an assessment in which only the counts and the class are filled in.
  public init(
    count: GroupCount, classification: RepresentationClass, reason: RepresentationReason? = nil
  ) {
    self.count = count
    self.classification = classification
    self.reason = reason
    isAbsent = count.members == 0 && count.known > 0
  }
}
