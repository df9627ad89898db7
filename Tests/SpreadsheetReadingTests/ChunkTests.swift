import Records
import SpreadsheetReading
import Testing

@Suite struct ChunkTests {
  private static let workbook = Workbook(
    rows: """
      <row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='inlineStr'><is><t>tre å</t></is></c></row>
      <row r='3' hidden='1'><c r='A3' s='1'><v>45000.5</v></c><c r='B3'><v>1.50</v></c></row>
      <row r='4'/><row r='6'><c r='A6' t='s'><v>1</v></c><c t='b'><v>1</v></c></row>
      <row r='5'><c r='E5' t='str'><f>x</f><v>långt bort _x000D_</v></c><c><f>y</f></c></row>
      <row r='8'><c r='A8' t='s'><v>7</v></c></row>
      <row r='9'><c r='A9' t='e'><v>#N/A</v></c><c r='C9' t='s'><v>0</v></c></row>
      """,
    after: "<mergeCells><mergeCell ref='A3:B3'/><mergeCell ref='A2:B2'/></mergeCells>",
    shared: "<si><t>delad</t></si><si><r><t>två </t></r><r><t>delar</t></r></si>",
    styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='22'/></cellXfs>"
  ).bytes

  private static let sheet = ods(
    rows: """
      \(odsRow("h1", "h2"))
      <table:table-row table:number-rows-repeated='2'><table:table-cell
      office:value-type='date' office:date-value='2026-04-14'><text:p>14 april</text:p>
      </table:table-cell><table:table-cell table:number-columns-repeated='2'><text:p>x<text:s
      text:c='2'/>y</text:p><text:p>z</text:p></table:table-cell></table:table-row>
      \(odsRow("a<text:s text:c='99999999'/>"))\(odsRow("sist å"))
      """)

  @Test(arguments: [1, 2, 3, 7, 64, 500])
  func `The size of the pieces makes no difference`(size: Int) throws {
    let whole = try read(Self.workbook)
    #expect(
      whole.records == [
        ["2023-03-15 12:00:00", "1.5", "", "", "", ""], ["två delar", "TRUE", "", "", "", ""],
        ["", "", "", "", "långt bort \r", ""], ["#N/A", "", "delad", "", "", ""],
      ])
    #expect(whole.lines == [3, 6, 5, 9])
    #expect(whole.undelivered.count == 1)
    #expect(try read(Self.workbook, chunkSize: size) == whole)
    let open = try read(Self.sheet)
    #expect(open.lines == [2, 3, 5])
    #expect(open.undelivered.count == 1)
    #expect(try read(Self.sheet, chunkSize: size) == open)
  }
}
