import DialogueModel
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// What a run holds in memory changes nothing in what it writes.
@Suite struct MemoryLimitsTests {
  private static let sample = TestPlaces.package + "/samples/skolskjuts-rada"

  private static func output(
    _ memory: MemoryLimits, workers: Int, to out: String
  ) throws -> [String: Data] {
    var request = try DialogueRun.Request(
      dialogue: sample, out: out, at: "2026-06-02T08:00+02:00", workers: workers)
    request.memory = memory
    _ = try DialogueRun(request).execute()
    return try TestPlaces.files(below: out)
  }

  @Test func `a run with its memory on disk writes the same bytes`() throws {
    try TestPlaces.withFolder { folder in
      let usual = try Self.output(MemoryLimits(), workers: 1, to: folder + "/a")
      #expect(usual.count > 8)
      for workers in [1, 3] {
        let tight = try Self.output(
          MemoryLimits(digests: 3, listBytes: 50), workers: workers, to: folder + "/\(workers)")
        #expect(Set(tight.keys) == Set(usual.keys))
        for (name, data) in usual where tight[name] != data { Issue.record("\(name) differs") }
      }
    }
  }

  @Test func `without room on disk a run fails and leaves the previous output`() throws {
    try TestPlaces.withFolder { folder in
      let before = try Self.output(MemoryLimits(), workers: 2, to: folder + "/out")
      for memory in [
        MemoryLimits(digests: 5, folder: "/nowhere"),
        MemoryLimits(listBytes: 5, folder: "/nowhere"),
      ] {
        let error = #expect(throws: InspelError.self) {
          _ = try Self.output(memory, workers: 2, to: folder + "/out")
        }
        #expect(error?.code == .temporaryFailed)
      }
      #expect(try TestPlaces.files(below: folder + "/out") == before)
    }
  }
}
