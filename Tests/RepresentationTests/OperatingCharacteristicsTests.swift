import DialogueModel
import Foundation
import Representation
import Testing

/// What the rule says how often, by exact enumeration of the counts that a draw can give.
struct OperatingCharacteristicsTests {
  static let population = 11_500

  /// How often each class is given in a draw where the group takes part at `rate` times the rate of
  /// parity.
  ///
  /// At 1 it is a fair draw. Otherwise everybody in the group has the same odds against everybody
  /// else, those that give the group `rate` times its share of a large draw (Fisher's noncentral
  /// hypergeometric): the definition of the golden figures.
  static func chances(
    share: Double, known: Int, tests: Int, rate: Double = 1
  ) throws -> [RepresentationClass: Double] {
    let size = Int((share * Double(population)).rounded())
    let lots = try #require(Hypergeometric(population: population, members: size, draws: known))
    let target = rate * share
    let odds = target / (1 - target) / (share / (1 - share))
    // From the middle of what is expected, so that no power is too large or too small.
    let middle = (target * Double(known)).rounded()
    let weights = Dictionary(
      uniqueKeysWithValues: lots.support.map { count in
        (count, exp(log(lots.mass(at: count)) + (Double(count) - middle) * log(odds)))
      })
    let all = weights.values.reduce(0, +)
    var chances: [RepresentationClass: Double] = [:]
    var sum = 0.0
    for count in lots.support {
      let chance = (weights[count] ?? 0) / all
      // The counts left out have a chance of less than 1e-9 together.
      if chance < 1e-13 { continue }
      sum += chance
      let counts = [group(count, of: known, reference: size)] + fillers(tests - 1)
      let result = RepresentationAssessor().assess(counts)[0]
      chances[result.classification, default: 0] += chance
    }
    #expect(abs(sum - 1) < 1e-9)
    return chances
  }

  @Test(arguments: [0.02, 0.05, 0.10, 0.25, 0.50], [30, 64, 150, 400, 1000])
  func `a fair draw is called under or over no more often than the level`(
    share: Double, known: Int
  ) throws {
    let chances = try Self.chances(share: share, known: known, tests: 1)
    #expect(chances[.under, default: 0] + chances[.over, default: 0] <= 0.05)
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let share: Double
    let known: Int
    let rate: Double
    let tests: Int
    let chances: [Double]

    /// Reads `P, n, true RR, tests, under, balance, over, cannot say`.
    init?(_ line: Substring) {
      let numbers = line.split(separator: ",").compactMap { Double($0) }
      guard numbers.count == 8 else { return nil }
      share = numbers[0]
      known = Int(numbers[1])
      rate = numbers[2]
      tests = Int(numbers[3])
      chances = Array(numbers[4...])
    }

    var testDescription: String { "\(share) of \(known) at \(rate), \(tests) tests" }
  }

  /// `golden/representation-out/oc.csv` of the project's notes, all of it: by SciPy, four decimals.
  static let rows = """
    0.05,30,1.0,1,0.0000,0.0000,0.0155,0.9845
    0.05,30,0.5,1,0.0000,0.0000,0.0008,0.9992
    0.05,64,1.0,1,0.0000,0.0000,0.0140,0.9860
    0.05,64,0.5,1,0.0000,0.0000,0.0002,0.9998
    0.05,150,1.0,1,0.0176,0.0000,0.0180,0.9644
    0.05,150,0.5,1,0.2683,0.0000,0.0000,0.7317
    0.05,400,1.0,1,0.0175,0.0000,0.0173,0.9652
    0.05,400,0.5,1,0.6781,0.0000,0.0000,0.3219
    0.05,1000,1.0,1,0.0170,0.0605,0.0229,0.8996
    0.05,1000,0.5,1,0.9780,0.0000,0.0000,0.0220
    0.05,3000,1.0,1,0.0017,0.8854,0.0002,0.1128
    0.05,3000,0.5,1,0.9999,0.0000,0.0000,0.0001
    0.1,30,1.0,1,0.0000,0.0000,0.0077,0.9923
    0.1,30,0.5,1,0.0000,0.0000,0.0001,0.9999
    0.1,64,1.0,1,0.0094,0.0000,0.0233,0.9673
    0.1,64,0.5,1,0.1623,0.0000,0.0001,0.8376
    0.1,150,1.0,1,0.0136,0.0000,0.0248,0.9616
    0.1,150,0.5,1,0.5148,0.0000,0.0000,0.4852
    0.1,400,1.0,1,0.0217,0.0000,0.0199,0.9585
    0.1,400,0.5,1,0.9639,0.0000,0.0000,0.0361
    0.1,1000,1.0,1,0.0139,0.5877,0.0042,0.3942
    0.1,1000,0.5,1,0.9999,0.0000,0.0000,0.0001
    0.1,3000,1.0,1,0.0000,0.9968,0.0000,0.0032
    0.1,3000,0.5,1,1.0000,0.0000,0.0000,0.0000
    0.25,30,1.0,1,0.0105,0.0000,0.0214,0.9680
    0.25,30,0.5,1,0.2567,0.0000,0.0000,0.7433
    0.25,64,1.0,1,0.0249,0.0000,0.0178,0.9573
    0.25,64,0.5,1,0.7223,0.0000,0.0000,0.2777
    0.25,150,1.0,1,0.0158,0.0000,0.0205,0.9637
    0.25,150,0.5,1,0.9653,0.0000,0.0000,0.0347
    0.25,400,1.0,1,0.0098,0.7010,0.0024,0.2868
    0.25,400,0.5,1,1.0000,0.0000,0.0000,0.0000
    0.25,1000,1.0,1,0.0001,0.9893,0.0000,0.0106
    0.25,1000,0.5,1,1.0000,0.0000,0.0000,0.0000
    0.25,3000,1.0,1,0.0000,1.0000,0.0000,0.0000
    0.25,3000,0.5,1,1.0000,0.0000,0.0000,0.0000
    0.5,30,1.0,1,0.0213,0.0000,0.0213,0.9575
    0.5,30,0.5,1,0.8019,0.0000,0.0000,0.1981
    0.5,64,1.0,1,0.0161,0.0966,0.0161,0.8711
    0.5,64,0.5,1,0.9812,0.0000,0.0000,0.0188
    0.5,150,1.0,1,0.0084,0.7579,0.0011,0.2325
    0.5,150,0.5,1,1.0000,0.0000,0.0000,0.0000
    0.5,400,1.0,1,0.0000,0.9935,0.0000,0.0065
    0.5,400,0.5,1,1.0000,0.0000,0.0000,0.0000
    0.5,1000,1.0,1,0.0000,1.0000,0.0000,0.0000
    0.5,1000,0.5,1,1.0000,0.0000,0.0000,0.0000
    0.5,3000,1.0,1,0.0000,1.0000,0.0000,0.0000
    0.5,3000,0.5,1,1.0000,0.0000,0.0000,0.0000
    0.05,30,1.0,12,0.0000,0.0000,0.0006,0.9994
    0.05,30,0.5,12,0.0000,0.0000,0.0000,1.0000
    0.05,64,1.0,12,0.0000,0.0000,0.0012,0.9988
    0.05,64,0.5,12,0.0000,0.0000,0.0000,1.0000
    0.05,150,1.0,12,0.0004,0.0000,0.0013,0.9982
    0.05,150,0.5,12,0.0216,0.0000,0.0000,0.9784
    0.05,400,1.0,12,0.0015,0.0000,0.0017,0.9968
    0.05,400,0.5,12,0.3076,0.0000,0.0000,0.6924
    0.05,1000,1.0,12,0.0015,0.0605,0.0015,0.9366
    0.05,1000,0.5,12,0.8597,0.0000,0.0000,0.1402
    0.05,3000,1.0,12,0.0017,0.8854,0.0002,0.1128
    0.05,3000,0.5,12,0.9999,0.0000,0.0000,0.0001
    0.1,30,1.0,12,0.0000,0.0000,0.0020,0.9980
    0.1,30,0.5,12,0.0000,0.0000,0.0000,1.0000
    0.1,64,1.0,12,0.0012,0.0000,0.0013,0.9975
    0.1,64,0.5,12,0.0370,0.0000,0.0000,0.9630
    0.1,150,1.0,12,0.0018,0.0000,0.0018,0.9964
    0.1,150,0.5,12,0.2278,0.0000,0.0000,0.7722
    0.1,400,1.0,12,0.0014,0.0000,0.0014,0.9971
    0.1,400,0.5,12,0.7686,0.0000,0.0000,0.2314
    0.1,1000,1.0,12,0.0018,0.5877,0.0016,0.4089
    0.1,1000,0.5,12,0.9989,0.0000,0.0000,0.0011
    0.1,3000,1.0,12,0.0000,0.9968,0.0000,0.0032
    0.1,3000,0.5,12,1.0000,0.0000,0.0000,0.0000
    0.25,30,1.0,12,0.0019,0.0000,0.0008,0.9972
    0.25,30,0.5,12,0.0956,0.0000,0.0000,0.9044
    0.25,64,1.0,12,0.0014,0.0000,0.0019,0.9967
    0.25,64,0.5,12,0.2933,0.0000,0.0000,0.7067
    0.25,150,1.0,12,0.0014,0.0000,0.0017,0.9969
    0.25,150,0.5,12,0.8154,0.0000,0.0000,0.1846
    0.25,400,1.0,12,0.0016,0.7010,0.0017,0.2957
    0.25,400,0.5,12,0.9998,0.0000,0.0000,0.0002
    0.25,1000,1.0,12,0.0001,0.9893,0.0000,0.0106
    0.25,1000,0.5,12,1.0000,0.0000,0.0000,0.0000
    0.25,3000,1.0,12,0.0000,1.0000,0.0000,0.0000
    0.25,3000,0.5,12,1.0000,0.0000,0.0000,0.0000
    0.5,30,1.0,12,0.0007,0.0000,0.0007,0.9986
    0.5,30,0.5,12,0.3457,0.0000,0.0000,0.6543
    0.5,64,1.0,12,0.0018,0.0966,0.0018,0.8998
    0.5,64,0.5,12,0.8977,0.0000,0.0000,0.1023
    0.5,150,1.0,12,0.0019,0.7579,0.0011,0.2390
    0.5,150,0.5,12,0.9998,0.0000,0.0000,0.0002
    0.5,400,1.0,12,0.0000,0.9935,0.0000,0.0065
    0.5,400,0.5,12,1.0000,0.0000,0.0000,0.0000
    0.5,1000,1.0,12,0.0000,1.0000,0.0000,0.0000
    0.5,1000,0.5,12,1.0000,0.0000,0.0000,0.0000
    0.5,3000,1.0,12,0.0000,1.0000,0.0000,0.0000
    0.5,3000,0.5,12,1.0000,0.0000,0.0000,0.0000
    """.split(separator: "\n").compactMap(Row.init)

  @Test(arguments: rows)
  func `the chances of the classes agree with SciPy's`(row: Row) throws {
    let chances = try Self.chances(
      share: row.share, known: row.known, tests: row.tests, rate: row.rate)
    let classes: [RepresentationClass] = [.under, .inBalance, .over, .cannotSay]
    for (kind, expected) in zip(classes, row.chances) {
      #expect(abs(chances[kind, default: 0] - expected) <= 0.000_051, "\(kind)")
    }
  }

  @Test func `the rows are those of the golden file`() {
    #expect(Self.rows.count == 96)
    #expect(Self.rows.count { $0.rate == 0.5 } == 48)
  }

  /// What the method promises of a group that takes part at half the rate, twelve tests.
  @Test(arguments: [(0.50, 64, 0.90), (0.25, 150, 0.82), (0.10, 400, 0.77), (0.05, 1000, 0.86)])
  func `half the rate is detected as often as the method says`(
    share: Double, known: Int, expected: Double
  ) throws {
    let chances = try Self.chances(share: share, known: known, tests: 12, rate: 0.5)
    #expect(abs(chances[.under, default: 0] - expected) <= 0.0051)
  }

  /// Section 1.2 of the method, twelve tests, first step of Holm; `nil` where not even nobody
  /// would be under.
  static let largestUnder: [(Double, [Int?])] = [
    (0.02, [nil, nil, nil, 0, 8]),
    (0.05, [nil, nil, 0, 8, 31]),
    (0.10, [nil, 0, 5, 23, 74]),
    (0.25, [1, 6, 22, 75, 200]),
    (0.50, [6, 20, 57, 160, 400]),
  ]

  @Test(arguments: largestUnder)
  func `the largest count that can be under is the method's table`(
    share: Double, expected: [Int?]
  ) {
    let size = Int((share * Double(Self.population)).rounded())
    for (known, expected) in zip([30, 64, 150, 400, 1000], expected) {
      func assess(_ members: Int) -> GroupAssessment {
        RepresentationAssessor()
          .assess([group(members, of: known, reference: size)] + fillers(11))[0]
      }
      // By the classes themselves.
      let classes = (0...(known / 2)).map { assess($0).classification }
      #expect(classes.lastIndex(of: .under) == expected)
      // And by the figure that stands next to *cannot say*, just above it.
      let above = assess(expected.map { $0 + 1 } ?? 0)
      #expect(above.classification == .cannotSay)
      #expect(above.largestUnder == expected)
    }
  }
}
