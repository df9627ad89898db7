import Representation
import Testing

struct HypergeometricTests {
  /// Ten inhabitants, four in the group, three drawn: of the 120 ways 20, 60, 36 and 4 hold
  /// 0, 1, 2 and 3 members.
  @Test(arguments: [(0, 20.0, 120.0), (1, 80, 100), (2, 116, 40), (3, 120, 4)])
  func `three of ten with four in the group can be counted by hand`(
    members: Int, orFewer: Double, orMore: Double
  ) throws {
    let lots = try #require(Hypergeometric(population: 10, members: 4, draws: 3))
    let tails = lots.tails(at: members)
    expectClose(tails.lower, orFewer / 120, relative: 1e-13)
    expectClose(tails.upper, orMore / 120, relative: 1e-13)
    expectClose(tails.twoSided, min(1, 2 * min(orFewer, orMore) / 120), relative: 1e-13)
  }

  /// Every set of persons that lots can give is made, and those with each number of members are
  /// counted; no formula is shared with the code.
  @Test(arguments: 0...12)
  func `all draws from up to twelve persons are counted exactly`(population: Int) throws {
    var worst = 0.0
    var checked = 0
    for members in 0...population {
      let group = (1 << members) - 1
      var ways = [[Int]](
        repeating: Array(repeating: 0, count: population + 1), count: population + 1)
      for drawn in 0..<(1 << population) {
        ways[drawn.nonzeroBitCount][(drawn & group).nonzeroBitCount] += 1
      }
      for draws in 0...population {
        let lots = try #require(
          Hypergeometric(population: population, members: members, draws: draws))
        let all = Double(ways[draws].reduce(0, +))
        for count in -1...(population + 1) {
          let orFewer = ways[draws].prefix(max(0, count + 1)).reduce(0, +)
          let orMore = ways[draws].dropFirst(max(0, count)).reduce(0, +)
          let tails = lots.tails(at: count)
          worst = max(worst, distance(tails.lower, Double(orFewer) / all))
          worst = max(worst, distance(tails.upper, Double(orMore) / all))
          let exactly = ways[draws].indices.contains(count) ? ways[draws][count] : 0
          worst = max(worst, distance(lots.mass(at: count), Double(exactly) / all))
          #expect(lots.support.contains(count) == (exactly > 0))
          checked += 1
        }
      }
    }
    #expect(worst < 1e-13)
    #expect(checked == (population + 1) * (population + 1) * (population + 3))
  }

  struct Large: CustomTestStringConvertible, Sendable {
    let members: Int
    let population: Int
    let groupSize: Int
    let draws: Int
    let lower: Double
    let upper: Double
    var testDescription: String { "\(members) of \(draws), \(groupSize) of \(population)" }
  }

  // mpmath 1.3.0, 60 digits: ln Γ for the mass, then the sum of the tail term by term.
  static let large = [
    Large(
      members: 99_000, population: 10_000_000, groupSize: 1_000_000, draws: 1_000_000,
      lower: 0.00021892470222722006, upper: 0.99978396243114702),
    Large(
      members: 101_000, population: 10_000_000, groupSize: 1_000_000, draws: 1_000_000,
      lower: 0.99977692339012041, upper: 0.00022603569137747195),
    Large(
      members: 497_000, population: 10_000_000, groupSize: 5_000_000, draws: 1_000_000,
      lower: 1.278372921752994e-10, upper: 0.99999999987389607),
    Large(
      members: 100_000, population: 10_000_000, groupSize: 1_000_000, draws: 1_000_000,
      lower: 0.50085038802641992, upper: 0.50055135106937251),
    Large(
      members: 11, population: 10_000_000, groupSize: 1000, draws: 1_000_000,
      lower: 1.4590853616196764e-31, upper: 1),
    Large(
      members: 0, population: 10_000_000, groupSize: 3000, draws: 1_000_000,
      lower: 5.0794448472408975e-138, upper: 1),
    Large(
      members: 30, population: 10_000_000, groupSize: 40, draws: 1_000_000,
      lower: 1, upper: 3.063834478604681e-22),
    Large(
      members: 9, population: 11_500, groupSize: 12, draws: 80,
      lower: 1, upper: 5.1915945386618533e-18),
  ]

  @Test(arguments: large)
  func `large populations and tiny chances keep eleven digits`(_ example: Large) throws {
    let lots = try #require(
      Hypergeometric(
        population: example.population, members: example.groupSize, draws: example.draws))
    let tails = lots.tails(at: example.members)
    expectClose(tails.lower, example.lower, relative: 1e-11)
    expectClose(tails.upper, example.upper, relative: 1e-11)
  }

  @Test func `the tails overlap in the observed count only and turn round with the group`() throws {
    var random = Lots(seed: 1)
    for _ in 0..<500 {
      let population = random.next(1...20_000)
      let members = random.next(0...population)
      let draws = random.next(0...min(population, 800))
      let lots = try #require(
        Hypergeometric(population: population, members: members, draws: draws))
      let count = random.next(lots.support)
      let tails = lots.tails(at: count)
      #expect(abs(tails.lower + tails.upper - lots.mass(at: count) - 1) < 1e-12)
      // As many drawn from the group as there are members among the drawn.
      let turned = try #require(
        Hypergeometric(population: population, members: draws, draws: members))
      expectClose(turned.tails(at: count).lower, tails.lower, relative: 1e-11)
      expectClose(turned.tails(at: count).upper, tails.upper, relative: 1e-11)
      let others = try #require(
        Hypergeometric(population: population, members: population - members, draws: draws))
      expectClose(others.tails(at: draws - count).lower, tails.upper, relative: 1e-11)
      expectClose(others.tails(at: draws - count).upper, tails.lower, relative: 1e-11)
    }
  }

  @Test func `the chances of all counts sum to one and the lower tail rises`() throws {
    let lots = try #require(Hypergeometric(population: 11_500, members: 2680, draws: 640))
    var sum = 0.0
    var previous = 0.0
    for count in lots.support {
      sum += lots.mass(at: count)
      let lower = lots.tails(at: count).lower
      #expect(lower >= previous)
      previous = lower
    }
    #expect(abs(sum - 1) < 1e-12)
  }

  @Test func `a draw that cannot be is no distribution`() {
    #expect(Hypergeometric(population: -1, members: 0, draws: 0) == nil)
    #expect(Hypergeometric(population: 10, members: 11, draws: 3) == nil)
    #expect(Hypergeometric(population: 10, members: -1, draws: 3) == nil)
    #expect(Hypergeometric(population: 10, members: 4, draws: 11) == nil)
    #expect(Hypergeometric(population: 10, members: 4, draws: -1) == nil)
    let beyond = Hypergeometric.largestPopulation + 1
    #expect(Hypergeometric(population: beyond, members: 4, draws: 3) == nil)
  }

  /// Products of two such numbers do not fit in 64 bits, so another way of computing is taken.
  @Test func `the largest population has finite chances`() throws {
    let lots = try #require(
      Hypergeometric(
        population: Hypergeometric.largestPopulation, members: 5_000_000_000, draws: 1_000_000_000))
    let tails = lots.tails(at: 500_000_000)
    // A symmetric distribution: both tails are one half and half of the middle term.
    let half = 0.5 + lots.mass(at: 500_000_000) / 2
    expectClose(tails.lower, half, relative: 1e-9)
    expectClose(tails.upper, half, relative: 1e-9)
  }
}
