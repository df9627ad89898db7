import Annex
import CSVReading
import DialogueModel

/// The tables of `public/` as CSV: the same figures as the public annex, with the same small
/// counts hidden. A hidden count is an empty cell, and `hidden` says so.
struct PublicTables {
  let material: RunMaterial
  let coverage: [DialogueCoverage.Channel]
  let rule: RepresentationRule
  let listed: [AnnexContent.ListedSubmission]

  private var writer: CSVWriter { CSVWriter() }

  private func hidden(_ count: Int, limit: Int? = nil) -> Bool {
    count > 0 && count < (limit ?? rule.smallestCount)
  }

  /// `themes.csv`: viewpoints and submissions by theme.
  func themes() -> [UInt8] {
    var text = writer.row(["theme", "label", "viewpoints", "submissions", "hidden"])
    for (index, theme) in material.shape.themes.enumerated() {
      let viewpoints = material.figures.themeViewpoints[index]
      let submissions = material.figures.themeSubmissions[index]
      let isHidden = hidden(viewpoints) || hidden(submissions)
      writer.write(
        [
          theme.key, theme.label, isHidden ? "" : String(viewpoints),
          isHidden ? "" : String(submissions), isHidden ? "1" : "0",
        ], to: &text)
    }
    return Array(text.utf8)
  }

  /// `representation.csv`: groups compared with the population. A dimension whose groups and
  /// unknown sum to all who answered hides a second cell when one is hidden alone.
  func representation() -> [UInt8] {
    var text = writer.row([
      "channel", "dimension", "group", "members", "share", "reference_count", "reference_total",
      "ratio", "class", "reason", "hidden",
    ])
    for channel in coverage {
      for dimension in channel.dimensions {
        let limit = dimension.isSensitive ? 10 : rule.smallestCount
        let counts = dimension.groups.map(\.assessment.count.members) + [dimension.unknown]
        let concealed = Self.concealed(counts, limit: limit)
        for (index, group) in dimension.groups.enumerated() {
          let assessment = group.assessment
          let isHidden = concealed.contains(index)
          writer.write(
            [
              channel.content.channel, dimension.id, group.id,
              isHidden ? "" : String(assessment.count.members),
              isHidden ? "" : assessment.share.map { Self.decimal($0) } ?? "",
              assessment.count.referenceCount.map(String.init) ?? "",
              assessment.count.referenceTotal.map(String.init) ?? "",
              isHidden ? "" : assessment.ratio.map { Self.decimal($0) } ?? "",
              // The class bounds the count, so it goes with it.
              isHidden ? "" : assessment.classification.rawValue,
              isHidden ? "" : assessment.reason?.rawValue ?? "", isHidden ? "1" : "0",
            ], to: &text)
        }
        let unknownHidden = concealed.contains(dimension.groups.count)
        writer.write(
          [
            channel.content.channel, dimension.id, "", unknownHidden ? "" : "\(dimension.unknown)",
            "", "", "", "", "", "not said", unknownHidden ? "1" : "0",
          ], to: &text)
      }
    }
    return Array(text.utf8)
  }

  /// The cells of one partition that have to be hidden: those from 1 up to the limit, and then
  /// the smallest others until what is hidden cannot be had by subtraction and sums to the limit.
  static func concealed(_ counts: [Int], limit: Int) -> Set<Int> {
    var concealed = Set(counts.indices.filter { counts[$0] > 0 && counts[$0] < limit })
    guard !concealed.isEmpty else { return [] }
    func sum() -> Int { concealed.reduce(0) { $0 + counts[$1] } }
    while concealed.count < 2 || sum() < limit {
      let next = counts.indices.filter { !concealed.contains($0) && counts[$0] > 0 }
        .min { (counts[$0], $0) < (counts[$1], $1) }
      guard let next else { break }
      concealed.insert(next)
    }
    return concealed
  }

  /// `submissions.csv`: appendix A, without text and background.
  func submissions() -> [UInt8] {
    var text = writer.row(["id", "week", "channel", "sender", "themes"])
    for submission in listed {
      let week = submission.year.flatMap { year in submission.week.map { "\(year)-W\($0)" } }
      writer.write(
        [
          submission.id, week ?? "", submission.channel, submission.sender,
          submission.themes.joined(separator: " "),
        ], to: &text)
    }
    return Array(text.utf8)
  }

  private static func decimal(_ value: Double) -> String {
    let scaled = Int((value * 10_000).rounded())
    let digits = String(scaled)
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return padded.dropLast(4) + "." + padded.suffix(4)
  }
}
