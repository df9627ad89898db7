import DialogueModel
import Foundation
import Ingest
import Records
import TestSupport
import Testing

/// The same table in every encoding, with every delimiter and line end, gives the same records.
@Suite struct TranscodingTests {
  private static let rows = [
    ["Nr", "Tid", "Synpunkt", "Ålder"],
    [
      "1", "2026-03-01 10:00:00", "Bussen är ofta försenad, särskilt på morgnarna när det är kallt",
      "",
    ],
    [
      "2", "2026-03-02 11:30:00", "Skolskjutsen borde gå \"hela\" vägen; även till Ekshärad",
      "16–24",
    ],
    [
      "3", "2026-03-03 12:00:00", "Två rader:\nden första och den andra, båda på svenska",
      "över 80",
    ],
    [
      "4", "2026-03-04 12:00:00", "ÖVERGÅNGSSTÄLLET VID ÄLVEN ÄR FARLIGT | det vet alla här",
      "Åtta",
    ],
  ]

  struct Form: Sendable, CustomTestStringConvertible {
    let encoding: TextEncoding
    let hasMark: Bool
    let delimiter: String
    let lineEnd: String

    var testDescription: String {
      let ends = lineEnd == "\r\n" ? "CRLF" : lineEnd == "\n" ? "LF" : "CR"
      let mark = hasMark ? " with a mark" : ""
      return "\(encoding)\(mark) \(delimiter == "\t" ? "tab" : delimiter) \(ends)"
    }
  }

  static let forms: [Form] = TextEncoding.all.flatMap { encoding in
    let isWide = encoding.name.hasPrefix("utf")
    return (isWide ? [false, true] : [false]).flatMap { hasMark in
      [";", ",", "\t", "|"].flatMap { delimiter in
        ["\n", "\r\n", "\r"].map {
          Form(encoding: encoding, hasMark: hasMark, delimiter: delimiter, lineEnd: $0)
        }
      }
    }
  }

  /// The table as text; an en dash is not in every encoding, so a hyphen takes its place there.
  private static func text(_ form: Form, _ rows: [[String]]) -> String {
    rows.map { row in
      row.map { cell in
        let isPlain = !cell.contains { "\"\n\(form.delimiter)".contains($0) }
        return isPlain ? cell : "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
      }.joined(separator: form.delimiter) + form.lineEnd
    }.joined()
  }

  @Test(arguments: forms)
  func `the same submissions come out`(form: Form) throws {
    let fits = form.encoding.encode("–") != nil
    let rows =
      fits
      ? Self.rows
      : Self.rows.map { $0.map { $0.replacingOccurrences(of: "–", with: "-") } }
    let bytes = try #require(
      form.encoding.encode(Self.text(form, rows), byteOrderMark: form.hasMark))
    for declared in [nil, form.encoding.name] {
      let read = try TestPlaces.withFolder { folder in
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/svar.csv"))
        var declaration = SourceDeclaration(path: "svar.csv", profile: "t", channel: "k")
        declaration.encoding = declared
        declaration.id = "Nr"
        declaration.time = "Tid"
        declaration.text = ["Synpunkt"]
        declaration.closed = ["Ålder"]
        let file = SourceFile(
          path: "svar.csv", absolutePath: folder + "/svar.csv", declaration: declaration,
          profile: SourceProfile(id: "t", label: "t", container: .csv))
        let (opened, findings) = try SourceOpener(blockSize: 100).open(file)
        #expect(findings.filter { $0.severity == .error }.map(\.summary) == [])
        let source = try #require(opened)
        let work = SourceWork()
        var records: [[String]] = []
        while try source.take(into: work) {
          work.parse()
          #expect(work.batch.problems.isEmpty && work.batch.undelivered.isEmpty)
          for record in 0..<work.batch.count {
            records.append(
              (0..<work.batch.columnCount).map { work.batch.string(column: $0, record: record) })
          }
        }
        return records
      }
      #expect(read == Array(rows.dropFirst()))
    }
  }
}
