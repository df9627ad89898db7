import Foundation
import TestSupport

/// The pages of the documentation, as the tests look at them.
enum Pages {
  static let folder = TestPlaces.package + "/Sources/Pipeline/Documentation.docc"
  static let sources = TestPlaces.package + "/Sources"

  /// The names of all pages, without their ending.
  static let names: [String] = (pages(in: "") + profiles).sorted()

  /// The names of the pages about profiles, which stand in a folder of their own.
  static let profiles = pages(in: "Profiles")

  private static func pages(in part: String) -> [String] {
    let items = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)")) ?? []
    return items.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }

  static func text(_ name: String) throws -> String {
    let part = profiles.contains(name) ? "Profiles/" : ""
    return try String(contentsOfFile: "\(folder)/\(part)\(name).md", encoding: .utf8)
  }

  /// The cells of every table row of a text, header rows included.
  static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { $0.hasPrefix("|") && !$0.hasPrefix("|--") }.map { line in
      // A bar inside a cell is written \| and is no border.
      let cells = line.replacing("\\|", with: "\u{1}").split(
        separator: "|", omittingEmptySubsequences: false)
      return cells.dropFirst().dropLast().map {
        $0.replacing("\u{1}", with: "|").trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// The words in code voice of a text.
  static func code(_ text: some StringProtocol) -> [String] {
    String(text).matches(of: /`([^`\n]+)`/).map { String($0.1) }
  }

  /// The first word in code voice of every row's first cell.
  static func keys(_ text: String) -> [String] {
    rows(text).compactMap { row in row.first.flatMap { code($0).first } }
  }

  /// The part of a text under a heading, up to the next heading of the same level or above.
  static func part(_ text: String, under heading: String) -> String {
    let level = heading.prefix { $0 == "#" }.count
    var lines: [Substring] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == "#" }.count
      if line == heading {
        isInside = true
      } else if isInside, depth > 0, depth <= level, line.dropFirst(depth).hasPrefix(" ") {
        break
      }
      if isInside { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }

  /// The text of every Swift file below a folder of the sources, by path.
  static func swiftFiles(below path: String = "") throws -> [String: String] {
    let root = path.isEmpty ? sources : sources + "/" + path
    var files: [String: String] = [:]
    for item in try FileManager.default.subpathsOfDirectory(atPath: root)
    where item.hasSuffix(".swift") {
      files[item] = try String(contentsOfFile: root + "/" + item, encoding: .utf8)
    }
    return files
  }
}
