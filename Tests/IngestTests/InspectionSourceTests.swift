import DialogueFiles
import DialogueModel
import Foundation
import Ingest
import TestSupport
import Testing

/// The source that is proposed has to be one that the pipeline reads.
@Suite struct InspectionSourceTests {
  /// Reads a source block as a dialogue file would have it.
  private static func declaration(_ block: String) throws -> SourceDeclaration {
    let text = """
      dialogue: {id: a, title: A, type: medborgardialog, municipality: M, idPrefix: A26}
      case: {registryNumber: KS 1, title: T, decidingBody: Kommunfullmäktige}
      period: {from: 2026-01-01, through: 2026-12-31}
      codebook: codebook.yaml
      channels:
        - {id: webbenkat, label: W}
        - {id: e-tjanst, label: E}
        - {id: moten, label: M}
      sources:

      """ + block.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n") + "\n"
    let (file, findings) = DialogueFile.load(text: text, file: "dialogue.yaml")
    #expect(findings.filter { $0.severity == .error }.map(\.summary) == [])
    return try #require(file?.sources.first)
  }

  private static func open(_ path: String, _ file: InspectedFile) throws -> OpenedSource {
    let source = try #require(file.source)
    let declaration = try declaration(source.yaml(path: "inputs/fil"))
    #expect(declaration.text == source.text)
    #expect(declaration.closed == source.closed)
    #expect(declaration.contact == source.contact)
    #expect(
      declaration.background
        == Dictionary(uniqueKeysWithValues: source.background.map { ($0.dimension, $0.name) }))
    let profile = try #require(Pipelines.profiles.first { $0.id == declaration.profile })
    let opened = try SourceOpener().open(
      SourceFile(
        path: "inputs/fil", absolutePath: path, declaration: declaration, profile: profile))
    #expect(opened.findings.filter { $0.severity == .error }.map(\.summary) == [])
    let found = try #require(opened.source)
    #expect(found.layout.text.map(\.name) == source.text)
    #expect(found.layout.closed.count == source.closed.count)
    #expect(found.layout.background.count == source.background.count)
    return found
  }

  private static func count(_ source: OpenedSource) throws -> Int {
    let work = SourceWork()
    var records = 0
    while try source.take(into: work) {
      work.parse()
      records += work.batch.count + work.batch.undelivered.count
    }
    return records
  }

  @Test(
    arguments: [
      "inputs/webbenkat.csv", "inputs/foraldraenkat.csv", "inputs/e-tjanst/5092/88311.xml",
    ])
  func `The source proposed for a sample is read with all its columns`(name: String) throws {
    let path = TestPlaces.package + "/samples/skolskjuts-rada/" + name
    let file = Pipelines.inspector.one(path: path)
    #expect(try Self.count(Self.open(path, file)) == file.records)
  }

  @Test func `The sample's own source is found, background and all`() throws {
    let path = TestPlaces.package + "/samples/skolskjuts-rada/inputs/webbenkat.csv"
    let file = Pipelines.inspector.one(path: path)
    #expect(
      file.source?.yaml(path: "inputs/webbenkat.csv") == """
        - path: inputs/webbenkat.csv
          profile: limesurvey
          channel: webbenkat
          text: [G02Q01, G02Q02]
          closed: [G01Q01, G01Q02, G03Q04]
          background: {age: G03Q01, sex: G03Q02, place: G03Q03}

        """)
  }

  private static let corpus: [String] = {
    guard TestPlaces.corpus != nil else { return [] }
    // Two give nothing that could be counted, and the finding says so.
    let without = ["decidim_accountability", "choice-lists", "case-sensitivity"]
    return InspectionCorpusTests.files.filter { $0.kind == .submissions }.map(\.file).filter {
      name in !without.contains { name.contains($0) }
    }
  }()

  @Test(
    .enabled(if: TestPlaces.corpus != nil, "\(TestPlaces.corpusMissing)"),
    arguments: corpus)
  func `The source proposed for a real file is read with all its columns`(name: String) throws {
    let path = try #require(TestPlaces.corpus) + "/" + name
    let file = Pipelines.inspector.one(path: path)
    #expect(try Self.count(Self.open(path, file)) == file.records)
  }

  @Test func `Names that YAML would take for something else are quoted`() throws {
    let names = [
      "Ja: eller nej?", "- streck", "#1 fråga", "no", "null", "true", "1.5", "2026", "[a]", "{b}",
      "a, b", "\"citat\"", "it's", "*alla*", "&och", "!utrop", "%", "@", "`", "a # b", "a\\b", "~",
      "Vad tycker du?", "Åäö", "ord med blanksteg", "- ", "日本", "?", "|", ">", "\u{7}klocka",
    ]
    let answer = "Ett svar som är långt nog för fritext"
    // Names with a semicolon or a quote need quotes in the table too.
    func cell(_ text: String) -> String {
      "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
    let rows = (1...3).map { row in
      (["\(row)"] + names.map { "\(answer) \($0.count) \(row)" }).map(cell).joined(separator: ";")
    }
    let text =
      ((["id"] + names).map(cell).joined(separator: ";") + "\n")
      + rows.joined(separator: "\n") + "\n"
    try withFile(Array(text.utf8), named: "fil.csv") { path in
      let file = Pipelines.inspector.one(path: path)
      #expect(file.source?.text.count == names.count)
      let records = try Self.count(Self.open(path, file))
      #expect(records == 3)
    }
  }

  @Test func `A long list of columns is written one to a line`() throws {
    var header = ["id"]
    header += (1...8).map { "Vad tycker du om förslag nummer \($0)?" }
    let rows = (1...2).map { row in
      ["\(row)"] + (1...8).map { "Ett svar som är långt nog \($0) \(row)" }
    }
    let file = try inspect(table(header, rows))
    let yaml = try #require(file.source?.yaml(path: "a.csv"))
    #expect(yaml.contains("\n  text:\n    - \"Vad tycker du om förslag nummer 1?\"\n"))
    #expect(yaml.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `Two files of one source add up`() throws {
    var first = try #require(
      try inspect(table(["id", "A fråga", "Val"], Self.rows("Ja", "Nej"))).source)
    let second = try #require(
      try inspect(table(["id", "B fråga", "Val"], Self.rows("Ja", "Nej"))).source)
    first.merge(second)
    #expect(first.text == ["A fråga", "B fråga"])
    #expect(first.closed == ["Val"])
  }

  private static func rows(_ one: String, _ other: String) -> [[String]] {
    (1...6).map { ["\($0)", "Ett svar som är långt nog \($0)", $0 % 2 == 0 ? one : other] }
  }

  @Test func `Times that the profile would not read are said`() throws {
    let file = try inspect(
      table(["Timestamp", "Question"], [["9/6/2018 0:06:16", "x"], ["9/26/2018 1:00:00", "y"]]))
    #expect(file.names(.time) == ["Timestamp"])
    // The column shows the order, so the source says it.
    #expect(file.source?.dateOrder == .monthDayYear)
    #expect(file.source?.yaml(path: "f.csv").contains("  dateOrder: mdy\n") == true)
    #expect(!file.codes.contains("map.time-unreadable"))
    let either = try inspect(
      table(["Timestamp", "Question"], [["9/6/2018 0:06:16", "x"], ["9/7/2018 1:00:00", "y"]]))
    let finding = try #require(either.findings.first { $0.code == .mapTimeUnreadable })
    #expect(finding.remedy.contains("dateOrder: mdy"))
    #expect(either.source?.dateOrder == nil)
    let clear = try inspect(table(["Tidstämpel", "Fråga"], [["2023-09-29 14.54.27", "x"]]))
    #expect(!clear.codes.contains("map.time-unreadable"))
  }
}
