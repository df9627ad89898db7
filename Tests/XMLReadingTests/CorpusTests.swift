import Foundation
import Records
import Testing
import XMLReading

// Real files that no one here wrote. They are not in the repository: INSPEL_CORPUS says where.
private let corpus = ProcessInfo.processInfo.environment["INSPEL_CORPUS"]

@Suite(.enabled(if: corpus != nil, "INSPEL_CORPUS is not set: no corpus of real files"))
struct CorpusTests {
  private func source(_ name: String, chunk: Int = 1 << 16) throws -> XMLSource {
    .file(try InputFile(path: try #require(corpus) + "/" + name), chunkSize: chunk)
  }

  // What Open ePlatform installations export, with all that is about a person dropped.
  private static func flowInstance() throws -> XMLRecordLayout {
    try XMLRecordLayout(
      record: "FlowInstance",
      namespace: "http://www.oeplatform.org/version/2.0/schemas/flowinstance", columnCount: 8,
      rules: [
        .text("Header/FlowInstanceID", column: 0), .text("Header/Flow/FamilyID", column: 1),
        .text("Header/FirstSubmitted", column: 2), .text("Header/Flow/Name", column: 3),
        .allText("Values/title", except: ["QueryID", "Name"], column: 4),
        .allText("Values/description", except: ["QueryID", "Name"], column: 5),
        .allText("Values/reportType", except: ["QueryID", "Name"], column: 6),
        .text("Values/*/Name", column: 7, separator: "|"),
      ],
      dropped: [
        "Header/Poster", "Header/Owner", "SigningEvents", "Values/contact",
        "**/citizenIdentifier", "**/SocialSecurityNumber", "Values/document/File",
      ])
  }

  @Test(
    arguments: [
      (
        "lamna-synpunkt",
        [
          "4164", "161", "2024-05-14T14:43:07", "Lämna synpunkt-TEST", "testar",
          "beskriver synpunkten här", "Jag vill få återkoppling via e-post/sms",
          "Rubrik|Beskriv din synpunkt|Ladda upp fil|Typ av återkoppling",
        ]
      ),
      (
        "lamna-synpunkt-anonymous",
        [
          "4179", "161", "2024-05-22T11:05:29", "Lämna synpunkt-TEST", "testsyn", "testar synen",
          "Jag vill vara anonym och läsa mitt svar via en länk",
          "Rubrik|Beskriv din synpunkt|Ladda upp fil|Typ av återkoppling",
        ]
      ),
      (
        "sundsvallsforslaget",
        [
          "4234", "370", "2024-06-25T16:44:15", "Sundsvallsförslaget-TEST", "Testing",
          "Testar att lämna förslag", "", "Rubrik|Beskrivning av förslaget|Bifoga fil",
        ]
      ),
    ])
  func `An Open ePlatform submission is read and its declaration mended`(
    name: String, row: [String]
  ) throws {
    let layout = try Self.flowInstance()
    let file = "xml/openeplatform/smloader_flow-instance-\(name).xml"
    for chunk in [1, 7, 1 << 16] {
      let reading = try Reading(source(file, chunk: chunk), layout)
      #expect(reading.rows == [row])
      #expect(reading.kinds == [.declarationMended])
      #expect(reading.lines == [2])
      #expect(reading.undelivered == [])
      #expect(reading.prolog.declaredEncoding == "UTF_8")
    }
  }

  @Test(arguments: ["lamna-synpunkt", "lamna-synpunkt-anonymous", "sundsvallsforslaget"])
  func `Personal data that is dropped reaches no column`(name: String) throws {
    let file = "xml/openeplatform/smloader_flow-instance-\(name).xml"
    let personal = ["Kalle", "Anka", "@sundsvall.se", "191010101010", "07011", "STORGATAN"]
    // A rule that takes everything, and the paths that take it away from the rule.
    func everything(_ dropped: [String]) throws -> XMLRecordLayout {
      try XMLRecordLayout(
        record: "FlowInstance", columnCount: 1,
        rules: [.allText(".", column: 0), .text("**/@*", column: 0)], dropped: dropped)
    }
    let kept = try Reading(source(file), everything([])).rows.joined().joined()
    #expect(kept.contains("Kalle"), "the file holds a name, or this test says nothing")
    let dropped = ["Header/Poster", "Header/Owner", "Values/contact"]
    let reading = try Reading(source(file), everything(dropped))
    let text = reading.rows.joined().joined() + "\(reading.untaken)"
    for word in personal { #expect(!text.contains(word)) }
    #expect(text.contains("Lämna synpunkt") || text.contains("Sundsvallsförslaget"))
    #expect(reading.dropCounts.reduce(0, +) > 0)
  }

  @Test(
    arguments: [
      (
        "all-data-types",
        ["all-data-types", "Hola", "", "43.3149254 -1.9869671 71.80000305175781 15.478"]
      ),
      ("choice-lists", ["choice-lists", "CHOICE_1", "CHOICE_1", ""]),
      ("nested-repeats", ["nested-repeats", "", "", ""]),
      ("simple-form-case-sensitivity", ["simple-form-case-sensitivity", "", "", ""]),
    ])
  func `An OpenRosa submission is one record, its root`(name: String, row: [String]) throws {
    let layout = try XMLRecordLayout(
      record: "/*", columnCount: 8,
      rules: [
        .text("@id", column: 0), .text("some_string", column: 1),
        .text("some_group/yet_another_string", column: 2), .text("some_geopoint", column: 3),
        .text("meta/instanceID", column: 4), .text("field", column: 5), .text("Field", column: 6),
        .text("g1/g2/g3/t3", column: 7, separator: ","),
      ])
    let reading = try Reading(
      source("xml/openrosa/briefcase_\(name)-submission.xml"), layout)
    #expect(reading.rows.map { Array($0[..<4]) } == [row])
    try #require(reading.rows.count == 1)
    #expect(reading.rows[0][4].hasPrefix("uuid:"))
    #expect(reading.problems == [])
    if name == "simple-form-case-sensitivity" {
      #expect(reading.rows[0][5...6] == ["Some value", "2019-01-01T00:00:00.000Z"])
    }
    if name == "nested-repeats" {
      #expect(
        reading.rows[0][7]
          == (["some text 1.1.1"] + (1...4).map { "some text 3.1.\($0)" }).joined(separator: ","))
    }
  }

  @Test func `A form definition is told from a submission by its root`() throws {
    let file = "xml/openrosa/briefcase_form-with-special-chars.xml"
    let outline = try XMLOutline.read(source(file))
    #expect(outline.rootName == "html")
    #expect(outline.rootNamespace == "http://www.w3.org/1999/xhtml")
    #expect(outline.problems == [])
    #expect(outline.paths.contains { $0.path == "/html/head/model/instance/data/@id" })
    let layout = try XMLRecordLayout(
      record: "/data", columnCount: 1, rules: [.text("meta/instanceID", column: 0)])
    #expect(try Reading(source(file), layout).rows == [])
  }

  @Test func `Orbeon submissions are one record each`() throws {
    let feedback = try Reading(
      source("xml/orbeon/feedback_9eff34.xml"),
      layout("/form", "contact/topic", "contact/comments", dropped: ["contact/email"]))
    #expect(feedback.rows == [["returns", "D'oh!"]])
    let records = try Reading(
      source("xml/orbeon/public-records_e7fb0c.xml"),
      layout(
        "/form", "requested-records-section/grid-3/requested-record",
        "*/mailing-us-address-urbanization/@relevant",
        dropped: ["requester-information-section/name", "**/signature-of-requester"]))
    #expect(
      records.rows == [["Power plant safety records\nBarbecue health studies", "false"]])
    #expect(records.problems == [])
  }

  @Test func `A LimeSurvey structure has rows of several tables`() throws {
    let file = "xml/limesurvey/survey_222232.lss"
    let questions = try Reading(
      source(file), layout("/document/questions/rows/row", "qid", "title", "question"))
    #expect(questions.rows.count == 54)
    #expect(questions.rows.allSatisfy { !$0[0].isEmpty && !$0[1].isEmpty })
    let answers = try Reading(source(file), layout("answers/rows/row", "code", "answer"))
    try #require(answers.rows.count == 81)
    #expect(answers.rows[0] == ["A01", "Stimme vollständig zu"])
    #expect(answers.lines[0] == 19)
    let outline = try XMLOutline.read(source(file))
    #expect(outline.rootName == "document")
    #expect(
      outline.paths.first { $0.path == "/document/subquestions/rows/row" }?.seen == 313)
    #expect(outline.problems == [])
  }

  @Test func `An outline of a real submission proposes its root as the record`() throws {
    let outline = try XMLOutline.read(
      source("xml/openeplatform/smloader_flow-instance-lamna-synpunkt-anonymous.xml"))
    #expect(outline.recordPath == "/FlowInstance")
    #expect(
      outline.rootNamespace == "http://www.oeplatform.org/version/2.0/schemas/flowinstance")
    #expect(outline.paths.contains { $0.path.hasSuffix("Parameter") && $0.repeats })
    #expect(outline.problems.map(\.kind) == [.declarationMended])
  }
}

@Suite(
  .enabled(if: corpus != nil, "INSPEL_CORPUS is not set: no corpus of hostile files"),
  .serialized)
struct HostileCorpusTests {
  private static let names: [String] = {
    guard let corpus else { return [] }
    let folder = corpus + "/hostile/xml"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }()

  // What becomes of each: "records in all, what stopped or was noticed".
  private static let expected: [String: (rows: Int, kinds: [RecordProblem.Kind])] = [
    "cdata-2-byte-UTF-8.xml": (1, []), "cdata-3-byte-UTF-8.xml": (1, []),
    "cdata-4-byte-UTF-8.xml": (1, []), "ebcdic_566012.xml": (0, [.unknownEncoding]),
    "errors_truncated-utf16.xml": (1, [.invalidEncoding]),
    "errors_unsupported-encoding.xml": (0, [.unknownEncoding]),
    "errors_utf8-1.xml": (0, [.notWellFormed]), "errors_utf8-2.xml": (0, [.notWellFormed]),
    "isolat1": (1, []), "isolat2": (1, []), "isolat3": (1, []), "utf16bebom.xml": (1, []),
    "utf16bom.xml": (1, []), "utf16lebom.xml": (1, []), "utf8bom.xml": (1, []),
  ]

  @Test func `All of them are here`() {
    #expect(Self.names.count == 44)
    #expect(Set(Self.expected.keys).isSubset(of: Self.names))
  }

  // How much memory a file takes is not asked here, where other tests run in the same process:
  // RealFilesTests asks it of `inspel inspect`.
  @Test(arguments: names) func `A hostile file is read or refused`(name: String) throws {
    let file = try InputFile(path: try #require(corpus) + "/hostile/xml/" + name)
    let layout = try XMLRecordLayout(
      record: "/*", columnCount: 1, rules: [.allText(".", column: 0), .text("**/@*", column: 0)])
    let reading = try Reading(.file(file), layout)
    // What entities would have become, here and in the files beside it.
    let text = reading.rows.joined().joined()
    #expect(!text.contains("hahaha") && !text.contains("some internal data"))
    if let known = Self.expected[name] {
      #expect(reading.rows.count == known.rows)
      #expect(reading.kinds == known.kinds)
    } else {
      // The rest are document types, and what these would have had the parser fetch.
      #expect(reading.rows == [])
      #expect(reading.kinds == (name.hasSuffix(".xml") ? [.documentType] : [.notWellFormed]))
    }
    let outline = try XMLOutline.read(
      .file(try InputFile(path: try #require(corpus) + "/hostile/xml/" + name)))
    #expect(outline.problems.map(\.kind) == reading.kinds)
  }

  @Test func `The encodings of the parser's own tests come out right`() throws {
    let layout = try XMLRecordLayout(
      record: "/*", columnCount: 1, rules: [.allText(".", column: 0)])
    func text(_ name: String) throws -> String {
      let file = try InputFile(path: try #require(corpus) + "/hostile/xml/" + name)
      return try Reading(.file(file), layout).rows.joined().joined()
    }
    #expect(try text("isolat1") == "là")
    let four = try text("cdata-4-byte-UTF-8.xml")
    #expect(four.unicodeScalars.count > 1000)
    #expect(Set(four.unicodeScalars.filter { $0 != "\n" }).count == 1)
  }
}
