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
    if assessment.isAbsent { say(.absent) }
    if let mirrored = group.mirrorOf {
      let label = dimension.groups.first { $0.id == mirrored }?.label ?? mirrored
      say(.mirror(of: label))
      return lines
    }
    func number(_ what: String) -> Inline? {
      book.measure(FigureKey.group(coverage.channel, dimension.id, group.id, what))
        .map { .number($0, noun: nil) }
    }
    switch assessment.classification {
    case .under, .over:
      guard dimension.unknown > 0 else { break }
      guard let tipping = number("tipping"),
        let unknown = book.measure(FigureKey.unknown(coverage.channel, dimension.id))
      else {
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
      if assessment.reason == .tooFew, let largest = number("largestUnder") {
        say(.decidedAt(largest))
      }
    }
    return lines
  }
}
