import DialogueModel
import Representation
import Testing

/// What the rule says how often, by exact enumeration of the counts a fair draw can give.
struct OperatingCharacteristicsTests {
  static let population = 11_500

  /// How often each class is given in a fair draw.
  static func chances(
    share: Double, known: Int, tests: Int
  ) throws -> [RepresentationClass: Double] {
    let size = Int((share * Double(population)).rounded())
    let lots = try #require(Hypergeometric(population: population, members: size, draws: known))
    var chances: [RepresentationClass: Double] = [:]
    var sum = 0.0
    for count in lots.support {
      let chance = lots.mass(at: count)
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
    let tests: Int
    let under: Double
    let balance: Double
    let over: Double
    init(
      _ share: Double, _ known: Int, _ tests: Int, _ under: Double, _ balance: Double,
      _ over: Double
    ) {
      self.share = share
      self.known = known
      self.tests = tests
      self.under = under
      self.balance = balance
      self.over = over
    }
    var testDescription: String { "\(share) of \(known), \(tests) tests" }
  }

  // golden/representation-out/oc.csv at true ratio 1, by SciPy, four decimals.
  static let rows = [
    Row(0.05, 30, 1, 0.0000, 0.0000, 0.0155), Row(0.05, 64, 1, 0.0000, 0.0000, 0.0140),
    Row(0.05, 150, 1, 0.0176, 0.0000, 0.0180), Row(0.05, 400, 1, 0.0175, 0.0000, 0.0173),
    Row(0.05, 1000, 1, 0.0170, 0.0605, 0.0229), Row(0.05, 3000, 1, 0.0017, 0.8854, 0.0002),
    Row(0.10, 30, 1, 0.0000, 0.0000, 0.0077), Row(0.10, 64, 1, 0.0094, 0.0000, 0.0233),
    Row(0.10, 150, 1, 0.0136, 0.0000, 0.0248), Row(0.10, 400, 1, 0.0217, 0.0000, 0.0199),
    Row(0.10, 1000, 1, 0.0139, 0.5877, 0.0042), Row(0.25, 30, 1, 0.0105, 0.0000, 0.0214),
    Row(0.25, 64, 1, 0.0249, 0.0000, 0.0178), Row(0.25, 150, 1, 0.0158, 0.0000, 0.0205),
    Row(0.25, 400, 1, 0.0098, 0.7010, 0.0024), Row(0.50, 30, 1, 0.0213, 0.0000, 0.0213),
    Row(0.50, 64, 1, 0.0161, 0.0966, 0.0161), Row(0.50, 150, 1, 0.0084, 0.7579, 0.0011),
    Row(0.50, 400, 1, 0.0000, 0.9935, 0.0000), Row(0.05, 150, 12, 0.0004, 0.0000, 0.0013),
    Row(0.05, 1000, 12, 0.0015, 0.0605, 0.0015), Row(0.10, 64, 12, 0.0012, 0.0000, 0.0013),
    Row(0.10, 1000, 12, 0.0018, 0.5877, 0.0016), Row(0.25, 150, 12, 0.0014, 0.0000, 0.0017),
    Row(0.50, 150, 12, 0.0019, 0.7579, 0.0011),
  ]

  @Test(arguments: rows)
  func `the chances of the classes agree with SciPy's`(row: Row) throws {
    let chances = try Self.chances(share: row.share, known: row.known, tests: row.tests)
    #expect(abs(chances[.under, default: 0] - row.under) <= 0.000_051)
    #expect(abs(chances[.inBalance, default: 0] - row.balance) <= 0.000_051)
    #expect(abs(chances[.over, default: 0] - row.over) <= 0.000_051)
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
