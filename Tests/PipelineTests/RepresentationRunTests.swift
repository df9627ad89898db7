import Annex
import DialogueModel
import Foundation
import Pipeline
import TestSupport
import Testing

/// The sample of three meetings from its files to its annex.
///
/// The figures are counted and raked by another program.
@Suite struct RepresentationRunTests {
  static let sample = TestPlaces.package + "/samples/motesplatser-unga"
  static let time = "2026-10-05T08:00+02:00"

  /// Runs the program on a copy of the sample with its files changed.
  static func run(
    in folder: String, _ change: (String) throws -> Void = { _ in }, more: [String] = []
  ) throws -> ProgramRun {
    let copy = folder + "/samples/dialogue"
    if !FileManager.default.fileExists(atPath: copy) {
      // The sample names the codebook that comes with the program, two folders up.
      for name in ["samples", "pipelines"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
      }
      try FileManager.default.copyItem(
        atPath: TestPlaces.package + "/pipelines/codebooks",
        toPath: folder + "/pipelines/codebooks")
      try FileManager.default.copyItem(atPath: sample, toPath: copy)
    }
    try change(copy)
    return try ProgramRun(["run", copy, "--at", time, "--out", folder + "/out"] + more)
  }

  static func replace(_ old: String, _ new: String, in file: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try #require(text.contains(old), "\(old)")
    try text.replacingOccurrences(of: old, with: new)
      .write(toFile: file, atomically: true, encoding: .utf8)
  }

  /// The figures of an edition, by key.
  static func figures(_ folder: String, _ edition: String) throws -> [String: [Double]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/out/\(edition)/annex.json"))
    var values: [String: [Double]] = [:]
    func walk(_ item: Any) {
      if let list = item as? [Any] { list.forEach(walk) }
      guard let map = item as? [String: Any] else { return }
      if let key = map["key"] as? String, let value = map["value"] as? [String: Any],
        let numbers = value["numbers"] as? [Double]
      {
        values[key] = numbers
      }
      map.values.forEach(walk)
    }
    walk(try JSONSerialization.jsonObject(with: data))
    return values
  }

  static func page(_ folder: String, _ edition: String) throws -> String {
    try String(contentsOfFile: "\(folder)/out/\(edition)/annex.html", encoding: .utf8)
  }

  static let place = "closed/traffar/Var borde en mötesplats ligga?"

  @Test func `closed answers are counted, and weighted as another program weights them`() throws {
    try TestPlaces.withFolder { folder in
      #expect(try Self.run(in: folder).status == 0)
      let figures = try Self.figures(folder, "internal")
      #expect(figures["\(Self.place).asked"] == [205])
      #expect(figures["\(Self.place).answered"] == [198])
      #expect(figures["\(Self.place).missing"] == [7])
      #expect(figures["\(Self.place).organisations"] == [3])
      // Iterative fitting to age and sex, the unknown keeping their share, in plain Python.
      let golden: [(String, Int, Double)] = [
        ("Biblioteket", 57, 0.3129710451), ("Fritidsgården", 51, 0.2446389118),
        ("Någon annanstans", 11, 0.0463004557), ("Sporthallen", 33, 0.1889720888),
        ("En lokal i centrum", 46, 0.2071174986),
      ]
      for (answer, count, weighted) in golden {
        #expect(figures["\(Self.place)/\(answer).count"] == [Double(count)])
        let found = try #require(figures["\(Self.place)/\(answer).weighted"]?.first)
        #expect(abs(found - weighted) < 1e-9, "\(answer): \(found)")
      }
      #expect(figures["weights/traffar.effective"] == [168])
      let effect = try #require(figures["weights/traffar.designEffect"]?.first)
      #expect(abs(effect - 205 / 167.584472787184) < 1e-9)
      let page = try Self.page(folder, "internal")
      #expect(page.contains("viktade svar på ett oviktat (designeffekten)"))
      #expect(page.contains("med mer än 0,00000001 procent av andelen"))
      #expect(page.contains("Ofylld stapel: viktad andel."))
      let published = try Self.page(folder, "public")
      #expect(!published.contains("Ofylld stapel"))
      #expect(published.contains("Tabeller över svar och grupper publiceras inte"))
      #expect(try ProgramRun(["verify", folder + "/out"]).status == 0)
    }
  }

  /// Weights can be made where seven persons stand for most of the population, and are worth little.
  @Test func `weights that are refused are told of too`() throws {
    try TestPlaces.withFolder { folder in
      let run = try Self.run(in: folder) { dialogue in
        var text = try String(contentsOfFile: dialogue + "/population.csv", encoding: .utf8)
        // Most inhabitants are 80 years and older, and 7 of them answered.
        for (old, new) in [
          ("age;16-24;931", "age;16-24;600"), ("age;25-44;2175", "age;25-44;800"),
          ("age;45-64;3406", "age;45-64;900"), ("age;65-79;2459", "age;65-79;700"),
          ("age;80+;1002", "age;80+;6973"),
        ] {
          try #require(text.contains(old))
          text = text.replacingOccurrences(of: old, with: new)
        }
        try text.write(toFile: dialogue + "/population.csv", atomically: true, encoding: .utf8)
      }
      #expect(run.status == 0 || run.status == 2, "\(run.messages)")
      let page = try Self.page(folder, "internal")
      #expect(page.contains("viktas inte"))
      #expect(page.contains("Viktade skulle svaren från"))
      #expect(page.contains("designeffekten"))
    }
  }

  @Test func `after each activity it is told who came, and how it then stood`() throws {
    try TestPlaces.withFolder { folder in
      #expect(try Self.run(in: folder).status == 0)
      let figures = try Self.figures(folder, "internal")
      func young(_ activity: String, _ what: String) -> Double? {
        figures["stage/traffar/\(activity)/age/16-24.\(what)"]?.first
      }
      #expect(young("ekshard", "members") == 1)
      #expect(young("biblioteket", "members") == 1)
      #expect(young("gymnasiet", "members") == 34)
      // 931 of 9973 persons: n · P − x after 68, 152 and 198 whose age is known.
      for (activity, known, members) in [
        ("ekshard", 68.0, 1.0), ("biblioteket", 152, 2), ("gymnasiet", 198, 36),
      ] {
        let gap = try #require(young(activity, "gap"))
        #expect(abs(gap - (known * 931 / 9973 - members)) < 1e-9)
      }
      let page = try Self.page(folder, "internal")
      #expect(page.contains("Ålder: andelen efter varje aktivitet"))
      #expect(page.contains(">nådd<"))
      // In public only that there is such a table.
      let shown = try Self.page(folder, "public")
      #expect(!shown.contains("andelen efter varje aktivitet"))
      #expect(shown.contains("Tabeller per aktivitet finns bara i den interna utgåvan"))
      let words = try ProgramRun(["coverage", folder + "/samples/dialogue", "--by-activity"]).output
      #expect(words.contains("34 (+18)"))
    }
  }

  @Test func `an organisation is counted for itself and is in no group`() throws {
    try TestPlaces.withFolder { folder in
      #expect(try Self.run(in: folder).status == 0)
      let with = try Self.figures(folder, "internal")
      #expect(with["channel/traffar.submissions"] == [208])
      #expect(with["channel/traffar.organisations"] == [3])
      let ages = ["16-24", "25-44", "45-64", "65-79", "80+"].compactMap {
        with["group/traffar/age/\($0).members"]?.first
      }
      #expect(ages == [36, 51, 62, 42, 7])
      #expect(with["dimension/traffar/age.unknown"] == [7])
    }
  }

  @Test func `another reference population than at the last run is refused, unless it is meant`()
    throws
  {
    try TestPlaces.withFolder { folder in
      #expect(try Self.run(in: folder).status == 0)
      let before = try Self.page(folder, "internal")
      let refused = try Self.run(in: folder) {
        try Self.replace("age;16-24;931", "age;16-24;955", in: $0 + "/population.csv")
      }
      #expect(refused.status == 1)
      #expect(refused.messages.contains("reference.changed"))
      #expect(refused.messages.contains("was 931 and is 955"))
      #expect(try Self.page(folder, "internal") == before)
      let meant = try Self.run(in: folder, more: ["--accept-reference"])
      #expect(meant.status == 0, "\(meant.messages)")
      #expect(try Self.page(folder, "internal") != before)
    }
  }

  @Test func `a channel filled by quotas is marked and not tested`() throws {
    try TestPlaces.withFolder { folder in
      let run = try Self.run(in: folder) {
        try Self.replace(
          "countsPersons: true", "countsPersons: true\n    selection: quota",
          in: $0 + "/dialogue.yaml")
      }
      #expect(run.status == 0, "\(run.messages)")
      let coverage = try ProgramRun(["coverage", folder + "/samples/dialogue", "--json"]).output
      #expect(!coverage.contains("\"too_few\""))
      #expect(coverage.contains("\"by_design\""))
      #expect(
        try Self.page(folder, "internal").contains("bjöds deltagarna in så att grupperna"))
    }
  }

  @Test func `only a channel drawn by lot has a margin of error`() throws {
    try TestPlaces.withFolder { folder in
      #expect(try Self.run(in: folder).status == 0)
      #expect(try Self.figures(folder, "internal").keys.allSatisfy { !$0.hasSuffix(".error") })
      let run = try Self.run(in: folder) {
        try Self.replace(
          "countsPersons: true",
          "countsPersons: true\n    selection: probability\n    drawn: 600",
          in: $0 + "/dialogue.yaml")
      }
      #expect(run.status == 0, "\(run.messages)")
      let error = try #require(
        try Self.figures(folder, "internal")["\(Self.place)/Biblioteket.error"]?.first)
      // Between what a plain sample of 198 would have, 6.5 points, and half as much again.
      #expect(error > 0.055 && error < 0.1)
    }
  }

  @Test func `an answer that few wrote, and no form offers, stands with others in public`() throws {
    try TestPlaces.withFolder { folder in
      let run = try Self.run(in: folder) {
        let file = $0 + "/inputs/traff-2-biblioteket.csv"
        var text = try String(contentsOfFile: file, encoding: .utf8)
        text += "901;Privatperson;Ladan hos grannen;Kvällar;;25–44 år;Man;Ekshärad\r\n"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
      }
      #expect(run.status == 0, "\(run.messages)")
      #expect(try Self.page(folder, "internal").contains("Ladan hos grannen"))
      for (name, bytes) in try TestPlaces.files(below: folder + "/out/public") {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("Ladan hos grannen"), "\(name)")
      }
      #expect(try Self.page(folder, "public").contains("Andra svar"))
    }
  }

  /// 22 of 100 men and 22 of 100 aged 25–44, and half of each in the population: raked weights
  /// reach 5 times their mean with a design effect of 2.1, and between 0.2 and 3 it is below 2.
  @Test func `weights that would be too unequal are kept within bounds`() throws {
    try TestPlaces.withFolder { folder in
      let run = try Self.run(in: folder) { dialogue in
        let head =
          "Nr,Jag svarar som,Var borde en mötesplats ligga?,När borde den vara öppen?,"
          + "Vad vill du ska finnas där?,Ålder,Kön,Var bor du?\r\n"
        var lines: [String] = []
        for (count, age, sex) in [
          (243, "16–24 år", "Kvinna"), (69, "16–24 år", "Man"), (69, "25–44 år", "Kvinna"),
          (19, "25–44 år", "Man"),
        ] {
          for _ in 0..<count {
            let place = lines.count.isMultiple(of: 2) ? "Biblioteket" : "Sporthallen"
            lines.append("\(lines.count),Privatperson,\(place),Kvällar,,\(age),\(sex),Ekshärad\r\n")
          }
        }
        for (name, part) in [
          ("traff-1-ekshard", lines[0..<398]), ("traff-2-biblioteket", lines[398..<399]),
          ("traff-3-gymnasiet", lines[399..<400]),
        ] {
          try (head + part.joined()).write(
            toFile: "\(dialogue)/inputs/\(name).csv", atomically: true, encoding: .utf8)
        }
        try """
        group;value;count;source;table;date
        total;16+;10000;påhittad;påhittad;2019-12-31
        age;16-24;5000;påhittad;påhittad;2019-12-31
        age;25-44;5000;påhittad;påhittad;2019-12-31
        sex;kvinna;5000;påhittad;påhittad;2019-12-31
        sex;man;5000;påhittad;påhittad;2019-12-31

        """.write(toFile: dialogue + "/population.csv", atomically: true, encoding: .utf8)
        try Self.replace(
          "noReference:\n",
          "noReference:\n  age/45-64: Påhittat.\n  age/65-79: Påhittat.\n  age/80+: Påhittat.\n",
          in: dialogue + "/dialogue.yaml")
      }
      #expect(run.status == 0, "\(run.messages)")
      let effective = try #require(
        try Self.figures(folder, "internal")["weights/traffar.effective"]?.first)
      // 400 over the design effects: 2.12 without bounds, from 1.94 to 1.98 within them.
      #expect(effective > 200 && effective < 208, "\(effective)")
      #expect(try Self.page(folder, "internal").contains("Vikterna är begränsade till mellan 0,2"))
      #expect(try ProgramRun(["verify", folder + "/out"]).status == 0)
    }
  }

  @Test func `what two versions tell together is hidden in the second`() throws {
    try TestPlaces.withFolder { folder in
      #expect(try Self.run(in: folder).status == 0)
      try FileManager.default.copyItem(
        atPath: folder + "/out", toPath: folder + "/samples/dialogue/publicerat")
      let key = "\(Self.place)/Sporthallen.count"
      #expect(try Self.figures(folder, "public")[key] == [33])
      func add(_ dialogue: String) throws {
        let file = dialogue + "/inputs/traff-2-biblioteket.csv"
        var text = try String(contentsOfFile: file, encoding: .utf8)
        for number in 901...902 {
          text += "\(number);Privatperson;Sporthallen;Kvällar;;25–44 år;Man;Hagfors tätort\r\n"
        }
        try text.write(toFile: file, atomically: true, encoding: .utf8)
      }
      // Alone, the second version shows that two more chose the sports hall.
      #expect(try Self.run(in: folder, add).status == 0)
      #expect(try Self.figures(folder, "public")[key] == [35])
      let second = try Self.run(in: folder) {
        try Self.replace(
          "reference: population.csv", "published: [publicerat]\nreference: population.csv",
          in: $0 + "/dialogue.yaml")
      }
      #expect(second.status == 0, "\(second.messages)")
      if FileManager.default.fileExists(atPath: folder + "/out/public") {
        #expect(try Self.figures(folder, "public")[key] == nil)
        #expect(try ProgramRun(["verify", folder + "/out"]).status == 0)
      } else {
        #expect(second.messages.contains("a reader who has an earlier version"))
      }
      // A folder that is no output is an error, and nothing is written.
      let wrong = try Self.run(in: folder) {
        try Self.replace(
          "published: [publicerat]", "published: [inputs]", in: $0 + "/dialogue.yaml")
      }
      #expect(wrong.status == 1)
      #expect(wrong.messages.contains("publish.earlier"))
    }
  }

  @Test func `a group that could not answer is not compared, whatever the reference has`() throws {
    try TestPlaces.withFolder { folder in
      let run = try Self.run(in: folder) {
        try Self.replace(
          "age;16-24", "age;0-15;1633;SCB;Folkmängd;2019-12-31\nage;16-24",
          in: $0 + "/population.csv")
      }
      #expect(run.status == 0, "\(run.messages)")
      let coverage = try ProgramRun(["coverage", folder + "/samples/dialogue", "--json"]).output
      #expect(!coverage.contains("\"age/0-15\""))
      let figures = try Self.figures(folder, "internal")
      #expect(figures["weights/traffar.effective"] == [168])
    }
  }

  @Test func `figures of another population than the channel's are told and not used`() throws {
    try TestPlaces.withFolder { folder in
      let run = try Self.run(in: folder) {
        try Self.replace("sex;man;5153", "sex;man;6153", in: $0 + "/population.csv")
      }
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.messages.contains("reference.sum"))
      let figures = try Self.figures(folder, "internal")
      #expect(figures["group/traffar/sex/kvinna.members"] == [115])
      #expect(figures["group/traffar/sex/kvinna.ratio"] == nil)
      #expect(figures["group/traffar/age/16-24.ratio"] != nil)
    }
  }

  @Test func `an activity of two channels is divided between them`() throws {
    try TestPlaces.withFolder { folder in
      let run = try Self.run(in: folder) {
        try Self.replace(
          "activities:\n  - id: ekshard",
          """
            - id: rundan
              label: Andra rundan
              universe: total/16+
              countsPersons: true

          activities:
            - id: ekshard
          """, in: $0 + "/dialogue.yaml")
        try Self.replace(
          "traff-2-biblioteket.csv\n    profile: generic-csv\n    channel: traffar\n"
            + "    activity: biblioteket",
          "traff-2-biblioteket.csv\n    profile: generic-csv\n    channel: rundan\n"
            + "    activity: gymnasiet", in: $0 + "/dialogue.yaml")
      }
      #expect(run.status == 0, "\(run.messages)")
      let figures = try Self.figures(folder, "internal")
      #expect(figures["stage/traffar/gymnasiet/age/16-24.members"] == [34])
      #expect(figures["group/traffar/age/16-24.members"] == [35])
      #expect(figures["group/rundan/age/16-24.members"] == [1])
      // The largest group of people who cannot have been asked twice, and everybody.
      #expect(figures["persons.range"]?.first == 87)
    }
  }

  @Test func `answers and columns with a stroke keep numbers of their own`() throws {
    #expect(
      FigureKeyProbe.option("Q1", "A/B") != FigureKeyProbe.option("Q1/A", "B"))
    #expect(FigureKeyProbe.option("Q1", "A/B") != FigureKeyProbe.option("Q1", "A%2FB"))
  }

  @Test func `the output folder is no earlier version, and a draw has to be one`() throws {
    try TestPlaces.withFolder { folder in
      #expect(try Self.run(in: folder).status == 0)
      let own = try Self.run(in: folder) {
        try Self.replace(
          "reference: population.csv", "published: [../../out]\nreference: population.csv",
          in: $0 + "/dialogue.yaml")
      }
      #expect(own.status == 1)
      #expect(own.messages.contains("publish.earlier"))
      let drawn = try Self.run(in: folder) {
        try Self.replace("published: [../../out]\n", "", in: $0 + "/dialogue.yaml")
        try Self.replace(
          "countsPersons: true", "countsPersons: true\n    selection: probability\n    drawn: 150",
          in: $0 + "/dialogue.yaml")
      }
      #expect(drawn.messages.contains("205 answered in the channel traffar, and 150 were drawn"))
    }
  }

  private enum FigureKeyProbe {
    static func option(_ question: String, _ option: String) -> String {
      FigureKey.option("webb", question, option, "count")
    }
  }

  @Test func `a question with too many different answers has no table`() throws {
    try TestPlaces.withFolder { folder in
      let run = try Self.run(in: folder) {
        try Self.replace(
          "closed: [\"Var borde en mötesplats ligga?\", \"När borde den vara öppen?\"]",
          "closed: [\"Var borde en mötesplats ligga?\", \"När borde den vara öppen?\", Nummer]",
          in: $0 + "/dialogue.yaml")
        for name in ["traff-1-ekshard", "traff-2-biblioteket", "traff-3-gymnasiet"] {
          try Self.addNumberColumn(to: "\($0)/inputs/\(name).csv")
        }
      }
      #expect(run.status == 0, "\(run.messages)")
      #expect(
        try Self.page(folder, "internal").contains(
          "Frågan Nummer (Enkät på träffar) har för många olika svar för en tabell."))
      #expect(try ProgramRun(["verify", folder + "/out"]).status == 0)
    }
  }

  /// Adds a column in which every record has another value.
  private static func addNumberColumn(to file: String) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let isLatin = String(validating: bytes, as: UTF8.self) == nil
    let text = try #require(
      isLatin
        ? String(data: bytes, encoding: .windowsCP1252) : String(data: bytes, encoding: .utf8))
    let delimiter = text.contains("Nr;") ? ";" : ","
    let lines = text.components(separatedBy: "\r\n")
    let changed = lines.enumerated().map { index, line in
      line.isEmpty ? line : line + delimiter + (index == 0 ? "Nummer" : "n\(index)")
    }
    let encoding: String.Encoding = isLatin ? .windowsCP1252 : .utf8
    try #require(changed.joined(separator: "\r\n").data(using: encoding))
      .write(to: URL(fileURLWithPath: file))
  }
}
