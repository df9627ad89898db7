import Foundation
import TestSupport
import Testing

/// Links between pages lead somewhere.
///
/// `make docs` finds what else can be wrong with a page.
@Suite struct LinkTests {
  @Test func `there are pages`() { #expect(Pages.names.count >= 13) }

  @Test(arguments: Pages.names)
  func `every link of a page has a page`(name: String) throws {
    let text = try Pages.text(name)
    for match in text.matches(of: /<doc:([^>#]+)(#[^>]*)?>/) {
      #expect(Pages.names.contains(String(match.1)), "\(name) links to \(match.1)")
    }
  }

  @Test func `the first page leads to every other, and the page Profiles to every profile`() throws
  {
    func linked(_ page: String) throws -> [String] {
      let topics = Pages.part(try Pages.text(page), under: "## Topics")
      return topics.matches(of: /<doc:([^>]+)>/).map { String($0.1) }.sorted()
    }
    #expect(
      try linked("Pipeline")
        == Pages.names.filter { $0 != "Pipeline" && !Pages.profiles.contains($0) })
    #expect(try linked("Profiles") == Pages.profiles)
    #expect(Pages.profiles.count >= 20)
  }

  @Test func `every link of the README within the project has a file`() throws {
    let readme = try String(contentsOfFile: TestPlaces.package + "/README.md", encoding: .utf8)
    let links = readme.matches(of: /\]\(([^)]+)\)/).map { String($0.1) }
      .filter { !$0.hasPrefix("https://") }
    #expect(links.count >= 12)
    for link in links {
      #expect(FileManager.default.fileExists(atPath: TestPlaces.package + "/" + link), "\(link)")
    }
  }
}
