/// A measure of how far counts are from their expectation: a sum over the categories of terms
/// that are convex in the count.
///
/// The difference x·N − n·N_g in each term is a whole number, and no terms cancel, so that a
/// distance is right to about K units in its last place.
struct PartitionDistance {
  /// The measures.
  enum Kind {
    /// X², the sum of (x − nP)²/(nP).
    case chiSquare
    /// D, half the sum of |x/n − P|.
    case dissimilarity
  }

  /// The measure.
  let kind: Kind
  /// The counts, for their totals.
  let counts: PartitionCounts
  /// 1/(N·n) for X² and 1/(2·n·N) for D.
  private let scale: Double

  init(_ kind: Kind, _ counts: PartitionCounts) {
    self.kind = kind
    self.counts = counts
    let product = Double(counts.known) * Double(counts.population)
    scale = kind == .chiSquare ? 1 / product : 0.5 / product
  }

  /// The term of a category of the size given.
  @inline(__always)
  func term(_ count: Int, size: Int) -> Double {
    let difference = Double(counts.difference(count, size: size))
    switch kind {
    case .chiSquare: return difference * difference / Double(size) * scale
    case .dissimilarity: return abs(difference) * scale
    }
  }

  /// The distance of the counts observed.
  var observed: Double { total(of: counts.members) }

  /// The distance of other counts with the same sum.
  func total(of members: [Int]) -> Double {
    var sum = 0.0
    for (count, size) in zip(members, counts.sizes) { sum += term(count, size: size) }
    return sum
  }

  /// The distance from which on an outcome is as far off as the one observed.
  ///
  /// Equal distances differ by rounding, which is far below the tolerance; so ties count.
  var threshold: Double { observed * (1 - OverallAssessor.tieTolerance) }

  /// The least that the categories from the index on can add when they share `remaining`: by
  /// Cauchy and Schwarz, or the triangle inequality, the term of all of them as one.
  func least(from index: Int, remaining: Int) -> Double {
    term(remaining, size: counts.sizesFrom[index])
  }

  /// The most that they can add: a convex sum is largest when one category takes all, and of
  /// these when the smallest does, which is the first.
  func most(from index: Int, remaining: Int) -> Double {
    let others = counts.sizesFrom[index + 1]
    let first = term(remaining, size: counts.sizes[index])
    return others == 0 ? first : first + term(0, size: others)
  }
}
