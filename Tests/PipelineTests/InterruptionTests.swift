import Foundation
import Pipeline
import TestSupport
import Testing

/// A run that is killed leaves the previous output whole, or a complete new one.
@Suite(.serialized) struct InterruptionTests {
  @Test func `SIGKILL at twenty moments never leaves half an output`() throws {
    try TestPlaces.withFolder { folder in
      let out = folder + "/out"
      _ = try DialogueRun(
        .init(dialogue: SampleTests.sample, out: out, at: "2026-06-01", workers: 2)
      ).execute()
      let before = try TestPlaces.files(below: out)
      // How long a whole run takes here, so that the moments are spread over it.
      let begun = ContinuousClock.now
      let whole = try ProgramRun([
        "run", SampleTests.sample, "--at", "2026-06-02", "--out", folder + "/other",
      ])
      #expect(whole.status == 0, "\(whole.messages)")
      let duration = ContinuousClock.now - begun
      let after = try TestPlaces.files(below: folder + "/other")

      var killed = 0
      var random = SystemRandomNumberGenerator()
      for moment in 0..<20 {
        let process = ProgramRun.process([
          "run", SampleTests.sample, "--at", "2026-06-02", "--out", out,
        ])
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let share = (Double(moment) + Double.random(in: 0..<1, using: &random)) / 20 * 1.05
        Thread.sleep(
          forTimeInterval: share * Double(duration.components.attoseconds) / 1e18
            + share * Double(duration.components.seconds))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal { killed += 1 }
        let now = try TestPlaces.files(below: out)
        #expect(now == before || now == after, "moment \(moment) left something else")
        // What a killed run left beside the output is gone after the next whole run.
        if now == after {
          try FileManager.default.removeItem(atPath: out)
          _ = try DialogueRun(
            .init(dialogue: SampleTests.sample, out: out, at: "2026-06-01", workers: 2)
          ).execute()
        }
      }
      #expect(killed >= 10, "only \(killed) of 20 runs were still going when they were killed")
      _ = try DialogueRun(
        .init(dialogue: SampleTests.sample, out: out, at: "2026-06-02", workers: 2)
      ).execute()
      let leftovers = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.contains("draft") }
      #expect(leftovers.isEmpty)
    }
  }

  @Test func `a folder with something else in it is never replaced`() throws {
    try TestPlaces.withFolder { folder in
      let mine = folder + "/mine.txt"
      try "mine".write(toFile: mine, atomically: true, encoding: .utf8)
      let run = try ProgramRun([
        "run", SampleTests.sample, "--at", "2026-06-02", "--out", folder,
      ])
      #expect(run.status == 1)
      #expect(run.messages.contains("(output.failed)"))
      #expect(try String(contentsOfFile: mine, encoding: .utf8) == "mine")
    }
  }
}
