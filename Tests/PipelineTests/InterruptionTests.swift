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
      let whole = try ProgramRun([
        "run", SampleTests.sample, "--at", "2026-06-02", "--out", folder + "/other",
      ])
      #expect(whole.status == 0, "\(whole.messages)")
      let after = try TestPlaces.files(below: folder + "/other")

      // The moments are spread over a whole run. How long one takes depends on what else the machine
      // does, so that it is measured again and again; a run that ended before its moment says how
      // long it took, and the moment is tried again.
      var duration = 0.0
      for moment in 0..<20 {
        if moment % 5 == 0 {
          duration = try #require(try Self.run(to: folder + "/other", killedAfter: 600))
        }
        let share = (Double(moment) + Double.random(in: 0..<1)) / 20
        while let whole = try Self.run(to: out, killedAfter: share * duration) {
          duration = whole
          #expect(try TestPlaces.files(below: out) == after, "moment \(moment) changed an output")
          try Self.restore(out)
        }
        let now = try TestPlaces.files(below: out)
        #expect(now == before || now == after, "moment \(moment) left something else")
        if now == after { try Self.restore(out) }
      }
      _ = try DialogueRun(
        .init(dialogue: SampleTests.sample, out: out, at: "2026-06-02", workers: 2)
      ).execute()
      let leftovers = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.contains("draft") }
      #expect(leftovers.isEmpty)
    }
  }

  /// Runs the sample, and kills the run after some seconds.
  ///
  /// - Returns: How many seconds the run took when it ended before that; `nil` when it was killed.
  private static func run(to out: String, killedAfter seconds: Double) throws -> Double? {
    let process = ProgramRun.process([
      "run", SampleTests.sample, "--at", "2026-06-02", "--out", out,
    ])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    let begun = ContinuousClock.now
    let cameToItsEnd = ended.wait(timeout: .now() + seconds) == .success
    let whole = ContinuousClock.now - begun
    if !cameToItsEnd { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let wasKilled = process.terminationReason == .uncaughtSignal
    #expect(process.terminationStatus == (wasKilled ? SIGKILL : 0))
    return wasKilled ? nil : whole / .seconds(1)
  }

  /// Puts the output from before in the place of the new one; what a killed run left beside the
  /// output is gone after this.
  private static func restore(_ out: String) throws {
    try FileManager.default.removeItem(atPath: out)
    _ = try DialogueRun(
      .init(dialogue: SampleTests.sample, out: out, at: "2026-06-01", workers: 2)
    ).execute()
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
