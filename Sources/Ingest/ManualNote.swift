import DialogueModel

/// An official's notes from a meeting (*minnesanteckning*), read from a Markdown file.
///
/// The file begins with lines `key: value` (aktivitet, datum, plats, antecknare, deltagare),
/// ended by a blank line. After that each list item is one viewpoint, and may carry marks:
/// `[grupp: age=65-79]` declares a group, `[x3]` says that three people said it. An item begins
/// with `-`, `*`, `+` or `•`, with a number of up to three digits as in `1.` or `1)`, or with a
/// letter as in `a)`, and a blank. Headings are allowed. Other lines outside the list are left
/// out, with a finding that says how many.
///
/// The caller sees to it that the text is not too large; of what is in it, a finding says what is
/// beyond ``mostItems`` and ``largestItem``. Of the findings about header and marks, the first 20
/// of each kind are told, and then how many more there are.
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

  /// The most viewpoints that are read from one note: 100,000.
  public static let mostItems = 100_000
  /// The most bytes in one viewpoint as UTF-8, its marks included: 262,144.
  ///
  /// A longer one is left out as a whole; it is a sign of a file that is no list.
  public static let largestItem = 1 << 18

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
    // Lines end in LF, CRLF or CR; Swift sees CRLF as one character. One line at a time: an array
    // of them all would take thirty times the memory of a text of line ends.
    var rest = text[...]
    var number = 1
    while let end = rest.firstIndex(where: \.isNewline) {
      reader.read(rest[..<end], number: number)
      rest = rest[rest.index(after: end)...]
      number += 1
    }
    reader.read(rest, number: number)
    return reader.finish()
  }

  /// What stands after the mark of a list item, or `nil` when the line begins with none.
  static func afterMark(_ line: Substring) -> Substring? {
    guard let first = line.first else { return nil }
    var rest = line.dropFirst()
    // Among them what Word writes when a list is saved as text.
    if !"-*+•·▪◦‣–—\u{F0B7}".contains(first) {
      var end: Set<Character> = [")"]
      if first.isASCIIDigit {
        for _ in 0..<2 where rest.first?.isASCIIDigit == true { rest.removeFirst() }
        end.insert(".")
      } else if !first.isLetter {
        return nil
      }
      guard let last = rest.popFirst(), end.contains(last) else { return nil }
    }
    guard let blank = rest.first, blank == " " || blank == "\t" else { return nil }
    return rest.trimmed
  }
}

private struct NoteParser {
  let file: String
  var note = ManualNote(items: [])
  var findings: [Finding] = []
  var inHeader = true
  var sawHeader = false
  var open: ManualNote.Item?
  var openIsTooLong = false
  var looseLines = Tally()
  var itemsLeftOut = Tally()
  // Findings of each code that were told, and those beyond.
  var told: [FindingCode: Int] = [:]
  var untold: [FindingCode: Tally] = [:]

  private static let mostTold = 20

  // How many, and the line of the first.
  struct Tally {
    var count = 0
    var line = 0

    mutating func add(_ line: Int) {
      if count == 0 { self.line = line }
      count += 1
    }
  }

  init(file: String) { self.file = file }

  mutating func read(_ line: Substring, number: Int) {
    let trimmed = line.trimmed
    if inHeader {
      if trimmed.isEmpty {
        if sawHeader { inHeader = false }
        return
      }
      if let colon = trimmed.firstIndex(of: ":"), ManualNote.afterMark(trimmed) == nil,
        !trimmed.hasPrefix("-"), !trimmed.hasPrefix("#")
      {
        header(
          trimmed[..<colon].trimmed.lowercased(), trimmed[trimmed.index(after: colon)...].trimmed,
          number)
        sawHeader = true
        return
      }
      inHeader = false
    }
    if let text = ManualNote.afterMark(trimmed) {
      close()
      open = ManualNote.Item(line: number, text: "", groups: [:], times: 1)
      extend(text, with: "")
    } else if trimmed.isEmpty || trimmed.hasPrefix("#") {
      if trimmed.hasPrefix("#") { close() }
    } else if open != nil, line.first?.isWhitespace == true {
      extend(trimmed, with: " ")
    } else {
      close()
      looseLines.add(number)
    }
  }

  private mutating func extend(_ text: Substring, with separator: String) {
    let length = (open?.text.utf8.count ?? 0) + separator.utf8.count + text.utf8.count
    guard !openIsTooLong, length <= ManualNote.largestItem else {
      openIsTooLong = true
      return
    }
    open?.text += separator
    open?.text += text
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
    defer { openIsTooLong = false }
    guard note.items.count < ManualNote.mostItems else { return itemsLeftOut.add(item.line) }
    if openIsTooLong {
      return report(
        .notesItem, item.line, "the item is longer than \(ManualNote.largestItem) bytes",
        consequence: "It is not read as a viewpoint.")
    }
    // From the last mark to the first; what stands behind a mark has no brackets. A number has to
    // stand last, since "[x3]" inside a sentence may be part of it.
    var rest = item.text[...]
    var behind: [Substring] = []
    while let start = rest.lastIndex(of: "["), let end = rest.lastIndex(of: "]"), start < end {
      let mark = rest[rest.index(after: start)..<end].trimmed
      let after = rest[rest.index(after: end)...]
      let isLast = after.trimmed.isEmpty && behind.allSatisfy { $0.trimmed.isEmpty }
      if isLast, let times = Self.times(mark) {
        item.times = times
      } else if mark.lowercased().hasPrefix("grupp:") || mark.lowercased().hasPrefix("group:") {
        readGroups(mark, into: &item)
      } else {
        if Self.looksLikeTimes(mark) {
          report(
            .notesItem, item.line, "the item has a number mark that cannot be read, or is not last",
            consequence: "It counts once, and the mark is left in the text.")
        }
        break  // brackets that are part of the text
      }
      behind.append(after)
      rest = rest[..<start]
    }
    item.text = String((String(rest) + behind.reversed().joined())[...].trimmed)
    note.items.append(item)
  }

  private mutating func readGroups(_ mark: Substring, into item: inout ManualNote.Item) {
    for pair in mark.drop(while: { $0 != ":" }).dropFirst().split(separator: ",") {
      let halves = pair.split(separator: "=", maxSplits: 1)
      if halves.count == 2 {
        item.groups[String(halves[0].trimmed)] = String(halves[1].trimmed)
      } else {
        report(.notesItem, item.line, "the item has a group mark that cannot be read")
      }
    }
  }

  private static func looksLikeTimes(_ mark: Substring) -> Bool {
    guard let letter = mark.first, "xX×".contains(letter) else { return false }
    let rest = mark.dropFirst()
    return rest.contains(where: \.isNumber)
      && rest.allSatisfy { $0.isNumber || $0.isWhitespace || $0 == "-" }
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
      tell(.notesHeader, 1, "the header has no readable line \"\(name)\"")
    }
    for (code, more) in untold.sorted(by: { $0.value.line < $1.value.line }) {
      findings.append(
        Finding(
          code, at: Place(file: file, line: more.line),
          "\(more.count) more lines or marks cannot be read, the first here",
          remedy: "See that the file is a note as the page Files shows."))
    }
    if itemsLeftOut.count > 0 {
      findings.append(
        Finding(
          .notesItem, at: Place(file: file, line: itemsLeftOut.line),
          "\(itemsLeftOut.count) items stand after the first \(ManualNote.mostItems), which are"
            + " the most that a note can have",
          consequence: "They are not read as viewpoints.",
          remedy: "Divide the note, or see that the right file is named."))
    }
    if looseLines.count > 0 {
      findings.append(
        Finding(
          .notesItem, at: Place(file: file, line: looseLines.line),
          "\(looseLines.count) lines stand outside the list, the first here",
          consequence: "They are not read as viewpoints.",
          remedy: "Begin each viewpoint with \"- \"; indent the lines that go on."))
    }
    return (note, findings)
  }

  private mutating func report(
    _ code: FindingCode, _ line: Int, _ summary: String, consequence: String = ""
  ) {
    guard told[code, default: 0] < Self.mostTold else {
      untold[code, default: Tally()].add(line)
      return
    }
    told[code, default: 0] += 1
    tell(code, line, summary, consequence: consequence)
  }

  private mutating func tell(
    _ code: FindingCode, _ line: Int, _ summary: String, consequence: String = ""
  ) {
    findings.append(
      Finding(
        code, at: Place(file: file, line: line), summary, consequence: consequence,
        remedy: "Write the line as the page Files shows, and run again."))
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var part = self
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return part
  }
}
