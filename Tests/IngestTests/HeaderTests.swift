import DialogueModel
import Ingest
import Testing

/// How many rows are header rows, and what the columns are called, as a run reads them.
@Suite struct HeaderTests {
  private func open(
    _ text: String, profile: String = "generic-csv", headerRows: Int? = nil, answers: [String]
  ) throws -> (rows: [[String]], findings: [Finding], unmapped: [String]) {
    let profile = try #require(Pipelines.profiles.first { $0.id == profile })
    return try withFile(Array(text.utf8), named: "fil") { path in
      var declaration = SourceDeclaration(path: "fil", profile: profile.id, channel: "k")
      declaration.text = answers
      declaration.headerRows = headerRows
      let opened = try SourceOpener().open(
        SourceFile(path: "fil", absolutePath: path, declaration: declaration, profile: profile))
      guard let source = opened.source else { return ([], opened.findings, []) }
      let work = SourceWork()
      var rows: [[String]] = []
      while try source.take(into: work) {
        work.parse()
        for record in 0..<work.batch.count {
          rows.append(
            source.layout.text.map { work.batch.string(column: $0.index, record: record) })
        }
      }
      return (rows, opened.findings, source.layout.unmapped)
    }
  }

  @Test func `Without header rows the columns are named by their number`() throws {
    let text = "a@example.se;Ett svar\nb@example.se;Ett annat\n"
    for declared in [nil, 0] {
      let found = try open(text, headerRows: declared, answers: ["kolumn 2"])
      #expect(found.rows == [["Ett svar"], ["Ett annat"]])
      #expect(found.unmapped == ["kolumn 1"])
    }
  }

  @Test func `A title above the header is passed over, and no record is taken for a header`() throws
  {
    let titled = "Enkät om buss;;\nUttag i april;;\nNr;Tid;Svar\n1;2026-04-01;Ett svar\n"
    for declared in [nil, 3] {
      let found = try open(titled, headerRows: declared, answers: ["Svar"])
      #expect(found.rows == [["Ett svar"]])
      #expect(found.unmapped == ["Nr", "Tid"])
    }
    // Nothing shows that the second row is a header: it is a record, and the columns have no names.
    let unnamed = "Svar;;\nEtt svar;x;y\nEtt annat;z;w\n"
    #expect(try open(unnamed, answers: ["Svar"]).rows == [["Ett svar"], ["Ett annat"]])
  }

  @Test func `A column can be named by its number`() throws {
    let text = "Svar;;Svar\nEtt;två;tre\n"
    #expect(try open(text, answers: ["kolumn 2"]).rows == [["två"]])
    #expect(try open(text, answers: ["kolumn 3"]).rows == [["tre"]])
    #expect(try open(text, answers: ["Svar"]).unmapped == ["kolumn 2", "Svar"])
  }

  @Test func `What looks like a person's data in a header is not shown`() throws {
    let text = "Anna;anna@example.se;19121212-1212\nB;b@example.se;19130101-0101\n"
    let found = try open(text, headerRows: 1, answers: ["Svar"])
    let words = found.findings.map { $0.summary + $0.consequence }.joined()
    #expect(!words.contains("anna@") && !words.contains("1912"))
    #expect(words.contains("looks like personal data"))
  }

  @Test func `What dialogue.yaml declares goes before what the rows tell`() throws {
    let text = "Fråga;;;Annat\nA;B;C;D\nx;y;z;w\n"
    #expect(try open(text, answers: ["Fråga › A", "Annat › D"]).rows == [["x", "w"]])
    #expect(try open(text, headerRows: 1, answers: ["Annat"]).rows == [["D"], ["w"]])
    #expect(
      try open(text, headerRows: 3, answers: ["Fråga › C › z"]).findings.map(\.code).contains(
        .mapNothingMapped) == false)
  }

  @Test func `A code is enough when one column begins with it`() throws {
    let text =
      "Q1,Q2,Q2\nVarför?,Vilka? Buss,Vilka? Tåg\n"
      + "\"{\"\"ImportId\"\":\"\"A\"\"}\",\"{\"\"ImportId\"\":\"\"B\"\"}\","
      + "\"{\"\"ImportId\"\":\"\"C\"\"}\"\nhej,x,y\n"
    #expect(try open(text, profile: "qualtrics", answers: ["q1 "]).rows == [["hej"]])
    #expect(
      try open(text, profile: "qualtrics", answers: ["Q2 › Vilka? Tåg"]).rows == [["y"]])
    let several = try open(text, profile: "qualtrics", answers: ["Q2"])
    let finding = try #require(several.findings.first { $0.code == .mapColumnMissing })
    #expect(finding.summary.contains("2 begin with it"))
  }

  private static let records: [(profile: String, text: String, answer: String, rows: Int)] = [
    // An answer that is a word of the second header row is a record all the same.
    (
      "surveymonkey", "Respondent ID,Collector ID,Varför?\n118,2,Response\n119,2,hej\n", "Varför?",
      2
    ),
    // One time that is missing does not make a name of it.
    (
      "qualtrics",
      "StartDate,EndDate,RecordedDate,ResponseId,Q1\n2026-04-14 09:10:00,,,R_1,hej\n,,,R_2,hej\n",
      "Q1", 2
    ),
    (
      "limesurvey-vv", "id\tsubmitdate\tlastpage\tG01Q01\n17\t2026-04-14 09:12:33\t2\thej\n",
      "G01Q01", 1
    ),
    // A blank line after the header is no record, and no header row.
    ("citizen-space", "Response ID,Varför?\n\nANON-1,hej\n", "Varför?", 1),
    // Blanks above values make no second header row.
    ("generic-csv", "a;;;b\n1;2;3;4\n5;6;7;8\n", "b", 2),
  ]

  @Test(arguments: records)
  func `No record is taken for a header row`(
    profile: String, text: String, answer: String, rows: Int
  ) throws {
    #expect(try open(text, profile: profile, answers: [answer]).rows.count == rows)
  }

  private static let names: [(written: String, declared: String)] = [
    ("Ålder &amp; kön", "ålder & kön"), ("Ålder&nbsp;nu", "Ålder nu"),
    ("<p>Vad <b>tycker</b> du?</p>", "Vad tycker du?"), ("Rad ett<br/>rad två", "rad ett rad två"),
    ("Under <18 år", "Under <18 år"), ("a < b > c", "a < b > c"), ("&#228;lg &#xE5;", "älg å"),
    ("R&D", "r&d"), ("&okänd; ord", "&okänd; ord"), ("&#1; x", "&#1; x"),
    ("Ålder &amp; kön", "Ålder &amp; kön"), ("<b", "<b"), ("&", "&"),
  ]

  @Test(arguments: names)
  func `Tags and entities are no part of a name`(written: String, declared: String) throws {
    let found = try open("nr|\(written)\n1|hej\n2|då\n", answers: [declared])
    #expect(found.rows == [["hej"], ["då"]])
  }

  @Test func `A name in a profile may stand for many`() throws {
    var profile = SourceProfile(id: "p", label: "P", container: .csv)
    profile.personal = ["attr_*", "*_name*x"]
    profile.technical = ["tid*"]
    let header = ["attr_1", "attr", "en_nameyx", "en_namex", "_name", "Tider", "svar"]
    try withFile(Array((header.joined(separator: ";") + "\n1;2;3;4;5;6;hej\n").utf8), named: "f") {
      path in
      var declaration = SourceDeclaration(path: "f", profile: "p", channel: "k")
      declaration.text = ["svar"]
      let layout = try #require(
        try SourceOpener().open(
          SourceFile(path: "f", absolutePath: path, declaration: declaration, profile: profile)
        ).source
      ).layout
      #expect(layout.dropped == ["attr_1", "en_nameyx", "en_namex", "Tider"])
      #expect(layout.unmapped == ["attr", "_name"])
    }
  }

  @Test func `A header of sixteen thousand columns is read`() throws {
    let count = 16_000
    let header = (0..<count).map { "k\($0 % 700)" }.joined(separator: ";") + ";svar"
    let text = header + "\n" + String(repeating: "x;", count: count) + "hej\n"
    let found = try open(text, profile: "limesurvey", answers: ["svar"])
    #expect(found.findings.map(\.code) == [.mapColumnUnmapped, .profileDoubtful])
    #expect(found.rows == [["hej"]])
  }
}
