import SpreadsheetReading
import Testing

@Suite struct XLSXValueTests {
  // The text of one cell.
  private func text(
    _ cell: String, shared: String? = nil, styles: String? = nil, properties: String = ""
  ) throws -> String {
    let workbook = Workbook(
      rows: "<row r='1'>\(cell)<c r='B1' t='str'><v>.</v></c></row>", shared: shared,
      styles: styles, properties: properties)
    let reading = try read(workbook.bytes, headerRows: 0)
    #expect(reading.failure == nil)
    return try #require(reading.records.first?.first)
  }

  // The text of a number in a cell with a format.
  private func shown(_ number: String, code: String, is1904: Bool = false) throws -> String {
    let escaped = code.replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    return try text(
      "<c r='A1' s='1'><v>\(number)</v></c>",
      styles: "<numFmts><numFmt numFmtId='164' formatCode=\"\(escaped)\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs>",
      properties: is1904 ? "<workbookPr date1904='1'/>" : "")
  }

  private func shown(_ number: String, format: Int) throws -> String {
    try text(
      "<c r='A1' s='1'><v>\(number)</v></c>",
      styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='\(format)'/></cellXfs>")
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("42", "42"), ("-7", "-7"), ("007", "7"), (" 5 ", "5"),
    ("42.0", "42"), ("4.2000000000000002", "4.2"), ("0.30000000000000004", "0.30000000000000004"),
    ("0.1", "0.1"), ("-0.05", "-0.05"), ("100.25", "100.25"), ("0.5", "0.5"), ("1.50", "1.5"),
    ("1E3", "1000"), ("1.0E+20", "100000000000000000000"), ("1.5E-3", "0.0015"),
    ("1E-7", "0.0000001"), ("1.5E-8", "1.5E-8"), ("1E+21", "1E+21"), ("-1.25E300", "-1.25E+300"),
    ("123456789012345678", "123456789012345678"), ("12345678901234567890", "12345678901234567890"),
    ("1.2345678901234567E+17", "123456789012345660"), ("-1.5E15", "-1500000000000000"),
    ("1E999", "1E999"), ("abc", "abc"), ("1,5", "1,5"), ("NaN", "NaN"), ("0x1F", "0x1F"),
  ])
  func `Numbers are written exactly and without a locale`(stored: String, shown: String) throws {
    #expect(try text("<c r='A1'><v>\(stored)</v></c>") == shown)
    #expect(try text("<c r='A1' t='n'><v>\(stored)</v></c>") == shown)
  }

  @Test(arguments: [
    ("<c r='A1' t='b'><v>1</v></c>", "TRUE"), ("<c r='A1' t='b'><v>0</v></c>", "FALSE"),
    ("<c r='A1' t='e'><v>#N/A</v></c>", "#N/A"),
    ("<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!"),
    ("<c r='A1' t='str'><f>A2</f><v>å &amp; ä</v></c>", "å & ä"),
    ("<c r='A1'><f>1+1</f><v>2</v></c>", "2"),
    ("<c r='A1' t='inlineStr'><is><t> text </t></is></c>", " text "),
    ("<c r='A1' t='inlineStr'><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>", "ab"),
    ("<c r='A1' t='inlineStr'><is><t>東</t><rPh sb='0' eb='1'><t>ひ</t></rPh></is></c>", "東"),
    ("<c r='A1' t='d'><v>2026-04-14</v></c>", "2026-04-14"),
    ("<c r='A1' t='d'><v>2026-04-14T09:12:33.6Z</v></c>", "2026-04-14 09:12:34"),
    ("<c r='A1' t='d'><v>2023-12-31T23:59:59.7</v></c>", "2024-01-01 00:00:00"),
    ("<c r='A1' t='str'><v><![CDATA[a<b]]></v></c>", "a<b"),
    (
      "<c r='A1' t='str'><v>rad_x000D_\nbryt _x005F_x000D_ _x00e5_</v></c>", "rad\r\nbryt _x000D_ å"
    ),
    ("<c r='A1' t='str'><v>_xD83D__xDE00_ _xD83D_ _x0000_ _x00</v></c>", "😀 _xD83D_ _x0000_ _x00"),
    ("<c r='A1'/>", ""), ("<c r='A1' s='7'><v></v></c>", ""),
    ("<c r='A1' s='99'><v>3</v></c>", "3"),
  ])
  func `Each type of cell has its text`(cell: String, expected: String) throws {
    #expect(try text(cell) == expected)
  }

  @Test func `Shared texts have their runs joined and the reading aloud left out`() throws {
    let shared =
      "<si><t>enkel</t></si>"
      + "<si><r><t>vanlig </t></r><r><rPr><b/></rPr><t xml:space='preserve'>fet </t></r></si>"
      + "<si><t>東京</t><rPh sb='0' eb='2'><t>とうきょう</t></rPh><phoneticPr fontId='1'/></si>"
      + "<si/><si><t/></si><si><t>_x000D_sist</t></si>"
    func number(_ index: Int) throws -> String {
      try text("<c r='A1' t='s'><v>\(index)</v></c>", shared: shared)
    }
    #expect(
      try (0..<6).map(number) == ["enkel", "vanlig fet ", "東京", "", "", "\rsist"])
  }

  @Test(arguments: [
    (14, "2026-04-14"), (15, "2026-04-14"), (16, "2026-04-14"), (17, "2026-04-14"),
    (18, "09:12:33"), (20, "09:12:33"), (21, "09:12:33"), (22, "2026-04-14 09:12:33"),
    (27, "2026-04-14"), (32, "2026-04-14 09:12:33"), (36, "2026-04-14"), (45, "09:12:33"),
    (46, "46126.383715277778"), (47, "09:12:33"), (50, "2026-04-14"), (58, "2026-04-14"),
    (0, "46126.383715277778"), (2, "46126.383715277778"), (37, "46126.383715277778"),
    (49, "46126.383715277778"), (163, "46126.383715277778"),
  ])
  func `A date is told by the number of a built-in format`(format: Int, text: String) throws {
    let shown = try shown("46126.383715277778", format: format)
    // The shortest digits of the number may be fewer than those of the file.
    #expect(shown == text || Double(shown) == Double(text))
  }

  @Test(arguments: [
    ("yyyy-mm-dd", "2026-04-14"), ("yyyy\\-mm\\-dd;@", "2026-04-14"), ("DD/MM/YYYY", "2026-04-14"),
    ("[$-41D]d\\ mmmm\\ yyyy", "2026-04-14"), ("mmm", "2026-04-14"),
    ("yyyy-mm-dd hh:mm", "2026-04-14 09:12:33"), ("m/d/yy h:mm:ss", "2026-04-14 09:12:33"),
    ("d mmm yyyy \"kl\" hh:mm", "2026-04-14 09:12:33"),
    ("[$-409]m/d/yy h:mm AM/PM", "2026-04-14 09:12:33"),
    ("h:mm", "09:12:33"), ("mm:ss", "09:12:33"), ("mm:ss.0", "09:12:33"),
    ("h:mm:ss AM/PM", "09:12:33"),
    ("h A/P", "09:12:33"), ("[Red]hh:mm", "09:12:33"), ("[<1]hh:mm;yyyy", "09:12:33"),
    ("[h]:mm:ss", "46126.38371527778"), ("[mm]:ss", "46126.38371527778"),
    ("[s]", "46126.38371527778"),
    ("General", "46126.38371527778"), ("GENERAL", "46126.38371527778"),
    ("0.00", "46126.38371527778"),
    ("#,##0.00 \"dagar\"", "46126.38371527778"), ("0.00E+00", "46126.38371527778"),
    ("[Red]0", "46126.38371527778"), ("\"dmy\"0", "46126.38371527778"),
    ("0\\d", "46126.38371527778"),
    ("#,##0\\ [$kr-41D]", "46126.38371527778"), ("_-* #,##0.00_d", "46126.38371527778"),
    ("@", "46126.38371527778"), ("", "46126.38371527778"), ("\"öppen", "46126.38371527778"),
    ("[", "46126.38371527778"), ("\\", "46126.38371527778"),
  ])
  func `A date is told by the code of a format`(code: String, text: String) throws {
    #expect(try shown("46126.383715277778", code: code) == text)
  }

  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
    ("366", "1900-12-31"), ("36526", "2000-01-01"), ("36585", "2000-02-29"),
    ("45351", "2024-02-29"), ("73109", "2100-02-28"), ("73110", "2100-03-01"),
    ("2958465", "9999-12-31"), ("2958466", "2958466"), ("0", "0"), ("-1", "-1"), ("0.25", "0.25"),
    ("45000.9999999", "2023-03-16"), ("text", "text"),
  ])
  func `Days are counted as Excel counts them`(number: String, text: String) throws {
    #expect(try shown(number, code: "yyyy-mm-dd") == text)
  }

  @Test(arguments: [
    ("0", "1904-01-01"), ("1", "1904-01-02"), ("60", "1904-03-01"), ("44664", "2026-04-14"),
    ("2957003", "9999-12-31"), ("2957004", "2957004"),
  ])
  func `The calendar of 1904 begins four years later`(number: String, text: String) throws {
    #expect(try shown(number, code: "yyyy-mm-dd", is1904: true) == text)
  }

  @Test(arguments: [
    ("46126", "2026-04-14 00:00:00"), ("46126.5", "2026-04-14 12:00:00"), ("0.5", "12:00:00"),
    ("0", "00:00:00"), ("46126.99999", "2026-04-14 23:59:59"),
    ("46126.999999", "2026-04-15 00:00:00"), ("2958465.9999999", "2958465.9999999"),
    ("1.5", "1900-01-01 12:00:00"),
  ])
  func `Times are rounded to the second`(number: String, text: String) throws {
    #expect(try shown(number, code: "yyyy-mm-dd hh:mm") == text)
  }

  @Test func `A formula that was never worked out is empty and counted`() throws {
    let workbook = Workbook(
      rows: """
        <row r='1'><c r='A1' t='str'><v>h</v></c></row>
        <row r='2'><c r='A2'><f>1+1</f></c><c r='B2'><f>1+1</f><v></v></c>
        <c r='C2' t='str'><f>""</f><v></v></c><c r='D2' t='e'><v>#REF!</v></c></row>
        """)
    let reading = try read(workbook.bytes)
    #expect(reading.records == [["", "", "", "#REF!", "", ""]])
    #expect(reading.report.formulasWithoutValue == 2)
    #expect(reading.report.errorCells == 1)
  }
}
