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
    #expect(family { $0.members = 19 } == [0, 1])
    #expect(family { $0.known = 62 } == [0, 1])
    #expect(family { $0.unknown = 18 } == [0, 1])
    #expect(family { $0.referenceTotal = 11_501 } == [0, 1])
    #expect(family { $0.referenceCountHigh = 5950 } == [0, 1])
    // Without a reference there is no test at all.
    #expect(family { $0.referenceCount = nil } == [0])
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
