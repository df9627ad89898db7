import DialogueModel

/// The variables of two values among the groups of a report, each of which is one test.
///
/// What makes a pair is declared before anybody answers: one group is named as the other's other
/// side, and their references sum to the total. Whoever gave a third answer belongs to one of the
/// two in the register, and nobody knows to which. So for the pair those persons are unknown, the
/// members of the two are the known, and a draw of so many persons is what both are compared with.
struct MirrorPairs {
  /// The counts, with the third answers of a pair among its unknown.
  private(set) var counts: [GroupCount]
  /// For each mirror the position of the side that is tested.
  private var partners: [Int: Int] = [:]

  init(_ counts: [GroupCount], mirrors: [String: String]) {
    self.counts = counts
    guard !mirrors.isEmpty else { return }
    let positions = Dictionary(grouping: counts.indices) { counts[$0].id }
    var found: [Int: [Int]] = [:]
    for index in counts.indices {
      guard let name = mirrors[counts[index].id], mirrors[name] == nil,
        positions[counts[index].id]?.count == 1, let tested = positions[name], tested.count == 1,
        Self.isPair(counts[index], counts[tested[0]])
      else { continue }
      found[tested[0], default: []].append(index)
    }
    // Two mirrors of one group leave open which is meant.
    for (tested, sides) in found where sides.count == 1 {
      partners[sides[0]] = tested
      let known = counts[tested].members + counts[sides[0]].members
      for index in [tested, sides[0]] {
        let (unknown, isTooLarge) = counts[index].unknown
          .addingReportingOverflow(counts[index].known - known)
        self.counts[index].known = known
        self.counts[index].unknown = isTooLarge ? .max : unknown
      }
    }
  }

  /// For each group the position of the group whose test it shares, mostly its own; `nil` for
  /// groups that cannot be compared.
  func origins(_ comparisons: [GroupComparison?]) -> [Int?] {
    comparisons.indices.map { index in
      guard comparisons[index] != nil else { return nil }
      // A partner that cannot be tested has no test to share.
      guard let partner = partners[index], comparisons[partner] != nil else { return index }
      return partner
    }
  }

  /// Whether two groups are the two values of one variable: the same question to the same
  /// persons, and figures that together are the population.
  private static func isPair(_ one: GroupCount, _ other: GroupCount) -> Bool {
    guard let total = one.referenceTotal, total == other.referenceTotal,
      total <= Hypergeometric.largestPopulation,
      let low = one.referenceCount, let otherLow = other.referenceCount,
      one.known == other.known, one.unknown == other.unknown, one.known <= total
    else { return false }
    let high = one.referenceCountHigh ?? low
    let otherHigh = other.referenceCountHigh ?? otherLow
    guard [low, high, otherLow, otherHigh].allSatisfy({ (0...total).contains($0) }),
      one.members >= 0, other.members >= 0, one.members <= one.known,
      other.members <= one.known - one.members
    else { return false }
    // In a range the lower end of one side is the upper end of the other.
    return [low + otherHigh, high + otherLow].allSatisfy {
      abs($0 - total) <= RepresentationAssessor.largestMirrorDifference
    }
  }
}
