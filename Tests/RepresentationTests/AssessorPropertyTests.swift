import DialogueModel
import Representation
import Testing

struct AssessorPropertyTests {
  /// Reports as they may come: shares near and far from parity, unknown, ranges, conflicts.
  static func reports() -> [[GroupCount]] {
    var random = Lots(seed: 17)
    return (0..<60).map { _ in
      let total = [8, 30, 200, 2000, 11_500][random.next(0...4)]
      return (0..<random.next(1...9)).map { index in
        let known = random.next(0...min(total, 300))
        let reference = random.next(0...total) / random.next(1...8)
        let parity = known * reference / total
        let members = min(known, max(0, parity * random.next(1...8) / 4 + random.next(-1...1)))
        let high = random.next(0...3) == 0 ? reference + random.next(0...reference) : nil
        return group(
          "\(index)", members, of: known, unknown: random.next(0...40), reference: reference,
          to: high, total: total)
      }
    }
  }

  @Test func `the order of the groups changes no result`() {
    for report in Self.reports() {
      let results = RepresentationAssessor(referenceNoise: 3).assess(report)
      #expect(results.map(\.count) == report)
      for turn in report.indices {
        let turned = Array(report[turn...] + report[..<turn])
        #expect(
          RepresentationAssessor(referenceNoise: 3).assess(turned)
            == Array(results[turn...] + results[..<turn]))
      }
    }
  }

  @Test func `the class can be recomputed from the figures beside it`() {
    var seen: [RepresentationClass: Int] = [:]
    for report in Self.reports() {
      for result in RepresentationAssessor().assess(report) {
        seen[result.classification, default: 0] += 1
        #expect((result.reason != nil) == (result.classification == .cannotSay))
        let isRare = (result.pHolm ?? 1) <= 0.05
        let low = result.ratioLow ?? result.ratio ?? 1
        let high = result.ratio ?? .infinity
        switch result.classification {
        case .under:
          #expect(isRare && high <= 0.8 && (result.pLow ?? 1) < (result.pHigh ?? 0))
        case .over:
          #expect(isRare && low >= 1.25 && (result.pHigh ?? 1) < (result.pLow ?? 0))
        case .inBalance:
          let interval = result.ratioInterval90 ?? 0...2
          #expect(interval.lowerBound >= 0.8 && interval.upperBound <= 1.25)
        case .cannotSay:
          if result.reason == .tooFew { #expect(!isRare) }
          if result.reason == .differenceExtentUnclear { #expect(isRare) }
        }
      }
    }
    #expect(RepresentationClass.allCases.allSatisfy { seen[$0, default: 0] >= 5 })
  }

  @Test func `the figures agree with each other`() {
    for report in Self.reports() {
      for result in RepresentationAssessor().assess(report) {
        if let pHolm = result.pHolm, let pTwoSided = result.pTwoSided {
          #expect(pHolm >= pTwoSided && pHolm <= 1 && pTwoSided > 0)
        }
        if let interval = result.interval, let share = result.share {
          #expect(interval.contains(share))
        }
        if let wide = result.ratioInterval, let narrow = result.ratioInterval90 {
          #expect(wide.lowerBound <= narrow.lowerBound && narrow.upperBound <= wide.upperBound)
        }
        if let point = result.tippingPoint { #expect((0...result.count.unknown).contains(point)) }
        if let largest = result.largestUnder { #expect((0..<result.count.known).contains(largest)) }
      }
    }
  }

  /// Numbers from a file may be anything; there is no crash and no figure that is not a number.
  @Test func `absurd numbers give finite figures`() {
    let numbers = [Int.min, -1, 0, 3, 7, 11_500, Int.max]
    let references: [Int?] = [nil, Int.min, -1, 0, 3, 7, Int.max]
    var checked = 0
    for total in references {
      var report: [GroupCount] = []
      for members in numbers {
        for known in numbers {
          for unknown in [Int.min, 0, 4, Int.max] {
            for reference in references {
              for high in [nil, 0, 5, Int.max] as [Int?] {
                report.append(
                  group(
                    members, of: known, unknown: unknown, reference: reference, to: high,
                    total: total))
              }
            }
          }
        }
      }
      for noise in [0, Int.max] {
        for result in RepresentationAssessor(referenceNoise: noise).assess(report) {
          if !figures(result).allSatisfy(\.isFinite) { Issue.record("\(result)") }
          checked += 1
        }
      }
    }
    #expect(checked == 7 * 2 * 7 * 7 * 4 * 7 * 4)
  }

  @Test func `no groups give no results`() {
    #expect(RepresentationAssessor().assess([]).isEmpty)
    #expect(RepresentationAssessor().family(of: []).isEmpty)
  }
}
