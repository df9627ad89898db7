import Foundation
import TestSupport
import Testing

/// The fields of every JSON result stand in the command's section of the page *Commands*.
@Suite struct JSONShapeTests {
  private typealias Object = [String: Any]

  /// The names of all fields, those of findings left out: they have a section of their own.
  private static func fields(_ value: Any) -> Set<String> {
    var names = Set<String>()
    if let list = value as? [Any] {
      for item in list { names.formUnion(fields(item)) }
    } else if let object = value as? Object {
      for (name, inner) in object {
        names.insert(name)
        if name != "findings", name != "blockers", name != "account" {
          names.formUnion(fields(inner))
        }
      }
    }
    return names
  }

  private static func run(_ arguments: [String], input: String? = nil) throws -> [Any] {
    let run = try ProgramRun(arguments, input: input)
    #expect(run.status == 0, "\(run.messages)")
    let result = Data(run.output.utf8)
    return [try JSONSerialization.jsonObject(with: result)]
  }

  private static func expect(_ result: [Any], in command: String, atLeast least: Int) throws {
    let section = Pages.part(try Pages.text("Commands"), under: "## inspel \(command)")
    // A field stands in code voice, or as a key of an example.
    var known = Set(Pages.code(section))
    for match in section.matches(of: /"(\w+)"/) { known.insert(String(match.1)) }
    let names = fields(result)
    #expect(names.count >= least)
    #expect(names.subtracting(known).isEmpty, "inspel \(command)")
  }

  @Test func `the result of a run, of its verification and of its comparison`() throws {
    try TestPlaces.withFolder { folder in
      let out = folder + "/out"
      let result = try Self.run([
        "run", Sample.path, "--at", Sample.time, "--out", out, "--json",
      ])
      try Self.expect(result, in: "run", atLeast: 7)
      let verified = try Self.run(["verify", out, "--json"])
      try Self.expect(verified, in: "verify", atLeast: 5)
    }
    let compared = try Self.run(["coverage", Sample.path, "--json"])
    try Self.expect(compared, in: "coverage", atLeast: 20)
  }

  @Test func `the result of the filters`() throws {
    let masked = try Self.run(
      ["mask", "--json"], input: "{\"id\":\"1\",\"text\":\"Ring 070-174 06 05.\"}\n")
    try Self.expect(masked, in: "mask", atLeast: 7)
    let tagged = try Self.run(
      ["tag", "--codebook", Sample.path + "/codebook.yaml", "--json"],
      input: "{\"id\":\"1\",\"text\":\"Hållplatsen ska vara kvar.\"}\n")
    try Self.expect(tagged, in: "tag", atLeast: 8)
  }

  @Test func `the result of an inspection`() throws {
    let result = try Self.run([
      "inspect", "--json", Sample.path + "/inputs/webbenkat.csv",
      Sample.path + "/inputs/e-tjanst/5012/88213.xml",
      Sample.path + "/notes/2026-04-22-bygdegarden.md",
    ])
    try Self.expect(result, in: "inspect", atLeast: 40)
  }

  @Test func `the fields of a finding`() throws {
    let output = try TestPlaces.withFolder { folder in
      try ProgramRun([
        "run", TestPlaces.package + "/samples/defects/ragged-rows", "--at", "2026-06-02",
        "--out", folder + "/out", "--json",
      ]).output
    }
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? Object
    let finding = try #require((object?["findings"] as? [Object])?.first)
    let section = Pages.part(try Pages.text("Commands"), under: "### Findings in JSON")
    for name in finding.keys { #expect(section.contains("\"\(name)\""), "\(name)") }
  }
}
