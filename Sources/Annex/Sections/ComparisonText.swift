import DialogueModel

/// The lines under a group's class.
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
}
