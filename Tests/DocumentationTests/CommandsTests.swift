import Foundation
import TestSupport
import Testing

/// The page *Commands* and what the program's own help says.
@Suite struct CommandsTests {
  /// Options that every command has.
  private static let common: Set<String> = ["--help", "--version"]

  /// What the program's help says of each command; asked once.
  private static let helps = Result<[String: String], any Error> {
    var helps: [String: String] = [:]
    for command in try listed() { helps[command] = try ask(["help", command]) }
    return helps
  }

  private static func ask(_ arguments: [String]) throws -> String {
    let run = try ProgramRun(arguments)
    #expect(run.status == 0, "\(run.messages)")
    return run.output
  }

  private static func listed() throws -> [String] {
    let lines = try ask(["help"]).split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("SUBCOMMANDS") })
    return lines[(start + 1)...].prefix { !$0.isEmpty }.compactMap { line in
      // A command stands two blanks in; what goes on from the line before stands further in.
      line.hasPrefix("  ") && !line.hasPrefix("   ")
        ? line.split(separator: " ").first.map(String.init) : nil
    }
  }

  private static func commands() throws -> [String] { try helps.get().keys.sorted() }

  private static func options(_ text: String) -> Set<String> {
    Set(text.matches(of: /--[a-z][a-z-]*/).map { String($0.0) })
  }

  @Test func `the page has a section for every command and for no other`() throws {
    let page = try Pages.text("Commands")
    let sections = page.matches(of: /(?m)^## inspel (\w+)$/).map { String($0.1) }
    #expect(try sections.sorted() == Self.commands())
    #expect(sections.count >= 9)
  }

  @Test func `every option of a command stands in its table, and no other does`() throws {
    let page = try Pages.text("Commands")
    for (command, help) in try Self.helps.get() {
      // The discussion may name options of other commands; what counts is the list.
      let list = help.range(of: "OPTIONS:").map { String(help[$0.lowerBound...]) } ?? ""
      let offered =
        Set(list.matches(of: /(?m)^  (?:-\w, )?(--[a-z][a-z-]*)/).map { String($0.1) })
        .subtracting(Self.common)
      let section = Pages.part(page, under: "## inspel \(command)")
      let documented = Set(Pages.keys(section).filter { $0.hasPrefix("--") })
      #expect(documented == offered, "inspel \(command)")
    }
  }

  @Test func `every option that a command's usage line shows stands in the page's`() throws {
    let page = try Pages.text("Commands")
    for (command, help) in try Self.helps.get() {
      let usage = try #require(help.range(of: "USAGE:"))
      let rest = help[usage.lowerBound...]
      let end = rest.range(of: "\n\n")?.lowerBound ?? rest.endIndex
      let shown = Self.options(String(rest[..<end]))
      let section = Pages.part(page, under: "## inspel \(command)")
      let block = section.split(separator: "```", omittingEmptySubsequences: false)
      #expect(block.count > 1, "inspel \(command)")
      #expect(Self.options(String(block.dropFirst().first ?? "")) == shown, "inspel \(command)")
    }
  }

  @Test func `the README names every command`() throws {
    let readme = try String(contentsOfFile: TestPlaces.package + "/README.md", encoding: .utf8)
    let part = Pages.part(readme, under: "## Commands")
    for command in try Self.commands() {
      #expect(part.contains("`inspel \(command)"), "inspel \(command)")
    }
  }
}
