import DialogueModel

/// One group that can be compared with its reference: counts that agree with each other and
/// with a reference figure, from which every figure of the method is computed.
struct GroupComparison {
  /// The number of known members, x.
  let members: Int
  /// The number of persons known, n, at least 1 and at most ``population``.
  let known: Int
  /// The number of persons not known who can be of the population, u.
  ///
  /// Where more took part than the population has, the rest cannot be of it and is left out.
  let unknown: Int
  /// The reference population, N.
  let population: Int
  /// The size of the group in it, N_g: one figure, or the range in which it lies.
  let reference: ClosedRange<Int>
  /// How far the published figure may be from the truth; 0 for a range, which has its own width.
  private let noise: Int

  /// Makes a comparison, or `nil` when there is an obstacle to one.
  ///
  /// - Parameters:
  ///   - count: The counts.
  ///   - noise: How far the published figure may be from the truth. A range has its own width.
  init?(_ count: GroupCount, noise: Int) {
    guard Self.obstacle(to: count) == nil, count.known > 0 else { return nil }
    guard let low = count.referenceCount, let total = count.referenceTotal else { return nil }
    members = count.members
    known = count.known
    unknown = min(count.unknown, total - count.known)
    population = total
    reference = low...(count.referenceCountHigh ?? low)
    self.noise = reference.lowerBound == reference.upperBound ? max(0, noise) : 0
  }

  /// The figures next to the published one that noise in the table may have hidden.
  var neighbours: [Int] { neighbours(members: members, known: known) }

  /// The same beside any count among any number known.
  func neighbours(members: Int, known: Int) -> [Int] {
    guard noise > 0 else { return [] }
    let low = reference.lowerBound
    // The truth cannot be below the known members or above what the known others leave.
    let smallest = max(low - min(noise, low), members, 1)
    let largest = min(low + min(noise, population - low), population - (known - members))
    return [smallest, largest].filter { $0 != low }
  }

  /// Why there is no test of the group, in the order of the method's rule; `nil` when there is.
  static func obstacle(to count: GroupCount) -> RepresentationReason? {
    guard let low = count.referenceCount, let total = count.referenceTotal else {
      return .noReference
    }
    let high = count.referenceCountHigh ?? low
    // A group that nobody belongs to leaves nothing to compare with, however many take part.
    if low == 0, high == 0, count.members == 0 { return .noReference }
    if count.isByDesign { return .byDesign }
    if count.known == 0 { return .noKnown }
    // Negative, contradictory or absurd numbers; the sums below cannot overflow after this.
    guard total >= 0, total <= Hypergeometric.largestPopulation, count.unknown >= 0,
      count.members >= 0, count.members <= count.known, count.known <= total,
      low >= 0, low <= high, high <= total
    else { return .dataConflict }
    // More members than inhabitants, or more others; in a range, at every figure of it.
    if count.members > high || count.known - count.members > total - low { return .dataConflict }
    return nil
  }

  /// The chances of the observed count: of so few against the lower figure, of so many against
  /// the upper one, so that a range must be passed at its unfavourable end.
  var tails: HypergeometricTails { tails(members: members, known: known, reference: reference) }

  /// The chances of any count among any number known.
  func tails(members: Int, known: Int, reference: ClosedRange<Int>) -> HypergeometricTails {
    let low = tails(members: members, known: known, groupSize: reference.lowerBound)
    if reference.lowerBound == reference.upperBound { return low }
    let high = tails(members: members, known: known, groupSize: reference.upperBound)
    return HypergeometricTails(lower: low.lower, upper: high.upper)
  }

  private func tails(members: Int, known: Int, groupSize: Int) -> HypergeometricTails {
    let lots = Hypergeometric(population: population, members: groupSize, draws: known)
    // There is always such a draw here; no verdict follows from tails of 1.
    return lots?.tails(at: members) ?? HypergeometricTails(lower: 1, upper: 1)
  }

  /// The representation ratio, (x/n)/(N_g/N); `nil` for a group of nobody.
  ///
  /// It is one division of two whole numbers, so that a ratio of exactly 4/5 is the number 0.80
  /// and not one digit beside it.
  static func ratio(members: Int, known: Int, groupSize: Int, population: Int) -> Double? {
    guard known > 0, groupSize > 0 else { return nil }
    return Double(members) * Double(population) / (Double(known) * Double(groupSize))
  }

  /// The interval of the share at the level given, cut to what is possible.
  func interval(level: Double, reference: ClosedRange<Int>) -> ClosedRange<Double>? {
    WilsonInterval.share(members: members, known: known, population: population, level: level)
      .map {
        WilsonInterval.clipped($0, known: known, groupSize: reference, population: population)
      }
  }

  /// The interval of the ratio; for a range, from the lower end against the upper figure to the
  /// upper end against the lower figure.
  func ratioInterval(level: Double, reference: ClosedRange<Int>) -> ClosedRange<Double>? {
    guard reference.lowerBound > 0 else { return nil }
    return interval(level: level, reference: reference).map {
      let n = Double(population)
      let low = $0.lowerBound / (Double(reference.upperBound) / n)
      let high = $0.upperBound / (Double(reference.lowerBound) / n)
      return low...high
    }
  }

  /// The ratios that the unknown leave possible: as few of them members as can be, and as many.
  ///
  /// Mostly that is none and all of them, (x/n_tot)/P to ((x+u)/n_tot)/P. Where the group or the
  /// rest of the population is too small for that, no more are counted than there are.
  var ratioBounds: ClosedRange<Double>? {
    guard reference.lowerBound > 0 else { return nil }
    let all = known + unknown
    // The least ratio falls with the figure as long as none need be members, then rises.
    let turn = population - all + members
    let least = min(max(turn, reference.lowerBound), reference.upperBound)
    let fewest = max(members, all - (population - least))
    let most = min(members + unknown, reference.lowerBound)
    guard
      let low = Self.ratio(
        members: fewest, known: all, groupSize: least, population: population),
      let high = Self.ratio(
        members: most, known: all, groupSize: reference.lowerBound, population: population)
    else { return nil }
    return min(low, high)...high
  }
}
