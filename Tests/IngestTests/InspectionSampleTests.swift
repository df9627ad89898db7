import DialogueModel
import Foundation
import Ingest
import TestSupport
import Testing

/// Large files are sampled, and it is said; values are shown when asked for.
@Suite struct InspectionSampleTests {
  private static func table(_ count: Int) -> String {
    "nr;tid;synpunkt;e-post\r\n"
      + (1...count).map {
        "\($0);2026-03-0\($0 % 9 + 1) 10:00;Synpunkt nummer \($0) om bussen;a\($0)@example.se\r\n"
      }.joined()
  }

  private static func xml(_ count: Int) -> String {
    "<svar>"
      + (1...count).map { "<post nr=\"\($0)\"><text>Synpunkt nummer \($0) om bussen</text></post>" }
      .joined() + "</svar>"
  }

  private static func inspect(_ text: String, _ scope: InspectionScope) throws -> InspectedFile {
    let inspector = FileInspector(
      profiles: Pipelines.profiles, dimensions: Pipelines.dimensions, scope: scope)
    return try withFile(Array(text.utf8), named: "fil") { inspector.one(path: $0, shownAs: "fil") }
  }

  @Test(arguments: [table(20_000), xml(20_000)])
  func `a large file is sampled and its records estimated`(text: String) throws {
    let scope = InspectionScope(wholeFileLimit: 100_000, sampleBytes: 200_000)
    let sampled = try Self.inspect(text, scope)
    let sample = try #require(sampled.sample)
    #expect(sample.bytes >= 200_000 && sample.bytes < text.utf8.count)
    #expect(sample.records > 1000 && sample.records < 20_000)
    #expect(abs(sampled.records - 20_000) < 3000)
    var full = scope
    full.isFull = true
    let whole = try Self.inspect(text, full)
    #expect(whole.sample == nil && whole.records == 20_000)
    #expect(sampled.sha256 == whole.sha256)
    #expect(sampled.columns.map(\.role) == whole.columns.map(\.role))
    #expect(!sampled.findings.contains { $0.severity == .error })
    #expect(sampled.source == whole.source)
  }

  @Test func `values are kept only when asked for, and never those of personal data`() throws {
    let text = Self.table(50)
    let silent = try Self.inspect(text, InspectionScope())
    #expect(silent.columns.allSatisfy { $0.examples == nil })
    #expect(!String(decoding: try silent.json, as: UTF8.self).contains("nummer 7"))
    let shown = try Self.inspect(text, InspectionScope(keepsValues: true))
    #expect(shown.columns[2].examples?.count == 3)
    #expect(shown.columns[2].examples?.first == "Synpunkt nummer 1 om bussen")
    #expect(shown.columns[3].role == .dropped && shown.columns[3].examples == nil)
    #expect(!String(decoding: try shown.json, as: UTF8.self).contains("@example.se"))
  }

  @Test func `a table wider than the limit is refused with the limit`() throws {
    let scope = InspectionScope(limits: SourceLimits(columns: 10))
    let wide = (1...11).map { "kolumn \($0)" }.joined(separator: ";") + "\n" + "a;b\n"
    let file = try Self.inspect(wide, scope)
    #expect(file.findings.contains { $0.summary.contains("10") && $0.severity == .error })
    #expect(file.kind == .unknown)
  }
}
