import DialogueModel
import Representation
import Testing

/// What it would have taken to decide, beside *cannot say*.
struct DecisionPointTests {
  /// The class that another number of members would have had.
  static func classify(
    _ members: Int, _ count: GroupCount, among others: [GroupCount], noise: Int = 0
  ) -> RepresentationClass {
    var other = count
    other.members = members
    return RepresentationAssessor(referenceNoise: noise)
      .assess([other] + others)[0].classification
  }

  static let cases = [
    // The report of 29 persons in which 12 of 65–79 years lean over, and 0 of 16–24 under.
    group(12, of: 29, reference: 2459, total: 9973), group(0, of: 29, reference: 931, total: 9973),
    // Not even all four.
    group(2, of: 4, reference: 5000), group(1, of: 3, reference: 300),
    group(0, of: 30, reference: 6, total: 11_500), group(51, of: 198, reference: 2175, total: 9973),
    // A range, and a group so large that a draw must have some of it.
    group(6, of: 50, unknown: 30, reference: 1150, to: 2300),
    group(11, of: 15, reference: 20, total: 30), group(5, of: 8, reference: 8, total: 12),
  ]

  @Test(arguments: cases, [1, 6, 12])
  func `both numbers are where a sweep of every count finds them`(
    count: GroupCount, tests: Int
  ) throws {
    for noise in [0, 3] {
      let others = fillers(tests - 1)
      let result = RepresentationAssessor(referenceNoise: noise).assess([count] + others)[0]
      try #require(result.classification == .cannotSay)
      let low = try #require(count.referenceCount)
      let total = try #require(count.referenceTotal)
      let possible =
        max(
          0, count.known - (total - low))...min(
          count.known, count.referenceCountHigh ?? low)
      let classes = possible.map {
        ($0, Self.classify($0, count, among: others, noise: noise))
      }
      #expect(result.largestUnder == classes.last { $0.1 == .under }?.0)
      #expect(result.smallestOver == classes.first { $0.1 == .over }?.0)
    }
  }

  @Test func `the cases have both, one and none`() {
    let found = Self.cases.map { count in
      let result = RepresentationAssessor().assess([count] + fillers(5))[0]
      return [result.largestUnder != nil, result.smallestOver != nil]
    }
    for kind in [[true, true], [false, true], [false, false]] { #expect(found.contains(kind)) }
  }

  @Test func `twelve of 29 would have been over with fifteen`() {
    let result = RepresentationAssessor().assess([Self.cases[0]] + fillers(5))[0]
    #expect(result.largestUnder == 1)
    #expect(result.smallestOver == 15)
  }

  /// With other groups already decided Holm asks less; the numbers are enough whatever they show.
  @Test func `the numbers are enough whatever the others show`() throws {
    let others = (0..<5).map { group("\($0)", 0, of: 400, reference: 2875) }
    let count = Self.cases[0]
    let result = RepresentationAssessor().assess([count] + others)[0]
    #expect(result.smallestOver == 15)
    let most = try #require(result.smallestOver)
    for members in most...29 { #expect(Self.classify(members, count, among: others) == .over) }
  }

  @Test func `where most did not say it is told how many would have to`() throws {
    let result = assessAlone(group(2, of: 10, unknown: 19, reference: 1150))
    #expect(result.reason == .mostlyUnknown)
    #expect(result.largestUnder == nil && result.smallestOver == nil)
    #expect(result.knownNeeded == 15)
    #expect(assessAlone(group(2, of: 14, unknown: 15, reference: 1150)).reason == .mostlyUnknown)
    #expect(assessAlone(group(2, of: 15, unknown: 14, reference: 1150)).reason != .mostlyUnknown)
    let strict = RepresentationRule(largestUnknownShare: 0.2)
    #expect(
      assessAlone(group(2, of: 10, unknown: 19, reference: 1150), rule: strict).knownNeeded == 24)
  }

  @Test func `however many are unknown it is no conflict`() {
    for unknown in [10_000_000_000, 10_000_000_001, Int.max - 10, Int.max] {
      let result = assessAlone(group(2, of: 10, unknown: unknown, reference: 1150))
      #expect(result.reason == .mostlyUnknown)
      let isFinite = figures(result).allSatisfy { $0.isFinite }
      #expect(isFinite)
    }
  }
}
