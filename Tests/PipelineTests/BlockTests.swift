import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// How a source is cut and how many threads read it changes nothing in what a run writes.
@Suite struct BlockTests {
  /// A table of more than a megabyte in which nearly every row has something that a cut could hurt:
  /// line breaks and doubled quotes in fields, quotes that are not doubled, letters in two signs,
  /// rows that are sent twice, blank rows, rows that are too short, and one very long answer.
  private static func table() -> String {
    var text = "id;tid;ålder;betyg;svar\r\n"
    for row in 1...5_000 {
      let said = String(repeating: "Gatan vid skolan är mörk. ", count: 8 + row % 7)
      let answer =
        switch row % 11 {
        case 0: "\"\(said)\nRad två nr \(row)\""
        case 1: "\"Han sa \"\"nej\"\" \(said)\(row)\""
        case 2: "\"Torget\" är bäst \(said)\(row)"
        case 3: "Utan citattecken \"här\" \(said)\(row)"
        case 4: "\"Ga\u{30A}ngva\u{308}g \(said)\(row)\""
        case 5: "\"\(said)\""
        case 6: row % 7 == 0 ? "" : "\"Ring 070-174 06 05 \(said)\(row)\""
        default: "\"\(said)\(row)\""
        }
      let long = row == 3_000 ? String(repeating: "mycket ", count: 40_000) : ""
      text +=
        "\(row);2026-04-\(10 + row % 20) 12:00;\(15 + row % 70);\(answer.isEmpty ? "" : "\(row % 5 + 1)");"
      text += long.isEmpty ? answer : "\"\(long)\""
      text += "\r\n"
      if row % 500 == 0 { text += "\r\n\(row);kort\r\n" }
    }
    return text
  }

  private static func makeDialogue(_ folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try table().write(toFile: folder + "/svar.csv", atomically: true, encoding: .utf8)
    try """
    codebook:
      id: prov
      version: 1.0.0
      status: prov
      language: sv
      matching:
        inflections: ['', en, an, ar]
        weights: {fras: 3, led: 2, slut: 2, ord: 2, svag: 1}
        threshold: 2
        max_themes_per_viewpoint: 3
      themes:
        - {id: T1, key: gator, label: Gator, led: [gat], ord: [torg]}
        - {id: T2, key: skola, label: Skola, led: [skol]}
    """.write(toFile: folder + "/kodbok.yaml", atomically: true, encoding: .utf8)
    try """
    targetGroups:
      id: prov
      version: 1.0.0
      dimensions:
        - id: age
          label: Ålder
          unknown: []
          groups:
            - {id: unga, label: Unga, from: 0, through: 24, answers: []}
            - {id: aldre, label: Äldre, from: 25, through: 120, answers: []}
    """.write(toFile: folder + "/grupper.yaml", atomically: true, encoding: .utf8)
    try """
    dialogue:
      id: prov
      title: Prov
      type: medborgardialog
      municipality: Exempelby kommun
      synthetic: true
      idPrefix: PR
    case:
      registryNumber: P 1
      title: Prov
      decidingBody: Kommunfullmäktige
      plannedDecision: 2026-09-22
    purpose: Att prova.
    influence: {scale: skr5, step: konsultation, open: [ingenting]}
    period: {from: 2026-04-01, through: 2026-05-31}
    channels:
      - {id: enkat, label: Enkät, countsPersons: true}
    sources:
      - path: svar.csv
        profile: generic-csv
        channel: enkat
        id: id
        time: tid
        text: [svar]
        closed: [betyg]
        background: {age: ålder}
    codebook: kodbok.yaml
    targetGroups: grupper.yaml
    reference: none
    referenceReason: Provet jämför ingenting.
    """.write(toFile: folder + "/dialogue.yaml", atomically: true, encoding: .utf8)
  }

  private static func output(
    _ folder: String, workers: Int, blockSize: Int
  ) throws -> [String: Data] {
    let out = folder + "/../out-\(workers)-\(blockSize)"
    var request = try DialogueRun.Request(
      dialogue: folder, out: out, at: "2026-06-02T08:00+02:00", workers: workers)
    request.memory.blockSize = blockSize
    _ = try DialogueRun(request).execute()
    return try TestPlaces.files(below: out)
  }

  @Test func `blocks and workers make no difference to any byte`() throws {
    try TestPlaces.withFolder { root in
      let folder = root + "/dialog"
      try Self.makeDialogue(folder)
      let usual = try Self.output(folder, workers: 1, blockSize: 1 << 20)
      #expect(usual["internal/register.sqlite"].map { $0.count > 1 << 20 } == true)
      let account = try #require(
        try JSONSerialization.jsonObject(with: usual["internal/account.json"] ?? Data())
          as? [String: Any])
      let total = try #require(account["total"] as? [String: Int])
      #expect(total["read"] == 5_010)
      #expect(total["rejected"] == 10)
      #expect((total["duplicate"] ?? 0) > 0 && (total["empty"] ?? 0) > 0)
      for (workers, blockSize) in [
        (1, 64 << 10), (2, 64 << 10), (3, 64 << 10), (2, 4 << 20), (3, 1 << 20),
      ] {
        let other = try Self.output(folder, workers: workers, blockSize: blockSize)
        #expect(Set(other.keys) == Set(usual.keys))
        for (name, data) in usual where other[name] != data {
          Issue.record("\(name) is another with \(workers) workers and blocks of \(blockSize)")
        }
      }
    }
  }
}
