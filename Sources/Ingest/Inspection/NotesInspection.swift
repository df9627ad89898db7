import DialogueModel
import Foundation
import Records

/// Looks at a file of manual notes: the header block and the list.
struct NotesInspection {
  /// The keys of the header block that notes have, as they are written and as they are shown.
  private static let keys: [(written: [String], shown: String)] = [
    (["aktivitet", "activity"], "aktivitet"), (["datum", "date"], "datum"),
    (["plats", "place"], "plats"), (["antecknare", "note taker"], "antecknare"),
    (["deltagare", "antal deltagare", "participants"], "deltagare"),
  ]

  /// Whether a file begins with the header block of a note: two lines with keys of notes, or one
  /// and a list item in what follows.
  static func isNote(_ head: FileHead) -> Bool {
    let text = String(decoding: head.bytes, as: UTF8.self)
    var found = 0
    var hasItem = false
    for (number, line) in text.split(whereSeparator: \.isNewline).prefix(200).enumerated() {
      let line = number == 0 && line.hasPrefix("\u{FEFF}") ? line.dropFirst() : line
      if ManualNote.afterMark(line) != nil {
        hasItem = true
      } else if !hasItem, let colon = line.firstIndex(of: ":"), colon != line.startIndex {
        let key = line[..<colon].lowercased().trimmingCharacters(in: .whitespaces)
        if keys.contains(where: { $0.written.contains(key) }) { found += 1 }
      }
      // A note begins with its header.
      if found == 0, !line.allSatisfy(\.isWhitespace) { return false }
    }
    return found >= 2 || (found == 1 && hasItem)
  }

  /// The largest note that is read.
  private static let largest = 16 << 20

  func inspect(
    _ file: inout InspectedFile, _ input: SourceInput, _ found: EncodingFinding,
    _ encoding: TextEncoding
  ) throws(SourceError) {
    let (hash, takesBytes) = input.hash()
    let source = UTF8Source(
      file: input.file, encoding: encoding, byteOrderMarkLength: found.byteOrderMarkLength
    ) { if takesBytes { hash.add($0) } }
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { buffer.deallocate() }
    while bytes.count <= Self.largest {
      let count = try source.read(into: buffer)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    file.sha256 = try hash.finish()
    file.container = "notes"
    var tally = ProblemTally()
    tally.addFileProblems(found.problems)
    file.findings += tally.findings(file: file.path)
    guard bytes.count <= Self.largest else {
      file.findings.append(
        Finding(
          .csvRecordTooLong, at: Place(file: file.path), "the note is larger than 16 MiB",
          consequence: "It is not read.", remedy: "See that the right file is named."))
      return
    }
    let (note, findings) = ManualNote.read(
      String(decoding: bytes, as: UTF8.self), file: file.path)
    file.findings += findings
    conclude(&file, note)
  }

  private func conclude(_ file: inout InspectedFile, _ note: ManualNote) {
    let isFilled = [
      note.activity != nil, note.date != nil, note.place != nil, note.noteTaker != nil,
      note.participants != nil,
    ]
    file.kind = .submissions
    file.records = note.items.count
    file.notes = InspectedFile.NotesShape(
      items: note.items.count,
      headerKeys: zip(Self.keys, isFilled).filter(\.1).map(\.0.shown),
      itemsWithGroup: note.items.count { !$0.groups.isEmpty },
      itemsSaidByMany: note.items.count { $0.times > 1 })
    file.tool = InspectedFile.Tool(
      name: "manual note", profile: "notes",
      confidence: note.activity != nil && note.date != nil ? .certain : .likely,
      why: "a header block with the keys of a note")
    var statistics = ColumnStatistics()
    var budget = DistinctCounter.Budget()
    for item in note.items {
      var text = item.text
      text.withUTF8 { statistics.add($0, &budget, AnswerIndex([])) }
    }
    var column = InspectedFile.Column(
      name: "punkt", position: nil, role: .text, why: "each list item is one viewpoint",
      filled: statistics.filled)
    column.type = statistics.filled == 0 ? .empty : .text
    column.distinct = statistics.distinct.count
    column.isDistinctExact = statistics.distinct.isExact
    column.form =
      statistics.filled == 0
      ? "empty"
      : "free text, \(ValueForm.number(statistics.shortest))–"
        + "\(ValueForm.number(statistics.longest)) characters"
    file.columns = [column]
    file.source = ProposedSource(profile: "notes", channel: "moten")
  }
}
