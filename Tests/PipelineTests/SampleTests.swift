import DialogueModel
import Foundation
import Pipeline
import TestSupport
import Testing

/// The sample dialogue from its files to its annex.
@Suite struct SampleTests {
  static let sample = TestPlaces.package + "/samples/skolskjuts-rada"
  static let time = "2026-06-02T08:00+02:00"

  static func run(_ out: String, workers: Int = 2) throws -> RunReport {
    try DialogueRun(
      DialogueRun.Request(dialogue: sample, out: out, at: time, workers: workers)
    ).execute()
  }

  @Test func `the account is what facit says`() throws {
    try TestPlaces.withFolder { folder in
      let report = try Self.run(folder + "/out")
      var byKind: [String: [Int]] = [:]
      for source in report.account.sources {
        let kind = source.path.split(separator: "/").dropLast().joined(separator: "/")
        let key = source.path.hasSuffix(".csv") ? source.path : String(kind.prefix(15))
        let numbers = [
          source.read, source.incomplete, source.outOfPeriod, source.empty, source.duplicate,
          source.accepted, source.rejected,
        ]
        byKind[key] = zip(byKind[key] ?? Array(repeating: 0, count: 7), numbers).map(+)
      }
      // Read, incomplete, late, empty, duplicate, left, rejected: from facit.md.
      #expect(byKind["inputs/webbenkat.csv"] == [198, 12, 3, 5, 6, 172, 0])
      #expect(byKind["inputs/foraldraenkat.csv"] == [45, 0, 1, 2, 2, 40, 0])
      #expect(byKind["inputs/e-tjanst"] == [30, 0, 2, 0, 1, 27, 0])
      #expect(byKind["notes"] == [21, 0, 0, 0, 0, 21, 0])
      #expect(report.account.total.accepted == 260)
      #expect(report.findings.allSatisfy { $0.severity < .error })
    }
  }

  @Test func `the same input gives the same bytes, whatever the number of workers`() throws {
    try TestPlaces.withFolder { folder in
      _ = try Self.run(folder + "/one", workers: 1)
      let first = try TestPlaces.files(below: folder + "/one")
      #expect(first.count >= 6)
      for workers in [1, 2, 3] {
        _ = try Self.run(folder + "/again", workers: workers)
        let second = try TestPlaces.files(below: folder + "/again")
        #expect(first.keys.sorted() == second.keys.sorted())
        for (name, bytes) in first {
          #expect(second[name] == bytes, "\(name) differs with \(workers) workers")
        }
      }
    }
  }

  @Test func `what is planted to be masked is in no file of the output`() throws {
    try TestPlaces.withFolder { folder in
      _ = try Self.run(folder + "/out")
      let planted = try Self.plantedPersonalData()
      #expect(planted.count >= 14)
      for (name, bytes) in try TestPlaces.files(below: folder + "/out") {
        for secret in planted {
          #expect(
            bytes.range(of: Data(secret.utf8)) == nil,
            "\(name) holds planted personal data number \(planted.firstIndex(of: secret) ?? -1)")
        }
      }
    }
  }

  /// The pieces that facit.md says must be masked, as they stand in the inputs.
  static func plantedPersonalData() throws -> [String] {
    let text = try String(contentsOfFile: sample + "/facit.md", encoding: .utf8)
    let start = try #require(text.range(of: "## Planted personal data: must be masked"))
    // The table ends at the first line that is no row.
    return text[start.upperBound...].split(separator: "\n").prefix { $0.hasPrefix("|") }
      .dropFirst(2).compactMap { row in
        let cells = row.split(separator: "|")
        return cells.count == 4
          ? String(cells[2]).trimmingCharacters(in: .whitespaces) : nil
      }
  }

  @Test func `what must not be masked is left as it is`() throws {
    try TestPlaces.withFolder { folder in
      _ = try Self.run(folder + "/out")
      let register = try Data(
        contentsOf: URL(fileURLWithPath: folder + "/out/internal/register.sqlite"))
      for word in [
        "112", "1177", "kl. 07.15", "1 500 000 kr", "buss 600", "683 80 Hagfors", "KS 2026/118",
        "länsväg 62", "500 meter", "0,5 km",
      ] {
        #expect(register.range(of: Data(word.utf8)) != nil, "\(word) is gone")
      }
    }
  }

  @Test func `verify agrees with a fresh output, and with no changed one`() throws {
    try TestPlaces.withFolder { folder in
      let out = folder + "/out"
      _ = try Self.run(out)
      let fresh = try OutputVerification(out: out, dialogue: nil).execute()
      #expect(fresh.agrees)
      #expect(
        fresh.checks.map(\.name) == [
          "sources", "outputs", "lists", "figures", "documents", "accounts", "quotations",
        ])
      #expect(fresh.checks.allSatisfy { $0.total > 0 })

      let annex = out + "/internal/annex.json"
      let text = try String(contentsOfFile: annex, encoding: .utf8)
      let forged = text.replacing("\"260\"", with: "\"261\"")
      #expect(forged != text)
      try forged.write(toFile: annex, atomically: true, encoding: .utf8)
      let stale = try OutputVerification(out: out, dialogue: nil).execute()
      #expect(!stale.agrees)
      #expect(stale.findings.contains { $0.code == .verifyHash })
      #expect(stale.findings.contains { $0.code == .verifyFigure })
    }
  }

  @Test func `the order of the rows changes no figure`() throws {
    try TestPlaces.withFolder { folder in
      let copy = folder + "/dialogue"
      try FileManager.default.copyItem(atPath: Self.sample, toPath: copy)
      let file = copy + "/inputs/foraldraenkat.csv"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let shuffled = try Self.reverseRecords(text)
      try shuffled.write(toFile: file, atomically: true, encoding: .utf8)
      func figures(_ dialogue: String, _ out: String) throws -> (RunReport, [String]) {
        let report = try DialogueRun(
          .init(dialogue: dialogue, out: out, at: Self.time, workers: 2)
        ).execute()
        let data = try Data(contentsOf: URL(fileURLWithPath: out + "/internal/annex.json"))
        let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let marks = (json?["figures"] as? [[String: Any]] ?? []).map {
          "\($0["key"] ?? "") \($0["value"] ?? "")"
        }
        return (report, marks)
      }
      let (before, figuresBefore) = try figures(Self.sample, folder + "/a")
      let (after, figuresAfter) = try figures(copy, folder + "/b")
      #expect(before.account.total == after.account.total)
      #expect(before.viewpoints == after.viewpoints)
      #expect(before.tags == after.tags)
      #expect(figuresBefore.count > 20)
      #expect(figuresBefore == figuresAfter)
    }
  }

  /// A CSV text with its records after the header in reverse order.
  static func reverseRecords(_ text: String) throws -> String {
    var records: [String] = []
    var current = ""
    var isQuoted = false
    for character in text {
      current.append(character)
      if character == "\"" { isQuoted.toggle() }
      if character.isNewline, !isQuoted {
        records.append(current)
        current = ""
      }
    }
    if !current.isEmpty { records.append(current + "\r\n") }
    let header = try #require(records.first)
    return header + records.dropFirst().reversed().joined()
  }
}
