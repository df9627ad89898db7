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

  @Test(arguments: [
    ("=1", "'=1"), ("'=1", "''=1"), ("''+1", "'''+1"), ("-3", "-3"), ("'-3", "''-3"), ("'x", "'x"),
    ("'", "'"), ("x", "x"), ("-", "'-"), ("'\u{301}=1", "'\u{301}=1"),
  ])
  func `an apostrophe that was added can be told from one that was there`(
    cell: String, written: String
  ) {
    #expect(CSVWriter(delimiter: "|", lineEnd: .lf).row([cell, "x"]) == written + "|x\n")
    #expect(Array(CSVWriter.unescaped(written).utf8) == Array(cell.utf8))
  }

  @Test(arguments: ["'-3", "'x", "x", "", "'", "=1"])
  func `a cell that no writer has made stays as it is`(cell: String) {
    #expect(CSVWriter.unescaped(cell) == cell)
  }

  @Test(arguments: [";", ",", "\t", "|"] as [Character], CSVLineEnd.allCases)
  func `any cells come back as they were`(delimiter: Character, lineEnd: CSVLineEnd) throws {
    let alphabet = Array("''''=+-@\t\r\n \"\";,|aå1,.\u{301}\u{FEFF}🙂".unicodeScalars)
    var random = SplitMix(seed: 77 &+ UInt64(Fuzzing.factor))
    let writer = CSVWriter(delimiter: delimiter, lineEnd: lineEnd)
    for round in 0..<60 * Fuzzing.factor {
      let width = 1 + round % 5
      let rows = (0..<8).map { _ in
        (0..<width).map { _ in
          var cell = ""
          for _ in 0..<Int(random.next() % 7) {
            cell.unicodeScalars.append(alphabet[Int(random.next() % UInt64(alphabet.count))])
          }
          return cell
        }
      }
      var text = ""
      for row in rows { writer.write(row, to: &text) }
      let way = Way(
        delimiter: delimiter.asciiValue ?? 0, readSize: round % 9 + 1, blockSize: round % 40 + 1)
      let reading = try read(text, way)
      let found = reading.texts.map { $0.map { Array(CSVWriter.unescaped($0).utf8) } }
      #expect(found == rows.map { $0.map { Array($0.utf8) } }, "\(rows)")
      // Nothing that a spreadsheet would run was written.
      for cell in reading.texts.joined() {
        let isNumber = cell.utf8.dropFirst().allSatisfy { Array("0123456789,.".utf8).contains($0) }
        #expect(cell.utf8.first.map { !Array("=+@\t\r".utf8).contains($0) } != false)
        #expect(cell.utf8.first != UInt8(ascii: "-") || isNumber, "\(cell)")
      }
    }
  }
}
