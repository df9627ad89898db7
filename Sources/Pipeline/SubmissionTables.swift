import Annex
import CSVReading
import DialogueModel

/// `submissions.csv` of both editions: appendix A, without text and background.
///
/// They are written side by side, so that the list of submissions is gone through once.
struct SubmissionTables {
  /// Takes the next bytes of a file.
  typealias Append = ([UInt8]) throws -> Void

  let material: RunMaterial
  /// The numbers that the public annex hides, by key.
  let hiddenKeys: Set<String>
  /// The smallest count that is public.
  let smallestCount: Int

  /// Writes the tables.
  ///
  /// What the public annex hides of a submission is an empty cell. The rows are as many as the
  /// submissions, so there is none where that number is hidden.
  func write(internal appendInternal: Append, public appendPublic: Append) throws {
    let shape = material.shape
    let writer = CSVWriter()
    var full = ListRows(
      head: writer.row(["id", "week", "channel", "sender", "themes"]), prefix: shape.idPrefix,
      themes: shape.themes.map(\.id), middles: Middles(material))
    var short = ListRows(
      head: writer.row(["id", "themes"]), prefix: shape.idPrefix,
      themes: shape.themes.enumerated().map { index, theme in
        hides(theme, material.figures.themeSubmissions[index]) ? "" : theme.id
      }, middles: nil)
    let listsPublic = !hiddenKeys.contains(FigureKey.flow(.accepted))
    try material.listed.forEachItem { item in
      full.append(item)
      if full.isFull { try appendInternal(full.take()) }
      guard listsPublic else { return }
      short.append(item)
      if short.isFull { try appendPublic(short.take()) }
    }
    try appendInternal(full.take())
    try appendPublic(short.take())
  }

  private func hides(_ theme: Theme, _ count: Int) -> Bool {
    hiddenKeys.contains(FigureKey.themeSubmissions(theme.key))
      || (count > 0 && count < smallestCount)
  }
}

/// Rows of the list as bytes, in pieces of about a megabyte.
private struct ListRows {
  private var bytes: [UInt8]
  private let prefix: [UInt8]
  private let themes: [[UInt8]]
  private var middles: Middles?

  init(head: String, prefix: String, themes: [String], middles: Middles?) {
    bytes = Array(head.utf8)
    bytes.reserveCapacity(Self.piece + 4096)
    self.prefix = Array(prefix.utf8)
    self.themes = themes.map { Array($0.utf8) }
    self.middles = middles
  }

  private static let piece = 1 << 20

  var isFull: Bool { bytes.count >= Self.piece }

  /// The rows since the last piece.
  mutating func take() -> [UInt8] {
    let piece = bytes
    bytes.removeAll(keepingCapacity: true)
    return piece
  }

  mutating func append(_ item: SubmissionList.Item) {
    item.number.write(prefix: prefix, to: &bytes)
    if middles != nil {
      middles?.append(item, to: &bytes)
    } else {
      bytes.append(UInt8(ascii: ";"))
    }
    var isFirst = true
    for theme in item.themes where !themes[Int(theme)].isEmpty {
      if !isFirst { bytes.append(UInt8(ascii: " ")) }
      bytes += themes[Int(theme)]
      isFirst = false
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }
}

/// The cells for week, channel and sender, each combination made once.
private struct Middles {
  private let channels: [Channel]
  private let firstDay: Int
  private let days: Int
  private var made: [[UInt8]?]

  /// The longest span of days of which each has its words made once: ten years.
  private static let longestSpan = 3660

  init(_ material: RunMaterial) {
    channels = material.shape.channels
    let span = material.listed.daySpan ?? 0...0
    firstDay = span.lowerBound
    days = min(span.count, Self.longestSpan) + 1
    made = Array(repeating: nil, count: channels.count * 2 * days)
  }

  mutating func append(_ item: SubmissionList.Item, to bytes: inout [UInt8]) {
    // Days beyond the table have no place, and their words are made anew each time.
    let day = item.day.map { $0 - firstDay + 1 } ?? 0
    guard day < days else {
      bytes += words(item)
      return
    }
    let place = (item.channel * 2 + (item.isParaphrase ? 1 : 0)) * days + day
    if let known = made[place] {
      bytes += known
    } else {
      let new = words(item)
      made[place] = new
      bytes += new
    }
  }

  /// `;week;channel;sender;` as CSV.
  private func words(_ item: SubmissionList.Item) -> [UInt8] {
    let channel = channels[item.channel]
    let week = item.day.flatMap { CalendarDate(daysSince1970: $0) }?.isoWeek
    let row = CSVWriter().row([
      "", week.map { "\($0.year)-W\($0.week < 10 ? "0" : "")\($0.week)" } ?? "", channel.label,
      item.isParaphrase ? "minnesanteckning" : channel.sender, "",
    ])
    return Array(row.utf8.dropLast(2))
  }
}
