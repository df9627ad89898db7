import Annex
import CSVReading
import DialogueModel

extension OutputTables {
  private static let columns = [
    "channel", "dimension", "group", "members", "known", "unknown", "share", "reference_count",
    "reference_count_high", "reference_total", "ratio", "ratio_low", "span_low", "span_high", "gap",
    "absent", "class", "reason", "hidden",
  ]

  /// `representation.csv`: groups compared with the population.
  ///
  /// Every cell that the annex hides is empty; where the count is hidden, so is everything computed
  /// from it, and the class. A class that rests on a hidden number of unknown is hidden too.
  func representation() -> [UInt8] {
    var text = writer.row(Self.columns)
    for channel in coverage {
      let name = channel.content.channel
      for dimension in channel.dimensions {
        let limit = dimension.isSensitive ? max(10, smallestCount) : smallestCount
        for group in dimension.groups {
          write(group, dimension, name, limit: limit, to: &text)
        }
        let unknownHidden = hidesUnknown(dimension, name, limit: limit)
        var row = Array(repeating: "", count: Self.columns.count)
        row[0...3] = [name, dimension.id, "", unknownHidden ? "" : "\(dimension.unknown)"]
        row[row.count - 2] = "not said"
        row[row.count - 1] = unknownHidden ? "1" : "0"
        writer.write(row, to: &text)
      }
    }
    return Array(text.utf8)
  }

  private func hidesUnknown(
    _ dimension: AnnexContent.DimensionCoverage, _ channel: String, limit: Int
  ) -> Bool {
    hiddenKeys.contains(FigureKey.unknown(channel, dimension.id))
      || (dimension.unknown > 0 && dimension.unknown < limit)
  }

  private func write(
    _ group: AnnexContent.GroupCoverage, _ dimension: AnnexContent.DimensionCoverage,
    _ channel: String, limit: Int, to text: inout String
  ) {
    let assessment = group.assessment
    let count = assessment.count
    func key(_ what: String) -> String {
      FigureKey.group(channel, dimension.id, group.id, what)
    }
    let isHidden =
      hiddenKeys.contains(key("members")) || (count.members > 0 && count.members < limit)
    let hidesClass = isHidden || hiddenClasses.contains(key("members"))
    // What is computed is hidden with everything it is computed from; figures that stand nowhere in
    // the annex are not among its hidden keys.
    let hidesBasis =
      isHidden || dimension.basis(of: group, in: channel).contains { hiddenKeys.contains($0) }
    func hides(_ what: String) -> Bool { hidesBasis || hiddenKeys.contains(key(what)) }
    func shown(_ value: Double?, _ what: String) -> String {
      hides(what) ? "" : value.map { PlainDecimal.text($0, places: 4) } ?? ""
    }
    let hidesUnknown =
      count.unknown == dimension.unknown
      ? hidesUnknown(dimension, channel, limit: limit)
      : hides("unknown") || (count.unknown > 0 && count.unknown < limit)
    // Counts that contradict the reference have nothing to be compared with.
    let isComparable = assessment.reason != .dataConflict
    let ratio = isComparable ? assessment.ratio : nil
    let span = isComparable ? assessment.ratioInterval90 : nil
    writer.write(
      [
        channel, dimension.id, group.id, isHidden ? "" : String(count.members),
        hides("known") || hidesUnknown ? "" : String(count.known),
        hidesUnknown ? "" : String(count.unknown), shown(assessment.share, "share"),
        count.referenceCount.map(String.init) ?? "",
        count.referenceCountHigh.map(String.init) ?? "",
        count.referenceTotal.map(String.init) ?? "", shown(ratio, "ratio"),
        shown(isComparable ? assessment.ratioLow : nil, "ratioLow"),
        shown(span?.lowerBound, "span"), shown(span?.upperBound, "span"),
        shown(isComparable ? assessment.gap : nil, "gap"),
        isHidden ? "" : assessment.isAbsent ? "1" : "0",
        hidesClass ? "" : assessment.classification.rawValue,
        hidesClass ? "" : assessment.reason?.rawValue ?? "", isHidden ? "1" : "0",
      ], to: &text)
  }
}
