/// The counts of one dimension that can be measured: its categories with inhabitants, the
/// smallest first.
///
/// The order is the same whatever order the categories were given in, so that no figure depends
/// on it, not even in its last digit.
struct PartitionCounts {
  /// The inhabitants of each category, N_g, each at least 1, ascending.
  let sizes: [Int]
  /// The members of each category, x_g.
  let members: [Int]
  /// The population, N.
  let population: Int
  /// The persons known, n, at least 1.
  let known: Int
  /// The inhabitants of the category at the index and of all after it; 0 behind the last.
  let sizesFrom: [Int]

  /// Makes the counts from two lists of equal length that agree with each other.
  init(members: [Int], reference: [Int]) {
    let pairs = zip(reference, members).filter { $0.0 > 0 }.sorted { $0 < $1 }
    sizes = pairs.map(\.0)
    self.members = pairs.map(\.1)
    known = members.reduce(0, +)
    var sizesFrom = [0]
    for size in sizes.reversed() { sizesFrom.append(sizesFrom[sizesFrom.count - 1] + size) }
    self.sizesFrom = sizesFrom.reversed()
    population = self.sizesFrom[0]
  }

  /// x·N − n·N_g, which is the difference x − n·P times N, without rounding.
  ///
  /// With n up to 1e6 and N up to 1e10 it is at most 1e16.
  func difference(_ count: Int, size: Int) -> Int { count * population - known * size }

  /// The number of ways to share n persons over the categories, C(n+K−1, K−1), not regarding how
  /// many inhabitants there are; `nil` when it is above the limit.
  func tables(limit: Int) -> Int? {
    var count = 1
    for step in 1..<sizes.count {
      // Exact: the product is C(n+step, step) · step. It is at most 2e7 · 1.0001e6.
      count = count * (known + step) / step
      if count > limit { return nil }
    }
    return count
  }
}
