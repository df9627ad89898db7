import Foundation
import TestSupport
import Testing

/// Runs that follow each other: the same export twice, events of one submission, sources that
/// vanish or shrink, files of one source that differ.
@Suite struct AgainTests {
  private static let rows = [
    ("1", "2026-03-01 10:00:00", "Bussen är ofta försenad, särskilt på morgnarna", "16–24 år"),
    ("2", "2026-03-02 11:30:00", "Skolskjutsen borde gå \"hela\" vägen; även i Ekshärad", ""),
    ("3", "2026-03-03 12:00:00", "Bra", "65–79 år"), ("4", "2026-03-04 12:00:00", "Bra", ""),
    ("5", "2026-03-05 09:15:30", "Vägen till skolan är farlig att gå på vintern", "25–44 år"),
  ]
  private static let source = """
      - {path: inputs, profile: generic-csv, channel: enkat, id: nr, time: tid, \
    text: [synpunkt], background: {age: ålder}}
    """

  private static func table(
    _ delimiter: String = ";", quotes: Bool = true, lineEnd: String = "\n"
  ) -> String {
    func cell(_ text: String) -> String {
      let needs = quotes || text.contains(delimiter) || text.contains("\"")
      return needs ? "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : text
    }
    let head = ["nr", "tid", "synpunkt", "ålder"]
    return ([head] + rows.map { [$0.0, $0.1, $0.2, $0.3] })
      .map { $0.map(cell).joined(separator: delimiter) + lineEnd }.joined()
  }

  @Test func `the same export downloaded twice counts once`() throws {
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: Self.source)
      try dialogue.write(Self.table(), to: "inputs/svar.csv")
      try dialogue.write(Self.table(), to: "inputs/svar (1).csv")
      let run = try dialogue.run()
      #expect(run.status == 0, "\(run.messages)")
      #expect(try dialogue.account("accepted") == 5)
      #expect(try dialogue.account("duplicate") == 5)
      #expect(run.messages.contains("source.same-export"))
      #expect(run.messages.contains("byte for byte"))
    }
  }

  @Test func `a copy is recognised also when its records have neither number nor time`() throws {
    let source = "  - {path: inputs, profile: generic-csv, channel: enkat, text: [synpunkt]}"
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: source)
      try dialogue.write("synpunkt;x\nBra;1\nBra;2\nDåligt;3\n", to: "inputs/a.csv")
      try dialogue.write("synpunkt;x\nBra;1\nBra;2\nDåligt;3\n", to: "inputs/b.csv")
      _ = try dialogue.run()
      #expect(try dialogue.account("accepted", source: "inputs/a.csv") == 3)
      #expect(try dialogue.account("duplicate", source: "inputs/b.csv") == 3)
      // Saved by another program, with the rows in another order.
      try dialogue.write("x,synpunkt\r\n3,\"Dåligt\"\r\n2,Bra\r\n1,Bra\r\n", to: "inputs/c.csv")
      // Other people's answers, which only look like some of them.
      try dialogue.write("synpunkt;x\nBra;1\nBra;2\n", to: "inputs/d.csv")
      _ = try dialogue.run()
      #expect(try dialogue.account("duplicate", source: "inputs/c.csv") == 3)
      #expect(try dialogue.account("accepted", source: "inputs/d.csv") == 2)
    }
  }

  @Test(arguments: [(",", false, "\r\n"), ("\t", true, "\n"), ("|", false, "\r")])
  func `the same export saved by another program counts once`(
    delimiter: String, quotes: Bool, lineEnd: String
  ) throws {
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: Self.source)
      try dialogue.write(Self.table(), to: "inputs/a.csv")
      try dialogue.write(
        [0xEF, 0xBB, 0xBF] + Array(Self.table(delimiter, quotes: quotes, lineEnd: lineEnd).utf8),
        to: "inputs/b.csv")
      let run = try dialogue.run()
      #expect(try dialogue.account("duplicate", source: "inputs/b.csv") == 5)
      #expect(run.messages.contains("source.same-export"))
      #expect(run.messages.contains("stands in inputs/a.csv too"))
    }
  }

  @Test func `a source that vanished is an error that names it, and the old output stays`() throws {
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: Self.source)
      try dialogue.write(Self.table(), to: "inputs/mars.csv")
      try dialogue.write(
        "nr;tid;synpunkt;ålder\n9;2026-04-01 10:00;Mer belysning vid hållplatsen;\n",
        to: "inputs/april.csv")
      #expect(try dialogue.run().status == 0)
      let before = try TestPlaces.files(below: folder + "/out")
      try FileManager.default.removeItem(atPath: folder + "/inputs/april.csv")
      let run = try dialogue.run()
      #expect(run.status != 0)
      #expect(run.messages.contains("source.vanished"))
      #expect(run.messages.contains("inputs/april.csv"))
      #expect(try TestPlaces.files(below: folder + "/out") == before)
      let meant = try dialogue.run("--accept-fewer")
      #expect(meant.status == 0, "\(meant.messages)")
      #expect(try dialogue.account("read") == 5)
      // What was accepted is the state that the next run is compared with.
      #expect(try dialogue.run().status == 0)
    }
  }

  @Test func `a source that shrank is an error that names it`() throws {
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: Self.source)
      try dialogue.write(Self.table(), to: "inputs/svar.csv")
      #expect(try dialogue.run().status == 0)
      let lines = Self.table().split(separator: "\n", omittingEmptySubsequences: false)
      try dialogue.write(lines.prefix(4).joined(separator: "\n") + "\n", to: "inputs/svar.csv")
      let run = try dialogue.run()
      #expect(run.status != 0)
      #expect(run.messages.contains("source.shrank"))
      #expect(run.messages.contains("has 3 records and had 5"))
      #expect(try dialogue.account("read") == 5)
      #expect(try dialogue.run("--accept-fewer").status == 0)
    }
  }

  @Test func `a source taken out of the dialogue file is no error`() throws {
    try TestPlaces.withFolder { folder in
      let one = "  - {path: inputs/a.csv, profile: generic-csv, channel: enkat, text: [synpunkt]}"
      let both = one + "\n" + one.replacingOccurrences(of: "a.csv", with: "b.csv")
      let dialogue = try SmallDialogue(in: folder, sources: both)
      try dialogue.write("nr;synpunkt\n1;En lampa vid övergångsstället\n", to: "inputs/a.csv")
      try dialogue.write("nr;synpunkt\n1;Fler bänkar utmed gångvägen\n", to: "inputs/b.csv")
      #expect(try dialogue.run().status == 0)
      #expect(try SmallDialogue(in: folder, sources: one).run().status == 0)
    }
  }

  @Test func `running again gives the same bytes`() throws {
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: Self.source)
      try dialogue.write(Self.table(), to: "inputs/svar.csv")
      _ = try dialogue.run()
      let first = try TestPlaces.files(below: folder + "/out")
      _ = try dialogue.run()
      #expect(try TestPlaces.files(below: folder + "/out") == first)
      #expect(first.count > 5)
    }
  }

  @Test func `files of one source with other columns are refused until the columns have a role`()
    throws
  {
    let source = """
        - {path: inputs, profile: generic-csv, channel: enkat, id: nr, text: [synpunkt]}
      """
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: source)
      try dialogue.write("nr;synpunkt\n1;Mer belysning längs vägen\n", to: "inputs/mars.csv")
      try dialogue.write(
        "nr;synpunkt;Vad tycker du om bussen?\n2;Fler turer på kvällen;Den är sen\n",
        to: "inputs/april.csv")
      let run = try dialogue.run()
      #expect(run.status != 0)
      #expect(run.messages.contains("map.header-drift"))
      #expect(run.messages.contains("Vad tycker du om bussen?"))
      #expect(!run.messages.contains("Den är sen"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
      #expect(try ProgramRun(["check", folder]).messages.contains("map.header-drift"))
      let dropped = source.replacingOccurrences(
        of: "}", with: ", drop: [\"Vad tycker du om bussen?\"]}")
      let again = try SmallDialogue(in: folder, sources: dropped).run()
      #expect(again.status == 0, "\(again.messages)")
      #expect(try dialogue.account("accepted") == 2)
    }
  }

  private static func event(_ id: String, _ last: String, _ text: String) -> String {
    """
    <?xml version="1.0" encoding="ISO-8859-1"?>
    <FlowInstance xmlns="http://www.oeplatform.org/version/2.0/schemas/flowinstance">
      <Header><FlowInstanceID>\(id)</FlowInstanceID><FirstSubmitted>2026-03-01T09:00:00\
    </FirstSubmitted><LastSubmitted>\(last)</LastSubmitted></Header>
      <Values><synpunkt><QueryID>7</QueryID><Name><![CDATA[Din synpunkt]]></Name>\
    <Value><![CDATA[\(text)]]></Value></synpunkt></Values>
    </FlowInstance>
    """
  }

  @Test func `of several events of one case the latest counts`() throws {
    let source = """
        - {path: inputs, profile: open-eplatform, channel: enkat, text: [Values/synpunkt]}
      """
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: source)
      let events = [
        ("100/1", "100", "2026-03-01T09:00:00", "Bussen kommer inte i tid till skolan"),
        ("100/3", "100", "2026-03-09T09:00:00", "Bussen kommer inte i tid, och den är full"),
        ("100/2", "100", "2026-03-05T09:00:00", "Bussen kommer sällan i tid till skolan"),
        ("200/1", "200", "2026-03-02T09:00:00", "Lekplatsen behöver nya gungor till sommaren"),
      ]
      for (name, id, last, text) in events {
        let bytes = try #require(Self.event(id, last, text).data(using: .isoLatin1))
        try dialogue.write(bytes, to: "inputs/\(name).xml")
      }
      let run = try dialogue.run()
      #expect(run.status == 0, "\(run.messages)")
      #expect(try dialogue.account("read") == 4)
      #expect(try dialogue.account("accepted") == 2)
      #expect(try dialogue.account("accepted", source: "inputs/100/3.xml") == 1)
      #expect(try dialogue.account("duplicate", source: "inputs/100/1.xml") == 1)
      #expect(try dialogue.output("internal/findings.csv").contains("source.superseded"))
      #expect(try ProgramRun(["verify", folder + "/out"]).status == 0)
    }
  }

  @Test func `a later event that is rejected replaces nothing`() throws {
    let source = """
        - {path: inputs, profile: open-eplatform, channel: enkat, text: [Values/synpunkt]}
      """
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(
        in: folder, sources: source, more: "limits: {recordMegabytes: 1}")
      let early = Self.event("100", "2026-03-01T09:00:00", "Bussen kommer inte i tid till skolan")
      let late = Self.event(
        "100", "2026-03-05T09:00:00", String(repeating: "För lång. ", count: 150_000))
      for (name, text) in [("1", early), ("2", late)] {
        try dialogue.write(try #require(text.data(using: .isoLatin1)), to: "inputs/\(name).xml")
      }
      _ = try dialogue.run()
      #expect(try dialogue.account("accepted", source: "inputs/1.xml") == 1)
      #expect(try dialogue.account("rejected", source: "inputs/2.xml") == 1)
    }
  }

  private static let campaign = """
    nr;tid;synpunkt
    1;2026-03-01 10:00;Rädda biblioteket i Ekshärad, det behövs här
    2;2026-03-02 11:00;Rädda biblioteket i Ekshärad, det behövs här
    3;2026-03-02 12:00;Något helt annat om bussarna i kommunen

    """

  @Test(arguments: ["", ", sameWords: count"])
  func `the same words with numbers of their own are told, and count when that is said`(
    key: String
  ) throws {
    let source = """
        - {path: inputs/a.csv, profile: generic-csv, channel: enkat, id: nr, time: tid, \
      text: [synpunkt]\(key)}
      """
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: source)
      try dialogue.write(Self.campaign, to: "inputs/a.csv")
      let run = try dialogue.run()
      #expect(try dialogue.account("accepted") == (key.isEmpty ? 2 : 3))
      #expect(run.messages.contains("source.same-words") == key.isEmpty)
      #expect(try ProgramRun(["verify", folder + "/out"]).status == 0)
    }
  }

  @Test func `a file that changed is named, and more loudly when less of it counts`() throws {
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: Self.source)
      try dialogue.write(Self.table(), to: "inputs/svar.csv")
      #expect(try dialogue.run().status == 0)
      let hollow = Self.table().replacingOccurrences(
        of: "Bussen är ofta försenad, särskilt på morgnarna", with: "")
      try dialogue.write(hollow, to: "inputs/svar.csv")
      let run = try dialogue.run()
      #expect(run.status == 0)
      #expect(run.messages.contains("file.changed"))
      #expect(run.messages.contains("4 of its records count, and 5 did"))
    }
  }

  @Test func `two exports put together have a header among the records`() throws {
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: Self.source)
      let more = Self.table().replacingOccurrences(of: "\"1\";", with: "\"11\";")
      try dialogue.write(Self.table() + more, to: "inputs/svar.csv")
      let run = try dialogue.run()
      #expect(run.messages.contains("csv.header-repeated"))
      #expect(try dialogue.account("read") == 11)
      #expect(try dialogue.account("rejected") == 1)
      #expect(try !dialogue.output("internal/annex.html").contains(">synpunkt<"))
    }
  }

  @Test func `a path is found however the disk spells its letters`() throws {
    let source = "  - {path: inputs/enkät.csv, profile: generic-csv, channel: enkat, text: [a]}"
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: source)
      let name = "enkät.csv".decomposedStringWithCanonicalMapping
      try dialogue.write("a;b\nFler bussar på kvällen;1\n", to: "inputs/" + name)
      try dialogue.write("x", to: "inputs/~$enkät.xlsx")
      let run = try dialogue.run()
      #expect(run.status == 0, "\(run.messages)")
      #expect(try dialogue.account("accepted") == 1)
    }
  }

  @Test func `an encoding that is declared counts for XML too`() throws {
    let source = """
        - {path: inputs/a.xml, profile: generic-xml, record: post, channel: enkat, text: [text], \
      encoding: windows-1252}
      """
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: source)
      let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <svar><post><text>Fler bänkar på torget, tack</text></post></svar>
        """
      try dialogue.write(try #require(text.data(using: .windowsCP1252)), to: "inputs/a.xml")
      let run = try dialogue.run()
      #expect(run.status == 0, "\(run.messages)")
      #expect(try dialogue.account("accepted") == 1)
    }
  }

  @Test func `a page saved as XML is refused and named, and folders that are not read are told`()
    throws
  {
    let source = """
        - {path: inputs, profile: open-eplatform, channel: enkat, text: [Values/synpunkt]}
      """
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: source)
      let event = Self.event("100", "2026-03-01T09:00:00", "Bussen kommer inte i tid till skolan")
      try dialogue.write(try #require(event.data(using: .isoLatin1)), to: "inputs/1.xml")
      try dialogue.write("x", to: "annan/2.xml")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/inputs/lank", withDestinationPath: folder + "/annan")
      let run = try dialogue.run()
      #expect(run.status == 0)
      #expect(run.messages.contains("inputs/lank: the folder is a link"))
      try dialogue.write("<html><body>502 Bad Gateway</body></html>", to: "inputs/2.xml")
      let refused = try dialogue.run()
      #expect(refused.status == 1)
      #expect(refused.messages.contains("inputs/2.xml: the file is a page for a browser"))
    }
  }

  @Test func `a VV file has its words in braces read as what they stand for`() throws {
    let source = """
        - {path: inputs/vv.csv, profile: limesurvey-vv, channel: enkat, text: [Q1]}
      """
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: source)
      try dialogue.write(
        "Response ID\tDate submitted\tLast page\tStart language\tVad tycker du?\n"
          + "id\tsubmitdate\tlastpage\tstartlanguage\tQ1\n"
          + "1\t2026-03-01 10:00:00\t3\tsv\tFler bussar{newline}på kvällen {lbrace}tack}\n"
          + "2\t{question_not_shown}\t1\tsv\tEtt halvt svar om bussarna\n"
          + "3\t2026-03-02 10:00:00\t3\tsv\t{question_not_shown}\n", to: "inputs/vv.csv")
      let run = try dialogue.run()
      #expect(run.status == 0, "\(run.messages)")
      #expect(try dialogue.account("accepted") == 1)
      #expect(try dialogue.account("incomplete") == 1)
      #expect(try dialogue.account("empty") == 1)
      #expect(!run.messages.contains("map.time-unreadable"))
    }
  }
}
