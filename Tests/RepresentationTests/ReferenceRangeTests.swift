import DialogueModel
import Representation
import Testing

/// References that are a range, and figures that the publisher's noise may have moved.
struct ReferenceRangeTests {
  @Test func `what holds at both ends of the range holds`() throws {
    let under = assessAlone(group(2, of: 200, reference: 1150, to: 2300))
    #expect(under.classification == .under)
    let over = assessAlone(group(120, of: 200, reference: 1150, to: 2300))
    #expect(over.classification == .over)
    let balance = assessAlone(group(1000, of: 2000, reference: 5650, to: 5850))
    #expect(balance.classification == .inBalance)
    let interval = try #require(balance.ratioInterval90)
    expectClose(
      interval.upperBound / interval.lowerBound,
      (WilsonInterval.share(members: 1000, known: 2000, population: 11_500, level: 0.9)?
        .upperBound ?? .nan)
        / (WilsonInterval.share(members: 1000, known: 2000, population: 11_500, level: 0.9)?
          .lowerBound ?? .nan) * 5850 / 5650)
  }

  /// Against 10 % a share of 9 % says nothing, against 20 % it is under.
  @Test func `a verdict at one end only is no verdict`() {
    let result = assessAlone(group(18, of: 200, reference: 1150, to: 2300))
    #expect(result.classification == .cannotSay)
    #expect(result.reason == .referenceUncertain)
    #expect(assessAlone(group(18, of: 200, reference: 2300)).classification == .under)
    #expect(assessAlone(group(18, of: 200, reference: 1150)).reason == .tooFew)
  }

  /// Against 10 % a share of 16 % is over, against 20 % it says nothing.
  @Test func `a verdict at the lower end only is no verdict either`() {
    let result = assessAlone(group(32, of: 200, reference: 1150, to: 2300))
    #expect(result.classification == .cannotSay)
    #expect(result.reason == .referenceUncertain)
    #expect(assessAlone(group(32, of: 200, reference: 2300)).reason == .tooFew)
    #expect(assessAlone(group(32, of: 200, reference: 1150)).classification == .over)
  }

  /// 10 % against 2 to 50 % is over at one end and under at the other.
  @Test func `opposite verdicts are no verdict`() {
    let result = assessAlone(group(20, of: 200, reference: 230, to: 5750))
    #expect(result.reason == .referenceUncertain)
    #expect(result.pTwoSided == 1)
  }

  /// Between the ends the share would be in balance, at neither end would it.
  @Test func `balance inside the range only is no verdict`() {
    let ends = [5000, 6600]
    for end in ends {
      #expect(assessAlone(group(150, of: 300, reference: end)).classification == .cannotSay)
    }
    #expect(assessAlone(group(150, of: 300, reference: 5750)).classification == .inBalance)
    let range = assessAlone(group(150, of: 300, reference: ends[0], to: ends[1]))
    #expect(range.reason == .referenceUncertain)
  }

  @Test func `a range of one figure is that figure`() {
    let figure = assessAlone(group(1, of: 64, unknown: 11, reference: 980))
    let range = assessAlone(group(1, of: 64, unknown: 11, reference: 980, to: 980))
    #expect(range.classification == figure.classification)
    #expect(range.pTwoSided == figure.pTwoSided)
    #expect(range.ratioInterval == figure.ratioInterval)
    #expect(range.gap == figure.gap)
    #expect(range.tippingPoint == figure.tippingPoint)
    #expect(range.ratioLow == range.ratio)
  }

  @Test func `a range from zero has no upper ratio and can be over`() {
    let result = assessAlone(group(30, of: 200, reference: 0, to: 115))
    #expect(result.classification == .over)
    #expect(result.ratio == nil && result.ratioInterval == nil && result.ratioBounds == nil)
    expectClose(result.ratioLow, 15)
  }

  @Test func `a range that the known members narrow is no conflict`() {
    let result = assessAlone(group(6, of: 10, reference: 3, to: 8))
    #expect(result.reason != .dataConflict)
    #expect(result.pLow == 1)
  }

  /// Four of a hamlet's 40 took part: over against 40, and no longer with three more.
  @Test func `a verdict that three persons in the table would change is taken back`() throws {
    let sizes = (20...200).filter {
      assessAlone(group(4, of: 80, reference: $0)).classification == .over
    }
    let last = try #require(sizes.last)
    #expect(sizes == Array(20...last))
    for (size, isSteady) in [(last - 3, true), (last - 2, false), (last, false)] {
      let result = assessAlone(group(4, of: 80, reference: size), noise: 3)
      #expect(result.classification == (isSteady ? .over : .cannotSay))
      #expect(result.reason == (isSteady ? nil : .referenceUncertain))
      // The figures stay those of the published number.
      #expect(result.pTwoSided == assessAlone(group(4, of: 80, reference: size)).pTwoSided)
    }
  }

  /// None of 80 from a hamlet: under only where it is large enough, and three fewer count.
  @Test func `a verdict that three persons fewer would change is taken back`() throws {
    let sizes = (300...900).filter {
      assessAlone(group(0, of: 80, reference: $0)).classification == .under
    }
    let first = try #require(sizes.first)
    #expect(sizes == Array(first...900))
    for (size, isSteady) in [(first, false), (first + 2, false), (first + 3, true)] {
      let result = assessAlone(group(0, of: 80, reference: size), noise: 3)
      #expect(result.classification == (isSteady ? .under : .cannotSay))
    }
  }

  @Test func `noise cannot make the group smaller than its known members`() {
    // Against 12 − 3 the nine members would be the whole group; less is not possible.
    #expect(assessAlone(group(11, of: 80, reference: 12), noise: 3).classification == .over)
    let all = assessAlone(group(4, of: 10, reference: 4, total: 10), noise: 3)
    #expect(all.classification == .inBalance)
  }
}
