import DialogueModel
import Records

/// A file of manual notes as a source: each list item is a record.
final class NotesSource: SourceReader {
  private let note: ManualNote
  private let layout: SourceLayout
  private var isTaken = false

  private init(note: ManualNote, layout: SourceLayout) {
    self.note = note
    self.layout = layout
  }

  static func open(
    _ file: SourceFile, _ input: SourceInput
  ) throws(SourceError) -> (OpenedSource?, [Finding]) {
    let (found, encodingFindings) = try SourceOpener.encoding(of: file, input.file)
    var findings = encodingFindings
    guard let found, let encoding = found.encoding else { return (nil, findings) }
    let (hash, takesBytes) = input.hash()
    let source = UTF8Source(
      file: input.file, encoding: encoding, byteOrderMarkLength: found.byteOrderMarkLength
    ) { if takesBytes { hash.add($0) } }
    guard let text = try wholeText(source) else {
      findings.append(
        Finding(
          .csvRecordTooLong, at: Place(file: file.path), "the note is larger than 16 MiB",
          consequence: "It is not read.", remedy: "See that the right file is named."))
      return (nil, findings)
    }
    let (note, noteFindings) = ManualNote.read(text, file: file.path)
    findings += noteFindings
    if note.items.isEmpty {
      findings.append(SourceOpener.empty(file, "the note has no list item"))
    }
    var layout = SourceLayout()
    layout.text = [SourceLayout.Column(index: layout.nextColumn(), name: "punkt")]
    layout.times = layout.nextColumn()
    for dimension in Set(note.items.flatMap(\.groups.keys)).sorted() {
      layout.background.append(
        SourceLayout.Column(index: layout.nextColumn(), name: dimension))
    }
    let opened = OpenedSource(
      file: file, layout: layout, encoding: encoding.name, day: note.date?.daysSince1970,
      activity: note.activity, findings: findings,
      reader: NotesSource(note: note, layout: layout), hash: hash)
    return (opened, findings)
  }

  private static func wholeText(_ source: UTF8Source) throws(SourceError) -> String? {
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { buffer.deallocate() }
    while true {
      let count = try source.read(into: buffer)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > 16 << 20 { return nil }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func take(into work: SourceWork, from source: OpenedSource) throws(SourceError) -> Bool {
    guard !isTaken else { return false }
    isTaken = true
    work.prepare(for: source) { nil }
    work.needsParsing = false
    let batch = work.batch
    func put(_ text: String, _ column: Int) {
      var text = text
      text.withUTF8 { batch.columns[column].append($0) }
    }
    for item in note.items {
      if let column = layout.text.first { put(item.text, column.index) }
      if let times = layout.times { put(String(item.times), times) }
      for column in layout.background { put(item.groups[column.name] ?? "", column.index) }
      batch.endRecord(line: item.line, fieldCount: layout.columnCount)
    }
    return true
  }

  func closingFindings(_ path: String) -> [Finding] { [] }

  var unmapped: [String] { [] }
}
