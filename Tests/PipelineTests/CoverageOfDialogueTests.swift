import Foundation
import TestSupport
import Testing

/// `inspel coverage DIALOGUE` shows every count, and says that it is internal.
@Suite struct CoverageOfDialogueTests {
  private static let heading = "Internal: not for publication."
  private static let ages = [("16–24 år", 1), ("25–44 år", 1), ("45–64 år", 25), ("65–79 år", 30)]

  /// The sample with 57 persons by age, 1, 1, 25 and 30, of whom 7 have a disability.
  private func coverage(_ options: [String]) throws -> String {
    try TestPlaces.withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/samples", withIntermediateDirectories: true)
      try FileManager.default.createDirectory(
        atPath: folder + "/pipelines", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: TestPlaces.package + "/pipelines/codebooks",
        toPath: folder + "/pipelines/codebooks")
      let copy = folder + "/samples/dialogue"
      try FileManager.default.copyItem(atPath: RepresentationRunTests.sample, toPath: copy)
      try RepresentationRunTests.replace(
        #"place: "Var bor du?"}"#, #"place: "Var bor du?", disability: Funkis}"#,
        in: copy + "/dialogue.yaml")
      let head =
        "Nr;Jag svarar som;Var borde en mötesplats ligga?;När borde den vara öppen?;"
        + "Vad vill du ska finnas där?;Ålder;Kön;Var bor du?;Funkis\n"
      var rows = head
      for (age, count) in Self.ages {
        for number in 0..<count {
          let funkis = age == "65–79 år" && number < 7 ? "Ja" : "Nej"
          rows +=
            "\(age.prefix(2))\(number);Privatperson;Biblioteket;Kvällar;Text \(age) \(number);"
            + "\(age);Kvinna;Ekshärad;\(funkis)\n"
        }
      }
      for (name, text) in [
        ("traff-1-ekshard", rows), ("traff-2-biblioteket", head), ("traff-3-gymnasiet", head),
      ] {
        try text.write(
          toFile: "\(copy)/inputs/\(name).csv", atomically: true, encoding: .utf8)
      }
      let run = try ProgramRun(["coverage", copy] + options)
      return run.output
    }
  }

  /// What was half hidden followed from the rest: 59 − 27 − 30 are two groups of one.
  @Test func `small counts are shown, and sensitive ones, under a heading that says so`() throws {
    let words = try coverage([])
    #expect(words.hasPrefix(Self.heading), "\(words)")
    for (age, count) in Self.ages {
      let isShown = words.split(separator: "\n").contains { line in
        line.contains(age) && line.split(separator: " ").contains("\(count)")
      }
      #expect(isShown, "\(age): \(words)")
    }
    #expect(words.contains("Har en funktionsnedsättning"))
    #expect(!words.contains("not shown"))
  }

  @Test func `what stands by activity says it too`() throws {
    let words = try coverage(["--by-activity"])
    #expect(words.hasPrefix(Self.heading) || words.hasPrefix("No channel"), "\(words)")
  }

  @Test func `there is no option that seems to protect`() throws {
    let run = try ProgramRun(["coverage", RepresentationRunTests.sample, "--show-small"])
    #expect(run.status == 64)
  }
}
