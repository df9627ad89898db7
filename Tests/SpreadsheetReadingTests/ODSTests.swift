import ArchiveTestSupport
import Records
import SpreadsheetReading
import Testing

@Suite struct ODSTests {
  // The text of one cell.
  private func text(_ attributes: String, _ content: String = "") throws -> String {
    let reading = try read(
      ods(
        rows: "<table:table-row><table:table-cell \(attributes)>\(content)</table:table-cell>"
          + "<table:table-cell><text:p>.</text:p></table:table-cell></table:table-row>"),
      headerRows: 0)
    #expect(reading.failure == nil)
    return try #require(reading.records.first?.first)
  }

  @Test(arguments: [
    ("office:value-type='float' office:value='4.20'", "4.2"),
    ("office:value-type='float' office:value='1E+020'", "100000000000000000000"),
    ("office:value-type='float' office:value='3'", "3"),
    ("office:value-type='percentage' office:value='0.25'", "0.25"),
    ("office:value-type='currency' office:currency='SEK' office:value='12.50'", "12.5"),
    ("office:value-type='date' office:date-value='2026-04-14'", "2026-04-14"),
    ("office:value-type='date' office:date-value='2026-04-14T09:12:33'", "2026-04-14 09:12:33"),
    (
      "office:value-type='date' office:date-value='2024-02-29T23:59:59.9996'", "2024-03-01 00:00:00"
    ),
    ("office:value-type='date' office:date-value='skräp'", "skräp"),
    ("office:value-type='time' office:time-value='PT09H12M33S'", "09:12:33"),
    ("office:value-type='time' office:time-value='PT36H00M00.4S'", "36:00:00"),
    ("office:value-type='time' office:time-value='-PT1M'", "-00:01:00"),
    ("office:value-type='time' office:time-value='P1DT1H'", "25:00:00"),
    ("office:value-type='time' office:time-value='PTH'", "PTH"),
    ("office:value-type='boolean' office:boolean-value='true'", "TRUE"),
    ("office:value-type='boolean' office:boolean-value='false'", "FALSE"),
    ("table:formula='of:=TRUE()' office:value-type='float' office:value='1'", "TRUE"),
    ("office:value-type='float' office:value='2' calcext:value-type='float'", "2"),
    ("office:value-type='string' office:string-value='å &amp; ä'", "å & ä"),
  ])
  func `Values are taken from the attributes`(attributes: String, expected: String) throws {
    #expect(try text(attributes, "<text:p>som det visas</text:p>") == expected)
    #expect(try text(attributes) == expected)
  }

  @Test(arguments: [
    ("<text:p>en</text:p><text:p>två</text:p><text:p/><text:p>fyra</text:p>", "en\ntvå\n\nfyra"),
    ("<text:p>a<text:s/>b<text:s text:c='3'/>c</text:p>", "a b   c"),
    ("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"),
    ("<text:p><text:span>fet</text:span> <text:a>länk</text:a></text:p>", "fet länk"),
    ("<text:p> blank </text:p>", " blank "),
    ("<office:annotation><text:p>kommentar</text:p></office:annotation><text:p>x</text:p>", "x"),
    ("<text:p>x<office:annotation><text:p>k</text:p></office:annotation>y</text:p>", "xy"),
    ("<drawing:frame><text:p>ruta</text:p></drawing:frame><text:p>x</text:p>", "x"),
    ("<text:p>x<drawing:frame><text:p>ruta</text:p></drawing:frame></text:p>", "x"),
    ("<text:p>漢<text:ruby-text>かん</text:ruby-text></text:p>", "漢"),
  ])
  func `Texts are taken from the paragraphs`(content: String, expected: String) throws {
    #expect(try text("office:value-type='string'", content) == expected)
    #expect(try text("", content) == expected)
  }

  @Test func `Where the text and its attribute differ only in blanks, the text has them`() throws {
    let text = try text(
      "office:value-type='string' office:string-value='etttvå tre'",
      "<text:p>ett<text:tab/>två</text:p><text:p>tre</text:p>")
    #expect(text == "ett\ttvå\ntre")
  }

  @Test func `Errors are text, and formulas without a value are counted`() throws {
    let reading = try read(
      ods(
        rows: odsRow("h")
          + """
          <table:table-row><table:table-cell table:formula="of:=1/0" office:value-type="float"
          office:value="0" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
          <table:table-cell table:formula="of:=NA()" office:value-type="string"
          office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>
          <table:table-cell table:formula="of:=1+1" table:number-columns-repeated="2"/>
          </table:table-row>
          """))
    #expect(reading.records == [["#DIV/0!", "#N/A", "", "", "", ""]])
    #expect(reading.report.errorCells == 2)
    #expect(reading.report.formulasWithoutValue == 2)
  }

  @Test func `Repeated cells and rows are spread out`() throws {
    let reading = try read(
      ods(
        rows: """
          <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
          <table:table-row table:number-rows-repeated="2">
          <table:table-cell table:number-columns-repeated="2"/>
          <table:table-cell table:number-columns-repeated="2" office:value-type="string">
          <text:p>x</text:p></table:table-cell>
          <table:covered-table-cell/>
          <table:table-cell><text:p>y</text:p></table:table-cell></table:table-row>
          """), headerRows: 0)
    #expect(reading.records == Array(repeating: ["", "", "x", "x", "", "y"], count: 2))
    #expect(reading.lines == [4, 5])
  }

  @Test func `A header row that is repeated is header once and then record`() throws {
    let reading = try read(
      ods(rows: odsRow("h", attributes: "table:number-rows-repeated='3'")), columns: 1)
    #expect(reading.header.map(\.number) == [1])
    #expect(reading.lines == [2, 3])
  }

  @Test func `Blank cells and rows to the end of the sheet take no time`() throws {
    let blank = "<table:table-cell table:number-columns-repeated='16384'/>"
    let reading = try read(
      ods(
        rows: odsRow("a") + odsRow("b")
          + "<table:table-row table:number-rows-repeated='1048574'>\(blank)</table:table-row>"
          + "<table:table-row table:number-rows-repeated='99999999999999999999'>\(blank)"
          + "</table:table-row>"), columns: 1)
    #expect(reading.records == [["b"]])
    #expect(reading.failure == nil)
  }

  @Test func `Twenty million rows with text stop at the last one there can be`() throws {
    let limits = SpreadsheetLimits(rows: 1000)
    let rows =
      odsRow("h") + odsRow("b", attributes: "table:number-rows-repeated='20000000'") + odsRow("c")
    let reading = try read(ods(rows: rows), columns: 1, limits: limits)
    #expect(reading.records.count == 999)
    #expect(reading.lines.last == 1000)
    #expect(reading.failure?.kind == .valueTooLong)
    #expect(reading.failure?.found == 20_000_001)
    #expect(SpreadsheetLimits().rows == 1_048_576)
  }

  @Test(arguments: ["16385", "20000000", "99999999999999999999"])
  func `A text in more columns than there are sets the row aside`(count: String) throws {
    let reading = try read(
      ods(
        rows: odsRow("h")
          + "<table:table-row><table:table-cell table:number-columns-repeated='\(count)'>"
          + "<text:p>x</text:p></table:table-cell></table:table-row>" + odsRow("b")), columns: 1)
    #expect(reading.lines == [3])
    #expect(reading.undelivered.map(\.kind) == [.recordTooLong])
    #expect(reading.undelivered.map(\.expected) == [16_384])
  }

  @Test(arguments: ["32768", "4000000000", "99999999999999999999"])
  func `A run of blanks that is too long sets the row aside`(count: String) throws {
    let reading = try read(
      ods(rows: odsRow("h") + odsRow("a<text:s text:c='\(count)'/>") + odsRow("b")), columns: 1)
    #expect(reading.lines == [3])
    #expect(reading.undelivered.map(\.kind) == [.valueTooLong])
  }

  @Test func `Only the rows of the sheet itself are read`() throws {
    let bytes = ods(
      """
      <table:tracked-changes><table:deletion><table:table-cell><text:p>struken</text:p>
      </table:table-cell></table:deletion></table:tracked-changes>
      <table:table table:name='Ett &amp; ett' table:style-name='t1'>\(odsRow("1"))</table:table>
      <table:table table:name='Två' table:style-name='t2'>
      <table:shapes><drawing:frame><table:table>\(odsRow("form"))</table:table></drawing:frame>
      </table:shapes><table:table-column/>
      <table:table-header-rows>\(odsRow("h"))</table:table-header-rows>
      <table:table-row-group><table:table-rows>\(odsRow("2"))</table:table-rows>
      <table:table-row-group>\(odsRow("3", attributes: "table:visibility='filter'"))
      </table:table-row-group></table:table-row-group></table:table>
      <table:table table:name='Tre'>\(odsRow("4"))</table:table>
      """,
      styles: """
        <style:style style:name='t1' style:family='table'><style:table-properties
        table:display='true'/></style:style>
        <style:style style:name='t2' style:family='table'><style:table-properties
        table:display='false'/></style:style>
        """)
    let spreadsheet = try Spreadsheet(try TestFile.open(bytes))
    #expect(spreadsheet.format == .ods)
    #expect(
      spreadsheet.sheets == [
        SheetInfo(name: "Ett & ett", index: 0, isHidden: false),
        SheetInfo(name: "Två", index: 1, isHidden: true),
        SheetInfo(name: "Tre", index: 2, isHidden: false),
      ])
    let reading = try read(bytes, sheet: 1, columns: 1)
    #expect(reading.header.map(\.values) == [["h"]])
    #expect(reading.records == [["2"], ["3"]])
    #expect(reading.lines == [2, 3])
    #expect(reading.report.hiddenRows == 1)
    #expect(try read(bytes, sheet: 2, columns: 1).header.map(\.values) == [["4"]])
  }

  @Test func `Merged areas below the header are counted`() throws {
    let merged =
      "<table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>m</text:p>"
      + "</table:table-cell><table:covered-table-cell/></table:table-row>"
    let reading = try read(ods(rows: merged + merged + odsRow("x")))
    #expect(reading.records.map { $0[0] } == ["m", "x"])
    #expect(reading.report.bodyMerges == 1)
  }

  @Test func `A file with a password says what to do`() throws {
    let bytes = ods("", manifest: "<m><file-entry><encryption-data/></file-entry></m>")
    #expect(kind { _ = try Spreadsheet(try TestFile.open(bytes)) } == .passwordProtected)
  }

  @Test func `A document type is refused and a file that ends too early read to its end`() throws {
    var writer = ZipWriter()
    writer.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    var hostile = writer
    hostile.add("content.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")
    #expect(kind { _ = try Spreadsheet(try TestFile.open(hostile.bytes())) } == .damaged)
    writer.add(
      "content.xml",
      "<d xmlns:table='t' xmlns:office='o' xmlns:text='x'><body><spreadsheet>"
        + "<table:table table:name='a'>" + odsRow("h") + odsRow("1") + "<table:table-row>")
    let reading = try read(writer.bytes(), columns: 1)
    #expect(reading.records == [["1"]])
    #expect(reading.undelivered.map(\.line) == [3])
    #expect(reading.failure?.kind == .notWellFormed)
  }
}
