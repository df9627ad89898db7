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
  /// A dimension whose groups and unknown sum to all who answered hides a second cell when one is
  /// hidden alone.
  func representation() -> [UInt8] {
    var text = writer.row([
      "channel", "dimension", "group", "members", "share", "reference_count", "reference_total",
      "ratio", "class", "reason", "hidden",
    ])
    for channel in coverage {
      for dimension in channel.dimensions {
        let limit = dimension.isSensitive ? max(10, smallestCount) : smallestCount
        let counts = dimension.groups.map(\.assessment.count.members) + [dimension.unknown]
        var concealed = Self.concealed(counts, limit: limit)
        for (index, group) in dimension.groups.enumerated() {
          let key = FigureKey.group(
            channel.content.channel, dimension.id, group.id, "members")
          if hiddenKeys.contains(key) { concealed.insert(index) }
        }
        if hiddenKeys.contains(FigureKey.unknown(channel.content.channel, dimension.id)) {
          concealed.insert(dimension.groups.count)
        }
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
  ///
  /// What the public annex hides of a submission is an empty cell here.
  func submissions(append: ([UInt8]) throws -> Void) throws {
    let shape = material.shape
    let writer = writer
    var bytes = Array(writer.row(["id", "week", "channel", "sender", "themes"]).utf8)
    let prefix = Array(shape.idPrefix.utf8)
    let themes = shape.themes.enumerated().map { index, theme in
      isHidden(
        FigureKey.themeSubmissions(theme.key), material.figures.themeSubmissions[index])
        ? [] : Array(theme.id.utf8)
    }
    // The rest of a row depends on the day, the channel and the kind of sender only.
    var middles: [Middle: [UInt8]] = [:]
    try material.listed.forEachByNumber { item in
      item.number.write(prefix: prefix, to: &bytes)
      let key = Middle(day: item.day, channel: item.channel, isNote: item.isParaphrase)
      let middle = middles[key] ?? self.middle(key, writer)
      middles[key] = middle
      bytes.append(contentsOf: middle)
      var isFirst = true
      for theme in item.themes where !themes[Int(theme)].isEmpty {
        if !isFirst { bytes.append(0x20) }
        bytes.append(contentsOf: themes[Int(theme)])
        isFirst = false
      }
      bytes.append(0x0D)
      bytes.append(0x0A)
      if bytes.count >= 1 << 20 {
        try append(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try append(bytes)
  }

  private struct Middle: Hashable {
    var day: Int?
    var channel: Int
    var isNote: Bool
  }

  /// `;week;channel;sender;` for a row, as CSV.
  private func middle(_ key: Middle, _ writer: CSVWriter) -> [UInt8] {
    let shape = material.shape
    let channel = shape.channels[key.channel]
    let week = key.day.flatMap { CalendarDate(daysSince1970: $0) }?.isoWeek
    let count = week.map { material.figures.byWeek[$0.year * 100 + $0.week]?[key.channel] ?? 0 }
    let weekIsHidden =
      week.map { isHidden(FigureKey.week($0.year, $0.week, channel.id), count ?? 0) } ?? false
    let sender = key.isNote ? "minnesanteckning" : channel.sender
    let channelIsHidden = isHidden(
      FigureKey.channel(channel.id), material.figures.byChannel[key.channel])
    let row = writer.row([
      "", week.map { weekIsHidden ? "" : "\($0.year)-W\($0.week < 10 ? "0" : "")\($0.week)" } ?? "",
      channelIsHidden ? "" : channel.label,
      hiddenKeys.contains(FigureKey.sender(sender)) ? "" : sender, "",
    ])
    return Array(row.utf8.dropLast(2))
  }

  private static func decimal(_ value: Double) -> String {
    let scaled = Int((value * 10_000).rounded())
    let digits = String(scaled)
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return padded.dropLast(4) + "." + padded.suffix(4)
  }
}
