import Foundation
import TestSupport
import Testing

/// The page *Files* and the files: every key that a person may write, every file that a run
/// writes, every column of the register.
@Suite struct FilesTests {
  private typealias Object = [String: Any]

  /// The keys of a JSON Schema, by path such as `case.title` and `sources[].path`.
  private static func keys(_ node: Object, path: String = "") -> [String] {
    var result: [String] = []
    for (key, value) in node["properties"] as? [String: Object] ?? [:] {
      let own = path.isEmpty ? key : "\(path).\(key)"
      result.append(own)
      result += keys(value, path: own)
    }
    if let items = node["items"] as? Object { result += keys(items, path: path + "[]") }
    return result
  }

  private static func schema(_ name: String) throws -> [String] {
    let path = TestPlaces.package + "/pipelines/schema/\(name).schema.json"
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return keys(try #require(try JSONSerialization.jsonObject(with: data) as? Object))
  }

  @Test(arguments: [
    ("dialogue", "### dialogue.yaml"), ("responses", "### responses.yaml"),
    ("quotations", "### quotations.yaml"), ("codebook", "### The codebook"),
    ("target-groups", "### Target groups"), ("profile", "### Profiles"),
  ])
  func `every key of the schema stands in the page, and no other`(
    name: String, heading: String
  ) throws {
    let part = Pages.part(try Pages.text("Files"), under: heading)
    let expected = try Self.schema(name)
    #expect(expected.count > 4)
    let documented = Pages.keys(part)
    #expect(Set(documented).symmetricDifference(expected).isEmpty)
    #expect(documented.count == Set(documented).count, "a key stands twice")
  }

  @Test func `the files that the page names are those that a run writes`() throws {
    let page = Pages.part(
      try Pages.text("Files"), under: "## Files that a run writes")
    let named = Pages.keys(page).filter {
      $0.hasPrefix("internal/") || $0.hasPrefix("public/")
    }
    try TestPlaces.withFolder { folder in
      let run = try ProgramRun([
        "run", Sample.path, "--at", Sample.time, "--out", folder + "/out", "--publish",
      ])
      #expect(run.status == 0, "\(run.messages)")
      let written = try TestPlaces.files(below: folder + "/out").keys
      #expect(Set(named).symmetricDifference(written).isEmpty)
    }
  }

  @Test func `the fields and columns that a run writes stand in the page`() throws {
    let page = try Pages.text("Files")
    func expect(_ names: some Collection<String>, under heading: String) {
      let known = Set(Pages.code(Pages.part(page, under: heading)))
      #expect(!names.isEmpty, "\(heading)")
      for name in names { #expect(known.contains(name), "\(name) under \(heading)") }
    }
    try TestPlaces.withFolder { folder in
      let run = try ProgramRun([
        "run", Sample.path, "--at", Sample.time, "--out", folder + "/out",
      ])
      #expect(run.status == 0, "\(run.messages)")
      let files = try TestPlaces.files(below: folder + "/out")
      func object(_ name: String) throws -> Object {
        let data = try #require(files[name])
        return try #require(try JSONSerialization.jsonObject(with: data) as? Object)
      }
      func header(_ name: String) throws -> [String] {
        let data = try #require(files[name])
        let text = String(decoding: data, as: UTF8.self)
        let line = try #require(text.split(whereSeparator: \.isNewline).first)
        return line.split(separator: ";").map(String.init)
      }
      let account = try object("internal/account.json")
      expect(try #require(account["total"] as? Object).keys, under: "### account.json")
      let record = try object("internal/run.json")
      expect(record.keys, under: "### run.json")
      for part in ["activity", "parameters"] {
        expect(try #require(record[part] as? Object).keys, under: "### run.json")
      }
      let used = try #require((record["used"] as? [Object])?.first)
      expect(used.keys, under: "### run.json")
      expect(try header("internal/findings.csv"), under: "### findings.csv")
      for name in ["themes", "representation", "submissions"] {
        expect(try header("public/\(name).csv"), under: "### The tables")
      }
    }
  }

  @Test func `every table of the register stands in the page with its columns`() throws {
    let page = Pages.part(try Pages.text("Files"), under: "### register.sqlite")
    let source = try String(
      contentsOfFile: Pages.sources + "/Register/RegisterSchema.swift", encoding: .utf8)
    let known = Set(Pages.code(page))
    let tables = source.matches(of: /CREATE TABLE (\w+)\(([^;]+)\)/)
    #expect(tables.count >= 8)
    for table in tables {
      #expect(page.contains("**\(table.1)**"), "\(table.1)")
      for column in table.2.split(separator: ",") {
        let name = column.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        #expect(known.contains(name), "\(table.1).\(name)")
      }
    }
  }

  @Test func `the masking rules stand in the order of their numbers`() throws {
    let source = try String(
      contentsOfFile: Pages.sources + "/Refine/MaskingRule.swift", encoding: .utf8)
    let rules = source.matches(of: /(?m)^  case \w+ = "(pii\.[^"]+)"/).map { String($0.1) }
    #expect(rules.count >= 17)
    let part = Pages.part(try Pages.text("Files"), under: "### Packed values")
    let rows = Pages.rows(part).dropFirst().map { ($0[0], Pages.code($0[1]).first ?? "") }
    #expect(rows.map(\.0) == rules.indices.map(String.init))
    #expect(rows.map(\.1) == rules)
    let masking = Set(Pages.code(try Pages.text("Masking")))
    for rule in rules { #expect(masking.contains(rule), "\(rule) on the page Masking") }
  }
}
