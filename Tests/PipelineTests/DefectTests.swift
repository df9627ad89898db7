import DialogueModel
import Foundation
import Pipeline
import TestSupport
import Testing

/// Each folder of samples/defects is wrong in one way; its expected.txt says what is found.
@Suite struct DefectTests {
  static let folder = TestPlaces.package + "/samples/defects"

  static let names: [String] = {
    let items = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return items.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/expected.txt") }
      .sorted()
  }()

  @Test func `there is a sample of every defect that is promised`() {
    #expect(
      Self.names == [
        "binary-file", "damaged-letters", "empty-file", "header-drift", "header-twice",
        "invalid-dialogue", "invalid-utf-8", "missing-column", "missing-file", "no-case",
        "period-reversed", "ragged-rows", "same-export", "stray-quote", "truncated-xml",
        "unknown-delimiter", "unknown-group", "unterminated-quote",
      ])
  }

  @Test(arguments: names) func `the defect is found and told`(name: String) throws {
    let text = try String(contentsOfFile: "\(Self.folder)/\(name)/expected.txt", encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    try TestPlaces.withFolder { folder in
      let run = try ProgramRun([
        "run", "\(Self.folder)/\(name)", "--at", "2026-06-02", "--out", folder + "/out",
      ])
      #expect("exit \(run.status)" == lines.first, "\(run.messages)")
      #expect(lines.count > 1)
      for line in lines.dropFirst() where !line.hasPrefix("account ") {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        let place = words[1].replacing(/(line \d+) record/, with: { "\($0.1), record" })
        #expect(
          run.messages.split(separator: "\n").contains {
            $0.contains(": \(place): ") && $0.hasSuffix("(\(words[0]))")
          }, "\(line) is not among:\n\(run.messages)")
      }
      // A run that is refused writes nothing; one that goes on balances.
      let account = folder + "/out/internal/account.json"
      if run.status == 1 {
        #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
      } else {
        let data = try Data(contentsOf: URL(fileURLWithPath: account))
        let document = try JSONDecoder().decode(AccountDocument.self, from: data)
        let total = document.total
        #expect(
          total.read
            == total.accepted + total.duplicate + total.empty + total.outOfPeriod
            + total.incomplete + total.rejected)
        let counts = [
          "accepted": total.accepted, "duplicate": total.duplicate, "rejected": total.rejected,
        ]
        let promised = lines.filter { $0.hasPrefix("account ") }.map { $0.split(separator: " ") }
        #expect(!promised.isEmpty)
        for words in promised { #expect(counts[String(words[1])] == Int(words[2]), "\(words)") }
      }
    }
  }
}
