import DialogueModel

/// The age groups that a reference population is to have, in rising order.
public struct AgeBands: Sendable, Equatable {
  /// The bands; no two overlap.
  public let bands: [AgeRange]

  /// Reads bands as the command line has them: `0-15,16-24,25-44,45-64,65-79,80+`.
  ///
  /// - Throws: `reference.bands` when a band cannot be read, or two overlap.
  public init(written text: String) throws(InspelError) {
    var bands: [AgeRange] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let band = AgeRange(written: String(part)) else {
        throw InspelError(
          .referenceBands, "age band \(bands.count + 1) cannot be read",
          remedy: "Write bands as 0-15,16-24,80+, with ages from 0 to \(AgeRange.highest).")
      }
      bands.append(band)
    }
    try self.init(bands)
  }

  /// Makes bands from ranges, in any order.
  ///
  /// - Throws: `reference.bands` when two overlap.
  public init(_ bands: [AgeRange]) throws(InspelError) {
    let sorted = bands.sorted { ($0.lower, $0.end) < ($1.lower, $1.end) }
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.overlaps(right) {
      throw InspelError(
        .referenceBands, "the age bands \(left.key) and \(right.key) overlap",
        remedy: "Let each age be in one band only.")
    }
    self.bands = sorted
  }

  // The ages that are in no band: below, between and above them.
  var gaps: [AgeRange] {
    var gaps: [AgeRange] = []
    var next: Int? = 0
    for band in bands {
      if let next, next < band.lower,
        let gap = AgeRange(from: next, through: band.lower - 1)
      {
        gaps.append(gap)
      }
      next = band.upper.map { $0 + 1 }
    }
    if let next, let rest = AgeRange(from: next, through: nil) { gaps.append(rest) }
    return gaps
  }

  // The gaps that stand between two bands.
  var inner: [AgeRange] {
    guard let first = bands.first, let last = bands.last else { return [] }
    return gaps.filter { first.lower < $0.lower && $0.lower < last.lower }
  }
}
