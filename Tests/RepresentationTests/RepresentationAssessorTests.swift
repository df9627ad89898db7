import DialogueModel
import Representation
import Testing

struct RepresentationAssessorTests {
  @Test(arguments: [
    (group(3, of: 10, reference: nil), RepresentationReason.noReference),
    (group(3, of: 10, reference: 5, total: nil), .noReference),
    (group(0, of: 0, unknown: 9, reference: nil), .noReference),
    (group(0, of: 10, reference: 0), .noReference),
    (group(0, of: 0, unknown: 9, reference: 5), .noKnown),
    (group(0, of: 0, reference: 5), .noKnown),
    // More members than inhabitants, more persons than the population, more of the others.
    (group(6, of: 10, reference: 5), .dataConflict),
    (group(1, of: 10, reference: 0), .dataConflict),
    (group(3, of: 11, reference: 5, total: 10), .dataConflict),
    (group(0, of: 6, reference: 5, total: 10), .dataConflict),
    (group(6, of: 10, reference: 3, to: 5), .dataConflict),
    (group(0, of: 6, reference: 5, to: 8, total: 10), .dataConflict),
    (group(3, of: 10, reference: 5, to: 4), .dataConflict),
    (group(3, of: 10, reference: 20, total: 15), .dataConflict),
    (group(11, of: 10, reference: 50), .dataConflict),
    (group(-1, of: 10, reference: 50), .dataConflict),
    (group(1, of: 10, unknown: -1, reference: 50), .dataConflict),
    (group(6, of: 10, unknown: 11, reference: 50), .mostlyUnknown),
    (group(1, of: 10, reference: 1000), .tooFew),
  ])
  func `what cannot be said has the first reason that fits`(
    count: GroupCount, reason: RepresentationReason
  ) {
    let result = assessAlone(count)
    #expect(result.classification == .cannotSay)
    #expect(result.reason == reason)
    #expect(result.count == count)
  }

  @Test func `exactly half unknown is not mostly unknown`() {
    #expect(assessAlone(group(0, of: 64, unknown: 64, reference: 1750)).classification == .under)
    let more = assessAlone(group(0, of: 64, unknown: 65, reference: 1750))
    #expect(more.reason == .mostlyUnknown)
    // The figures are there; only the verdict is withheld.
    #expect(more.pTwoSided != nil && more.pHolm != nil && more.interval != nil)
  }

  @Test func `a group that most did not answer for stays in the family`() {
    let counts = [
      group("silent", 2, of: 10, unknown: 70, reference: 2000),
      group("heard", 0, of: 64, unknown: 11, reference: 1750),
    ]
    let result = RepresentationAssessor().assess(counts)
    #expect(result[0].reason == .mostlyUnknown)
    expectClose(result[1].pHolm, 2 * (result[1].pTwoSided ?? .nan))
  }

  /// Four of ten in the group, three known, none a member: RR 0, p = 2 · 20/120.
  @Test func `a small case can be followed by hand`() throws {
    let result = assessAlone(group(0, of: 3, unknown: 2, reference: 4, total: 10))
    #expect(result.share == 0)
    #expect(result.referenceShare == 0.4)
    #expect(result.ratio == 0)
    expectClose(result.gap, 1.2)
    expectClose(result.pLow, 20.0 / 120)
    #expect(result.pHigh == 1)
    expectClose(result.pTwoSided, 40.0 / 120)
    expectClose(result.pHolm, 40.0 / 120)
    #expect(result.isAbsent)
    // With the two unknown: 0 to 2 of 5.
    let bounds = try #require(result.ratioBounds)
    #expect(bounds == 0...1)
    #expect(result.reason == .tooFew)
    #expect(result.largestUnder == nil)
  }

  @Test func `when everyone took part the share is the reference`() throws {
    let result = assessAlone(group(4, of: 10, reference: 4, total: 10))
    #expect(result.interval == 0.4...0.4)
    #expect(result.ratio == 1)
    #expect(result.ratioInterval90 == 1...1)
    #expect(result.pTwoSided == 1)
    #expect(result.classification == .inBalance)
  }

  @Test func `a group that everyone belongs to is in balance`() {
    let result = assessAlone(group(30, of: 30, reference: 11_500))
    #expect(result.ratio == 1)
    #expect(result.classification == .inBalance)
  }

  @Test func `a group of nobody has no ratio and is not tested`() {
    let result = assessAlone(group(0, of: 30, reference: 0))
    #expect(result.referenceShare == 0)
    #expect(result.ratio == nil && result.gap == nil && result.pHolm == nil)
    #expect(RepresentationAssessor().family(of: [result.count]).isEmpty)
  }

  @Test func `a ratio of exactly four fifths is under and one more member is not`() {
    // 400 of 1000 against one half, and 401.
    #expect(assessAlone(group(400, of: 1000, reference: 5750)).classification == .under)
    let above = assessAlone(group(401, of: 1000, reference: 5750))
    #expect(above.classification == .cannotSay)
    #expect(above.reason == .differenceExtentUnclear)
    #expect(above.largestUnder == 400)
  }

  @Test func `a ratio of exactly five quarters is over and one fewer member is not`() {
    #expect(assessAlone(group(625, of: 1000, reference: 5750)).classification == .over)
    #expect(
      assessAlone(group(624, of: 1000, reference: 5750)).reason == .differenceExtentUnclear)
  }

  @Test func `parity among many is in balance and among few cannot be said`() {
    #expect(assessAlone(group(500, of: 1000, reference: 5750)).classification == .inBalance)
    #expect(assessAlone(group(15, of: 30, reference: 5750)).reason == .tooFew)
  }

  @Test func `the level and the band are the rule's`() {
    let count = group(1, of: 64, reference: 980)
    #expect(assessAlone(count).classification == .under)
    #expect(assessAlone(count, rule: RepresentationRule(alpha: 0.04)).reason == .tooFew)
    let narrow = RepresentationRule(band: 0.1...10)
    #expect(assessAlone(count, rule: narrow).classification == .cannotSay)
    let wide = RepresentationRule(band: 0.01...10)
    #expect(assessAlone(count, rule: wide).classification == .inBalance)
    let silent = group(0, of: 64, unknown: 30, reference: 1750)
    #expect(assessAlone(silent).classification == .under)
    let strict = RepresentationRule(largestUnknownShare: 0.3)
    #expect(assessAlone(silent, rule: strict).reason == .mostlyUnknown)
  }

  @Test func `more than chance gives is never under, whatever the band`() {
    // 70 % against one half is a ratio of 1.4.
    let odd = RepresentationRule(band: 1.5...2)
    #expect(assessAlone(group(210, of: 300, reference: 5750), rule: odd).classification != .under)
    let reversed = RepresentationRule(band: 0.2...0.5)
    #expect(
      assessAlone(group(90, of: 300, reference: 5750), rule: reversed).classification != .over)
  }

  @Test func `the unknown are never counted into the share`() {
    let few = assessAlone(group(8, of: 64, unknown: 0, reference: 2080))
    let many = assessAlone(group(8, of: 64, unknown: 60, reference: 2080))
    #expect(few.share == many.share)
    #expect(few.ratio == many.ratio)
    #expect(few.pTwoSided == many.pTwoSided)
    #expect(few.interval == many.interval)
    #expect(few.ratioBounds == (few.ratio ?? 0)...(few.ratio ?? 0))
  }

  @Test func `the bounds count no more unknown members than the group has left`() throws {
    // Nine of the council's twelve are known members, so at most three of twenty more are.
    let council = assessAlone(group(9, of: 80, unknown: 20, reference: 12))
    expectClose(council.ratioBounds?.lowerBound, 9.0 / 100 / (12.0 / 11_500))
    expectClose(council.ratioBounds?.upperBound, 12.0 / 100 / (12.0 / 11_500))
    // Of ten with eight in the group at most two are others, so of four more two are members.
    let most = assessAlone(group(4, of: 4, unknown: 4, reference: 8, total: 10))
    expectClose(most.ratioBounds?.lowerBound, 6.0 / 8 / 0.8)
    expectClose(most.ratioBounds?.upperBound, 1 / 0.8)
    // More took part than the population has: at most six of the fifty can be of it.
    let beyond = assessAlone(group(1, of: 4, unknown: 50, reference: 5, total: 10))
    #expect(beyond.ratioBounds == 1...1)
  }
}
