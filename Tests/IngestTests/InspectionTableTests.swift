import Ingest
import Testing

@Suite struct InspectionTableTests {
  private static let answer = "Det behövs mer ljus vid hållplatsen"

  private static let tools:
    [(
      header: [String], tool: String?, confidence: InspectedFile.Confidence, profile: String
    )] = [
      (
        ["id", "submitdate", "lastpage", "startlanguage", "G01Q01"], "LimeSurvey", .certain,
        "limesurvey"
      ),
      (
        ["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ", "Fråga"],
        "LimeSurvey", .certain, "limesurvey"
      ),
      (["Antwort ID", "Frage [Ja]", "Frage [Nein]"], "LimeSurvey", .likely, "limesurvey"),
      (["nr", "G01Q01[SQ001]", "G01Q01[SQ002]"], "LimeSurvey", .likely, "limesurvey"),
      (["Tidstämpel", "Fråga"], "Google Forms", .certain, "google-forms"),
      (["Timestamp", "Question"], "Google Forms", .likely, "google-forms"),
      // Only Google writes the word with a capital first in the row.
      (["timestamp", "Question"], nil, .none, "generic-csv"),
      (["", "Tidstämpel", "Fråga"], "Google Forms", .certain, "google-forms"),
      (["", "id", "userId", "date", "text"], "CONSUL", .certain, "consul"),
      (
        ["ID", "Starttid", "Slutförandetid", "Fråga"], "Microsoft Forms", .certain,
        "microsoft-forms"
      ),
      (["id", "Fråga"], nil, .none, "generic-csv"),
    ]

  @Test(arguments: tools)
  func `The tool is told from the names of the columns`(
    header: [String], tool: String?, confidence: InspectedFile.Confidence, profile: String
  ) throws {
    let rows = (1...3).map { row in header.map { _ in "\(Self.answer) \(row)" } }
    let file = try inspect(table(header, rows))
    #expect(file.tool.name == tool)
    #expect(file.tool.confidence == confidence)
    #expect(file.tool.profile == profile)
    #expect(!file.tool.why.isEmpty)
    #expect(file.headerRows == 1)
    #expect(file.records == 3)
  }

  @Test func `The tool is not told from the name of the file`() throws {
    let text = table(["id", "Fråga"], [["1", Self.answer]])
    let file = try withFile(Array(text.utf8), named: "limesurvey-results-survey123.xml") {
      Pipelines.inspector.one(path: $0)
    }
    #expect(file.container == "csv")
    #expect(file.tool.name == nil)
  }

  private static let headers: [(text: String, rows: Int, records: Int)] = [
    ("id;Fråga\r\n1;Svar\r\n", 1, 1),
    // SurveyMonkey: the questions, and below them the kinds of answers and the options.
    (
      "Respondent ID;Collector ID;Fråga;;Annat\r\n;;Buss;Tåg;Open-Ended Response\r\n"
        + "1;2;Buss;;Hej\r\n", 2, 1
    ),
    // The same tool with one header row: the second begins with a value.
    ("Respondent ID;Collector ID;Fråga\r\n118;2;Svar\r\n119;2;Svar\r\n", 1, 2),
    // A question over several columns stands once.
    ("Vad?;;;Hur?;\r\nA-läge;B-läge;C-läge;Bra;Dåligt\r\nJa;;;Ja;\r\nJa;;;Nej;\r\n", 2, 2),
    // An empty name here and there is no second header row.
    (";id;Fråga;\r\n0;1;Svar;\r\n1;2;Svar;\r\n", 1, 2),
    (
      "A,B\r\nFråga ett,Fråga två\r\n\"{\"\"ImportId\"\":\"\"Q1\"\"}\","
        + "\"{\"\"ImportId\"\":\"\"Q2\"\"}\"\r\n1,2\r\n", 3, 1
    ),
    ("1;2;3\r\n4;5;6\r\n", 0, 2),
    // Somebody's address is no name of a column, and is not to be shown as one.
    ("anna@example.se;Ett svar\r\nbo@example.se;Ett annat\r\n", 0, 2),
    ("2026-04-14;Ett svar\r\n2026-04-15;Ett annat\r\n", 0, 2),
    // Years are names.
    ("ort;2018;2019\r\nRåda;412;415\r\nEkshärad;1101;1090\r\n", 1, 2),
  ]

  @Test(arguments: headers)
  func `Header rows are told from what stands in them`(
    text: String, rows: Int, records: Int
  ) throws {
    let file = try inspect(text)
    #expect(file.headerRows == rows)
    #expect(file.headerEvidence?.isEmpty == false)
    #expect(file.records == records)
    if rows == 0 {
      #expect(file.columns.map(\.name) == file.columns.indices.map { "kolumn \($0 + 1)" })
      #expect(file.source == nil)
      let json = String(decoding: try file.json, as: UTF8.self)
      #expect(!json.contains("anna@") && !json.contains("2026-04"))
    }
  }

  @Test func `A list of figures about a whole is a summary`() throws {
    let file = try inspect("topic,Skolskjuts\nurl,https://example.se\nviews,2031\nvoters,1900\n")
    #expect(file.kind == .summary)
    #expect(file.records == 4)
    #expect(file.source == nil)
    // The same form with a header and numbers alone is a table of something.
    #expect(try inspect("ort,antal\nRåda,412\nEkshärad,1101\n").kind == .unknown)
    #expect(try inspect("id,svar\n1,Ja\n2,Nej\n").kind != .summary)
  }

  @Test(arguments: [(";", ";"), (",", ","), ("\t", "\t"), ("|", "|")])
  func `The delimiter is the character itself`(delimiter: String, shown: String) throws {
    let text = ["id", "Fråga"].joined(separator: delimiter) + "\n1\(delimiter)Svar\n"
    let file = try inspect(text)
    #expect(file.dialect?.delimiter == shown)
    #expect(file.dialect?.quote == "\"")
    #expect(file.dialect?.lineEnd == "LF")
  }

  @Test func `A list of answers has one column and no delimiter`() throws {
    let file = try inspect("Din synpunkt\nMer ljus vid bussen\nKlipp gräset\nBra busstider\n")
    #expect(file.container == "csv")
    #expect(file.dialect != nil && file.dialect?.delimiter == nil)
    #expect(file.source?.text == ["Din synpunkt"])
    let prose = try inspect("Anna sade att det är bra.\nBo höll inte med.\n")
    #expect(prose.container == "text")
    #expect(prose.kind == .unknown)
    #expect(prose.codes == ["csv.delimiter-unknown"])
  }

  @Test func `A header without records is said`() throws {
    let file = try inspect("id;submitdate;lastpage;startlanguage;G01Q01\r\n")
    #expect(file.records == 0)
    #expect(file.codes.contains("file.empty"))
  }

  @Test func `An open quote takes the rest of the file and is one record`() throws {
    let file = try inspect("id;Fråga\r\n1;Svar\r\n2;\"Öppet\r\n3;Svar\r\n")
    #expect(file.records == 2)
    #expect(file.codes.contains("csv.unterminated-quote"))
  }

  @Test func `A fault that many records have is one finding`() throws {
    let rows = (0..<110).map { $0 < 60 ? "\($0);a" : "\($0);a;b" }.joined(separator: "\n")
    let file = try inspect("id;Fråga\n" + rows + "\n")
    #expect(file.raggedRecords == 50)
    #expect(file.codes.filter { $0 == "csv.field-count" }.count == 1)
    #expect(file.findings[0].summary.contains("49 more"))
  }
}
