import DialogueFiles
import DialogueModel
import Foundation
import Testing

/// Every profile has a page, and the page says what the file says.
@Suite struct ProfilePageTests {
  private static let folder = Samples.root.appending(
    path: "Sources/Pipeline/Documentation.docc/Profiles")

  private static let profiles: [SourceProfile] =
    ((try? Samples.pipelineFiles("profiles")) ?? []).compactMap { file in
      (try? Samples.text(file)).flatMap { ProfileFile.load(text: $0, file: file).0?.profile }
    }

  /// The text of every page, by the key of its profile.
  private static func pages() throws -> [String: (name: String, text: String)] {
    var pages: [String: (name: String, text: String)] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let key = try #require(text.firstMatch(of: /(?m)^Profile `([^`]+)`, for/), "\(name)").1
      #expect(pages[String(key)] == nil, "\(key) has two pages")
      pages[String(key)] = (String(name.dropLast(3)), text)
    }
    return pages
  }

  /// The words in code voice; a bar is escaped in the cell of a table.
  private static func code(_ text: String) -> Set<String> {
    Set(
      text.matches(of: /`([^`\n]+)`/).map { $0.1.replacing("\\|", with: "|") }.map { String($0) })
  }

  private static func part(_ text: String, under heading: String) -> String {
    guard let start = text.range(of: "### \(heading)\n") else { return "" }
    let rest = text[start.upperBound...]
    return String(rest[..<(rest.range(of: "\n### ")?.lowerBound ?? rest.endIndex)])
  }

  @Test func `every profile has a page, every page a profile, and the index has them all`() throws {
    let pages = try Self.pages()
    #expect(Self.profiles.count >= 20)
    #expect(pages.keys.sorted() == Self.profiles.map(\.id).sorted())
    let index = try Samples.text("Sources/Pipeline/Documentation.docc/Profiles.md")
    for (key, page) in pages {
      #expect(index.contains("| `\(key)` | <doc:\(page.name)> |"), "\(key)")
    }
  }

  @Test(arguments: profiles.map(\.id))
  func `a page names the signs, the personal data, and what tells an unfinished answer`(
    id: String
  ) throws {
    let profile = try #require(Self.profiles.first { $0.id == id })
    let text = try #require(try Self.pages()[id]).text
    for heading in [
      "How it is recognised", "Identifier, time and unfinished answers", "Personal data",
      "What is seen and what is not", "How to export",
    ] {
      #expect(Self.part(text, under: heading).count > 20, "\(heading)")
    }
    let marks = Self.marks(profile)
    let recognised = Self.code(Self.part(text, under: "How it is recognised"))
    for mark in marks { #expect(recognised.contains(mark), "\(mark)") }
    let personal = Self.code(Self.part(text, under: "Personal data"))
    for name in profile.personal { #expect(personal.contains(name), "\(name)") }

    let times = Self.code(Self.part(text, under: "Identifier, time and unfinished answers"))
    for name in [profile.idColumns.first, profile.timeColumns.first].compactMap({ $0 }) {
      let shown = name.hasPrefix("@") ? String(name.dropFirst()) : name
      #expect(times.contains(shown), "\(name)")
    }
    for (name, values) in profile.incompleteValues {
      #expect(times.contains(name.hasPrefix("@") ? String(name.dropFirst()) : name), "\(name)")
      for value in values { #expect(times.contains(value), "\(value)") }
    }
    let all = Self.code(text)
    #expect(profile.completionColumns.first.map(all.contains) ?? true)
    if id != "limesurvey-vv" {
      for time in profile.timeSentinels { #expect(times.contains(time), "\(time)") }
    }
    if let name = profile.latestBy.first { #expect(times.contains(name)) }
    #expect((profile.container == .csv) == text.contains("### Header rows\n"))
  }

  private static func marks(_ profile: SourceProfile) -> [String] {
    var marks: [String] = []
    for sign in profile.recognise + profile.notSubmissions.map(\.sign) {
      marks += sign.mark.columns
      marks += sign.mark.first
      marks += [sign.mark.pattern, sign.root].compactMap { $0 }
      marks += sign.keys + sign.namespaces + sign.paths
      for (element, texts) in sign.texts { marks += [element] + texts }
    }
    return marks
  }
}
