import Representation
import Testing

struct WilsonIntervalTests {
  /// The score interval holds the shares π with (p − π)² ≤ z² π(1 − π)/n · (N − n)/(N − 1); at
  /// its ends there is equality.
  @Test(arguments: [(1, 64, 11_500), (22, 64, 11_500), (40, 64, 100), (2, 3, 10), (500, 900, 1000)])
  func `the ends of the interval solve the equation of the score test`(
    members: Int, known: Int, population: Int
  ) throws {
    for level in [0.90, 0.95, 0.99] {
      let interval = try #require(
        WilsonInterval.share(
          members: members, known: known, population: population, level: level))
      let z = NormalQuantile.twoSided(level: level)
      let n = Double(known)
      let p = Double(members) / n
      let correction = Double(population - known) / Double(population - 1)
      for end in [interval.lowerBound, interval.upperBound] {
        let variance = end * (1 - end) / n * correction
        expectClose((p - end) * (p - end), z * z * variance, relative: 1e-11)
      }
      #expect(interval.lowerBound < p && p < interval.upperBound)
    }
  }

  /// R: prop.test(1, 48, correct = FALSE); the golden case of the minority without reference.
  @Test func `without a population the interval is that of prop.test`() throws {
    let interval = try #require(WilsonInterval.share(members: 1, known: 48, population: nil))
    expectClose(interval.lowerBound, 0.003687110978)
    expectClose(interval.upperBound, 0.10899218)
  }

  @Test func `nobody has exactly the lower end 0 and everybody the upper end 1`() throws {
    for population in [nil, 65, 11_500] {
      let none = try #require(
        WilsonInterval.share(members: 0, known: 64, population: population))
      #expect(none.lowerBound == 0)
      #expect(none.upperBound > 0)
      let all = try #require(
        WilsonInterval.share(members: 64, known: 64, population: population))
      #expect(all.upperBound == 1)
      #expect(all.lowerBound < 1)
    }
  }

  @Test func `when everyone is known the interval is the share`() {
    #expect(WilsonInterval.share(members: 3, known: 12, population: 12) == 0.25...0.25)
    #expect(WilsonInterval.share(members: 1, known: 1, population: 1) == 1...1)
  }

  @Test func `counts that cannot be have no interval`() {
    #expect(WilsonInterval.share(members: 0, known: 0, population: 10) == nil)
    #expect(WilsonInterval.share(members: -1, known: 3, population: 10) == nil)
    #expect(WilsonInterval.share(members: 4, known: 3, population: 10) == nil)
    #expect(WilsonInterval.share(members: 1, known: 11, population: 10) == nil)
    #expect(WilsonInterval.share(members: 1, known: 3, population: 10, level: 1) == nil)
    #expect(WilsonInterval.share(members: 1, known: 3, population: 10, level: 0) == nil)
  }

  /// Of 8 persons from 10 with a group of 3, at most 3 are members and at least 1 is.
  @Test func `the interval is cut to what the group's size allows`() {
    let cut = WilsonInterval.clipped(0...1, known: 8, groupSize: 3...3, population: 10)
    #expect(cut == 0.125...0.375)
    let inside = WilsonInterval.clipped(0.2...0.3, known: 8, groupSize: 3...3, population: 10)
    #expect(inside == 0.2...0.3)
    let range = WilsonInterval.clipped(0...1, known: 8, groupSize: 3...5, population: 10)
    #expect(range == 0.125...0.625)
  }

  @Test func `the interval holds the share and narrows with the population known`() throws {
    // One person drawn is the same with and without replacement, so there is nothing to narrow.
    for known in 2...40 {
      for members in 0...known {
        var width = Double.infinity
        for population in [100_000, 1000, 100, 41, 40] where population >= known {
          let interval = try #require(
            WilsonInterval.share(members: members, known: known, population: population))
          #expect(interval.contains(Double(members) / Double(known)))
          #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
          let next = interval.upperBound - interval.lowerBound
          #expect(next < width)
          width = next
        }
      }
    }
  }
}
