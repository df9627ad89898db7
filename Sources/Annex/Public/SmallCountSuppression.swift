/// Finds what has to be hidden so that no small count can be seen or computed.
///
/// A small count is 1 up to the limit; for sensitive dimensions 0 up to theirs. The reader is taken
/// to know the method: that a count said to be small lies below the limit, that one hidden for
/// another's sake does not, and every sum of ``CountSystem``.
///
/// **The protection.** A small count is safe when at least half as many values as the limit, and
/// one more, are left for it: with 5 three values, with 10 six. The same holds for the sum of the
/// small counts of one sum when that is itself below the limit, so that hidden counts never sum to
/// less than it in the reader's eyes. That values are left is shown by examples: two sets of whole
/// numbers that agree with all that is shown (``PossibleWorlds``). Nothing is taken to be safe
/// without them.
///
/// An exposed count gets company from a sum that it stands in: the count that costs the reader
/// least, which is the one that little else is computed from and then the smallest, and the sum
/// itself last. In the end, company that is not needed is shown again. Where saying that counts are
/// small is what gives them away, as when four of one make a sum of four, nothing is said of any
/// count that hangs together with them but that it is hidden.
struct SmallCountSuppression {
  /// What was found.
  struct Result {
    /// Why each hidden count is hidden.
    var hidden: [String: Measure.Hiding] = [:]
    /// The counts that a reader can narrow down too far whatever is hidden.
    var exposed: [String] = []
  }

  /// The worlds that keep a small count safe.
  struct Proof {
    var below = 0
    var above = 0
    var worldBelow: Int?
    var worldAbove: Int?

    var width: Int { above - below }
  }

  var system = CountSystem()
  private let limit: Int
  private let sensitiveLimit: Int
  private(set) var worlds: [[Int: Int]] = []
  var proofs: [Int: Proof] = [:]
  /// Counts whose components say nothing of what is hidden.
  private var withheld: Set<Int> = []
  private(set) var hopeless: Set<Int> = []

  init(limit: Int, sensitiveLimit: Int) {
    self.limit = limit
    self.sensitiveLimit = sensitiveLimit
  }

  /// The smallest count that is shown.
  func limit(isSensitive: Bool) -> Int { isSensitive ? sensitiveLimit : limit }

  /// Adds a count that has a place in the document; the same key may come again.
  ///
  /// `dependents` is how many computed numbers would be hidden together with it.
  mutating func add(
    _ key: String, _ value: Int, isSensitive: Bool, dependents: Int = 0, isFixed: Bool = false
  ) {
    let limit = limit(isSensitive: isSensitive)
    let isSmall = CountSystem.isSmall(value, limit: limit, isSensitive: isSensitive)
    system.add(
      CountSystem.Count(
        key: key, value: value, limit: limit, isSensitive: isSensitive, dependents: dependents,
        isPrinted: true, isFixed: isFixed, isProtected: isSmall, known: 0...0,
        isHidden: isSmall && !isFixed))
  }

  /// Adds a count that stands nowhere, with what is known of it before any sum.
  mutating func think(
    of key: String, _ value: Int, isSensitive: Bool = false, isProtected: Bool,
    wasPrinted: Bool = false, known: ClosedRange<Int> = 0...CountSystem.unbounded
  ) {
    system.add(
      CountSystem.Count(
        key: key, value: value, limit: limit(isSensitive: isSensitive), isSensitive: isSensitive,
        dependents: 0, isPrinted: false, isFixed: false, isProtected: isProtected, known: known,
        isHidden: known.lowerBound < known.upperBound, wasPrinted: wasPrinted))
  }

  /// Adds a sum that the reader knows.
  mutating func relate(_ total: String, _ parts: [String]) { system.relate(total, parts) }

  /// Finds what has to be hidden.
  mutating func solve() -> Result {
    showNobody()
    addSmallSums()
    withholdWhereWordsTell()
    while true {
      spreadWithholding()
      let exposed = exposed()
      guard !exposed.isEmpty else { break }
      addCompany(to: exposed)
    }
    showWhatNeedNotBeHidden()
    var result = Result()
    for count in system.counts where count.isPrinted && count.isHidden {
      result.hidden[count.key] =
        count.isWithheld ? .withheld : count.isProtected ? .small : .complementary
    }
    for count in system.counts where count.isFixed && count.isProtected {
      result.hidden[count.key] = .small
      result.exposed.append(count.key)
    }
    result.exposed += hopeless.map { system.counts[$0].key }
    result.exposed.sort()
    return result
  }

  /// Where there is nobody at all, none of a sensitive group is no fact about anyone.
  private mutating func showNobody() {
    for sum in system.sums
    where system.counts[sum.total].value == 0 && !system.counts[sum.total].isSensitive
      && !system.counts[sum.total].isHidden
    {
      for part in sum.parts where system.counts[part].value == 0 {
        system.counts[part].isProtected = false
        if system.counts[part].isPrinted { system.counts[part].isHidden = false }
      }
    }
  }

  /// The small counts of one sum are together a small count when their sum is below the limit.
  private mutating func addSmallSums() {
    for sum in system.sums {
      let small = sum.parts.filter {
        let count = system.counts[$0]
        return count.isProtected && (count.isPrinted || count.wasPrinted)
      }
      let value = small.reduce(0) { $0 + system.counts[$1].value }
      guard let first = small.first, small.count > 1, value > 0,
        value < system.counts[first].limit
      else { continue }
      let key = "small parts of " + system.counts[sum.total].key + " \(system.counts.count)"
      think(
        of: key, value, isSensitive: system.counts[first].isSensitive, isProtected: true)
      relate(key, small.map { system.counts[$0].key })
    }
  }

  /// Finds the small counts that the words *fewer than* would give away whatever else is hidden.
  private mutating func withholdWhereWordsTell() {
    let (low, high) = system.widestBounds()
    for (place, count) in system.counts.enumerated()
    where count.isProtected && count.isHidden && high[place] - low[place] < count.protection {
      withheld.insert(place)
    }
  }

  private mutating func spreadWithholding() {
    var done: Set<Int> = []
    for seed in withheld.sorted() where !done.contains(seed) {
      for count in system.component(of: seed).counts {
        done.insert(count)
        if system.counts[count].isPrinted { system.counts[count].isWithheld = true }
      }
    }
  }

  private mutating func addCompany(to exposed: [Int]) {
    var touched: Set<Int> = []
    var hasHidden = false
    // Sums of small counts and changes are often safe as soon as the printed counts are.
    for isPrinted in [true, false] where !hasHidden {
      for count in exposed where system.counts[count].isPrinted == isPrinted {
        // One more in each sum at a time: two exposed counts may need only one between them.
        guard touched.isDisjoint(with: system.sumsOf[count]),
          let next = company(for: count, printedOnly: true)
            ?? company(for: count, printedOnly: false)
        else { continue }
        system.counts[next].isHidden = true
        touched.formUnion(system.sumsOf[next])
        hasHidden = true
      }
    }
    guard !hasHidden else { return }
    let said = exposed.filter { !withheld.contains($0) }
    if said.isEmpty {
      hopeless.formUnion(exposed)
    } else {
      withheld.formUnion(said)
    }
  }

  /// The count to hide beside an exposed one: from a sum that it stands in, or, when all of that
  /// is hidden already and follows from elsewhere, from the sums around it.
  private func company(for count: Int, printedOnly: Bool) -> Int? {
    var seen: Set<Int> = [count]
    var queue = [count]
    var next = 0
    while next < queue.count {
      let around = system.sumsOf[queue[next]].filter { sum in
        !printedOnly || system.sums[sum].all.allSatisfy { system.counts[$0].isPrinted }
      }.sorted { (hiddenCount($0), $0) < (hiddenCount($1), $1) }.map { system.sums[$0] }
      for sum in around {
        if let found = company(in: sum) { return found }
      }
      for other in around.flatMap(\.all) where system.counts[other].isHidden {
        if seen.insert(other).inserted { queue.append(other) }
      }
      next += 1
    }
    return nil
  }

  private func company(in sum: CountSystem.Sum) -> Int? {
    let parts = sum.parts.filter { system.counts[$0].canHide }
    // A count just above the limit is poor company: it leaves the small one little room.
    let best = parts.min {
      (poor($0), cost($0), system.counts[$0].value, $0)
        < (poor($1), cost($1), system.counts[$1].value, $1)
    }
    if let best { return best }
    return system.counts[sum.total].canHide ? sum.total : nil
  }

  /// Whether much else is computed from a count: all shares rest on how many are unknown.
  private func cost(_ count: Int) -> Int { system.counts[count].dependents / 8 }

  private func poor(_ count: Int) -> Int {
    system.counts[count].value < system.counts[count].limit + 2 ? 1 : 0
  }

  private func hiddenCount(_ sum: Int) -> Int {
    system.sums[sum].all.count { system.counts[$0].isHidden }
  }

  // MARK: Proofs

  /// The small counts that no two worlds are known for.
  private mutating func exposed() -> [Int] {
    var exposed: [Int] = []
    var done: Set<Int> = []
    for start in system.counts.indices
    where system.counts[start].isProtected && system.counts[start].isHidden {
      guard !done.contains(start), !isProven(start), !hopeless.contains(start) else { continue }
      let component = system.component(of: start)
      done.formUnion(component.counts)
      let base = PossibleWorlds(component, in: system)
      var moving = base
      for count in component.counts
      where system.counts[count].isProtected && !hopeless.contains(count) {
        if !prove(count, &moving, base) { exposed.append(count) }
      }
    }
    return exposed
  }

  private func isProven(_ count: Int) -> Bool {
    system.counts[count].protection <= (proofs[count]?.width ?? 0)
  }

  /// Looks for worlds in which a count is far enough apart.
  mutating func prove(
    _ count: Int, _ moving: inout PossibleWorlds, _ base: PossibleWorlds
  ) -> Bool {
    let protection = system.counts[count].protection
    for direction in [1, -1] {
      let proof = proofs[count] ?? Proof()
      var amount = direction > 0 ? protection + proof.below : protection - proof.above
      while amount > 0 {
        if let world = moving.world(moving: count, by: direction * amount) {
          record(world)
          break
        }
        // A world that is not whole is none; another way may be, or a shorter one.
        let reached = moving.distance(of: count)
        moving = base
        guard reached > 0 else { break }
        amount = min(amount, reached)
        var careful = base
        if let world = careful.wholeWorld(moving: count, by: direction * amount) {
          record(world)
          break
        }
        amount -= 1
      }
      if isProven(count) { return true }
    }
    return false
  }

  private mutating func record(_ world: [Int: Int]) {
    var isUsed = false
    for (count, change) in world where system.counts[count].isProtected && !isProven(count) {
      var proof = proofs[count] ?? Proof()
      if change < proof.below {
        proof.below = change
        proof.worldBelow = worlds.count
      } else if change > proof.above {
        proof.above = change
        proof.worldAbove = worlds.count
      } else {
        continue
      }
      proofs[count] = proof
      isUsed = true
    }
    if isUsed { worlds.append(world) }
  }
}
