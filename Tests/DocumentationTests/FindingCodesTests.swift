import DialogueModel
import TestSupport
import Testing

/// The page *Finding codes* and the catalogue say the same, and no code is only documented.
@Suite struct FindingCodesTests {
  private static func rows() throws -> [[String]] {
    let part = Pages.part(try Pages.text("FindingCodes"), under: "## The codes")
    return Array(Pages.rows(part).dropFirst())
  }

  @Test func `the page has every code once, in the order of their names, and no other`() throws {
    let codes = try Self.rows().map { Pages.code($0[0]).first }
    #expect(codes == FindingCode.all.map { Optional($0.rawValue) })
  }

  @Test func `each code stands with its severity, its meaning and what to do`() throws {
    for row in try Self.rows() {
      let code = FindingCode(rawValue: try #require(Pages.code(row[0]).first))
      #expect(row.count == 4, "\(code.rawValue)")
      #expect(row[1] == code.severity.rawValue, "\(code.rawValue)")
      #expect(row[2] == code.meaning, "\(code.rawValue)")
      #expect(row[3].count > 5 && row[3].hasSuffix("."), "\(code.rawValue)")
    }
  }

  @Test func `every code that the sources name is in the catalogue`() throws {
    let known = Set(FindingCode.all.map(\.rawValue))
    var named = 0
    for (path, text) in try Pages.swiftFiles() {
      for match in text.matches(of: /FindingCode\(rawValue: "([^"]+)"\)/) {
        named += 1
        #expect(known.contains(String(match.1)), "\(path) names \(match.1)")
      }
    }
    #expect(named >= known.count)
  }

  @Test func `every code of the catalogue is given by something`() throws {
    let catalogue = "FindingCode+Catalogue.swift"
    let files = try Pages.swiftFiles()
    let text = try #require(files["DialogueModel/" + catalogue])
    // The annex only puts codes into words; it finds nothing.
    let users = files.filter { !$0.key.hasSuffix(catalogue) && !$0.key.hasPrefix("Annex/") }
    var used = Set<Substring>()
    for (_, text) in users { for match in text.matches(of: /\.(\w+)\b/) { used.insert(match.1) } }
    let declared = text.matches(
      of: /static let (\w+) = FindingCode\(rawValue: "([^"]+)"\)/)
    #expect(declared.count == FindingCode.all.count)
    let unused = declared.filter { !used.contains($0.1) }.map { String($0.2) }
    #expect(unused.isEmpty)
  }
}
