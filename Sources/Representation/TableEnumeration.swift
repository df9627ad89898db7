/// The exact chance that lots give counts as far from their expectation as the ones observed.
///
/// The counts of n persons drawn from K categories follow the multivariate hypergeometric
/// distribution, Π C(N_g, x_g) / C(N, n). It is the product of one hypergeometric distribution
/// for each category given what the categories before it left, so that a walk through the
/// categories visits every outcome with its chance, without large logarithms.
///
/// **What is not visited one by one.** A start of an outcome whose rest is far enough off however
/// it falls counts whole, one whose rest cannot be far enough off counts nothing (the idea of
/// Mehta and Patel's network algorithm, 1983). The last two categories are a single draw, of
/// which the distance, being convex, leaves two tails.
///
/// Only non-negative numbers are added, so that a small chance keeps its digits.
struct TableEnumeration {
  private let distance: PartitionDistance
  private let counts: PartitionCounts
  private let threshold: Double
  /// The chances of each count of a category, by category and by how many remain to be drawn.
  private var rows: [[Row?]]
  /// The tails of the last two categories' draw, by how many remain.
  private var pairs: [PairTails?]

  /// The chances of the counts from `first` on.
  private struct Row {
    let first: Int
    let masses: [Double]
  }

  /// The chances of counts below and above each count from `first` on.
  private struct PairTails {
    let first: Int
    let below: [Double]
    let above: [Double]
  }

  /// Sums the chances of all outcomes that are as far off as the counts observed.
  static func chance(_ distance: PartitionDistance) -> Double {
    var walk = TableEnumeration(distance)
    return walk.chance(from: 0, remaining: distance.counts.known, sum: 0)
  }

  private init(_ distance: PartitionDistance) {
    self.distance = distance
    counts = distance.counts
    threshold = distance.threshold
    let count = counts.sizes.count
    // From four categories on the limit of outcomes keeps n below 500, and these below 8 MB.
    let isKept = count > 3
    rows = Array(
      repeating: Array(repeating: nil, count: isKept ? counts.known + 1 : 0), count: count)
    pairs = Array(repeating: nil, count: isKept ? counts.known + 1 : 0)
  }

  /// The chance, given the categories before the index and their part of the distance, that the
  /// whole is as far off.
  private mutating func chance(from index: Int, remaining: Int, sum: Double) -> Double {
    if sum + distance.least(from: index, remaining: remaining) >= threshold { return 1 }
    if sum + distance.most(from: index, remaining: remaining) < threshold { return 0 }
    if index == counts.sizes.count - 2 { return pairChance(remaining: remaining, sum: sum) }
    let row = row(index, remaining: remaining)
    let size = counts.sizes[index]
    var total = 0.0
    for (offset, mass) in row.masses.enumerated() {
      let count = row.first + offset
      total +=
        mass
        * chance(
          from: index + 1, remaining: remaining - count,
          sum: sum + distance.term(count, size: size))
    }
    return total
  }

  /// The chance for the last two categories: all but the counts that are near enough.
  private mutating func pairChance(remaining: Int, sum: Double) -> Double {
    let last = counts.sizes.count - 1
    let first = counts.sizes[last - 1]
    let second = counts.sizes[last]
    let low = max(0, remaining - second)
    let high = min(remaining, first)
    func isNear(_ count: Int) -> Bool {
      let own = distance.term(count, size: first)
      return sum + own + distance.term(remaining - count, size: second) < threshold
    }
    // The least is at the proportional share, or at a whole number next to it.
    let share = min(max(remaining * first / (first + second), low), high)
    var near = share
    if !isNear(near) {
      near = min(share + 1, high)
      if !isNear(near) { return 1 }
    }
    let fewest = Self.end(from: near, to: low, isNear)
    let most = Self.end(from: near, to: high, isNear)
    return tails(below: fewest, above: most, remaining: remaining)
  }

  /// The last count that is near, going from one that is; beyond it none is.
  private static func end(from near: Int, to limit: Int, _ isNear: (Int) -> Bool) -> Int {
    var inside = near
    var outside = limit < near ? limit - 1 : limit + 1
    while abs(outside - inside) > 1 {
      let middle = (inside + outside) / 2
      if isNear(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }

  /// The chance that the first of the last two categories has fewer or more members.
  private mutating func tails(below fewest: Int, above most: Int, remaining: Int) -> Double {
    if pairs.isEmpty {
      // With three categories each remainder is met once only, so there is nothing to keep.
      guard let lots = lots(counts.sizes.count - 2, remaining: remaining) else { return 0 }
      return lots.tails(at: fewest - 1).lower + lots.tails(at: most + 1).upper
    }
    if let kept = pairs[remaining] {
      return kept.below[fewest - kept.first] + kept.above[most - kept.first]
    }
    let row = makeRow(counts.sizes.count - 2, remaining: remaining)
    var below = row.masses
    var above = row.masses
    var sum = 0.0
    for index in row.masses.indices {
      below[index] = sum
      sum += row.masses[index]
    }
    sum = 0
    for index in row.masses.indices.reversed() {
      above[index] = sum
      sum += row.masses[index]
    }
    pairs[remaining] = PairTails(first: row.first, below: below, above: above)
    return below[fewest - row.first] + above[most - row.first]
  }

  private mutating func row(_ index: Int, remaining: Int) -> Row {
    if rows[index].isEmpty { return makeRow(index, remaining: remaining) }
    if let kept = rows[index][remaining] { return kept }
    let row = makeRow(index, remaining: remaining)
    rows[index][remaining] = row
    return row
  }

  private func makeRow(_ index: Int, remaining: Int) -> Row {
    guard let lots = lots(index, remaining: remaining) else { return Row(first: 0, masses: []) }
    return Row(
      first: lots.support.lowerBound, masses: lots.support.map { lots.mass(at: $0) })
  }

  /// The draw of what remains: of the category at the index among itself and those after it.
  private func lots(_ index: Int, remaining: Int) -> Hypergeometric? {
    Hypergeometric(
      population: counts.sizesFrom[index], members: counts.sizes[index], draws: remaining)
  }
}
