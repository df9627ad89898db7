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

  var writer: CSVWriter { CSVWriter() }

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
}
