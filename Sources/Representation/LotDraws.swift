/// Outcomes of a fair draw of lots, drawn one after another from a fixed seed.
///
/// An outcome is drawn category by category: the number from each is hypergeometric given what
/// the categories before it left, which is the multivariate hypergeometric distribution exactly.
/// Each number is found by inversion: an even number between 0 and 1 is spent on the chances of
/// the counts, from the most probable outwards, until it is used up. That takes about as many
/// steps as the standard deviation, at most √n/2.
struct LotDraws {
  private let counts: PartitionCounts
  private var random: SplitMix64

  init(_ counts: PartitionCounts, seed: UInt64) {
    self.counts = counts
    random = SplitMix64(seed: seed)
  }

  /// How many of the draws are at least as far off as the counts observed, by X² and by D.
  mutating func asFarOff(
    draws: Int, _ chiSquare: PartitionDistance, _ dissimilarity: PartitionDistance
  ) -> (chiSquare: Int, dissimilarity: Int) {
    let limits = (chiSquare.threshold, dissimilarity.threshold)
    var found = (chiSquare: 0, dissimilarity: 0)
    var members = [Int](repeating: 0, count: counts.sizes.count)
    for _ in 0..<draws {
      draw(into: &members)
      if chiSquare.total(of: members) >= limits.0 { found.chiSquare += 1 }
      if dissimilarity.total(of: members) >= limits.1 { found.dissimilarity += 1 }
    }
    return found
  }

  private mutating func draw(into members: inout [Int]) {
    var remaining = counts.known
    for index in members.indices {
      let drawn = draw(counts.sizes[index], of: counts.sizesFrom[index], draws: remaining)
      members[index] = drawn
      remaining -= drawn
    }
  }

  /// The number of members among the persons drawn.
  private mutating func draw(_ size: Int, of population: Int, draws: Int) -> Int {
    if size == population || draws == 0 { return draws }
    guard let lots = Hypergeometric(population: population, members: size, draws: draws)
    else { return 0 }
    // The most probable count; between the ends of the possible ones.
    let mode = (draws + 1) * (size + 1) / (population + 2)
    let modeMass = lots.mass(at: mode)
    var left = random.nextUnit() - modeMass
    if left < 0 { return mode }
    let spare = population - size - draws
    var (low, high) = (mode, mode)
    var (lowMass, highMass) = (modeMass, modeMass)
    while low > lots.support.lowerBound || high < lots.support.upperBound {
      if high < lots.support.upperBound {
        highMass *=
          Double(size - high) * Double(draws - high)
          / (Double(high + 1) * Double(spare + high + 1))
        high += 1
        left -= highMass
        if left < 0 { return high }
      }
      if low > lots.support.lowerBound {
        lowMass *=
          Double(low) * Double(spare + low) / (Double(size - low + 1) * Double(draws - low + 1))
        low -= 1
        left -= lowMass
        if left < 0 { return low }
      }
    }
    // The chances summed to less than the number by rounding, a matter of 1e-13.
    return mode
  }
}
