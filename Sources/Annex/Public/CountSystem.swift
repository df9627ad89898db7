/// The counts that a reader sees or can think of, and the sums that hold between them.
///
/// A count is *printed* when the document has a place for it, shown or hidden, and *unprinted*
/// when it stands nowhere but follows from others: those outside a group, or how much a count has
/// grown since an earlier version. Only printed counts can be hidden or shown; the reader never
/// sees an unprinted one, and it may still have to be protected.
struct CountSystem {
  /// A bound that is no bound.
  static let unbounded = 1 << 40

  struct Count {
    let key: String
    let value: Int
    /// The smallest count that is shown.
    let limit: Int
    let isSensitive: Bool
    /// How many computed numbers are hidden together with it.
    let dependents: Int
    let isPrinted: Bool
    /// Whether it is out of reach: published before with the same value.
    let isFixed: Bool
    /// Whether it is a small count, which nobody may narrow down.
    var isProtected: Bool
    /// What a reader knows of an unprinted count before any sum.
    let known: ClosedRange<Int>
    var isHidden: Bool
    /// Whether it had a place in an earlier version.
    var wasPrinted = false
    /// Whether the document says only that it is hidden, and not that it is small or not.
    var isWithheld = false

    /// Whether the step may hide it.
    var canHide: Bool { isPrinted && !isFixed && !isHidden && value > 0 }

    /// The least that a reader who knows the method takes it for, before any sum.
    var low: Int {
      guard isHidden else { return value }
      guard isPrinted else { return known.lowerBound }
      return isProtected || isWithheld ? (isSensitive ? 0 : 1) : limit
    }

    /// The most that a reader takes it for, before any sum.
    var high: Int {
      guard isHidden else { return value }
      guard isPrinted else { return known.upperBound }
      return isProtected && !isWithheld ? limit - 1 : CountSystem.unbounded
    }

    /// How far apart the least and the most possible value must be.
    ///
    /// Half of the limit: with 5, three values such as 1, 2 and 3; with 10, six values. A limit so
    /// low that fewer values are small asks for all of them.
    var protection: Int {
      guard isProtected else { return 0 }
      return min(limit / 2, isPrinted ? limit - 1 - (isSensitive ? 0 : 1) : limit / 2)
    }
  }

  struct Sum {
    let total: Int
    let parts: [Int]

    var all: [Int] { [total] + parts }
  }

  private(set) var sums: [Sum] = []
  private(set) var sumsOf: [[Int]] = []
  var counts: [Count] = []
  private var index: [String: Int] = [:]

  /// The place of a count.
  func place(of key: String) -> Int? { index[key] }

  /// Adds a count; the same key may come again.
  mutating func add(_ count: Count) {
    guard index[count.key] == nil else { return }
    index[count.key] = counts.count
    counts.append(count)
    sumsOf.append([])
  }

  /// Adds a sum that the reader knows.
  ///
  /// One with a count that stands nowhere tells nothing, and one that does not hold would mislead.
  mutating func relate(_ total: String, _ parts: [String]) {
    let known = parts.compactMap { index[$0] }
    guard let sum = index[total], known.count == parts.count, !known.isEmpty,
      known.reduce(0, { $0 + counts[$1].value }) == counts[sum].value
    else { return }
    let relation = Sum(total: sum, parts: known)
    for count in Set(relation.all) { sumsOf[count].append(sums.count) }
    sums.append(relation)
  }

  /// Whether a count below its limit is small: zero only of what is sensitive.
  static func isSmall(_ value: Int, limit: Int, isSensitive: Bool) -> Bool {
    value < limit && (isSensitive || value > 0)
  }

  /// The hidden counts that hang together with one through sums, with those sums.
  func component(of start: Int) -> Component {
    var seen: Set<Int> = [start]
    var members = [start]
    var used: Set<Int> = []
    var next = 0
    while next < members.count {
      for sum in sumsOf[members[next]] where used.insert(sum).inserted {
        for count in sums[sum].all where counts[count].isHidden && seen.insert(count).inserted {
          members.append(count)
        }
      }
      next += 1
    }
    return Component(counts: members.sorted(), sums: used.sorted())
  }

  struct Component: Equatable {
    let counts: [Int]
    let sums: [Int]
  }

  /// The bounds that follow when every count that can be hidden is: what no hiding can better.
  ///
  /// They are found by going along the sums until nothing changes, at most 200 times; that may
  /// leave them too wide, never too narrow.
  func widestBounds() -> (low: [Int], high: [Int]) {
    var low: [Int] = []
    var high: [Int] = []
    for count in counts {
      var count = count
      if count.canHide { count.isHidden = true }
      low.append(count.low)
      high.append(count.high)
    }
    var changed = true
    var rounds = 0
    while changed, rounds < 200 {
      changed = false
      rounds += 1
      for sum in sums where sum.all.contains(where: { low[$0] < high[$0] }) {
        changed = Self.narrow(sum, &low, &high) || changed
      }
    }
    return (low, high)
  }

  private static func narrow(_ sum: Sum, _ low: inout [Int], _ high: inout [Int]) -> Bool {
    func capped(_ number: Int) -> Int { max(-unbounded, min(unbounded, number)) }
    let lows = sum.parts.reduce(0) { capped($0 + low[$1]) }
    let highs = sum.parts.reduce(0) { capped($0 + high[$1]) }
    var changed = false
    func take(_ count: Int, _ from: Int, _ through: Int) {
      if from > low[count] {
        low[count] = from
        changed = true
      }
      if through < high[count] {
        high[count] = through
        changed = true
      }
    }
    let (least, most) = (low[sum.total], high[sum.total])
    for part in Set(sum.parts) where sum.parts.count(where: { $0 == part }) == 1 {
      // A sum with an end that is open says nothing of the other end of its parts.
      let from = highs < unbounded ? least - (highs - high[part]) : low[part]
      let through = lows > -unbounded ? most - (lows - low[part]) : high[part]
      take(part, from, through)
    }
    take(sum.total, lows, highs)
    return changed
  }
}
