import DialogueFiles
import DialogueModel
import Foundation
import Ingest
import TestSupport
import Testing

/// The profiles and target groups that come with the program.
enum Pipelines {
  static let profiles: [SourceProfile] = {
    let folder = TestPlaces.package + "/pipelines/profiles"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      let text = (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? ""
      return ProfileFile.load(text: text, file: name).0?.profile
    }
  }()

  static let dimensions: [TargetGroupDimension] = {
    let path = TestPlaces.package + "/pipelines/target-groups/standard-sv.yaml"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return TargetGroupFile.load(text: text, file: "standard-sv.yaml").0?.dimensions ?? []
  }()

  static let inspector = FileInspector(profiles: profiles, dimensions: dimensions)
}

/// Writes a file for as long as `body` needs it.
func withFile<Result>(
  _ bytes: [UInt8], named name: String, _ body: (String) throws -> Result
) throws -> Result {
  try TestPlaces.withFolder { folder in
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    return try body(folder + "/" + name)
  }
}

/// Inspects bytes as a file whose name says nothing.
func inspect(_ bytes: [UInt8]) throws -> InspectedFile {
  try withFile(bytes, named: "fil") { Pipelines.inspector.one(path: $0, shownAs: "fil") }
}

/// Inspects a text.
func inspect(_ text: String) throws -> InspectedFile { try inspect(Array(text.utf8)) }

/// A table with semicolons from its cells, none of which needs quotes.
func table(_ header: [String], _ rows: [[String]]) -> String {
  ([header] + rows).map { $0.joined(separator: ";") }.joined(separator: "\r\n") + "\r\n"
}

/// A table in which one column has the given cells, beside an identifier.
func column(_ name: String, _ cells: [String]) throws -> InspectedFile.Column {
  let rows = cells.enumerated().map { ["\($0.offset + 101)", $0.element] }
  let file = try inspect(table(["id", name], rows))
  try #require(file.columns.count == 2)
  return file.columns[1]
}

extension InspectedFile {
  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self)
    }
  }

  var codes: [String] { findings.map(\.code.rawValue) }

  func column(_ name: String) throws -> Column {
    try #require(columns.first { $0.name == name }, "there is a column \(name)")
  }

  func names(_ role: Role) -> [String] { columns.filter { $0.role == role }.map(\.name) }
}

extension FileInspector {
  /// What the first file at a path is: the file itself, unless it is an archive.
  func one(path: String, shownAs name: String? = nil) -> InspectedFile {
    inspect(path: path, shownAs: name)[0]
  }
}
