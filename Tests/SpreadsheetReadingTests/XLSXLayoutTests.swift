import ArchiveTestSupport
import Records
import SpreadsheetReading
import Testing

@Suite struct XLSXLayoutTests {
  private func cell(_ reference: String?, _ text: String) -> String {
    let place = reference.map { "r='\($0)'" } ?? ""
    return "<c \(place) t='str'><v>\(text)</v></c>"
  }

  private func row(_ number: Int?, _ cells: String, _ attributes: String = "") -> String {
    let place = number.map { "r='\($0)'" } ?? ""
    return "<row \(place) \(attributes)>\(cells)</row>"
  }

  @Test func `Cells stand where they say, or after the one before`() throws {
    let workbook = Workbook(
      rows: row(1, cell("A1", "a") + cell("C1", "c") + cell(nil, "d"))
        + row(nil, cell(nil, "1") + cell(nil, "2") + cell("F2", "6"))
        + row(7, cell("D7", "4")))
    let reading = try read(workbook.bytes, headerRows: 0)
    #expect(
      reading.records == [
        ["a", "", "c", "d", "", ""], ["1", "2", "", "", "", "6"], ["", "", "", "4", "", ""],
      ])
    #expect(reading.lines == [1, 2, 7])
    #expect(reading.problems == [])
  }

  @Test func `The header is the first rows that are not blank`() throws {
    let workbook = Workbook(
      rows: row(1, "") + row(2, "<c r='A2' s='1'/>") + row(3, cell("A3", "q1") + cell("C3", "q2"))
        + row(4, "") + row(5, cell("B5", "alt")) + row(6, cell("A6", "x")))
    let reading = try read(workbook.bytes, headerRows: 2)
    #expect(
      reading.header == [
        SheetRow(number: 3, values: ["q1", "", "q2"]), SheetRow(number: 5, values: ["", "alt"]),
      ])
    #expect(reading.records == [["x", "", "", "", "", ""]])
    #expect(reading.lines == [6])
  }

  @Test func `A sheet that ends in its header has what there is`() throws {
    let reading = try read(Workbook(rows: row(1, cell("A1", "a"))).bytes, headerRows: 3)
    #expect(reading.header.map(\.values) == [["a"]])
    #expect(reading.records == [])
    let empty = try read(Workbook(rows: "").bytes)
    #expect(empty.header == [])
    #expect(empty.failure == nil)
  }

  @Test func `Text beyond the header is a problem of the record`() throws {
    let workbook = Workbook(
      rows: row(1, cell("A1", "a") + cell("B1", "b")) + row(2, cell("A2", "1"))
        + row(3, cell("A3", "2") + cell("E3", "5")) + row(4, cell("A4", "3") + cell("C4", "")))
    let reading = try read(workbook.bytes, columns: 2)
    #expect(reading.records == [["1", ""], ["2", ""], ["3", ""]])
    #expect(
      reading.problems == [
        RecordProblem(.fieldCount, recordIndex: 1, line: 3, expected: 2, found: 5)
      ])
  }

  @Test func `Columns go where they are sent`() throws {
    let workbook = Workbook(
      rows: row(1, cell("A1", "a") + cell("B1", "b") + cell("C1", "c")))
    let spreadsheet = try Spreadsheet(try TestFile.open(workbook.bytes))
    let reader = try SheetReader(spreadsheet, sheet: 0)
    let batch = RecordBatch(columnCount: 2)
    #expect(try !reader.next(into: batch, columnOfField: [1, -1, 0]))
    #expect(batch.string(column: 0, record: 0) == "c")
    #expect(batch.string(column: 1, record: 0) == "a")
    #expect(batch.fieldCounts == [3])
    #expect(try !reader.next(into: batch, columnOfField: [1, -1, 0]))
    #expect(batch.count == 0)
  }

  @Test func `Rows out of order are delivered and counted`() throws {
    let workbook = Workbook(
      rows: row(5, cell("A5", "a")) + row(2, cell("A2", "b")) + row(2, cell("A2", "c"))
        + row(9, cell("A9", "d")))
    let reading = try read(workbook.bytes, headerRows: 0, columns: 1)
    #expect(reading.records == [["a"], ["b"], ["c"], ["d"]])
    #expect(reading.lines == [5, 2, 2, 9])
    #expect(reading.report.rowsOutOfOrder == 2)
  }

  @Test(arguments: ["0", "-3", "x", "99999999999999999999"])
  func `A row without a number that makes sense is the next one`(number: String) throws {
    let workbook = Workbook(
      rows: row(4, cell("A4", "a")) + "<row r='\(number)'>\(cell(nil, "b"))</row>")
    let reading = try read(workbook.bytes, headerRows: 0, columns: 1)
    #expect(reading.records == [["a"], ["b"]])
    #expect(reading.lines == [4, 5])
  }

  @Test func `Cells out of order find their columns, and two in one are set aside`() throws {
    let workbook = Workbook(
      rows: row(1, cell("C1", "c") + cell("A1", "a") + cell("B1", "b"))
        + row(2, cell("A2", "1") + cell("B2", "2") + cell("A2", "3"))
        + row(3, cell("A3", "x")))
    let reading = try read(workbook.bytes, headerRows: 0, columns: 3)
    #expect(reading.records == [["a", "b", "c"], ["x", "", ""]])
    #expect(reading.undelivered.map(\.kind) == [.notWellFormed])
    #expect(reading.undelivered.map(\.line) == [2])
  }

  @Test func `Merged areas below the header are counted, and hidden rows`() throws {
    let workbook = Workbook(
      rows: row(1, cell("A1", "a")) + row(2, cell("A2", "1"), "hidden='1'")
        + row(3, cell("A3", "2"), "hidden='0'") + row(4, "", "hidden='1'"),
      after: "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A1:A2'/>"
        + "<mergeCell ref='A3:B3'/></mergeCells>")
    let reading = try read(workbook.bytes)
    #expect(reading.report.bodyMerges == 2)
    #expect(reading.report.hiddenRows == 1)
    for chunkSize in [1, 100] {
      #expect(try read(workbook.bytes, chunkSize: chunkSize) == reading)
    }
  }

  @Test func `The last cell that Excel has is read`() throws {
    let workbook = Workbook(rows: row(1_048_576, cell("XFD1048576", "sist")))
    let spreadsheet = try Spreadsheet(try TestFile.open(workbook.bytes))
    let reader = try SheetReader(spreadsheet, sheet: 0)
    let header = try reader.readHeader(rows: 1)
    #expect(header.map(\.number) == [1_048_576])
    #expect(header.first?.values.count == 16_384)
    #expect(header.first?.values.last == "sist")
  }

  @Test func `Records are numbered through all batches`() throws {
    let rows = (1...10_000).map { number in
      number % 3000 == 0
        ? row(number, cell("A\(number)", "x") + cell("A\(number)", "y"))
        : row(number, cell("A\(number)", "\(number)"))
    }
    // `read` itself checks the numbers.
    let reading = try read(Workbook(rows: rows.joined()).bytes, headerRows: 0, columns: 1)
    #expect(reading.records.count == 9997)
    #expect(reading.lines == (1...10_000).filter { $0 % 3000 != 0 })
    #expect(reading.undelivered.map(\.line) == [3000, 6000, 9000])
  }

  @Test func `A batch is handed over when it holds a mebibyte`() throws {
    let long = String(repeating: "x", count: 300_000)
    let rows = (1...6).map { (number: Int) in
      row(number, "<c r='A\(number)' t='s'><v>0</v></c>")
    }
    let workbook = Workbook(rows: rows.joined(), shared: "<si><t>\(long)</t></si>")
    let reader = try SheetReader(try Spreadsheet(try TestFile.open(workbook.bytes)), sheet: 0)
    let batch = RecordBatch(columnCount: 1)
    var counts: [Int] = []
    var more = true
    while more {
      more = try reader.next(into: batch, columnOfField: [0])
      counts.append(batch.count)
    }
    #expect(counts == [4, 2])
  }
}
