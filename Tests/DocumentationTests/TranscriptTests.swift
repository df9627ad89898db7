import Foundation
import TestSupport
import Testing

/// The README's transcript is what the program prints.
///
/// `RECORD_SNAPSHOTS=1 swift test --filter TranscriptTests` writes it anew; the test that records
/// fails, so that nobody records without looking.
@Suite struct TranscriptTests {
  private static let readme = TestPlaces.package + "/README.md"
  private static let begin = "<!-- transcript: make run -->\n```\n$ make run\n"
  private static let end = "```\n<!-- end -->"

  @Test func `make run still runs the sample with these arguments`() throws {
    let makefile = try String(
      contentsOfFile: TestPlaces.package + "/Makefile", encoding: .utf8)
    #expect(makefile.contains("run: build\n\t@$(RELEASE) run $(SAMPLE) --at $(AT)\n"))
    #expect(!Sample.folder.isEmpty && !Sample.time.isEmpty)
  }

  @Test func `the transcript is what make run prints after the build`() throws {
    let text = try String(contentsOfFile: Self.readme, encoding: .utf8)
    let start = try #require(text.range(of: Self.begin))
    let rest = text[start.upperBound...]
    let stop = try #require(rest.range(of: Self.end))
    let recorded = String(rest[..<stop.lowerBound])
    let printed = try TestPlaces.withFolder { folder in
      let out = folder + "/out"
      let run = try TerminalRun(
        ["run", Sample.folder, "--at", Sample.time, "--out", out], folder: TestPlaces.package)
      #expect(run.status == 0)
      return run.lines.map {
        $0.replacing(out, with: "…/\(Sample.folder)/out") + "\n"
      }.joined()
    }
    #expect(printed.contains("internal/annex.html"))
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      let new = text[..<start.upperBound] + printed + rest[stop.lowerBound...]
      try String(new).write(toFile: Self.readme, atomically: true, encoding: .utf8)
      Issue.record("recorded; look at the README and run the test again without recording")
    } else {
      #expect(printed == recorded)
    }
  }
}
