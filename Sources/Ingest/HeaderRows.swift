import DialogueModel

/// The header of a table: how many rows it has, and the name of each column.
struct TableHeader: Equatable {
  /// The number of header rows.
  var rows: Int
  /// The name of each column.
  var names: [String]
  /// What the number was told by, in one line.
  var why: String
}

/// Tells a table's header rows from its records, and makes one name for each column of them.
///
/// A run and an inspection ask here alike, so that both see the same columns.
enum HeaderRows {
  /// The number of rows that are looked at.
  static let rowsLookedAt = 64
  /// What stands between the parts of a name that is made of several rows.
  static let separator = " › "

  /// Reads the header.
  ///
  /// What dialogue.yaml declares counts. Else it is the first way of the profile that the rows
  /// show, then what the rows tell by themselves, and then the way that the profile has for a
  /// table that shows nothing.
  ///
  /// - Parameters:
  ///   - first: The first rows of the table, header rows and records alike, 64 of them at most.
  ///   - declared: The number of header rows that dialogue.yaml says.
  ///   - profile: The profile of the tool.
  /// - Returns: The header; of no rows, one row without names.
  static func read(
    _ first: [[String]], declared: Int?, profile: SourceProfile
  ) -> TableHeader {
    let titles = titleRows(first, profile)
    guard titles > 0, titles < declared ?? Int.max else {
      return readTable(first, declared: declared, profile: profile)
    }
    var header = readTable(
      Array(first.dropFirst(titles)), declared: declared.map { $0 - titles }, profile: profile)
    header.rows += titles
    header.why += titles == 1 ? ", below a title" : ", below \(titles) rows of a title"
    return header
  }

  /// The rows above the table in which only the first cell is filled, as somebody writes a title.
  ///
  /// The row below them has to be a header beyond doubt, since a record that is taken for one is
  /// lost: it names every column, and is the tool's own or has a name above a column of numbers or
  /// times.
  private static func titleRows(_ first: [[String]], _ profile: SourceProfile) -> Int {
    let filled = first.prefix(6).map { row in row.filter { !$0.isEmpty }.count }
    guard let top = filled.firstIndex(where: { $0 != 1 }), top > 0, filled[top] >= 2,
      first.prefix(top).allSatisfy({ $0.first?.isEmpty == false })
    else { return 0 }
    let names = first[top]
    let records = first.dropFirst(top + 1)
    let width = records.map(\.count).max() ?? names.count
    guard names.count >= width, !names.contains(where: HeaderContent.isValue),
      names.prefix(width).allSatisfy({ !$0.isEmpty })
    else { return 0 }
    if isKnown(FirstRows(Array(first.dropFirst(top))), profile) { return top }
    let isAboveValues = names.indices.contains { column in
      let cells = records.compactMap { column < $0.count ? $0[column] : nil }
        .filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy(HeaderContent.isValue)
    }
    return isAboveValues ? top : 0
  }

  private static func readTable(
    _ first: [[String]], declared: Int?, profile: SourceProfile
  ) -> TableHeader {
    let head = FirstRows(first)
    if let declared {
      let style =
        profile.headers.first { $0.rows == declared && shows($0, head, profile) }
        ?? profile.headers.first { $0.rows == declared } ?? plain(declared)
      return header(first, style, why: "dialogue.yaml says so")
    }
    guard let top = first.first else {
      return TableHeader(rows: 1, names: [], why: "the file has no row")
    }
    for style in profile.headers where style.needsSign && shows(style, head, profile) {
      return header(first, style, why: why(style, head))
    }
    if !isKnown(head, profile), HeaderContent.isData(top, others: first.dropFirst()) {
      return header(first, plain(0), why: "the first row has values and no names")
    }
    // One name alone, with blanks after it, asks no questions that go on.
    if first.count > 2, top.count(where: { !$0.isEmpty }) > 1,
      HeaderContent.continues(top, in: first[1]),
      record(before: 2, first, profile) == nil
    {
      return header(
        first, plain(2), why: "the first row has blanks where the second has names")
    }
    if let style = profile.headers.first(where: { !$0.needsSign }) {
      if style.rows > 1, let row = record(before: style.rows, first, profile) {
        return header(first, plain(row - 1), why: "row \(row) has values of a record")
      }
      return header(first, style, why: "as the tool writes it")
    }
    return header(first, plain(1), why: "the first row has names")
  }

  // MARK: How many rows

  private static func shows(
    _ style: HeaderStyle, _ head: FirstRows, _ profile: SourceProfile
  ) -> Bool {
    let first = head.rows
    guard style.needsSign, first.count >= style.rows else { return false }
    if !style.mark.isEmpty, style.mark.found(in: head) == nil { return false }
    if style.untimed, !isUntimed(style, first, profile) { return false }
    if style.unidentified, !isUnidentified(style, first, profile) { return false }
    return record(before: style.rows, first, profile) == nil
  }

  private static func isUnidentified(
    _ style: HeaderStyle, _ first: [[String]], _ profile: SourceProfile
  ) -> Bool {
    guard let place = places(profile.idColumns, first).first else { return false }
    let row = first[style.mark.row - 1]
    return (place >= row.count || row[place].isEmpty) && row.contains { !$0.isEmpty }
  }

  private static func why(_ style: HeaderStyle, _ head: FirstRows) -> String {
    let row = style.mark.row
    guard let found = style.mark.found(in: head) else {
      return style.untimed
        ? "row \(row) has words below the names of times"
        : "row \(row) has nothing below the identifier"
    }
    return "row \(row) has \(found.prefix(3).map(HeaderMap.short).joined(separator: ", "))"
  }

  /// The columns that the first row gives a name of the profile.
  private static func places(_ names: [String], _ first: [[String]]) -> [Int] {
    let known = Set(names.map(HeaderMap.fold))
    return (first.first ?? []).indices.filter { known.contains(HeaderMap.fold(first[0][$0])) }
  }

  private static func isUntimed(
    _ style: HeaderStyle, _ first: [[String]], _ profile: SourceProfile
  ) -> Bool {
    let row = first[style.mark.row - 1]
    let cells = places(profile.timeColumns, first).compactMap { $0 < row.count ? row[$0] : nil }
    return cells.count >= 2
      && cells.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isNumber) }
  }

  /// The first row after the top one, and before the end of the header, that has a time or a
  /// number where the tool has times and identifiers: it is a record and no header row.
  private static func record(
    before end: Int, _ first: [[String]], _ profile: SourceProfile
  ) -> Int? {
    guard end > 1 else { return nil }
    let places = places(profile.timeColumns + profile.idColumns, first)
    return (1..<min(end, first.count)).first { index in
      places.contains { $0 < first[index].count && HeaderContent.isValue(first[index][$0]) }
    }.map { $0 + 1 }
  }

  private static func isKnown(_ head: FirstRows, _ profile: SourceProfile) -> Bool {
    profile.recognise.contains { $0.mark.row == 1 && $0.mark.found(in: head) != nil }
  }

  // MARK: Names

  private static func plain(_ rows: Int) -> HeaderStyle {
    var style = HeaderStyle(rows: rows)
    style.continues = true
    return style
  }

  private static func header(
    _ first: [[String]], _ style: HeaderStyle, why: String
  ) -> TableHeader {
    guard style.rows > 0 else {
      let width = first.first?.count ?? 0
      return TableHeader(rows: 0, names: (0..<width).map { "kolumn \($0 + 1)" }, why: why)
    }
    let rows = Array(first.prefix(style.rows))
    return TableHeader(rows: style.rows, names: names(rows, style), why: why)
  }

  private static func names(_ rows: [[String]], _ style: HeaderStyle) -> [String] {
    let width = rows.map(\.count).max() ?? 0
    let used = (style.names.isEmpty ? Array(rows.indices) : style.names.map { $0 - 1 })
      .filter(rows.indices.contains)
    let silent = Set(style.silent.map(HeaderMap.fold))
    var going = Array(repeating: "", count: rows.count)
    return (0..<width).map { column in
      var parts: [String] = []
      for index in rows.indices {
        var cell = column < rows[index].count ? HeaderText.plain(rows[index][column]) : ""
        let isLast = index == rows.count - 1
        if isLast, silent.contains(HeaderMap.fold(cell)) { cell = "" }
        if !isLast, style.continues, cell.isEmpty {
          cell = going[index]
        }
        going[index] = cell
      }
      for index in used where !going[index].isEmpty {
        let cell = going[index]
        // Many tools repeat their own names in every row.
        if !parts.contains(where: { HeaderMap.fold($0) == HeaderMap.fold(cell) }) {
          parts.append(cell)
        }
      }
      return parts.joined(separator: separator)
    }
  }
}
