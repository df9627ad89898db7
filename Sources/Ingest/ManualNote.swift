import DialogueModel

/// An official's notes from a meeting (*minnesanteckning*), read from a Markdown file.
///
/// The file begins with lines `key: value` (aktivitet, datum, plats, antecknare, deltagare),
/// ended by a blank line. After that each list item is one viewpoint, and may carry marks:
/// `[grupp: age=65-79]` declares a group, `[x3]` says that three people said it. Headings are
/// allowed. Other lines outside the list are left out, with a finding that says how many.
public struct ManualNote: Sendable, Equatable {
  /// The key of the activity.
  public var activity: String?
  /// The day of the activity.
  public var date: CalendarDate?
  /// Where it was.
  public var place: String?
  /// Who took the notes, by role.
  public var noteTaker: String?
  /// The number of participants.
  public var participants: Int?
  /// The viewpoints.
  public var items: [Item]

  /// One viewpoint of a note.
  public struct Item: Sendable, Equatable {
    /// The line on which the item begins.
    public var line: Int
    /// The official's words, without the marks.
    public var text: String
    /// Declared groups, by dimension.
    public var groups: [String: String]
    /// How many people said it.
    public var times: Int
  }

  /// Reads a note.
  public static func read(_ text: String, file: String) -> (note: ManualNote, findings: [Finding]) {
    var reader = NoteParser(file: file)
    // Lines end in LF, CRLF or CR; Swift sees CRLF as one character.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() { reader.read(line, number: index + 1) }
    return reader.finish()
  }
}

private struct NoteParser {
  let file: String
  var note = ManualNote(items: [])
  var findings: [Finding] = []
  var inHeader = true
  var sawHeader = false
  var open: ManualNote.Item?
  var looseLines: [Int] = []

  init(file: String) { self.file = file }

  mutating func read(_ line: Substring, number: Int) {
    let trimmed = line.trimmed
    if inHeader {
      if trimmed.isEmpty {
        if sawHeader { inHeader = false }
        return
      }
      if let colon = trimmed.firstIndex(of: ":"), !trimmed.hasPrefix("-"), !trimmed.hasPrefix("#") {
        header(
          trimmed[..<colon].trimmed.lowercased(), trimmed[trimmed.index(after: colon)...].trimmed,
          number)
        sawHeader = true
        return
      }
      inHeader = false
    }
    if let mark = trimmed.first, "-*+•".contains(mark), trimmed.dropFirst().first == " " {
      close()
      open = ManualNote.Item(
        line: number, text: String(trimmed.dropFirst().trimmed), groups: [:], times: 1)
    } else if trimmed.isEmpty || trimmed.hasPrefix("#") {
      if trimmed.hasPrefix("#") { close() }
    } else if open != nil, line.first?.isWhitespace == true {
      open?.text += " " + trimmed
    } else {
      close()
      looseLines.append(number)
    }
  }

  private mutating func header(_ key: String, _ value: Substring, _ number: Int) {
    switch key {
    case "aktivitet", "activity": note.activity = String(value)
    case "datum", "date":
      note.date = CalendarDate(value)
      if note.date == nil { report(.notesHeader, number, "the date is not written as 2026-04-22") }
    case "plats", "place": note.place = String(value)
    case "antecknare", "note taker": note.noteTaker = String(value)
    case "deltagare", "antal deltagare", "participants":
      note.participants = Int(value)
      if note.participants == nil {
        report(.notesHeader, number, "the number of participants is not a whole number")
      }
    default:
      report(.notesHeader, number, "the header line has a key that is not known")
    }
  }

  private mutating func close() {
    guard var item = open else { return }
    open = nil
    while let start = item.text.lastIndex(of: "["), let end = item.text.lastIndex(of: "]"),
      start < end
    {
      let mark = item.text[item.text.index(after: start)..<end].trimmed
      if let times = Self.times(mark) {
        item.times = times
      } else if mark.lowercased().hasPrefix("grupp:") || mark.lowercased().hasPrefix("group:") {
        let pairs = mark.drop { $0 != ":" }.dropFirst().split(separator: ",")
        for pair in pairs {
          let halves = pair.split(separator: "=", maxSplits: 1)
          if halves.count == 2 {
            item.groups[String(halves[0].trimmed)] = String(halves[1].trimmed)
          } else {
            report(.notesItem, item.line, "the item has a group mark that cannot be read")
          }
        }
      } else {
        break  // brackets that are part of the text
      }
      item.text.removeSubrange(start...end)
      item.text = String(Substring(item.text).trimmed)
    }
    note.items.append(item)
  }

  private static func times(_ mark: Substring) -> Int? {
    guard let letter = mark.first, letter == "x" || letter == "X" || letter == "×",
      let times = Int(mark.dropFirst()), (1...100_000).contains(times)
    else { return nil }
    return times
  }

  mutating func finish() -> (note: ManualNote, findings: [Finding]) {
    close()
    for (name, isMissing) in [("aktivitet", note.activity == nil), ("datum", note.date == nil)]
    where isMissing {
      report(.notesHeader, 1, "the header has no readable line \"\(name)\"")
    }
    if let first = looseLines.first {
      findings.append(
        Finding(
          .notesItem, at: Place(file: file, line: first), severity: .note,
          "\(looseLines.count) lines stand outside the list, the first here",
          consequence: "They are not read as viewpoints.",
          remedy: "Begin each viewpoint with \"- \"; indent the lines that go on."))
    }
    return (note, findings)
  }

  private mutating func report(_ code: FindingCode, _ line: Int, _ summary: String) {
    findings.append(
      Finding(
        code, at: Place(file: file, line: line), summary,
        remedy: "Write the line as the page Files shows, and run again."))
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var part = self
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return part
  }
}
