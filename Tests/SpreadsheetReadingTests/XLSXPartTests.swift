import ArchiveTestSupport
import Archives
import Records
import SpreadsheetReading
import Testing

@Suite struct XLSXPartTests {
  private let usual = Workbook(
    rows: "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>1</v></c></row>",
    shared: "<si><t>delad</t></si>",
    styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>")

  private func expectRead(_ workbook: Workbook) throws {
    let reading = try read(workbook.bytes, headerRows: 0, columns: 2)
    #expect(reading.records == [["delad", "1900-01-01"]])
  }

  @Test(arguments: [
    "worksheets/s1.xml", "/xl/worksheets/s1.xml", "./worksheets/s1.xml", "../xl/worksheets/s1.xml",
    "/XL/Worksheets/S1.xml", "worksheets\\s1.xml",
  ])
  func `A sheet is found where the workbook says`(target: String) throws {
    try expectRead(usual)
    var workbook = usual
    let links = workbook["xl/_rels/workbook.xml.rels"]
    workbook["xl/_rels/workbook.xml.rels"] = links.replacing("worksheets/s1.xml", with: target)
    try expectRead(workbook)
  }

  @Test func `The strict kind of the format is read too`() throws {
    var workbook = usual
    for part in workbook.parts {
      workbook[part.name] = part.text
        .replacing(Workbook.space, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replacing(Workbook.links, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
    }
    try expectRead(workbook)
  }

  @Test func `Names with a prefix are the same names`() throws {
    var workbook = usual
    workbook["xl/worksheets/s1.xml"] = """
      <x:worksheet xmlns:x='\(Workbook.space)'><x:sheetData><x:row r='1'><x:c r='A1' t='s'>
      <x:v>0</x:v></x:c><x:c r='B1' s='1'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """
    try expectRead(workbook)
  }

  @Test func `Without links, the usual names are tried`() throws {
    var workbook = usual
    workbook["xl/worksheets/sheet1.xml"] = workbook["xl/worksheets/s1.xml"]
    for name in ["_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/worksheets/s1.xml"] {
      workbook.remove(name)
    }
    try expectRead(workbook)
  }

  @Test func `The workbook itself may have another name`() throws {
    var workbook = usual
    workbook["_rels/.rels"] = workbook["_rels/.rels"].replacing("xl/workbook", with: "/bok/b")
    workbook["bok/b.xml"] = workbook["xl/workbook.xml"]
    workbook["bok/_rels/b.xml.rels"] = workbook["xl/_rels/workbook.xml.rels"]
      .replacing("Target='", with: "Target='/xl/")
    try expectRead(workbook)
  }

  @Test func `Sheets are listed with their names, and charts are left out`() throws {
    var workbook = usual
    workbook["xl/workbook.xml"] = """
      <workbook xmlns:r='\(Workbook.links)'><sheets>
      <sheet name='Svar &amp; &lt;frågor&gt; &amp;#38;' sheetId='1' r:id='rId1'/>
      <sheet name='Diagram' sheetId='2' r:id='rId9'/>
      <sheet name='Dolt' sheetId='3' state='hidden' r:id='rId1'/>
      <sheet name='Mycket dolt' sheetId='4' state='veryHidden' r:id='rId7'/>
      </sheets></workbook>
      """
    workbook["xl/_rels/workbook.xml.rels"] = workbook["xl/_rels/workbook.xml.rels"]
      .replacing(
        "</Relationships>",
        with: "<Relationship Id='rId9' Type='\(Workbook.links)/chartsheet' Target='c.xml'/>"
          + "</Relationships>")
    let spreadsheet = try Spreadsheet(try TestFile.open(workbook.bytes))
    #expect(spreadsheet.format == .xlsx)
    #expect(
      spreadsheet.sheets == [
        SheetInfo(name: "Svar & <frågor> &#38;", index: 0, isHidden: false),
        SheetInfo(name: "Dolt", index: 1, isHidden: true),
        SheetInfo(name: "Mycket dolt", index: 2, isHidden: true),
      ])
    #expect(try SheetReader(spreadsheet, sheet: 1).info == spreadsheet.sheets[1])
    #expect(kind { _ = try SheetReader(spreadsheet, sheet: 2) } == .damaged)
    #expect(kind { _ = try SheetReader(spreadsheet, sheet: 3) } == .noSuchSheet)
    #expect(kind { _ = try SheetReader(spreadsheet, sheet: -1) } == .noSuchSheet)
  }

  @Test func `A part in UTF-16 is read`() throws {
    var workbook = usual
    // Longer in UTF-8 than in UTF-16.
    let text = String(repeating: "東", count: 500)
    workbook["xl/sharedStrings.xml"] = "<sst><si><t>\(text)</t></si></sst>"
    var writer = ZipWriter()
    for part in workbook.parts {
      let units = ("<?xml version='1.0' encoding='UTF-16'?>" + part.text).utf16
      writer.add(part.name, [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
    let reading = try read(writer.bytes(), headerRows: 0, columns: 2)
    #expect(reading.records == [[text, "1900-01-01"]])
  }

  @Test func `A file of another kind says what to do`() throws {
    func refusal(_ bytes: [UInt8]) throws -> SpreadsheetError? {
      do {
        _ = try Spreadsheet(try TestFile.open(bytes))
        return nil
      } catch {
        return error as? SpreadsheetError
      }
    }
    func compound(_ name: String) -> [UInt8] {
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        + name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        + [UInt8](repeating: 0, count: 128)
    }
    let old = try refusal(compound("Workbook"))
    #expect(old?.kind == .oldFormat)
    #expect(old?.reason.contains("save it as .xlsx") == true)
    let locked = try refusal(compound("EncryptedPackage"))
    #expect(locked?.kind == .passwordProtected)
    #expect(locked?.reason.contains("password") == true)
    #expect(try refusal(Array("a;b\n".utf8))?.kind == .notASpreadsheet)
    var zip = ZipWriter()
    zip.add("svar.csv", "a;b")
    #expect(try refusal(zip.bytes())?.kind == .notASpreadsheet)
    #expect(try refusal(Array(usual.bytes.prefix(300)))?.kind == .archive)
    let path = "/nonexistent/svar.xlsx"
    #expect(kind { _ = try Spreadsheet(path: path) } == .system)
  }
}
