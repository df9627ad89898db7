import Foundation
import TestSupport
import Testing

/// The order of rows changes no figure.
@Suite struct ShuffleTests {
  /// The records of a CSV text, each with its line end, cut where no quote is open.
  private static func records(_ text: String) -> [String] {
    var records: [String] = []
    var record = ""
    var isQuoted = false
    for scalar in text.unicodeScalars {
      record.unicodeScalars.append(scalar)
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == "\n", !isQuoted {
        records.append(record)
        record = ""
      }
    }
    return record.isEmpty ? records : records + [record]
  }

  private static func figures(_ folder: String) throws -> [String: String] {
    let data = try Data(
      contentsOf: URL(fileURLWithPath: folder + "/out/internal/annex.json"))
    let document = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let figures = try #require(document["figures"] as? [[String: Any]])
    return Dictionary(
      figures.map { ("\($0["key"] ?? "")", "\($0["value"] ?? "")") }, uniquingKeysWith: { $1 })
  }

  @Test(arguments: [1, 2]) func `rows in another order give the same figures`(seed: Int) throws {
    let sample = TestPlaces.package + "/samples/skolskjuts-rada"
    try TestPlaces.withFolder { root in
      var all: [[String: String]] = []
      for isShuffled in [false, true] {
        let folder = root + "/\(isShuffled)"
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
        for item in try FileManager.default.contentsOfDirectory(atPath: sample) where item != "out"
        {
          try FileManager.default.copyItem(
            atPath: sample + "/" + item, toPath: folder + "/" + item)
        }
        if isShuffled {
          var state = UInt64(seed)
          for name in ["webbenkat.csv", "foraldraenkat.csv"] {
            let path = folder + "/inputs/" + name
            let text = try String(contentsOfFile: path, encoding: .utf8)
            var records = Self.records(text)
            #expect(records.count > 20)
            for index in stride(from: records.count - 1, to: 1, by: -1) {
              state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
              records.swapAt(index, 1 + Int((state >> 33) % UInt64(index)))
            }
            let joined = records.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
            #expect(joined != text)
            try joined.write(toFile: path, atomically: true, encoding: .utf8)
          }
        }
        let run = try ProgramRun(["run", folder, "--at", "2026-06-02T08:00+02:00"])
        #expect(run.status == 0, "\(run.messages)")
        all.append(try Self.figures(folder))
      }
      #expect(all[0].count > 50)
      #expect(all[0] == all[1])
    }
  }
}
