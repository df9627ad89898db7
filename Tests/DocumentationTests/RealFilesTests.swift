import Foundation
import TestSupport
import Testing

/// What `inspel inspect` says of every real file, and the table of it in the page *Real files*.
///
/// `RECORD_SNAPSHOTS=1` writes the table anew; it fails then all the same, so that nobody takes
/// it for a comparison.
@Suite(.enabled(if: TestPlaces.corpus != nil, Comment(rawValue: TestPlaces.corpusMissing)))
struct RealFilesTests {
  /// What a person counted, or another program, before this one was run.
  private struct Expected {
    var kind: String
    var records: Int
  }

  /// Files of submissions and of other things, with the counts of the corpus's own list.
  private static let known: [String: Expected] = [
    "csv/consul_madrid_comments.csv": .init(kind: "submissions", records: 5633),
    "csv/consul_madrid_proposals_pandasindex.csv": .init(kind: "submissions", records: 80),
    "csv/decidim_accountability_import.csv": .init(kind: "submissions", records: 2),
    "csv/decidim_bcn_meetings.csv": .init(kind: "submissions", records: 410),
    "csv/limesurvey_de_semicolon_bom_fulltext.csv": .init(kind: "submissions", records: 96),
    "csv/limesurvey_de_tworow_semicolon_bom.csv": .init(kind: "submissions", records: 45),
    "csv/polis_austria_de_comments.csv": .init(kind: "submissions", records: 2138),
    "csv/polis_bowling_green_summary_keyvalue.csv": .init(kind: "summary", records: 9),
    "csv/qualtrics_legacy_two_header.csv": .init(kind: "submissions", records: 1),
    "csv/qualtrics_three_header.csv": .init(kind: "submissions", records: 1),
    "csv/surveymonkey_two_header_starwars_cp1252.csv": .init(kind: "submissions", records: 1186),
    "csv/tttc_hard_cases.csv": .init(kind: "submissions", records: 22),
    "csv/tttc_missing_fields.csv": .init(kind: "submissions", records: 17),
    "themes/cimt_cycling_visible.csv": .init(kind: "submissions", records: 922),
    "xml/limesurvey/survey_222232.lss": .init(kind: "structure", records: 0),
    "xml/openeplatform/smloader_flow-instance-lamna-synpunkt-anonymous.xml":
      .init(kind: "submissions", records: 1),
    "xml/openeplatform/smloader_flow-instance-lamna-synpunkt.xml":
      .init(kind: "submissions", records: 1),
    "xml/openeplatform/smloader_flow-instance-sundsvallsforslaget.xml":
      .init(kind: "submissions", records: 1),
    "xml/openrosa/briefcase_all-data-types-submission.xml":
      .init(kind: "submissions", records: 1),
    "xml/openrosa/briefcase_choice-lists-submission.xml": .init(kind: "submissions", records: 1),
    "xml/openrosa/briefcase_form-with-special-chars.xml": .init(kind: "structure", records: 0),
    "xml/openrosa/briefcase_nested-repeats-submission.xml":
      .init(kind: "submissions", records: 1),
    "xml/openrosa/briefcase_simple-form-case-sensitivity-submission.xml":
      .init(kind: "submissions", records: 1),
    "xml/orbeon/feedback_9eff34.xml": .init(kind: "submissions", records: 1),
    "xml/orbeon/public-records_e7fb0c.xml": .init(kind: "submissions", records: 1),
  ]

  /// What was said of one file.
  private struct Said {
    var path: String
    var kind: String
    var tool: String
    var encoding: String
    var records: Int
    var codes: [String]

    init(_ path: String, _ object: [String: Any]) throws {
      self.path = path
      let tool = try #require(object["tool"] as? [String: Any])
      let name = tool["name"] as? String
      self.tool = name.map { "\($0), \(tool["confidence"] as? String ?? "")" } ?? "–"
      kind = try #require(object["kind"] as? String)
      encoding = (object["encoding"] as? [String: Any])?["name"] as? String ?? "–"
      records = try #require(object["records"] as? Int)
      let findings = object["findings"] as? [[String: Any]] ?? []
      codes = Set(findings.compactMap { $0["code"] as? String }).sorted()
    }

    var row: String {
      let codes = codes.isEmpty ? "–" : codes.map { "`\($0)`" }.joined(separator: ", ")
      return "| `\(path)` | \(kind) | \(tool) | \(encoding) | \(records) | \(codes) |"
    }
  }

  private static func files() throws -> [String] {
    let corpus = try #require(TestPlaces.corpus)
    let folders = ["csv", "xml", "themes", "hostile"]
    return try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: corpus + "/" + folder)
        .map { folder + "/" + $0 }
    }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(
        atPath: corpus + "/" + path, isDirectory: &isFolder)
        && !isFolder.boolValue && !path.hasSuffix("TERMS-Bonn.txt")
    }.sorted()
  }

  private static func inspect(_ paths: [String]) throws -> [Said] {
    let corpus = try #require(TestPlaces.corpus)
    let run = try ProgramRun(["inspect", "--json"] + paths.map { corpus + "/" + $0 })
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let files = try #require((object as? [String: Any])?["files"] as? [[String: Any]])
    #expect(files.count == paths.count)
    return try zip(paths, files).map { try Said($0, $1) }
  }

  @Test func `every known file is read to the count that others found`() throws {
    let paths = Self.known.keys.sorted()
    for said in try Self.inspect(paths) {
      let expected = try #require(Self.known[said.path])
      #expect(said.kind == expected.kind, "\(said.path)")
      #expect(said.records == expected.records, "\(said.path)")
    }
  }

  @Test func `the table in the page Real files is what the program says`() throws {
    let page = TestPlaces.package + "/Sources/Pipeline/Documentation.docc/RealFiles.md"
    let text = try String(contentsOfFile: page, encoding: .utf8)
    let rows = try Self.inspect(try Self.files()).map(\.row)
    let head = "|---|---|---|---|---|---|\n"
    let start = try #require(text.range(of: head))
    let lines = text[start.upperBound...].split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    let written = Array(lines.prefix { $0.hasPrefix("|") })
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      let rest = lines.drop { $0.hasPrefix("|") }
      let new = text[..<start.upperBound] + (rows + rest).joined(separator: "\n")
      try String(new).write(toFile: page, atomically: true, encoding: .utf8)
      Issue.record("the table was written anew; look at it and run again")
      return
    }
    #expect(written == rows)
  }

  @Test func `no hostile file crashes the program or takes much memory`() throws {
    let corpus = try #require(TestPlaces.corpus)
    for path in try Self.files() where path.hasPrefix("hostile/") {
      let run = try MeasuredRun(["inspect", "--json", corpus + "/" + path])
      #expect([0, 2].contains(run.status), "\(path) ended with \(run.status)")
      #expect(run.peakBytes < 100 << 20, "\(path) took \(run.peakBytes >> 20) MiB")
      #expect(run.output.contains("\"files\""), "\(path)")
    }
  }
}
