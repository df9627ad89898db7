import CSVReading
import Records
import Testing

@Suite struct StrayQuoteTests {
  struct Case: Sendable {
    var text: String
    var records: [[String]]
    var lines: [Int]
    var notices: [String] = []
  }

  static let cases: [Case] = [
    // No later quote closes the field: it ends at the delimiter or at the line end.
    Case(
      text: "\"Bra\" tycker jag\nDåligt\n\"Torget\"\nÅn\n",
      records: [["Bra\" tycker jag"], ["Dåligt"], ["Torget"], ["Ån"]], lines: [1, 2, 3, 4],
      notices: ["strayQuote record 1 line 1 field 1"]),
    Case(
      text: "2;\"Två\" och mer\r\n3;x\r\n", records: [["2", "Två\" och mer"], ["3", "x"]],
      lines: [1, 2], notices: ["strayQuote record 1 line 1 field 2"]),
    Case(
      text: "\"Två\" och mer;x;\"y\nz\"\n", records: [["Två\" och mer", "x", "y\nz"]], lines: [1],
      notices: ["strayQuote record 1 line 1 field 1"]),
    Case(
      text: "\"Två\" och \"mer", records: [["Två\" och \"mer"]], lines: [1],
      notices: ["strayQuote record 1 line 1 field 1"]),
    // What was quoted before the stray quote stays so; after it, doubled quotes stay two.
    Case(
      text: "1;\"a; \"\"b\"\"\nc\" d \"\"e\"\" f ;g\n",
      records: [["1", "a; \"b\"\nc\" d \"\"e\"\" f ", "g"]], lines: [1],
      notices: ["strayQuote record 1 line 2 field 2"]),
    // The quote before the line end is one of two that are doubled.
    Case(
      text: "\"Han sa \"hej\"\"\nx\n", records: [["Han sa \"hej\"\""], ["x"]], lines: [1, 2],
      notices: ["strayQuote record 1 line 1 field 1"]),
    // A quote after blanks is judged by itself.
    Case(
      text: "\"a\" \"b\nx\n", records: [["a\" \"b"], ["x"]], lines: [1, 2],
      notices: ["strayQuote record 1 line 1 field 1"]),
    // A later quote on the line closes the field: libcsv's reading.
    Case(
      text: "\"Han sa \"hej\" till mig\";x\ny;z\n",
      records: [["Han sa \"hej\" till mig", "x"], ["y", "z"]], lines: [1, 2],
      notices: ["strayQuote record 1 line 1 field 1"]),
    Case(
      text: "x;\"a\" b \" \t\ny;z\n", records: [["x", "a\" b "], ["y", "z"]], lines: [1, 2],
      notices: ["strayQuote record 1 line 1 field 2"]),
    Case(
      text: "\"a\" b; \"c\"", records: [["a\" b; \"c"]], lines: [1],
      notices: ["strayQuote record 1 line 1 field 1"]),
    Case(
      text: "\"a\" \"b\";c\n", records: [["a\" \"b", "c"]], lines: [1],
      notices: ["strayQuote record 1 line 1 field 1"]),
    // One notice for a record, with the place of the first.
    Case(
      text: "a;b\n\"1\"2\"3\";\"4\"5\"\n\"6\"7;\"8\"9\n",
      records: [["a", "b"], ["1\"2\"3", "4\"5"], ["6\"7", "8\"9"]], lines: [1, 2, 3],
      notices: ["strayQuote record 2 line 2 field 1", "strayQuote record 3 line 3 field 1"]),
    // None of these is a stray quote.
    Case(
      text: "\"a\" ;\"b\"\t\n\"\"\"c\"\"\"; \"d\ne\"\nf\"g\";\"h\"",
      records: [["a", "b"], ["\"c\"", "d\ne"], ["f\"g\"", "h"]], lines: [1, 2, 4]),
  ]

  @Test(arguments: cases)
  func `a quote that is not doubled does not take the records after it`(_ sample: Case) throws {
    for readSize in [1, 2, 7, 4096] {
      for blockSize in Array(1...64) + [1 << 20] {
        let way = Way(
          readSize: readSize, blockSize: blockSize, columns: Array(0..<4), minimum: 0)
        let reading = try read(Array(sample.text.utf8), way)
        #expect(reading.texts == sample.records, "\(way)")
        #expect(reading.lines == sample.lines && reading.notices == sample.notices)
        #expect(reading.problems.isEmpty && reading.undelivered.isEmpty)
      }
    }
  }

  @Test func `thousands of records after a stray quote are all read`() throws {
    var text = "Nr;Svar\n1;Ett\n2;\"Två\" och mer\n"
    for number in 3...4999 { text += "\(number);Svar \(number)\n" }
    text += "5000;\"Sist; citerad\"\n5001;efter\n"
    let reading = try read(text, Way(blockSize: 1000, headerRows: 1))
    #expect(reading.texts.map(\.[0]) == (1...5001).map { "\($0)" })
    #expect(reading.texts[1][1] == "Två\" och mer" && reading.texts[4999][1] == "Sist; citerad")
    #expect(reading.notices == ["strayQuote record 2 line 3 field 2"])
    #expect(reading.lines == Array(2...5002) && reading.problems.isEmpty)
  }

  @Test func `a stray quote in a header is told, and the header is whole`() throws {
    for blockSize in [1, 9, 1 << 20] {
      let reading = try read(
        "\n\"Nr\" eller namn;Svar\n1;x\n2;\"y\"\n", Way(blockSize: blockSize, headerRows: 1))
      #expect(reading.header.rows == [["Nr\" eller namn", "Svar"]])
      #expect(reading.header.problems == ["strayQuote line 2 field 1"])
      #expect(reading.texts == [["1", "x"], ["2", "y"]] && reading.notices.isEmpty)
    }
  }

  @Test func `a dialect is found in a sample with stray quotes`() {
    let text = "Svar;Nr\n\"Bra\" tycker jag;1\nDåligt;2\n\"Torg\" med träd;3\nx;4\n"
    let finding = CSVDialectDetector().detect(Array(text.utf8), isWhole: true)
    #expect(finding.dialect?.delimiter == UInt8(ascii: ";") && finding.fieldCount == 2)
    #expect(finding.evidence.contains("in 5 of 5"), "\(finding.evidence)")
  }

  @Test func `the line end is found after a stray quote in the first record`() {
    let text = "\"Svar\" på frågan;Nr\r\n1;2\n3;4\n\"x\";5\n"
    let finding = CSVDialectDetector().detect(Array(text.utf8), isWhole: true)
    #expect(finding.dialect?.lineEnd == .crlf)
  }

  // A look ahead from each of the fields, or a second one from a later piece, would take hours.
  @Test(arguments: [
    ("\"a\"b;", "x", 100_000, false), ("\"a\"b;", "\"", 100_000, true),
    ("\"a\" \"b,", "c", 100_000, false),
  ])
  func `a long line of stray quotes is read in one pass`(
    unit: String, last: String, units: Int, isOneField: Bool
  ) throws {
    let line = String(repeating: unit, count: units) + last + "\n"
    for blockSize in [16, 1 << 20] {
      let way = Way(
        readSize: 10_000, blockSize: blockSize, limits: CSVLimits(columns: units + 1),
        columns: [0])
      let reading = try read(line + "1;2\n", way)
      #expect(reading.lines == [1, 2] && reading.notices == ["strayQuote record 1 line 1 field 1"])
      let fields = unit.hasSuffix(";") && !isOneField ? units + 1 : 1
      #expect(reading.fieldCounts == [fields, 2])
    }
  }

  // What decides stands beyond the limit: the record is refused, and the next one is not.
  @Test(arguments: [
    ("", 205, [["1", "2"]], "3: unterminatedQuote line 3"),
    // Here the last quote closes the first field, and then opens one that goes on.
    ("\"", 206, [["1", "2"]], "3: unterminatedQuote line 3"),
    ("\"open", 216, [["3"]], nil),
  ])
  func `a line beyond the limit is refused as one record however its quotes are`(
    end: String, length: Int, records: [[String]], open: String?
  ) throws {
    let text = "\"a\"b;" + String(repeating: "a;", count: 100) + end + "\n1;2\n\"\n3\n"
    for blockSize in [1, 7, 24, 1 << 10] {
      for readSize in [1, 5, 1 << 10] {
        let way = Way(
          readSize: readSize, blockSize: blockSize, limits: CSVLimits(recordBytes: 32))
        let reading = try read(text, way)
        #expect(reading.texts == records && reading.notices.isEmpty, "\(way)")
        let refused = "1: recordTooLong line 1 expected 32 found \(length)"
        #expect(reading.undelivered == [refused] + [open].compactMap(\.self), "\(way)")
      }
    }
  }

  // The quote that is never closed opens the last field of a line that is read in pieces.
  @Test func `the line of an open quote after a stray one is right in every way to cut it`() throws
  {
    for filler in 0..<60 {
      let text =
        "1\n\"a\"b;" + String(repeating: "c;", count: 20) + "\"open"
        + String(repeating: "d", count: filler) + "\nx\ny\nz\n"
      for blockSize in [1, 5, 11, 24] {
        let way = Way(readSize: 3, blockSize: blockSize, limits: CSVLimits(recordBytes: 32))
        let reading = try read(text, way)
        #expect(reading.texts == [["1"]], "\(filler) \(way)")
        #expect(reading.undelivered == ["2: unterminatedQuote line 2"], "\(filler) \(way)")
      }
    }
  }

  @Test func `a block that is cut for its cells keeps its stray quotes`() throws {
    let lines = (0..<200).map { number in
      switch number % 4 {
      case 0: "\"\(number)\" b;c"
      case 1: "\(number);\"d\ne\"f;g"
      case 2: "\"\(number)\" b;c\";\"x\n\""
      default: "\(number)"
      }
    }
    let text = "a;b;c\n" + lines.joined(separator: "\n")
    let whole = try read(text, Way(headerRows: 1, minimum: 1))
    #expect(whole.fields.count == 200 && whole.notices.count == 150)
    #expect(whole.texts[1] == ["1", "d\ne\"f", "g"] && whole.texts[2] == ["2\" b;c", "x\n"])
    for cells in [1, 9, 60, 300] {
      let way = Way(limits: CSVLimits(cells: cells), headerRows: 1, minimum: 1)
      #expect(try read(text, way) == whole)
    }
  }
}
