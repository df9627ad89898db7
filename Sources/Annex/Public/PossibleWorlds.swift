/// Other counts than the true ones that agree with everything a reader sees.
///
/// A reader can rule out a value of a hidden count only when no such *world* has it. So a count is
/// safe when two worlds are known in which it is far enough apart, and that is what is looked for:
/// by linear programming over the differences from the truth, which is always a world itself and
/// so a place to begin from. A world is accepted only when its numbers are whole and all sums and
/// bounds hold exactly, so no error of rounding can make a count seem safe.
struct PossibleWorlds {
  /// A difference smaller than this is none.
  private static let smallest = 1e-7

  private struct Term {
    let column: Int
    let factor: Int
  }

  let counts: [Int]
  private let column: [Int: Int]
  private let sums: [[Term]]
  private var low: [Double]
  private var high: [Double]
  /// The sums as equations, one row for each basic column.
  private var table: [Double]
  private var basis: [Int] = []
  private var rowOf: [Int]
  /// How far each count is from its true value.
  private var change: [Double]

  private var width: Int { counts.count }

  init(_ component: CountSystem.Component, in system: CountSystem) {
    counts = component.counts
    var column: [Int: Int] = [:]
    for (place, count) in counts.enumerated() { column[count] = place }
    self.column = column
    sums = component.sums.map { number in
      var factors: [Int: Int] = [:]
      for part in system.sums[number].parts { factors[part, default: 0] += 1 }
      factors[system.sums[number].total, default: 0] -= 1
      return factors.compactMap { count, factor in
        factor == 0 ? nil : column[count].map { Term(column: $0, factor: factor) }
      }.sorted { $0.column < $1.column }
    }
    low = counts.map { Double(system.counts[$0].low - system.counts[$0].value) }
    high = counts.map { Double(system.counts[$0].high - system.counts[$0].value) }
    change = Array(repeating: 0, count: counts.count)
    rowOf = Array(repeating: -1, count: counts.count)
    table = Array(repeating: 0, count: sums.count * counts.count)
    for (row, terms) in sums.enumerated() {
      for term in terms { table[row * counts.count + term.column] = Double(term.factor) }
    }
    solve()
  }

  /// Keeps a count at its true value.
  mutating func fix(_ count: Int) {
    guard let place = column[count] else { return }
    low[place] = 0
    high[place] = 0
  }

  /// A world in which a count is as much larger as asked for, or smaller when that is negative, or
  /// as much as can be had; `nil` when there is none but the truth.
  mutating func world(moving count: Int, by amount: Int) -> [Int: Int]? {
    guard let place = column[count], amount != 0 else { return nil }
    push(place, amount > 0 ? 1 : -1, until: Double(abs(amount)))
    return wholeWorld()
  }

  /// How far a count was moved last, in whole numbers.
  func distance(of count: Int) -> Int {
    column[count].map { Int((abs(change[$0]) + Self.smallest).rounded(.down)) } ?? 0
  }

  /// The same, from the truth and in whole steps: where a number came out broken, it is kept from
  /// going further than the whole number before, at most 24 times.
  mutating func wholeWorld(moving count: Int, by amount: Int) -> [Int: Int]? {
    guard let place = column[count], amount != 0 else { return nil }
    for _ in 0..<24 {
      var attempt = self
      attempt.push(place, amount > 0 ? 1 : -1, until: Double(abs(amount)))
      if let world = attempt.wholeWorld() { return world }
      guard
        let broken = attempt.change.indices.first(where: {
          abs(attempt.change[$0] - attempt.change[$0].rounded()) >= 1e-5
        })
      else { return nil }
      if attempt.change[broken] > 0 {
        high[broken] = attempt.change[broken].rounded(.down)
      } else {
        low[broken] = attempt.change[broken].rounded(.up)
      }
    }
    return nil
  }

  // MARK: Linear programming

  /// Moves a count in a direction as far as the sums and bounds let it, or far enough.
  private mutating func push(_ place: Int, _ direction: Double, until enough: Double) {
    let patience = 4 * (basis.count + width) + 16
    for step in 0..<(4 * patience) {
      let missing = enough - direction * change[place]
      guard missing > Self.smallest else { return }
      // The steepest way first; when that goes round in a circle, the first way.
      guard let (entering, gain) = entering(place, direction, first: step > patience) else {
        return
      }
      move(entering, gain > 0 ? 1 : -1, atMost: missing / abs(gain))
    }
  }

  /// The count to change, and what that does for the one that is pushed.
  private func entering(
    _ place: Int, _ direction: Double, first: Bool
  ) -> (column: Int, gain: Double)? {
    let row = rowOf[place]
    guard row >= 0 else {
      return canMove(place, direction) ? (place, direction) : nil
    }
    var best: (column: Int, gain: Double)?
    for candidate in 0..<width where rowOf[candidate] < 0 {
      let gain = -table[row * width + candidate] * direction
      guard abs(gain) > Self.smallest, canMove(candidate, gain) else { continue }
      if first { return (candidate, gain) }
      if abs(gain) > abs(best?.gain ?? 0) { best = (candidate, gain) }
    }
    return best
  }

  private func canMove(_ place: Int, _ direction: Double) -> Bool {
    direction > 0
      ? high[place] - change[place] > Self.smallest : change[place] - low[place] > Self.smallest
  }

  private mutating func move(_ entering: Int, _ direction: Double, atMost: Double) {
    var length = min(
      atMost, direction > 0 ? high[entering] - change[entering] : change[entering] - low[entering])
    var leaving: Int?
    for row in basis.indices {
      let slope = -table[row * width + entering] * direction
      guard abs(slope) > Self.smallest else { continue }
      let place = basis[row]
      let room = slope > 0 ? high[place] - change[place] : change[place] - low[place]
      if room / abs(slope) < length - Self.smallest / 100 {
        length = max(0, room / abs(slope))
        leaving = row
      }
    }
    change[entering] += direction * length
    for row in basis.indices {
      let slope = -table[row * width + entering] * direction
      if slope != 0 { change[basis[row]] += slope * length }
    }
    if let leaving { pivot(leaving, entering) }
  }

  /// Brings the sums to the form in which each has one count that the others give.
  ///
  /// Remainders, which stand in one sum each, come first, and factors of one before others: then
  /// steps of one stay whole.
  private mutating func solve() {
    var uses = Array(repeating: 0, count: width)
    for terms in sums {
      for term in terms { uses[term.column] += abs(term.factor) }
    }
    var rank = 0
    for place in (0..<width).sorted(by: { (uses[$0], $0) < (uses[$1], $1) })
    where rank < sums.count {
      var best = rank
      for row in rank..<sums.count
      where Self.worth(table[row * width + place]) > Self.worth(table[best * width + place]) {
        best = row
      }
      guard abs(table[best * width + place]) > Self.smallest else { continue }
      if best != rank {
        for other in 0..<width {
          table.swapAt(best * width + other, rank * width + other)
        }
      }
      basis.append(place)
      rowOf[place] = rank
      eliminate(rank, place, rows: sums.count)
      rank += 1
    }
    table.removeLast((sums.count - rank) * width)
  }

  private static func worth(_ factor: Double) -> Double {
    abs(factor) < smallest ? 0 : -abs(abs(factor) - 1) + 1e6
  }

  private mutating func pivot(_ row: Int, _ entering: Int) {
    rowOf[basis[row]] = -1
    basis[row] = entering
    rowOf[entering] = row
    eliminate(row, entering, rows: basis.count)
  }

  private mutating func eliminate(_ row: Int, _ place: Int, rows: Int) {
    let width = width
    table.withUnsafeMutableBufferPointer { table in
      let start = row * width
      let scale = table[start + place]
      var used: [Int] = []
      for other in 0..<width where table[start + other] != 0 {
        table[start + other] /= scale
        if abs(table[start + other]) < Self.smallest / 100 {
          table[start + other] = 0
        } else {
          used.append(other)
        }
      }
      for line in 0..<rows where line != row {
        let factor = table[line * width + place]
        guard factor != 0 else { continue }
        for other in used { table[line * width + other] -= factor * table[start + other] }
        table[line * width + place] = 0
      }
    }
  }

  /// The present differences, when they are whole and everything holds exactly.
  private func wholeWorld() -> [Int: Int]? {
    var whole: [Int] = []
    for place in 0..<width {
      let number = change[place].rounded()
      guard abs(number - change[place]) < 1e-5, number >= low[place], number <= high[place] else {
        return nil
      }
      whole.append(Int(number))
    }
    guard
      sums.allSatisfy({ $0.reduce(0) { $0 + $1.factor * whole[$1.column] } == 0 })
    else { return nil }
    var world: [Int: Int] = [:]
    for place in 0..<width where whole[place] != 0 { world[counts[place]] = whole[place] }
    return world.isEmpty ? nil : world
  }
}
