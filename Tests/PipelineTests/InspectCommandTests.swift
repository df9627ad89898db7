import ArchiveTestSupport
import Foundation
import TestSupport
import Testing

/// `inspel inspect` and `inspel init` from outside: folders, archives, standard input.
@Suite struct InspectCommandTests {
  private static let survey = """
    nr;tid;synpunkt;ålder
    1;2026-03-01 10:00;Bussen är ofta försenad, särskilt på morgnarna;16–24 år
    2;2026-03-02 10:00;Skolskjutsen borde gå hela vägen fram;65–79 år
    3;2026-03-03 10:00;Mer belysning vid övergångsstället tack;25–44 år

    """
  private static let note = """
    aktivitet: mote
    datum: 2026-03-05
    plats: Biblioteket
    antecknare: sekreteraren
    deltagare: 12

    - Bussen borde gå oftare
    - Fler bänkar vid torget [x3]

    """
  private static let form = """
    <FlowInstance xmlns="http://www.oeplatform.org/version/2.0/schemas/flowinstance"><Header>\
    <FlowInstanceID>7</FlowInstanceID><FirstSubmitted>2026-03-01T09:00:00</FirstSubmitted>\
    </Header><Values><synpunkt><QueryID>1</QueryID><Name>Din synpunkt</Name><Value>Gräv inte upp \
    vägen igen</Value></synpunkt></Values></FlowInstance>
    """
  private static let archive: [UInt8] = {
    var zip = ZipWriter()
    zip.add("svar/mars.csv", survey)
    return zip.bytes()
  }()

  private static func files(in folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/in/under", withIntermediateDirectories: true)
    let files: [(String, Data)] = [
      ("in/enkät.csv", Data(survey.utf8)), ("in/under/export.zip", Data(archive)),
      ("in/packad.csv.gz", Data(Deflate.gzip(Array(survey.utf8)))),
      ("in/mote.md", Data(note.utf8)), ("in/88.xml", Data(form.utf8)),
      ("in/.dold", Data("x".utf8)),
    ]
    for (name, data) in files { try data.write(to: URL(fileURLWithPath: folder + "/" + name)) }
  }

  private static func paths(_ output: String) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    return try #require(object?["files"] as? [[String: Any]])
  }

  @Test func `a folder stands for its files, and an archive for those in it`() throws {
    try TestPlaces.withFolder { folder in
      try Self.files(in: folder)
      let run = try ProgramRun(["inspect", "--json", "in"], folder: folder)
      #expect(run.status == 0, "\(run.messages)")
      let files = try Self.paths(run.output)
      #expect(
        files.compactMap { $0["path"] as? String } == [
          "in/88.xml", "in/enkät.csv", "in/mote.md", "in/packad.csv.gz",
          "in/under/export.zip/svar/mars.csv",
        ])
      #expect(files.allSatisfy { $0["kind"] as? String == "submissions" })
      #expect(files.compactMap { $0["records"] as? Int } == [1, 3, 2, 3, 3])
      #expect(files[3]["packing"] as? [String] == ["gzip"])
      #expect(files[4]["packing"] as? [String] == ["zip archive"])
      let pattern = try ProgramRun(["inspect", "--json", "in/*.csv*"], folder: folder)
      #expect(try Self.paths(pattern.output).count == 2)
    }
  }

  @Test func `standard input is read as a file is`() throws {
    let run = try ProgramRun(["inspect", "-"], input: Self.survey)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.hasPrefix("standard input"))
    #expect(run.output.contains("delimiter ;"))
    #expect(!run.output.contains("Skolskjutsen"))
    let shown = try ProgramRun(["inspect", "--show-values", "-"], input: Self.survey)
    #expect(shown.output.contains("Skolskjutsen borde gå"))
    #expect(try ProgramRun(["init", "x", "--from", "-"], input: "").status == 64)
  }

  @Test func `what init writes is found by a run, once a person has filled in the rest`() throws {
    try TestPlaces.withFolder { folder in
      try Self.files(in: folder)
      let made = try ProgramRun(["init", "ny", "--from", "in"], folder: folder)
      #expect(made.status == 0, "\(made.messages)")
      let path = folder + "/ny/dialogue.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let sources = try #require(text.range(of: "\nsources:\n"))
      // The sources as they are, in a dialogue that lacks nothing else.
      var block = text[sources.upperBound...].split(
        separator: "\n", omittingEmptySubsequences: false
      ).prefix { $0.isEmpty || $0.hasPrefix(" ") || $0.hasPrefix("#") }.joined(separator: "\n")
      #expect(block.contains("path: inputs/export.zip/svar/mars.csv"))
      block = block.replacing(/channel: [a-z0-9-]+/, with: "channel: enkat")
      block = block.replacing("activity: mote", with: "")
      let dialogue = try SmallDialogue(in: folder + "/ny", sources: block)
      let run = try dialogue.run()
      #expect([0, 2].contains(run.status), "\(run.messages)")
      #expect(try dialogue.account("read") == 12)
      // Three forms of the same three answers, one e-service, two items of a note.
      #expect(try dialogue.account("accepted") == 6)
      #expect(try ProgramRun(["verify", folder + "/ny/out"]).status == 0)
    }
  }
}
