import Foundation
import TestSupport
import Testing

/// Every row of the reference population is used, or it is told that it is not.
@Suite struct ReferenceUseTests {
  private typealias Run = RepresentationRunTests

  private static let dialogue = "/samples/dialogue"
  private static let localities = """
    place;hagfors-tatort;4500;;SCB;T;2019-12-31
    place;rada;600;;SCB;T;2019-12-31
    place;ekshärad;1800;;SCB;T;2019-12-31
    place;ovriga;3073;;SCB;T;2019-12-31

    """
  private static let ownReason =
    "  place: De folkmängder som finns per ort gäller alla åldrar och andra datum.\n"

  /// The reference population with a column for ranges, and more rows.
  private static func extend(_ dialogue: String, with rows: String, column: String) throws {
    let file = dialogue + "/population.csv"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(separator: "\n").map { line -> String in
      var fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      fields.insert(line.hasPrefix("group;") ? column : "", at: 3)
      return fields.joined(separator: ";")
    }
    try (lines.joined(separator: "\n") + "\n" + rows)
      .write(toFile: file, atomically: true, encoding: .utf8)
  }

  private static func groups(_ folder: String) throws -> [String: [String: Any]] {
    let run = try ProgramRun(["coverage", folder + dialogue, "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let groups = try #require(object?["groups"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: groups.map {
        ("\($0["channel"] ?? "")/\($0["id"] as? String ?? "")", $0)
      })
  }

  @Test func `a row is used where the shared target groups have a reason for none`() throws {
    try TestPlaces.withFolder { folder in
      _ = try Run.run(in: folder) {
        try Run.replace(Self.ownReason, "", in: $0 + "/dialogue.yaml")
        try Self.extend($0, with: Self.localities, column: "count_high")
      }
      let groups = try Self.groups(folder)
      let village = try #require(groups["traffar/place/ekshärad"])
      #expect(village["referenceCount"] as? Int == 1800)
      #expect(village["class"] as? String == "over")
      #expect(try Run.page(folder, "internal").contains("Ekshärad"))
      // Without the rows the reason of the target groups is printed.
      let check = try ProgramRun(["check", folder + Self.dialogue])
      #expect(check.status == 0)
      #expect(!check.messages.contains("reference.contradicted"))
    }
  }

  @Test func `a reason of the dialogue's own and a row contradict each other`() throws {
    try TestPlaces.withFolder { folder in
      let run = try Run.run(in: folder) {
        try Self.extend($0, with: Self.localities, column: "count_high")
      }
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.messages.contains("reference.contradicted"))
      #expect(run.messages.contains("population.csv line 10"))
      let groups = try Self.groups(folder)
      #expect(groups["traffar/place/ekshärad"]?["reason"] as? String == "no_reference")
    }
  }

  @Test func `rows that nothing is compared with are told`() throws {
    try TestPlaces.withFolder { folder in
      _ = try Run.run(in: folder) {
        try Self.extend(
          $0,
          with: "disability;har;997;1995;F;E;2019-12-31\ntotal;alla;11606;;SCB;T;2019-12-31\n",
          column: "count_high")
      }
      let findings = try String(
        contentsOfFile: folder + "/out/internal/findings.csv", encoding: .utf8)
      let unused = findings.split(whereSeparator: \.isNewline).filter {
        $0.contains("reference.unused")
      }
      #expect(unused.count == 2, "\(findings)")
      #expect(findings.contains("a row of disability"))
      #expect(findings.contains("a row of total is no channel's universe"))
    }
  }

  @Test func `a sensitive group is compared with a range, and hidden below ten`() throws {
    try TestPlaces.withFolder { folder in
      func ask(_ dialogue: String, yes: Int) throws {
        for name in ["traff-1-ekshard", "traff-2-biblioteket", "traff-3-gymnasiet"] {
          let file = "\(dialogue)/inputs/\(name).csv"
          let data = try Data(contentsOf: URL(fileURLWithPath: file))
          let isUTF8 = String(validating: data, as: UTF8.self) != nil
          let encoding: String.Encoding = isUTF8 ? .utf8 : .windowsCP1252
          let text = try #require(String(data: data, encoding: encoding))
          let delimiter = text.contains("Nr;") ? ";" : ","
          let lines = text.components(separatedBy: "\r\n").enumerated().map { index, line in
            guard !line.isEmpty else { return line }
            let answer = index <= yes ? "Ja" : "Nej"
            return line + delimiter + (index == 0 ? "Nedsättning" : answer)
          }
          try #require(lines.joined(separator: "\r\n").data(using: encoding))
            .write(to: URL(fileURLWithPath: file))
        }
        try Run.replace(
          "background: {age: Ålder,", "background: {disability: Nedsättning, age: Ålder,",
          in: dialogue + "/dialogue.yaml")
        try Self.extend(
          dialogue, with: "disability;har;997;1995;Undersökning;E;2019-12-31\n",
          column: "count_high")
      }
      let run = try Run.run(in: folder) { try ask($0, yes: 2) }
      #expect(run.status == 0, "\(run.messages)")
      let group = try #require(try Self.groups(folder)["traffar/disability/har"])
      #expect(group["referenceCountHigh"] as? Int == 1995)
      #expect(group["class"] as? String == "under")
      let ratio = try #require(group["ratio"] as? Double)
      let low = try #require(group["ratioLow"] as? Double)
      #expect(abs(low / ratio - 997.0 / 1995) < 1e-12)
      let share = try #require(group["referenceShareHigh"] as? Double)
      #expect(abs(share - 1995.0 / 9973) < 1e-12)
      // Six of them: hidden in public, with everything computed from it.
      #expect(try PublicTable(folder).leaks().isEmpty)
      let row = try #require(try PublicTable(folder).row("disability", "har"))
      #expect(row["hidden"] == "1")
      for column in ["members", "share", "ratio", "ratio_low", "span_low", "absent"] {
        #expect(row[column] == "", "\(column)")
      }
      #expect(row["reference_count_high"] == "1995")
    }
  }

  @Test func `a channel with a universe of its own has figures of its own`() throws {
    try TestPlaces.withFolder { folder in
      func school(_ dialogue: String) throws {
        try Run.replace(
          "activities:\n  - id: ekshard",
          """
            - id: skola
              label: Gymnasiet
              universe: total/gymnasiet
              countsPersons: true

          activities:
            - id: ekshard
          """, in: dialogue + "/dialogue.yaml")
        try Run.replace(
          "traff-3-gymnasiet.csv\n    profile: generic-csv\n    channel: traffar",
          "traff-3-gymnasiet.csv\n    profile: generic-csv\n    channel: skola",
          in: dialogue + "/dialogue.yaml")
        try Self.extend(
          dialogue,
          with: """
            total;gymnasiet;400;;SCB;T;2019-12-31
            sex;kvinna;190;total/gymnasiet;SCB;T;2019-12-31
            sex;man;210;total/gymnasiet;SCB;T;2019-12-31

            """, column: "universe")
      }
      let run = try Run.run(in: folder, school)
      #expect(!run.messages.contains("reference.row"), "\(run.messages)")
      let groups = try Self.groups(folder)
      #expect(groups["skola/skola/sex/kvinna"]?["referenceCount"] as? Int == 190)
      #expect(groups["skola/skola/sex/kvinna"]?["referenceTotal"] as? Int == 400)
      #expect(groups["traffar/traffar/sex/kvinna"]?["referenceCount"] as? Int == 4820)
      #expect(groups["skola/skola/sex/kvinna"]?["pTwoSided"] as? Double != nil)
      // The ages are those of everybody and cannot be of the school: told, and not compared.
      #expect(run.messages.contains("reference.sum"))
      #expect(groups["skola/skola/age/16-24"]?["reason"] as? String == "no_reference")
      // A universe that the file does not have, and one on a row of totals.
      try Run.replace(
        "sex;man;210;total/gymnasiet", "sex;man;210;total/skolan",
        in: folder + Self.dialogue + "/population.csv")
      try Run.replace(
        "total;gymnasiet;400;;", "total;gymnasiet;400;total/16+;",
        in: folder + Self.dialogue + "/population.csv")
      let check = try ProgramRun(["check", folder + Self.dialogue])
      #expect(check.messages.contains("the row is of a population that the file does not have"))
      #expect(check.messages.contains("counts a whole population and names one"))
    }
  }

  /// Four who answered neither woman nor man: the family is the same without them.
  @Test func `the number of tests does not depend on who answered neither`() throws {
    try TestPlaces.withFolder { folder in
      let words = try ProgramRun(["coverage", Run.sample]).output
      #expect(words.contains("6 tests"))
      _ = try Run.run(in: folder) { dialogue in
        for name in ["traff-1-ekshard", "traff-2-biblioteket", "traff-3-gymnasiet"] {
          let file = "\(dialogue)/inputs/\(name).csv"
          var data = try Data(contentsOf: URL(fileURLWithPath: file))
          while let place = data.range(of: Data("Annat".utf8)) { data.removeSubrange(place) }
          try data.write(to: URL(fileURLWithPath: file))
        }
      }
      #expect(try ProgramRun(["coverage", folder + Self.dialogue]).output.contains("6 tests"))
      let without = try Self.groups(folder)
      _ = try Run.run(in: folder) { dialogue in
        try FileManager.default.removeItem(atPath: dialogue + "/inputs")
        try FileManager.default.copyItem(
          atPath: Run.sample + "/inputs", toPath: dialogue + "/inputs")
      }
      let with = try Self.groups(folder)
      #expect(with["traffar/sex/annat"]?["members"] as? Int == 4)
      #expect(without["traffar/sex/annat"] == nil)
      for id in ["sex/kvinna", "sex/man", "age/16-24", "age/25-44", "age/80+"] {
        for name in ["pTwoSided", "pHolm", "ratio", "class", "known", "unknown", "smallestOver"] {
          let (one, other) = (with["traffar/\(id)"]?[name], without["traffar/\(id)"]?[name])
          #expect("\(one ?? "")" == "\(other ?? "")", "\(id) \(name)")
        }
      }
    }
  }

  @Test func `no column of the public table gives a hidden count away`() throws {
    try TestPlaces.withFolder { folder in
      #expect(try Run.run(in: folder).status == 0)
      let table = try PublicTable(folder)
      #expect(table.rows.contains { $0["hidden"] == "1" })
      #expect(table.leaks().isEmpty)
      // Men are hidden since four answered neither, and with them all that rests on their count.
      let women = try #require(table.row("sex", "kvinna"))
      #expect(women["members"] == "115")
      for column in ["known", "unknown", "share", "ratio", "span_low", "span_high", "gap", "class"]
      {
        #expect(women[column] == "", "\(column)")
      }
      let young = try #require(table.row("age", "16-24"))
      #expect(young["known"] == "198" && young["unknown"] == "7" && young["absent"] == "0")
    }
  }
}
