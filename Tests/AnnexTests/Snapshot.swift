import Foundation
import Testing

/// Compares bytes with a file beside the tests.
///
/// With `RECORD_SNAPSHOTS=1` the file is written instead, and the test fails: what was recorded
/// has to be looked at before it can be passed.
func expectSnapshot(
  _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try Data(bytes).write(to: file)
    Issue.record("recorded \(name); look at it", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false)
  let actual = String(decoding: bytes, as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false)
  for (number, (old, new)) in zip(expected, actual).enumerated() where old != new {
    Issue.record(
      "\(name) line \(number + 1) was\n\(old.prefix(400))\nand is\n\(new.prefix(400))",
      sourceLocation: sourceLocation)
    return
  }
  #expect(actual.count == expected.count, "\(name)", sourceLocation: sourceLocation)
}
