import DialogueModel

extension GroupComparison {
  /// The class and, when it is *cannot say*, the reason.
  func classify(
    _ limits: DecisionLimits
  ) -> (classification: RepresentationClass, reason: RepresentationReason?) {
    let published = verdict(at: reference, limits)
    if let published {
      let isSteady = neighbours.allSatisfy { verdict(at: $0...$0, limits) == published }
      return isSteady ? (published, nil) : (.cannotSay, .referenceUncertain)
    }
    if reference.lowerBound < reference.upperBound, someFigureDecides(limits) {
      return (.cannotSay, .referenceUncertain)
    }
    return (.cannotSay, limits.isRare(tails) ? .differenceExtentUnclear : .tooFew)
  }

  /// How many of the unknown it takes to lose the class, *under* or *over*.
  ///
  /// The counts are taken anew with all who took part, the other groups staying as they are. For
  /// *under* it is the fewest who must be members, for *over* the fewest who must not be; `nil`
  /// when the class holds in every way that the unknown can be.
  func tippingPoint(_ imbalance: RepresentationClass, _ limits: DecisionLimits) -> Int? {
    guard unknown > 0 else { return nil }
    let all = known + unknown
    // How many of the unknown can be members at all.
    let fewest = max(0, all - (population - reference.lowerBound) - members)
    let most = min(unknown, reference.upperBound - members)
    func holds(_ joining: Int) -> Bool {
      self.imbalance(members: members + joining, known: all, limits) == imbalance
    }
    // More members end *under*, fewer end *over*, and neither comes back.
    if imbalance == .under {
      return Self.firstIndex(in: fewest...most) { !holds($0) }
    }
    return Self.firstIndex(in: (unknown - most)...(unknown - fewest)) { !holds(unknown - $0) }
  }

  /// The largest number of members that would have been *under* with the same persons known;
  /// `nil` when not even the fewest possible would have been.
  func largestUnder(_ limits: DecisionLimits) -> Int? {
    let fewest = max(0, known - (population - reference.lowerBound))
    let expected = Double(known) * Double(reference.lowerBound) / Double(population)
    // Above the band's lower end nothing is *under*; one more covers the rounding.
    let most = min(known, reference.upperBound)
    let end = Int(min(limits.rule.band.lowerBound * expected + 1, Double(most)))
    guard end >= fewest else { return nil }
    let first = Self.firstIndex(in: fewest...end) {
      imbalance(members: $0, known: known, limits) != .under
    }
    guard let first else { return end }
    return first > fewest ? first - 1 : nil
  }

  /// The smallest number of members that would have been *over* with the same persons known;
  /// `nil` when not even the most possible would have been.
  func smallestOver(_ limits: DecisionLimits) -> Int? {
    let fewest = max(0, known - (population - reference.lowerBound))
    let most = min(known, reference.upperBound)
    let expected = Double(known) * Double(reference.upperBound) / Double(population)
    // Below the band's upper end nothing is *over*; one less covers the rounding.
    let start = max(Double(fewest), (limits.rule.band.upperBound * expected).rounded(.down) - 1)
    guard start <= Double(most) else { return nil }
    return Self.firstIndex(in: Int(start)...most) {
      imbalance(members: $0, known: known, limits) == .over
    }
  }

  /// *Under* or *over* if every figure the reference can stand for says so, otherwise `nil`.
  private func imbalance(
    members: Int, known: Int, _ limits: DecisionLimits
  ) -> RepresentationClass? {
    let published = imbalance(members: members, known: known, reference: reference, limits)
    guard let published else { return nil }
    let isSteady = neighbours(members: members, known: known).allSatisfy {
      imbalance(members: members, known: known, reference: $0...$0, limits) == published
    }
    return isSteady ? published : nil
  }

  /// *Under* or *over* against one reference, a figure or a range.
  private func imbalance(
    members: Int, known: Int, reference: ClosedRange<Int>, _ limits: DecisionLimits
  ) -> RepresentationClass? {
    // Against a lower figure of 0 the ratio has no upper end: more than any band.
    let highest =
      Self.ratio(
        members: members, known: known, groupSize: reference.lowerBound, population: population)
      ?? .infinity
    let lowest =
      Self.ratio(
        members: members, known: known, groupSize: reference.upperBound, population: population)
      ?? .infinity
    let isLow = highest <= limits.rule.band.lowerBound
    let isHigh = lowest >= limits.rule.band.upperBound
    guard isLow || isHigh else { return nil }
    let tails = tails(members: members, known: known, reference: reference)
    guard limits.isRare(tails) else { return nil }
    if isLow, tails.lower < tails.upper { return .under }
    if isHigh, tails.upper < tails.lower { return .over }
    return nil
  }

  /// The class against one reference, a figure or a range; `nil` for *cannot say*.
  private func verdict(
    at reference: ClosedRange<Int>, _ limits: DecisionLimits
  ) -> RepresentationClass? {
    if let found = imbalance(members: members, known: known, reference: reference, limits) {
      return found
    }
    // Two one-sided tests at 5 %: the 90 % interval lies wholly inside the band.
    guard let interval = ratioInterval(level: 0.90, reference: reference) else { return nil }
    let band = limits.rule.band
    let isInside = band.lowerBound <= interval.lowerBound && interval.upperBound <= band.upperBound
    return isInside ? .inBalance : nil
  }

  /// Whether a verdict would follow if the truth were a certain figure of the range.
  private func someFigureDecides(_ limits: DecisionLimits) -> Bool {
    let smallest = max(reference.lowerBound, members, 1)
    let largest = min(reference.upperBound, population - (known - members))
    guard smallest <= largest else { return false }
    // *Under* is likeliest at the largest figure and *over* at the smallest.
    if verdict(at: smallest...smallest, limits) != nil { return true }
    if verdict(at: largest...largest, limits) != nil { return true }
    // *In balance* may hold between them: at the first figure that the upper end fits.
    guard let interval = interval(level: 0.90, reference: smallest...largest) else { return false }
    let needed = interval.upperBound * Double(population) / limits.rule.band.upperBound
    guard needed > Double(smallest), needed < Double(largest) else { return false }
    let figure = Int(needed.rounded(.up))
    return verdict(at: figure...figure, limits) == .inBalance
  }

  /// The first value of a range that fits, where all that follow it fit too; `nil` for none.
  static func firstIndex(
    in range: ClosedRange<Int>, where fits: (Int) -> Bool
  ) -> Int? {
    guard fits(range.upperBound) else { return nil }
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if fits(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
