import CSVReading
import Testing

@Suite struct WriterTests {
  @Test(arguments: [
    (["a", "b c", ""], "a;b c;\r\n"), (["a;b", "c\"d", "e\nf"], "\"a;b\";\"c\"\"d\";\"e\nf\"\r\n"),
    ([""], "\"\"\r\n"), ([" a", "b\t"], "\" a\";\"b\t\"\r\n"), (["a,b"], "a,b\r\n"),
  ])
  func `cells are quoted when they need it`(cells: [String], row: String) {
    #expect(CSVWriter().row(cells) == row)
  }

  @Test(arguments: ["=1+1", "+46", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"x\")", "-"])
  func `a cell that a spreadsheet would run is made text`(cell: String) {
    let row = CSVWriter(lineEnd: .lf).row([cell])
    #expect(row.drop { $0 == "\"" }.hasPrefix("'"))
  }

  @Test(arguments: ["-3", "-0,5", "-12.75", "12", "a=b", "'x"])
  func `numbers and harmless text are left alone`(cell: String) {
    #expect(CSVWriter(lineEnd: .lf).row([cell]) == cell + "\n")
  }

  @Test func `what is written is read again`() throws {
    let cells = ["å;\"ä\"", " ö\r\nx ", "", "a\tb", "'", "\r\n", "\"", ","]
    for delimiter: Character in [";", ",", "\t", "|"] {
      let writer = CSVWriter(delimiter: delimiter)
      let way = Way(delimiter: delimiter.asciiValue ?? 0)
      let reading = try read(writer.row(cells) + writer.row([""]) + writer.row(cells), way)
      // "\r\n" begins with CR and gets its apostrophe.
      var wanted = cells
      wanted[5] = "'\r\n"
      #expect(reading.texts == [wanted, [""], wanted])
    }
  }
}
