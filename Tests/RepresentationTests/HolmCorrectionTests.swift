import Representation
import Testing

struct HolmCorrectionTests {
  /// Sorted: 0.005·4 = 0.02, 0.01·3 = 0.03, 0.03·2 = 0.06, 0.04·1 = 0.04, raised to 0.06.
  @Test func `four values can be corrected by hand`() {
    let adjusted = HolmCorrection([0.01, 0.04, 0.03, 0.005]).adjusted
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      expectClose(value, expected, relative: 1e-15)
    }
  }

  @Test func `one value stays, none gives none, and nothing exceeds one`() {
    #expect(HolmCorrection([0.03]).adjusted == [0.03])
    #expect(HolmCorrection([]).adjusted == [])
    #expect(HolmCorrection([0.6, 0.7, 1]).adjusted == [1, 1, 1])
  }

  // R 4.2.2: p.adjust(p, "holm") of golden case G2.
  @Test func `the golden case of six values agrees with R`() {
    let values = [
      0.00525205890063, 0.0259302618404, 0.312600617137, 0.153895901558, 1, 1.03831890773e-17,
    ]
    let expected = [
      0.0262602945032, 0.103721047361, 0.625201234274, 0.461687704674, 1, 6.22991344639e-17,
    ]
    for (value, expected) in zip(HolmCorrection(values).adjusted, expected) {
      expectClose(value, expected, relative: 1e-11)
    }
  }

  /// Values on a coarse grid, so that there are ties, and values that meet the level exactly.
  static func families() -> [[Double]] {
    var random = Lots(seed: 5)
    return (0..<200).map { _ in
      (0..<random.next(1...7)).map { _ in Double(random.next(0...24)) / 400 }
    }
  }

  @Test func `the order of the values changes nothing`() {
    for values in Self.families() {
      let adjusted = HolmCorrection(values).adjusted
      for turn in values.indices {
        let turned = Array(values[turn...] + values[..<turn])
        #expect(
          HolmCorrection(turned).adjusted == Array(adjusted[turn...] + adjusted[..<turn]))
      }
      #expect(HolmCorrection(values.reversed()).adjusted == adjusted.reversed())
    }
  }

  @Test func `corrected values keep the order, never fall, and fall short of Bonferroni's`() {
    for values in Self.families() {
      let adjusted = HolmCorrection(values).adjusted
      for (first, value) in values.enumerated() {
        #expect(adjusted[first] >= value)
        #expect(adjusted[first] <= min(1, value * Double(values.count)))
        for (second, other) in values.enumerated() where value <= other {
          #expect(adjusted[first] <= adjusted[second])
        }
      }
    }
  }

  @Test func `the factor decides as the whole correction does`() {
    var rejected = 0
    for values in Self.families() {
      let family = HolmCorrection(values)
      for position in values.indices {
        for value in stride(from: 0, through: 0.06, by: 0.0025) {
          let replaced = family.adjusted(value, inPlaceOf: position)
          let factor = family.factor(at: position, level: 0.05)
          #expect((value * Double(factor) <= 0.05) == (replaced <= 0.05))
          rejected += replaced <= 0.05 ? 1 : 0
        }
      }
    }
    #expect(rejected > 1000)
  }
}
