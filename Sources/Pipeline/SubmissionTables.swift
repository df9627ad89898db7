import Annex
import CSVReading
import DialogueModel
import Records

/// `submissions.csv` of both editions: appendix A, without text and background.
///
/// They are written side by side, so that the list of submissions is gone through once.
///
/// One of the files with unsafe code: it gives the rows on without copying them.
struct SubmissionTables {
  /// Takes the next bytes of a file; they are good for the call.
  typealias Append = (UnsafeRawBufferPointer) throws -> Void

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
      if full.isFull { try full.take(appendInternal) }
      guard listsPublic else { return }
      short.append(item)
      if short.isFull { try short.take(appendPublic) }
    }
    try full.take(appendInternal)
    try short.take(appendPublic)
  }

  private func hides(_ theme: Theme, _ count: Int) -> Bool {
    hiddenKeys.contains(FigureKey.themeSubmissions(theme.key))
      || (count > 0 && count < smallestCount)
  }
}

/// Rows of the list as bytes, in pieces of about a megabyte.
///
/// They are put together from columns of bytes, which no row has to hold and let go as arrays.
private struct ListRows: ~Copyable {
  private var bytes = ByteColumn(byteCapacity: Self.piece + 4096)
  private let prefix: [UInt8]
  private var themes = ByteColumn()
  private var middles: Middles?

  init(head: String, prefix: String, themes: [String], middles: consuming Middles?) {
    self.prefix = Array("\(prefix)-".utf8)
    self.middles = middles
    for theme in themes { Array(theme.utf8).withUnsafeBufferPointer { self.themes.append($0) } }
    Array(head.utf8).withUnsafeBufferPointer { bytes.extend($0) }
  }

  private static let piece = 1 << 20

  var isFull: Bool { bytes.byteCount >= Self.piece }

  /// Gives the rows since the last piece.
  mutating func take(_ append: SubmissionTables.Append) throws {
    bytes.close()
    try append(UnsafeRawBufferPointer(bytes.value(at: 0)))
    bytes.removeAll()
  }

  mutating func append(_ item: borrowing SubmissionList.Item) {
    for byte in prefix { bytes.extend(byte: byte) }
    item.number.forEachCharacter { bytes.extend(byte: $0) }
    if middles == nil {
      bytes.extend(byte: UInt8(ascii: ";"))
    } else {
      middles?.append(item, to: &bytes)
    }
    var isFirst = true
    for place in item.themes.indices {
      let theme = themes.value(at: Int(item.themes[place]))
      if theme.isEmpty { continue }
      if !isFirst { bytes.extend(byte: UInt8(ascii: " ")) }
      bytes.extend(theme)
      isFirst = false
    }
    bytes.extend(byte: 0x0D)
    bytes.extend(byte: 0x0A)
  }
}

/// The cells for week, channel and sender, each combination made once.
private struct Middles: ~Copyable {
  private let channels: [Channel]
  private let firstDay: Int
  private let days: Int
  private var made = ByteColumn()
  /// For each combination its place among those that are made, or -1.
  private var places: [Int32]

  /// The longest span of days of which each has its words made once: ten years.
  private static let longestSpan = 3660

  init(_ material: RunMaterial) {
    channels = material.shape.channels
    let span = material.listed.daySpan ?? 0...0
    firstDay = span.lowerBound
    days = min(span.count, Self.longestSpan) + 1
    places = Array(repeating: -1, count: channels.count * 2 * days)
  }

  mutating func append(_ item: borrowing SubmissionList.Item, to bytes: inout ByteColumn) {
    // Days beyond the table have no place, and their words are made anew each time.
    let day = item.day.map { $0 - firstDay + 1 } ?? 0
    guard day < days else {
      words(item).withUnsafeBufferPointer { bytes.extend($0) }
      return
    }
    let place = (item.channel * 2 + (item.isParaphrase ? 1 : 0)) * days + day
    if places[place] < 0 {
      places[place] = Int32(made.count)
      words(item).withUnsafeBufferPointer { made.append($0) }
    }
    bytes.extend(made.value(at: Int(places[place])))
  }

  /// `;week;channel;sender;` as CSV.
  private func words(_ item: borrowing SubmissionList.Item) -> [UInt8] {
    let channel = channels[item.channel]
    let week = item.day.flatMap { CalendarDate(daysSince1970: $0) }?.isoWeek
    let row = CSVWriter().row([
      "", week.map { "\($0.year)-W\($0.week < 10 ? "0" : "")\($0.week)" } ?? "", channel.label,
      item.isParaphrase ? "minnesanteckning" : channel.sender, "",
    ])
    return Array(row.utf8.dropLast(2))
  }
}
