import DialogueModel
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// A table is looked at in pieces, and nothing in it is passed over or told twice.
@Suite struct GatePieceTests {
  private let gate = PublicationGate(
    rule: RepresentationRule(), cleared: [], hasNumberKey: true)

  private func findings(_ text: String) throws -> Int {
    try TestPlaces.withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/public", withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/public/a.csv"))
      return gate.personalData("public/a.csv", in: folder).count
    }
  }

  @Test(arguments: ["", "id;themes\r\n", "id;themes\r\nHD-234567;T1", "id;themes\nHD-234567;T1\n"])
  func `a table without personal data has no finding`(text: String) throws {
    #expect(try findings(text) == 0)
  }

  @Test(arguments: [0, 1, 2, 7, 14, 15, 16, 21])
  func `a number across the end of a piece is found once`(offset: Int) throws {
    let row = "Ring 070-174 06 05\r\n"
    let plain = "HD-23456B;T1 T2\r\n"
    let length = (1 << 20) - offset
    var text = String(repeating: plain, count: length / plain.utf8.count - 2)
    text += String(repeating: "x", count: length - text.utf8.count - 2) + "\r\n"
    #expect(text.utf8.count == length)
    text += row + String(repeating: plain, count: 70_000)
    #expect(try findings(text) == 1)
    // And in the last line, which has no end.
    #expect(try findings(text + "070-174 06 05") == 2)
  }

  @Test func `a line longer than a piece is looked at whole`() throws {
    let long = String(repeating: "ord ", count: 700_000)
    #expect(try findings(long + "070-174 06 05 " + long + "\r\nHD-23456B;T1\r\n") == 1)
  }

  @Test func `a file that is not there stands in the way`() {
    #expect(gate.personalData("public/a.csv", in: "/nowhere").count == 1)
  }
}
