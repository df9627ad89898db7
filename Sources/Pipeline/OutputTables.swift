import Annex
import CSVReading
import DialogueModel

/// The tables of the output as CSV: the same figures as the annex, and for `public/` with the same
/// small counts hidden.
///
/// A hidden count is an empty cell, and `hidden` says so.
struct OutputTables {
  let material: RunMaterial
  let coverage: [DialogueCoverage.Channel]
  /// The smallest count that is shown; 0 shows all.
  let smallestCount: Int
  /// The numbers that the annex hides, by key; these tables hide the same.
  let hiddenKeys: Set<String>
  /// The groups whose class the annex hides, by the key of their count.
  var hiddenClasses: Set<String> = []

  private var writer: CSVWriter { CSVWriter() }

  private func isHidden(_ key: String, _ count: Int) -> Bool {
    hiddenKeys.contains(key) || (count > 0 && count < smallestCount)
  }

  /// `themes.csv`: viewpoints and submissions by theme.
  func themes() -> [UInt8] {
    var text = writer.row(["theme", "label", "viewpoints", "submissions", "hidden"])
    for (index, theme) in material.shape.themes.enumerated() {
      let viewpoints = material.figures.themeViewpoints[index]
      let submissions = material.figures.themeSubmissions[index]
      let isHidden =
        isHidden(FigureKey.themeViewpoints(theme.key), viewpoints)
        || isHidden(FigureKey.themeSubmissions(theme.key), submissions)
      writer.write(
        [
          theme.key, theme.label, isHidden ? "" : String(viewpoints),
          isHidden ? "" : String(submissions), isHidden ? "1" : "0",
        ], to: &text)
    }
    return Array(text.utf8)
  }

  /// `representation.csv`: groups compared with the population.
  ///
  /// Every cell that the annex hides is empty; where the count is hidden, so is everything computed
  /// from it, and the class. A class that rests on a hidden number of unknown is hidden too.
  func representation() -> [UInt8] {
    var text = writer.row([
      "channel", "dimension", "group", "members", "share", "reference_count", "reference_total",
      "ratio", "class", "reason", "hidden",
    ])
    for channel in coverage {
      let name = channel.content.channel
      for dimension in channel.dimensions {
        let limit = dimension.isSensitive ? max(10, smallestCount) : smallestCount
        for group in dimension.groups {
          let assessment = group.assessment
          let members = assessment.count.members
          func hides(_ what: String) -> Bool {
            hiddenKeys.contains(FigureKey.group(name, dimension.id, group.id, what))
          }
          let isHidden = hides("members") || (members > 0 && members < limit)
          let key = FigureKey.group(name, dimension.id, group.id, "members")
          let hidesClass = isHidden || hiddenClasses.contains(key)
          func shown(_ value: Double?, _ what: String) -> String {
            isHidden || hides(what) ? "" : value.map { PlainDecimal.text($0, places: 4) } ?? ""
          }
          writer.write(
            [
              name, dimension.id, group.id, isHidden ? "" : String(members),
              shown(assessment.share, "share"),
              assessment.count.referenceCount.map(String.init) ?? "",
              assessment.count.referenceTotal.map(String.init) ?? "",
              shown(assessment.ratio, "ratio"),
              hidesClass ? "" : assessment.classification.rawValue,
              hidesClass ? "" : assessment.reason?.rawValue ?? "", isHidden ? "1" : "0",
            ], to: &text)
        }
        let unknownHidden =
          hiddenKeys.contains(FigureKey.unknown(name, dimension.id))
          || (dimension.unknown > 0 && dimension.unknown < limit)
        writer.write(
          [
            name, dimension.id, "", unknownHidden ? "" : "\(dimension.unknown)", "", "", "", "",
            "", "not said", unknownHidden ? "1" : "0",
          ], to: &text)
      }
    }
    return Array(text.utf8)
  }
}
