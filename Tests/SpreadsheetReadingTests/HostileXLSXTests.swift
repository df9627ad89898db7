import ArchiveTestSupport
import Archives
import Records
import SpreadsheetReading
import Testing

@Suite struct HostileXLSXTests {
  private static let bomb = """
    <!DOCTYPE sst [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>
    """

  private func row(_ number: Int, _ text: String = "x") -> String {
    "<row r='\(number)'><c r='A\(number)' t='str'><v>\(text)</v></c></row>"
  }

  @Test(arguments: [
    "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
    "_rels/.rels",
  ])
  func `A document type or an entity in a part is refused`(part: String) throws {
    let workbook = Workbook(
      rows: row(1), shared: "<si><t>a</t></si>", styles: "<cellXfs/>")
    for text in [
      Self.bomb + workbook[part],
      "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + workbook[part],
      "<a>&b;</a>",
    ] {
      var hostile = workbook
      hostile[part] = text
      #expect(kind { _ = try read(hostile.bytes) } == .damaged)
    }
  }

  @Test func `A document type in the sheet stops the reading`() throws {
    var workbook = Workbook(rows: row(1))
    workbook["xl/worksheets/s1.xml"] = Self.bomb + workbook["xl/worksheets/s1.xml"]
    let reading = try read(workbook.bytes)
    #expect(reading.records == [])
    #expect(reading.failure?.kind == .documentType)
    #expect(reading.problems.map(\.kind) == [.documentType])
  }

  @Test(arguments: ["1", "-1", "99999999999999999999", "x", "4294967296"])
  func `A shared text that is not there sets the row aside`(index: String) throws {
    let workbook = Workbook(
      rows: row(1) + "<row r='2'><c r='A2' t='s'><v>\(index)</v></c></row>" + row(3),
      shared: "<si><t>a</t></si>")
    let reading = try read(workbook.bytes, headerRows: 0)
    #expect(reading.lines == [1, 3])
    #expect(reading.undelivered.map(\.kind) == [.notWellFormed])
    #expect(reading.undelivered.map(\.line) == [2])
    #expect(reading.failure == nil)
  }

  @Test func `A workbook without its shared texts sets those rows aside`() throws {
    let workbook = Workbook(rows: "<row r='1'><c r='A1' t='s'><v>0</v></c></row>" + row(2))
    let reading = try read(workbook.bytes, headerRows: 0)
    #expect(reading.lines == [2])
    #expect(reading.undelivered.map(\.line) == [1])
  }

  @Test func `Deep nesting stops the reading`() throws {
    let deep = String(repeating: "<x>", count: 200) + String(repeating: "</x>", count: 200)
    let reading = try read(Workbook(rows: row(1) + row(2) + deep + row(3)).bytes)
    #expect(reading.lines == [2])
    #expect(reading.failure?.kind == .tooDeep)
  }

  @Test func `A sheet that ends too early delivers the rows before`() throws {
    var workbook = Workbook(rows: row(1) + row(2) + row(3))
    let text = workbook["xl/worksheets/s1.xml"]
    workbook["xl/worksheets/s1.xml"] = String(text.prefix(text.count - 45))
    let reading = try read(workbook.bytes)
    #expect(reading.lines == [2])
    #expect(reading.undelivered.map(\.kind) == [.notWellFormed])
    #expect(reading.undelivered.map(\.line) == [3])
    #expect(reading.failure?.kind == .notWellFormed)
    #expect(reading.problems == [reading.failure])
  }

  @Test func `A part that is no sheet says so`() throws {
    var workbook = Workbook(rows: row(1))
    workbook["xl/worksheets/s1.xml"] = "<chartsheet/>"
    #expect(try read(workbook.bytes).failure?.kind == .notWellFormed)
  }

  @Test(arguments: [
    // A column beyond the limit, a cell and a row that are too long.
    ("<c r='XFE2' t='str'><v>x</v></c>", RecordProblem.Kind.recordTooLong, 16_384),
    ("<c r='ZZZ2' t='str'><v>x</v></c>", .recordTooLong, 16_384),
    ("<c r='A2' t='str'><v>\(String(repeating: "x", count: 101))</v></c>", .valueTooLong, 100),
    ("<c r='A2' t='s'><v>1</v></c>", .valueTooLong, 100),
    (String(repeating: "<c t='s'><v>0</v></c>", count: 6), .recordTooLong, 500),
  ])
  func `A row that is too large is set aside and the reading goes on`(
    cells: String, kind: RecordProblem.Kind, limit: Int
  ) throws {
    let shared = [100, 101].map { "<si><t>\(String(repeating: "y", count: $0))</t></si>" }
    let workbook = Workbook(
      rows: row(1) + "<row r='2'>\(cells)</row>" + row(3), shared: shared.joined())
    let limits = SpreadsheetLimits(cellBytes: 100, rowBytes: 500)
    let reading = try read(workbook.bytes, headerRows: 0, limits: limits)
    #expect(reading.lines == [1, 3])
    #expect(reading.undelivered.map(\.kind) == [kind])
    #expect(reading.undelivered.map(\.expected) == [limit])
  }

  @Test(arguments: [1_048_577, 4_294_967_297])
  func `A row beyond the last one stops the reading`(number: Int) throws {
    let reading = try read(Workbook(rows: row(1) + row(2) + row(number) + row(3)).bytes)
    #expect(reading.lines == [2])
    #expect(reading.failure?.kind == .valueTooLong)
    #expect(reading.failure?.expected == 1_048_576)
    #expect(reading.failure?.found == number)
  }

  @Test func `Few bytes that stand for many stop at the limit of the sheet`() throws {
    let long = String(repeating: "x", count: 10_000)
    let cells = String(repeating: "<c t='s'><v>0</v></c>", count: 100)
    let rows = (1...100).map { "<row r='\($0)'>\(cells)</row>" }
    let workbook = Workbook(rows: rows.joined(), shared: "<si><t>\(long)</t></si>")
    let limits = SpreadsheetLimits(sheetBytes: 5_000_000)
    let reading = try read(workbook.bytes, headerRows: 0, limits: limits)
    #expect(reading.lines == [1, 2, 3, 4, 5])
    #expect(reading.failure?.kind == .valueTooLong)
    #expect(reading.failure?.expected == 5_000_000)
  }

  @Test func `Too many shared texts are refused`() throws {
    let workbook = Workbook(
      rows: row(1), shared: String(repeating: "<si><t>abc</t></si>", count: 100))
    #expect(kind { _ = try read(workbook.bytes, limits: .init(sharedTexts: 99)) } == .tooLarge)
    #expect(kind { _ = try read(workbook.bytes, limits: .init(sharedBytes: 299)) } == .tooLarge)
    let limits = SpreadsheetLimits(sharedBytes: 300, sharedTexts: 100)
    #expect(try read(workbook.bytes, limits: limits).header.count == 1)
    #expect(
      kind {
        _ = try read(
          Workbook(rows: "", styles: "<cellXfs><xf/><xf/><xf/><xf/></cellXfs>").bytes,
          limits: .init(parts: 3))
      } == .tooLarge)
  }

  @Test func `A zip bomb in place of a sheet is not unpacked`() throws {
    var writer = ZipWriter()
    for part in Workbook(rows: "").parts where part.name != "xl/worksheets/s1.xml" {
      writer.add(part.name, part.text)
    }
    writer.add(
      name: Array("xl/worksheets/s1.xml".utf8), data: Deflate.rawZeros(mebibytes: 300), method: 8,
      crc: 0, size: 300 << 20)
    let error = kind { _ = try read(writer.bytes()) }
    #expect(error == .archive)
  }

  @Test func `A byte that is changed anywhere never brings the reading down`() throws {
    var plain = ZipWriter()
    let workbook = Workbook(
      rows: row(1)
        + "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' s='0'><v>45000.5</v></c></row>",
      shared: "<si><r><t>a</t></r></si>", styles: "<cellXfs><xf numFmtId='22'/></cellXfs>")
    // The sheet's own bytes are changed, before they are packed.
    let sheet = Array(workbook["xl/worksheets/s1.xml"].utf8)
    for part in workbook.parts where part.name != "xl/worksheets/s1.xml" {
      plain.add(part.name, part.text)
    }
    for at in sheet.indices.filter({ $0 > 90 }) {
      for change: UInt8 in [0x01] {
        var bytes = sheet
        bytes[at] ^= change
        var writer = plain
        writer.add("xl/worksheets/s1.xml", bytes)
        let reading = try read(writer.bytes())
        #expect(reading.records.count + reading.undelivered.count <= 2)
      }
    }
  }
}
