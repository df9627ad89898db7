import DialogueModel

/// The lines under a group's class, and what the class gives away.
enum ComparisonText {
  /// What it would have taken to tell, and what the unknown could change.
  static func lines(
    _ group: AnnexContent.GroupCoverage, _ dimension: AnnexContent.DimensionCoverage,
    _ coverage: AnnexContent.ChannelCoverage, _ book: FigureBook
  ) -> [[Inline]] {
    let assessment = group.assessment
    var lines: [[Inline]] = []
    func say(_ statement: RepresentationStatement) {
      lines += statement.sentences.map(\.runs)
    }
    // Defined in the internal edition only.
    func sayWithUnknown() {
      guard let none = number("ratioWithout"), let all = number("ratioWith") else { return }
      say(.withUnknown(none: none, all: all))
    }
    func number(_ what: String) -> Inline? {
      book.measure(FigureKey.group(coverage.channel, dimension.id, group.id, what))
        .map { .number($0, noun: nil) }
    }
    if assessment.isAbsent { say(.absent) }
    if let mirrored = group.mirrorOf {
      let label = dimension.groups.first { $0.id == mirrored }?.label ?? mirrored
      say(.mirror(of: label))
      sayWithUnknown()
      return lines
    }
    switch assessment.classification {
    case .under, .over:
      guard assessment.count.unknown > 0 else { break }
      let unknown = dimension.unknownKey(of: group, in: coverage.channel)
      guard let tipping = number("tipping"), let unknown = book.measure(unknown) else {
        say(.holds)
        break
      }
      say(
        .tipping(
          tipping, unknown: .number(unknown, noun: nil),
          isInside: assessment.classification == .under))
    case .inBalance: break
    case .cannotSay:
      if let reason = assessment.reason { say(.because(reason)) }
      switch assessment.reason {
      case .mostlyUnknown?:
        if let needed = number("knownNeeded"), let all = number("persons") {
          say(.knownNeeded(needed, of: all))
        }
      case .tooFew?, .differenceExtentUnclear?, .referenceUncertain?:
        if let known = number("known") {
          say(
            .decidedAt(
              under: number("largestUnder"), over: number("smallestOver"), known: known))
        }
      default: break
      }
    }
    sayWithUnknown()
    return lines
  }

  /// Whether the class is the same for every count that would be hidden as small, so that it can
  /// be shown without the count.
  ///
  /// *Under* and *over* bound the count, and so does *cannot say* where fewer would have been
  /// *under*, or the largest hidden count *over*, *in balance* or larger than the group itself. A
  /// small count cannot be *in balance* unless most of the group took part: with a limit of at most
  /// 20, and at most half of the population known, the span of the ratio is wider than the band.
  static func tellsNothing(
    _ assessment: GroupAssessment, below limit: Int, band: ClosedRange<Double> = 0.80...1.25
  ) -> Bool {
    guard assessment.classification == .cannotSay else { return false }
    switch assessment.reason {
    case .noReference?, .byDesign?, .mostlyUnknown?: return true
    case .tooFew?:
      let count = assessment.count
      // Against a range a smaller count may have another reason.
      guard assessment.largestUnder == nil, count.referenceCountHigh == nil, count.known > 0,
        limit <= 20,
        let reference = assessment.referenceShare, reference > 0,
        let group = count.referenceCount, group >= limit - 1,
        let total = count.referenceTotal, count.known * 2 <= total,
        band.lowerBound >= 0.80, band.upperBound <= 1.25
      else { return false }
      let largest = Double(limit - 1) / Double(count.known) / reference
      return largest < band.upperBound
    case .noKnown?, .dataConflict?, .differenceExtentUnclear?, .referenceUncertain?, nil:
      return false
    }
  }
}
