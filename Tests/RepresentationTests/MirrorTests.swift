import DialogueModel
import Representation
import Testing

/// A variable of two values is one test, whose other side is shown beside it.
struct MirrorTests {
  static let women = group("sex/woman", 41, of: 61, unknown: 19, reference: 5600)
  static let men = group("sex/man", 20, of: 61, unknown: 19, reference: 5900)
  static let locality = group("place/a", 1, of: 70, unknown: 10, reference: 1000)
  static let assessor = RepresentationAssessor(mirrors: ["sex/man": "sex/woman"])

  @Test func `the mirror adds no test to the family`() throws {
    let counts = [Self.men, Self.women, Self.locality]
    #expect(Self.assessor.family(of: counts) == [1, 2])
    #expect(RepresentationAssessor().family(of: counts) == [0, 1, 2])
    let result = Self.assessor.assess(counts)
    expectClose(result[1].pHolm, 2 * (try #require(result[1].pTwoSided)))
    let untouched = Self.assessor.assess([Self.women, Self.locality])
    #expect(untouched[0] == result[1])
    #expect(untouched[1] == result[2])
  }

  @Test func `the mirror has the same test with the tails changed round`() throws {
    let result = Self.assessor.assess([Self.women, Self.men, Self.locality])
    expectClose(result[1].pLow, try #require(result[0].pHigh), relative: 1e-12)
    expectClose(result[1].pHigh, try #require(result[0].pLow), relative: 1e-12)
    expectClose(result[1].pHolm, try #require(result[0].pHolm), relative: 1e-12)
    expectClose(result[1].share, 20.0 / 61)
    expectClose(result[1].ratio, 20.0 / 61 / (5900.0 / 11_500))
    #expect(result[0].classification == .over)
    #expect(result[1].classification == .under)
    // Ten who are not women are ten who are men.
    #expect(result[0].tippingPoint == result[1].tippingPoint)
  }

  /// One tenth of the population and a fifth of those known; the others are at 0.889.
  @Test func `the mirror's class follows from its own ratio`() {
    let few = group("few", 60, of: 300, reference: 1150)
    let most = group("most", 240, of: 300, reference: 10_350)
    let result = RepresentationAssessor(mirrors: ["most": "few"]).assess([few, most])
    #expect(result[0].classification == .over)
    #expect(result[1].classification == .inBalance)
  }

  @Test func `references that do not quite sum because of noise are still a mirror`() throws {
    var men = Self.men
    men.referenceCount = 5900 - RepresentationAssessor.largestMirrorDifference
    #expect(Self.assessor.family(of: [Self.women, men]) == [0])
    let result = Self.assessor.assess([Self.women, men])
    // The mirror alone in its partner's place: corrected for one test.
    #expect(result[1].pHolm == result[1].pTwoSided)
    men.referenceCount = 5900 - RepresentationAssessor.largestMirrorDifference - 1
    #expect(Self.assessor.family(of: [Self.women, men]) == [0, 1])
  }

  @Test func `what is not the other side is tested on its own`() {
    func family(_ change: (inout GroupCount) -> Void) -> [Int] {
      var men = Self.men
      change(&men)
      return Self.assessor.family(of: [Self.women, men])
    }
    #expect(family { _ in } == [0])
    // A person who answered neither: the two are still one question.
    #expect(family { $0.members = 19 } == [0])
    #expect(family { $0.members = 21 } == [0, 1])
    #expect(family { $0.known = 62 } == [0, 1])
    #expect(family { $0.unknown = 18 } == [0, 1])
    #expect(family { $0.referenceTotal = 11_501 } == [0, 1])
    #expect(family { $0.referenceCountHigh = 5950 } == [0, 1])
    // Without a reference there is no test at all.
    #expect(family { $0.referenceCount = nil } == [0])
  }

  /// 115 women, 79 men and 4 of 198 who answered neither, 7 who did not answer.
  @Test func `who answered neither changes no family and is unknown to both`() throws {
    let women = group("sex/woman", 115, of: 198, unknown: 7, reference: 4820, total: 9973)
    let men = group("sex/man", 79, of: 198, unknown: 7, reference: 5153, total: 9973)
    let other = group("sex/other", 4, of: 198, unknown: 7, reference: nil, total: 9973)
    let counts = [women, men, other, Self.locality]
    #expect(Self.assessor.family(of: counts) == [0, 3])
    let result = Self.assessor.assess(counts)
    for (side, members) in zip(result, [115, 79]) {
      #expect(side.count.known == 194)
      #expect(side.count.unknown == 11)
      expectClose(side.share, Double(members) / 194)
    }
    // Those who answered neither have a share of all who answered, and nothing to compare with.
    expectClose(result[2].share, 4.0 / 198)
    #expect(result[2].reason == .noReference)
    // The same as if the four had not answered.
    let blank = Self.assessor.assess(
      [women, men].map {
        var count = $0
        (count.known, count.unknown) = (194, 11)
        return count
      } + [Self.locality])
    #expect(Array(result[0...1]) == Array(blank[0...1]))
    #expect(result[3] == blank[2])
    expectClose(result[0].pLow, try #require(result[1].pHigh), relative: 1e-12)
  }

  @Test(arguments: 0...40)
  func `the family and its p-values do not depend on whether somebody answers neither`(
    neither: Int
  ) {
    // 60 women and 39 men, and more and more who answered neither.
    let known = 99 + neither
    let counts = [
      group("sex/woman", 60, of: known, unknown: 5, reference: 5600),
      group("sex/man", 39, of: known, unknown: 5, reference: 5900), Self.locality,
    ]
    #expect(Self.assessor.family(of: counts) == [0, 2])
    let result = Self.assessor.assess(counts)
    let plain = assessAlone(group(60, of: 99, reference: 5600))
    #expect(result[0].pTwoSided == plain.pTwoSided)
    #expect(result[0].count.unknown == 5 + neither)
  }

  @Test func `a range is mirrored too`() throws {
    let some = group("some", 9, of: 90, reference: 1150, to: 2300)
    let others = group("others", 80, of: 90, reference: 9200, to: 10_350)
    let assessor = RepresentationAssessor(mirrors: ["others": "some"])
    #expect(assessor.family(of: [some, others]) == [0])
    let result = assessor.assess([some, others])
    expectClose(result[0].pLow, try #require(result[1].pHigh), relative: 1e-12)
    expectClose(result[0].pHigh, try #require(result[1].pLow), relative: 1e-12)
  }

  @Test func `two mirrors of one group are no pair`() {
    let women = group("w", 10, of: 30, reference: 5750)
    let men = [group("a", 10, of: 30, reference: 5750), group("b", 10, of: 30, reference: 5750)]
    let assessor = RepresentationAssessor(mirrors: ["a": "w", "b": "w"])
    #expect(assessor.family(of: [women] + men) == [0, 1, 2])
  }

  @Test func `a mirror of nothing, of itself or of a mirror is tested on its own`() {
    let counts = [Self.women, Self.men]
    for mirrors in [
      ["sex/man": "sex/other"], ["sex/man": "sex/man"],
      ["sex/man": "sex/woman", "sex/woman": "sex/man"],
    ] {
      #expect(RepresentationAssessor(mirrors: mirrors).family(of: counts) == [0, 1])
    }
    // Two groups with the same id leave open which is meant.
    #expect(Self.assessor.family(of: [Self.women, Self.women, Self.men]) == [0, 1, 2])
    // A partner that cannot be tested has no test to share.
    var women = Self.women
    women.referenceCount = nil
    #expect(Self.assessor.family(of: [women, Self.men]) == [1])
  }
}
