import DialogueFiles
import DialogueModel
import Foundation
import Ingest
import TestSupport
import Testing

@Suite(.enabled(if: TestPlaces.corpus != nil, "\(TestPlaces.corpusMissing)"))
struct InspectionCorpusTests {
  /// What the corpus says of each file; its counts were taken with other programs.
  struct Expected: Sendable, CustomTestStringConvertible {
    let file: String
    let container: String
    let kind: InspectedFile.Kind
    let encoding: String
    let delimiter: String?
    let headerRows: Int?
    let records: Int
    let tool: String?
    let confidence: InspectedFile.Confidence

    var testDescription: String { file }

    static func csv(
      _ file: String, _ delimiter: String, _ rows: Int, _ records: Int, _ tool: String?,
      _ confidence: InspectedFile.Confidence, encoding: String = "utf-8",
      kind: InspectedFile.Kind = .submissions
    ) -> Expected {
      Expected(
        file: "csv/" + file, container: "csv", kind: kind, encoding: encoding,
        delimiter: delimiter, headerRows: rows, records: records, tool: tool,
        confidence: confidence)
    }

    static func xml(
      _ file: String, _ records: Int, _ tool: String, kind: InspectedFile.Kind = .submissions
    ) -> Expected {
      Expected(
        file: "xml/" + file, container: "xml", kind: kind, encoding: "utf-8", delimiter: nil,
        headerRows: nil, records: records, tool: tool, confidence: .certain)
    }
  }

  static let files: [Expected] = [
    .csv("limesurvey_de_semicolon_bom_fulltext.csv", ";", 1, 96, "LimeSurvey", .likely),
    // Nothing of LimeSurvey is left in it: its columns were removed by hand.
    .csv("limesurvey_de_tworow_semicolon_bom.csv", ";", 2, 45, nil, .none),
    .csv("qualtrics_three_header.csv", ",", 3, 1, "Qualtrics", .certain),
    .csv("qualtrics_legacy_two_header.csv", ",", 2, 1, "Qualtrics", .certain),
    .csv(
      "surveymonkey_two_header_starwars_cp1252.csv", ",", 2, 1186, "SurveyMonkey", .likely,
      encoding: "windows-1252"),
    .csv("decidim_accountability_import.csv", ",", 1, 2, "Decidim", .likely),
    .csv("decidim_bcn_meetings.csv", ",", 1, 410, nil, .none),
    .csv("consul_madrid_proposals_pandasindex.csv", ",", 1, 80, "CONSUL", .certain),
    .csv("consul_madrid_comments.csv", ",", 1, 5633, "CONSUL", .certain),
    .csv("polis_austria_de_comments.csv", ",", 1, 2138, "Pol.is", .certain),
    .csv(
      "polis_bowling_green_summary_keyvalue.csv", ",", 0, 9, "Pol.is", .certain, kind: .summary),
    .csv("tttc_hard_cases.csv", ",", 1, 22, nil, .none),
    .csv("tttc_missing_fields.csv", ",", 1, 17, nil, .none),
    .xml("openeplatform/smloader_flow-instance-lamna-synpunkt.xml", 1, "Open ePlatform"),
    .xml("openeplatform/smloader_flow-instance-lamna-synpunkt-anonymous.xml", 1, "Open ePlatform"),
    .xml("openeplatform/smloader_flow-instance-sundsvallsforslaget.xml", 1, "Open ePlatform"),
    .xml("openrosa/briefcase_all-data-types-submission.xml", 1, "OpenRosa"),
    .xml("openrosa/briefcase_choice-lists-submission.xml", 1, "OpenRosa"),
    .xml("openrosa/briefcase_form-with-special-chars.xml", 0, "OpenRosa", kind: .structure),
    .xml("openrosa/briefcase_nested-repeats-submission.xml", 1, "OpenRosa"),
    .xml("openrosa/briefcase_simple-form-case-sensitivity-submission.xml", 1, "OpenRosa"),
    .xml("orbeon/feedback_9eff34.xml", 1, "Orbeon Forms"),
    .xml("orbeon/public-records_e7fb0c.xml", 1, "Orbeon Forms"),
    .xml("limesurvey/survey_222232.lss", 0, "LimeSurvey", kind: .structure),
  ]

  private func file(_ name: String) throws -> InspectedFile {
    Pipelines.inspector.one(path: try #require(TestPlaces.corpus) + "/" + name, shownAs: name)
  }

  @Test func `Every file of the folders csv and xml is in the table`() throws {
    let folder = try #require(TestPlaces.corpus)
    var names: [String] = []
    for part in ["csv", "xml"] {
      let found = try #require(FileManager.default.enumerator(atPath: folder + "/" + part))
      for case let name as String in found where name.contains(".") {
        names.append("\(part)/\(name)")
      }
    }
    #expect(names.sorted() == Self.files.map(\.file).sorted())
  }

  @Test(arguments: files)
  func `A file is what the corpus says`(expected: Expected) throws {
    let found = try file(expected.file)
    #expect(found.container == expected.container)
    #expect(found.kind == expected.kind)
    #expect(found.encoding.name == expected.encoding)
    #expect(found.dialect?.delimiter == expected.delimiter)
    #expect(found.headerRows == expected.headerRows)
    #expect(found.records == expected.records)
    #expect(found.raggedRecords == 0)
    #expect(found.tool.name == expected.tool)
    #expect(found.tool.confidence == expected.confidence)
    #expect(!found.findings.contains { $0.severity == .error })
    #expect((found.source == nil) == (expected.kind != .submissions))
    #expect(found.sha256?.count == 64)
  }

  // A structure or a summary holds no one's answers, and its values are names too.
  @Test(arguments: files.filter { $0.kind == .submissions })
  func `No value of a cell is in the JSON`(expected: Expected) throws {
    let path = try #require(TestPlaces.corpus) + "/" + expected.file
    let found = try file(expected.file)
    let json = try found.json
    let values =
      expected.container == "csv" ? try CellValues.ofTable(path, found) : try CellValues.ofXML(path)
    let telling = values.filter { value in
      value.utf8.count >= 7 && value.contains(where: \.isLetter)
        // The same words may be a name, which is shown.
        && !found.columns.contains { $0.name.contains(value) }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    for value in telling {
      let quoted = try encoder.encode(value).dropFirst().dropLast()
      #expect(json.range(of: quoted) == nil, "a value of \(value.count) characters is shown")
    }
    #expect(!values.isEmpty, "there are values, or this test says nothing")
  }

  @Test func `Personal data is counted and not looked at`() throws {
    let polis = try file("csv/polis_austria_de_comments.csv")
    #expect(polis.dropped == ["author-id"])
    let forms = try file("xml/openeplatform/smloader_flow-instance-sundsvallsforslaget.xml")
    #expect(forms.dropped == ["Header/Poster", "Header/Owner", "Values/contact"])
    #expect(forms.source?.contact == ["Values/contact/**"])
    let orbeon = try file("xml/orbeon/feedback_9eff34.xml")
    #expect(
      orbeon.dropped == [
        "contact/first-name", "contact/last-name", "contact/email", "contact/phone",
      ])
    for column in (polis.columns + forms.columns + orbeon.columns) where column.role == .dropped {
      #expect(column.type == nil && column.distinct == nil && column.filled > 0)
    }
  }

  @Test func `The time, the identifier and the texts are found`() throws {
    let polis = try file("csv/polis_austria_de_comments.csv")
    #expect(polis.names(.id) == ["comment-id"])
    #expect(polis.names(.time) == ["timestamp"])
    #expect(polis.names(.text) == ["comment-body"])
    let lime = try file("csv/limesurvey_de_semicolon_bom_fulltext.csv")
    #expect(lime.columns.count == 317)
    #expect(lime.names(.id) == ["Antwort ID"])
    let stars = try file("csv/surveymonkey_two_header_starwars_cp1252.csv")
    #expect(stars.source?.background.map(\.dimension) == ["age", "sex"])
    #expect(stars.names(.closed).count == 35)
    let form = try file("xml/openeplatform/smloader_flow-instance-lamna-synpunkt.xml")
    #expect(form.source?.text == ["Values/title", "Values/description"])
    #expect(form.names(.anonymity) == ["Values/reportType"])
    let rosa = try file("xml/openrosa/briefcase_nested-repeats-submission.xml")
    #expect(rosa.names(.id) == ["meta/instanceID"])
  }

  @Test func `The order of day and month is told from the whole column`() throws {
    let meetings = try file("csv/decidim_bcn_meetings.csv")
    #expect(try meetings.column("Data").dateOrder == .dayMonthYear)
    #expect(meetings.source?.dateOrder == .dayMonthYear)
    #expect(meetings.codes == [])
    let results = try file("csv/decidim_accountability_import.csv")
    #expect(try results.column("start_date").dateOrder == nil)
    #expect(try results.column("end_date").dateOrder == .dayMonthYear)
  }

  private static let hostile: [String] = {
    guard let corpus = TestPlaces.corpus else { return [] }
    return ["hostile/csv", "hostile/xml"].flatMap { folder in
      let names = try? FileManager.default.contentsOfDirectory(atPath: corpus + "/" + folder)
      return (names ?? []).sorted().map { folder + "/" + $0 }
    }
  }()

  @Test(arguments: hostile)
  func `A hostile file is described or refused`(name: String) throws {
    let found = try file(name)
    #expect(found.sha256?.count == 64)
    let json = String(decoding: try found.json, as: UTF8.self)
    #expect(!json.contains("hahaha") && !json.contains("some internal data"))
    if found.kind == .unknown { #expect(!found.findings.isEmpty, "and it says why") }
    if found.xml?.hasDocumentType == true { #expect(found.codes == ["xml.document-type"]) }
  }

  @Test func `All hostile files are here`() { #expect(Self.hostile.count == 63) }
}
