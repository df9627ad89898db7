import ArchiveTestSupport
import Foundation
import TestSupport
import Testing

/// The same answers as CSV, packed, and in workbooks: the same submissions, traced to their rows.
@Suite struct ContainerRunTests {
  private static let cells = [
    ["nr", "tid", "synpunkt", "ålder"],
    ["1", "2026-03-01 10:00:00", "Bussen är ofta försenad, särskilt på morgnarna", "16–24 år"],
    ["2", "2026-03-02 11:30:00", "Skolskjutsen borde gå \"hela\" vägen; även i Ekshärad", ""],
    ["3", "2026-03-03 12:00:00", "Bra", "65–79 år"],
  ]
  private static let csv = cells.map { row in
    row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ";")
  }.joined(separator: "\n")

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;")
  }

  /// A workbook whose times are numbers with a date format, as spreadsheets keep them.
  private static let xlsx: [UInt8] = {
    var zip = ZipWriter()
    zip.add(
      "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
    zip.add(
      "xl/workbook.xml",
      """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
      <sheet name="Svar" sheetId="1" r:id="rId1"/><sheet name="Tomt" sheetId="2" r:id="rId2"/>\
      </sheets></workbook>
      """)
    zip.add(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/>\
      <Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>
      """)
    zip.add(
      "xl/styles.xml",
      "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>")
    let serials = ["", "46082.416666666664", "46083.479166666664", "46084.5"]
    let rows = cells.enumerated().map { index, row -> String in
      let texts = row.enumerated().map { place, cell -> String in
        let name = "\(["A", "B", "C", "D"][place])\(index + 1)"
        if index > 0, place == 0 { return "<c r=\"\(name)\"><v>\(cell)</v></c>" }
        if index > 0, place == 1 { return "<c r=\"\(name)\" s=\"1\"><v>\(serials[index])</v></c>" }
        return "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(escaped(cell))</t></is></c>"
      }
      return "<row r=\"\(index + 1)\">" + texts.joined() + "</row>"
    }
    zip.add(
      "xl/worksheets/sheet1.xml",
      "<worksheet><sheetData>" + rows.joined() + "</sheetData></worksheet>")
    zip.add("xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>")
    return zip.bytes()
  }()

  private static let zipped: [UInt8] = {
    var zip = ZipWriter()
    zip.add("__MACOSX/._svar.csv", "x")
    zip.add("mapp/svar.csv", csv)
    zip.add("läs mig.pdf", "%PDF-1.4")
    return zip.bytes()
  }()

  private static let forms: [(file: String, bytes: [UInt8], source: String)] = [
    ("svar.csv", Array(csv.utf8), "inputs/svar.csv"),
    ("svar.csv.gz", Deflate.gzip(Array(csv.utf8)), "inputs/svar.csv.gz"),
    ("export.zip", zipped, "inputs/export.zip/mapp/svar.csv"),
    ("svar.xlsx", xlsx, "inputs/svar.xlsx"),
    // What it is, is told by its content.
    ("utan ändelse", xlsx, "inputs/utan ändelse"),
  ]

  private static func source(_ path: String) -> String {
    """
      - {path: "\(path)", profile: generic-csv, channel: enkat, id: nr, time: tid, \
    text: [synpunkt], background: {age: ålder}}
    """
  }

  /// What the register holds of the submissions, without what names the file.
  private static func traces(_ folder: String) throws -> [String] {
    let page = try String(contentsOfFile: folder + "/out/internal/annex.html", encoding: .utf8)
    let ids = Set(page.matches(of: /PR-[0-9A-Z-]+/).map { String($0.output) }).sorted()
    return try ids.map { id in
      let run = try ProgramRun(["trace", folder, id, "--show-text"])
      return run.output.split(separator: "\n").filter { !$0.contains("  source  ") }
        .joined(separator: "\n")
    }
  }

  @Test func `every form gives the same submissions`() throws {
    var first: [String]?
    for form in Self.forms {
      try TestPlaces.withFolder { folder in
        let dialogue = try SmallDialogue(in: folder, sources: Self.source("inputs/" + form.file))
        try dialogue.write(form.bytes, to: "inputs/" + form.file)
        let run = try dialogue.run()
        #expect(run.status == 0, "\(form.file): \(run.messages)")
        #expect(try dialogue.account("accepted", source: form.source) == 3, "\(form.file)")
        let traces = try Self.traces(folder)
        #expect(traces.count == 3, "\(form.file)")
        #expect(traces == first ?? traces, "\(form.file)")
        first = first ?? traces
        let verified = try ProgramRun(["verify", folder + "/out"])
        #expect(verified.status == 0, "\(form.file): \(verified.output)\(verified.messages)")
      }
    }
  }

  @Test func `the same answers in several forms count once`() throws {
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: Self.source("inputs"))
      for form in Self.forms.dropLast() {
        try dialogue.write(form.bytes, to: "inputs/" + form.file)
      }
      let run = try dialogue.run()
      #expect(run.status == 0, "\(run.messages)")
      #expect(try dialogue.account("read") == 12)
      #expect(try dialogue.account("accepted") == 3)
      #expect(try dialogue.account("duplicate") == 9)
      #expect(run.messages.split(separator: "\n").count { $0.contains("source.same-export") } == 3)
    }
  }

  @Test func `what an archive holds beside the answers is told`() throws {
    try TestPlaces.withFolder { folder in
      let dialogue = try SmallDialogue(in: folder, sources: Self.source("inputs/export.zip"))
      try dialogue.write(Self.zipped, to: "inputs/export.zip")
      #expect(try dialogue.run().status == 0)
      #expect(try dialogue.output("internal/findings.csv").contains("source.file-skipped"))
      #expect(try !dialogue.output("internal/findings.csv").contains("läs mig"))
    }
  }

  @Test func `a file in an archive can be named`() throws {
    try TestPlaces.withFolder { folder in
      let path = "inputs/export.zip/mapp/svar.csv"
      let dialogue = try SmallDialogue(in: folder, sources: Self.source(path))
      try dialogue.write(Self.zipped, to: "inputs/export.zip")
      #expect(try dialogue.run().status == 0)
      #expect(try dialogue.account("accepted", source: path) == 3)
      let record = try dialogue.output("internal/run.json")
      #expect(record.contains("\"member\" : \"mapp/svar.csv\""))
      // The archive went away: the source of the last run is gone.
      try FileManager.default.removeItem(atPath: folder + "/inputs/export.zip")
      let run = try dialogue.run()
      #expect(run.status == 1)
      #expect(run.messages.contains("inputs/export.zip"))
    }
  }

  @Test func `a workbook with several filled sheets asks which is meant`() throws {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add(
      "xl/workbook.xml",
      """
      <workbook xmlns:r="r"><sheets><sheet name="Om enkäten" sheetId="1" r:id="a"/>\
      <sheet name="Svar" sheetId="2" r:id="b"/></sheets></workbook>
      """)
    zip.add(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/a.xml"/>\
      <Relationship Id="b" Type="x/worksheet" Target="worksheets/b.xml"/></Relationships>
      """)
    func sheet(_ rows: [[String]]) -> String {
      "<worksheet><sheetData>"
        + rows.map { row in
          "<row>"
            + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
        }.joined() + "</sheetData></worksheet>"
    }
    zip.add("xl/worksheets/a.xml", sheet([["Enkäten gällde bussar"]]))
    zip.add(
      "xl/worksheets/b.xml",
      sheet([["nr", "synpunkt"], ["1", "Fler turer på kvällen, tack"]]))
    let bytes = zip.bytes()
    try TestPlaces.withFolder { folder in
      let plain =
        "  - {path: inputs/svar.xlsx, profile: generic-csv, channel: enkat, text: [synpunkt]}"
      let dialogue = try SmallDialogue(in: folder, sources: plain)
      try dialogue.write(bytes, to: "inputs/svar.xlsx")
      let asked = try dialogue.run()
      #expect(asked.status == 1)
      #expect(asked.messages.contains("sheet.unclear"))
      #expect(asked.messages.contains("\"Om enkäten\", \"Svar\""))
      let named = plain.replacingOccurrences(of: "}", with: ", sheet: Svar}")
      #expect(try SmallDialogue(in: folder, sources: named).run().status == 0)
      #expect(try dialogue.account("accepted", source: "inputs/svar.xlsx/Svar") == 1)
      #expect(try ProgramRun(["verify", folder + "/out"]).status == 0)
      // Two sheets of one workbook are two sources.
      let other = plain.replacingOccurrences(
        of: "text: [synpunkt]", with: "text: [\"Enkäten gällde bussar\"], sheet: Om enkäten")
      let both = try SmallDialogue(in: folder, sources: named + "\n" + other).run()
      #expect(both.messages.contains("has no record after its header"), "\(both.messages)")
    }
  }
}
