import DialogueModel
import Foundation
import Ingest
import TestSupport
import Testing

@Suite struct InspectionFileTests {
  @Test func `A file that is not there is said to be missing`() throws {
    let file = Pipelines.inspector.one(path: "/finns/inte.csv", shownAs: "inte.csv")
    #expect(file.sha256 == nil)
    #expect(file.container == "unknown")
    #expect(file.codes == ["file.missing"])
    #expect(file.findings[0].place.file == "inte.csv")
  }

  @Test func `A folder and an empty file are said to be that`() throws {
    let folder = try TestPlaces.withFolder { Pipelines.inspector.one(path: $0) }
    #expect(folder.codes == ["file.unreadable"])
    let empty = try inspect("")
    #expect(empty.container == "empty" && empty.codes == ["file.empty"])
    #expect(
      empty.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `The hash is that of every byte, also where the reading stopped`() throws {
    let text = "id;Fråga\r\n1;abc\r\n"
    // sha256sum of the same bytes.
    #expect(
      try inspect(text).sha256
        == "ba9639d8a045ac572d94c5e7d531a4174be2cc61c5ac44d9b95c431dbf95ba6e")
  }

  private static let others: [(bytes: [UInt8], container: String, code: String)] = [
    // Beginnings of archives without their directory, which stands at the end.
    (Array("PK\u{3}\u{4}....xl/workbook.xml".utf8), "zip archive", "archive.unreadable"),
    (Array("PK\u{3}\u{4}....annat.bin".utf8), "zip archive", "archive.unreadable"),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600),
      "OLE", "archive.unreadable"
    ),
    (Array("%PDF-1.7 ...".utf8), "PDF document", "file.binary"),
  ]

  @Test(arguments: others)
  func `A file that is no text is named for what it is`(
    bytes: [UInt8], container: String, code: String
  ) throws {
    let file = try inspect(bytes)
    #expect(file.container.contains(container))
    #expect(file.kind == .unknown)
    #expect(file.encoding.name == nil)
    #expect(file.codes == [code])
    #expect(file.sha256?.count == 64)
  }

  private static let encodings: [(encoding: String.Encoding?, mark: [UInt8], name: String)] = [
    (.utf8, [], "utf-8"), (.utf8, [0xEF, 0xBB, 0xBF], "utf-8"),
    (.isoLatin1, [], "iso-8859-1"), (nil, [], "macintosh"),
    (.utf16LittleEndian, [0xFF, 0xFE], "utf-16le"), (.utf16BigEndian, [0xFE, 0xFF], "utf-16be"),
    (.windowsCP1252, [], "windows-1252"),
  ]

  /// The letters of the text below as Mac OS Roman has them; Foundation writes others on Linux.
  private static func macRoman(_ text: String) -> Data {
    let letters: [Unicode.Scalar: UInt8] = ["å": 0x8C, "ä": 0x8A, "ö": 0x9A]
    return Data(text.unicodeScalars.map { letters[$0] ?? UInt8($0.value) })
  }

  @Test(arguments: encodings)
  func `The columns are the same in every encoding`(
    encoding: String.Encoding?, mark: [UInt8], name: String
  ) throws {
    // The quotation marks have bytes of their own in windows-1252 only.
    let quoted = encoding == .windowsCP1252 ? "”räcker” " : ""
    let text = table(
      ["id", "Vad behövs på vägen?"],
      [["1", "\(quoted)Ljus på gångvägen, så att man ser"], ["2", "Gör något åt älgarna"]])
    let data = try encoding.map { try #require(text.data(using: $0)) } ?? Self.macRoman(text)
    let file = try inspect(mark + Array(data))
    #expect(file.encoding.name == name)
    #expect(!file.encoding.evidence.isEmpty)
    #expect(file.names(.text) == ["Vad behövs på vägen?"])
    #expect(file.records == 2)
    #expect(try file.column("Vad behövs på vägen?").form.contains("\(33 + quoted.count) char"))
  }

  @Test func `A note is known by its header and not by its name`() throws {
    let file = try inspect(
      """
      aktivitet: bygdegarden
      datum: 2026-04-22
      deltagare: 34

      # Rubrik

      - Fler bänkar vid kyrkan [x3]
      - Mer ljus [grupp: age=65-79]
        på gångvägen
      """)
    #expect(file.container == "notes" && file.kind == .submissions)
    #expect(file.records == 2)
    #expect(file.notes?.headerKeys == ["aktivitet", "datum", "deltagare"])
    #expect(file.notes?.itemsWithGroup == 1)
    #expect(file.notes?.itemsSaidByMany == 1)
    #expect(file.tool.profile == "notes" && file.tool.confidence == .certain)
    #expect(file.source?.yaml(path: "n.md") == "- path: n.md\n  profile: notes\n  channel: moten\n")
    let json = String(decoding: try file.json, as: UTF8.self)
    #expect(!json.contains("bänkar") && !json.contains("bygdegarden"))
    let list = try inspect("Att göra:\n\n- Köp mjölk\n- Ring\n")
    #expect(list.container != "notes")
    let incomplete = try inspect("plats: Råda\n\n- Mer ljus\n")
    #expect(incomplete.container == "notes" && incomplete.tool.confidence == .likely)
    #expect(incomplete.codes.contains("notes.header"))
  }

  @Test func `The same bytes give the same JSON`() throws {
    let path = TestPlaces.package + "/samples/skolskjuts-rada/inputs/webbenkat.csv"
    let first = try Pipelines.inspector.one(path: path).json
    #expect(try Pipelines.inspector.one(path: path).json == first)
  }
}

@Suite struct InspectionJSONTests {
  private func object(_ file: InspectedFile) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: file.json) as? [String: Any])
  }

  /// The names that the design promises to programs.
  private static let promised: Set<String> = [
    "path", "sha256", "container", "kind", "encoding", "delimiter", "quote", "headerRows",
    "records", "tool", "columns", "findings",
  ]
  private static let beside: Set<String> = [
    "size", "lineEnd", "dialectEvidence", "headerEvidence", "raggedRecords", "firstRaggedLine",
    "xml", "notes", "dropped", "source", "packing", "sheet", "sheets", "sample",
  ]

  @Test func `The field names are those that programs rely on`() throws {
    let text = table(["id", "e-post", "Fråga"], [["1", "a@example.se", "Ett svar som är långt"]])
    let file = try object(inspect(text))
    #expect(Set(file.keys) == Self.promised.union(Self.beside))
    let encoding = try #require(file["encoding"] as? [String: Any])
    #expect(Set(encoding.keys) == ["name", "evidence", "candidates"])
    let tool = try #require(file["tool"] as? [String: Any])
    #expect(Set(tool.keys) == ["name", "profile", "confidence", "why"])
    let columns = try #require(file["columns"] as? [[String: Any]])
    let names: Set<String> = [
      "name", "role", "type", "filled", "distinct", "position", "dimension", "why",
      "distinctIsExact", "form", "dateOrder", "examples",
    ]
    #expect(columns.count == 3)
    #expect(columns.allSatisfy { Set($0.keys) == names })
    #expect(file["delimiter"] as? String == ";")
    #expect(file["quote"] as? String == "\"")
    #expect(file["headerRows"] as? Int == 1)
    #expect(file["records"] as? Int == 1)
    #expect(file["kind"] as? String == "submissions")
    #expect(tool["name"] is NSNull)
    #expect(tool["confidence"] as? String == "none")
    #expect(columns[0]["role"] as? String == "id")
    #expect(columns[1]["role"] as? String == "dropped")
    #expect(columns[1]["type"] is NSNull && columns[1]["distinct"] is NSNull)
    #expect(columns[2]["type"] as? String == "text")
  }

  @Test func `What a file does not have is null`() throws {
    let xml = try object(inspect("<a><b>c</b></a>"))
    #expect(Set(xml.keys) == Self.promised.union(Self.beside))
    for name in ["delimiter", "quote", "headerRows", "notes"] { #expect(xml[name] is NSNull) }
    #expect((xml["xml"] as? [String: Any])?["root"] as? String == "a")
    let missing = try object(Pipelines.inspector.one(path: "/finns/inte"))
    #expect(Set(missing.keys) == Self.promised.union(Self.beside))
    #expect(missing["sha256"] is NSNull)
    let findings = try #require(missing["findings"] as? [[String: Any]])
    #expect(findings.count == 1)
    #expect(findings[0]["code"] as? String == "file.missing")
    #expect(findings[0]["severity"] as? String == "error")
  }
}
