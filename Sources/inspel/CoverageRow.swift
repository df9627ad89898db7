import DialogueModel

/// A group's row in the table of the terminal.
struct CoverageRow {
  /// Where the column of the ratio with the unknown stands, when there are any.
  static let placeOfUnknown = 5

  private let label: String
  private let assessment: GroupAssessment
  private let mark: (String) -> String

  /// Makes a row; `mark` notes words below the table and gives the sign that points to them.
  init(_ label: String, _ assessment: GroupAssessment, _ mark: @escaping (String) -> String) {
    self.label = label
    self.assessment = assessment
    self.mark = mark
  }

  /// The row with every figure.
  func cells(hasUnknown: Bool) -> [String] {
    // Counts that contradict the reference have nothing to be compared with.
    let isComparable = assessment.reason != .dataConflict
    var cells = [
      label, Terminal.number(assessment.count.members),
      assessment.share.map(CoverageText.percent) ?? "–", reference, isComparable ? ratio : "–",
      isComparable ? span(assessment.ratioInterval90) : "–",
      (isComparable ? assessment.gap : nil).map(CoverageText.signed) ?? "–", words,
    ]
    if hasUnknown {
      cells.insert(
        assessment.count.unknown > 0 && isComparable ? span(assessment.ratioBounds) : "–",
        at: Self.placeOfUnknown)
    }
    return cells
  }

  private var reference: String {
    guard let share = assessment.referenceShare else { return "none" }
    let low = CoverageText.percent(share)
    return assessment.referenceShareHigh.map { "\(low)–\(CoverageText.percent($0))" } ?? low
  }

  private var ratio: String {
    guard let ratio = assessment.ratio else { return "–" }
    let words = CoverageText.decimal(ratio, 2)
    return assessment.ratioLow.map { "\(CoverageText.decimal($0, 2))–\(words)" } ?? words
  }

  private func span(_ range: ClosedRange<Double>?) -> String {
    range.map {
      "\(CoverageText.decimal($0.lowerBound, 2))–\(CoverageText.decimal($0.upperBound, 2))"
    } ?? "–"
  }

  private var words: String {
    let absent = assessment.isAbsent ? ", absent" : ""
    switch assessment.classification {
    case .under, .over:
      let name = assessment.classification == .under ? "under" : "over"
      guard assessment.count.unknown > 0 else { return name + absent }
      if let tipping = assessment.tippingPoint {
        return name + absent
          + mark("unless \(tipping) of \(assessment.count.unknown) unknown")
      }
      return name + absent + mark("holds whatever the unknown are")
    case .inBalance: return "in balance"
    case .cannotSay: return "cannot say" + absent + mark(reason)
    }
  }

  private var reason: String {
    switch assessment.reason {
    case .noReference: return "no reference"
    case .byDesign: return "in balance by design: the channel was filled by quotas"
    case .noKnown: return "nobody's membership is known"
    case .dataConflict: return "the counts contradict the reference"
    case .mostlyUnknown:
      let count = assessment.count
      let needed = assessment.knownNeeded.map {
        "; \($0) of \(count.known + count.unknown) would have to be known"
      }
      return "too many did not say" + (needed ?? "")
    case .differenceExtentUnclear:
      return "a difference beyond lots, and it may be small; " + decided
    case .referenceUncertain: return "reference uncertain; " + decided
    case .tooFew, nil: return "too few; " + decided
    }
  }

  /// What would have been enough to decide, whatever the other groups show.
  private var decided: String {
    let known = assessment.count.known
    return switch (assessment.largestUnder, assessment.smallestOver) {
    case (let under?, let over?):
      "\(under) or fewer of \(known) would be under, \(over) or more over"
    case (let under?, nil):
      "\(under) or fewer of \(known) would be under, not even all over"
    case (nil, let over?):
      "not even 0 of \(known) would be under, \(over) or more over"
    case (nil, nil): "not even 0 of \(known) would be under, or all over"
    }
  }
}
