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

  /// `submissions.csv`: appendix A, without text and background.
  ///
  /// What the public annex hides of a submission is an empty cell here. The rows are as many as the
  /// submissions, so there is none where that number is hidden.
  func submissions(append: ([UInt8]) throws -> Void) throws {
    let shape = material.shape
    let writer = writer
    let isPublic = smallestCount > 0
    var bytes = Array(
      writer.row(isPublic ? ["id", "themes"] : ["id", "week", "channel", "sender", "themes"]).utf8)
    guard !hiddenKeys.contains(FigureKey.flow(.accepted)) else { return try append(bytes) }
    let prefix = Array(shape.idPrefix.utf8)
    let themes = shape.themes.enumerated().map { index, theme in
      isHidden(
        FigureKey.themeSubmissions(theme.key), material.figures.themeSubmissions[index])
        ? [] : Array(theme.id.utf8)
    }
    // The rest of a row depends on the day, the channel and the kind of sender only.
    let span = material.listed.daySpan ?? 0...0
    let days = min(span.count, Self.longestSpan) + 1
    var middles: [[UInt8]?] = Array(repeating: nil, count: shape.channels.count * 2 * days)
    bytes.reserveCapacity(Self.chunk + 4096)
    try material.listed.forEachItem { item in
      item.number.write(prefix: prefix, to: &bytes)
      if isPublic {
        bytes.append(0x3B)
      } else {
        // Days beyond the table share no place; their middle is made anew each time.
        let day = item.day.map { $0 - span.lowerBound + 1 } ?? 0
        let key = Middle(day: item.day, channel: item.channel, isNote: item.isParaphrase)
        if day < days {
          let place = (item.channel * 2 + (item.isParaphrase ? 1 : 0)) * days + day
          let middle = middles[place] ?? self.middle(key, writer)
          middles[place] = middle
          bytes += middle
        } else {
          bytes += self.middle(key, writer)
        }
      }
      var isFirst = true
      for theme in item.themes where !themes[Int(theme)].isEmpty {
        if !isFirst { bytes.append(0x20) }
        bytes += themes[Int(theme)]
        isFirst = false
      }
      bytes.append(0x0D)
      bytes.append(0x0A)
      if bytes.count >= Self.chunk {
        try append(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try append(bytes)
  }

  private static let chunk = 1 << 20
  /// The longest span of days of which each has its words made once: ten years.
  private static let longestSpan = 3660

  private struct Middle {
    var day: Int?
    var channel: Int
    var isNote: Bool
  }

  /// `;week;channel;sender;` for a row, as CSV.
  private func middle(_ key: Middle, _ writer: CSVWriter) -> [UInt8] {
    let channel = material.shape.channels[key.channel]
    let week = key.day.flatMap { CalendarDate(daysSince1970: $0) }?.isoWeek
    let row = writer.row([
      "", week.map { "\($0.year)-W\($0.week < 10 ? "0" : "")\($0.week)" } ?? "", channel.label,
      key.isNote ? "minnesanteckning" : channel.sender, "",
    ])
    return Array(row.utf8.dropLast(2))
  }
}
