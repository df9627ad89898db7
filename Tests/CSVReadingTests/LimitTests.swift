import CSVReading
import Records
import Testing

@Suite struct LimitTests {
  @Test func `a cell of five megabytes is read, and the records around it`() throws {
    let page = String(repeating: "Jag tycker; att det är bra", count: 40) + "\n\"\""
    let cell = String(repeating: page, count: 4700)
    let text = "a;b\n1;2\n3;\"\(cell)\"\n4;5\n"
    for blockSize in [4096, 1 << 20] {
      let reading = try read(text, Way(blockSize: blockSize, headerRows: 1))
      #expect(reading.fields.map(\.count) == [2, 2, 2] && reading.undelivered.isEmpty)
      let wanted = String(repeating: String(page.dropLast()), count: 4700)
      #expect(reading.fields[1][1] == Array(wanted.utf8))
      #expect(wanted.utf8.count > 5_000_000 && reading.problems.isEmpty)
      #expect(reading.lines == [2, 3, 4704])
    }
  }

  @Test func `a header of a million columns is refused by its limit and not as missing`() throws {
    let wide = String(repeating: "a;", count: 999_999) + "b\n"
    let reading = try read(wide + "1;2\n", Way(headerRows: 1, columns: [0], expected: 1))
    #expect(reading.header.rows.isEmpty)
    #expect(reading.header.problems == ["recordTooLong line 1 expected 16384 found 1000000"])
    // It is a record all the same, and has its problem there too.
    #expect(reading.problems.first == "recordTooLong record 1 line 1 expected 16384 found 1000000")
    #expect(reading.numbers == [1, 2])
  }

  @Test func `a record of a million columns is refused, also when they are empty`() throws {
    for cell in ["", "x"] {
      let wide = String(repeating: cell + ";", count: 999_999) + cell + "\n"
      let reading = try read("a;b\n1;2\n" + wide + "3;4\n", Way(headerRows: 1))
      #expect(reading.problems.count == 1)
      #expect(
        reading.problems.first == "recordTooLong record 2 line 3 expected 16384 found 1000000")
      #expect(reading.texts.last == ["3", "4"])
    }
  }

  @Test func `a caller may allow more columns, or fewer`() throws {
    let wide = String(repeating: "a;", count: 19_999) + "b\n"
    let allowed = try read(wide + wide, Way(limits: CSVLimits(columns: 20_000), headerRows: 1))
    #expect(allowed.header.rows.first?.count == 20_000 && allowed.fields.first?.count == 20_000)
    #expect(allowed.problems.isEmpty && allowed.header.problems.isEmpty)
    let two = try read(
      "a;b\n1;2;\n1;2\n", Way(limits: CSVLimits(columns: 2), headerRows: 1))
    #expect(two.problems == ["recordTooLong record 1 line 2 expected 2 found 3"])
  }

  @Test func `a field beyond the limit is told with its place and size`() throws {
    let limits = CSVLimits(fieldBytes: 4)
    let reading = try read("a;b\n1;\"12\n45\"\n1;1234\n", Way(limits: limits, headerRows: 1))
    #expect(reading.problems == ["recordTooLong record 1 line 2 field 2 expected 4 found 5"])
    let header = try read("a;bcdef\n", Way(limits: limits, headerRows: 1, columns: []))
    #expect(header.header.problems == ["recordTooLong line 1 field 2 expected 4 found 5"])
    #expect(header.header.rows.isEmpty)
  }

  // What is said of a header does not depend on how much of it is seen at a time.
  @Test(arguments: [15, 16, 17, 18])
  func `a header at the limit is read, and one beyond it is not`(length: Int) throws {
    for body in [
      String(repeating: "a", count: length),
      "\"" + String(repeating: "\n", count: length - 2) + "\"",
    ] {
      for lineEnd in ["\n", "\r\n", "\r", ""] {
        for blockSize in [1, 5, 100] {
          for readSize in [1, 7, 100] {
            let way = Way(
              readSize: readSize, blockSize: blockSize, limits: CSVLimits(recordBytes: 16),
              headerRows: 1, columns: [])
            let header = try read(body + lineEnd, way).header
            #expect(header.rows.count == (length <= 16 ? 1 : 0), "\(way)")
            #expect(header.problems == (length <= 16 ? [] : ["recordTooLong line 1 expected 16"]))
          }
        }
      }
    }
  }

  // A cell takes four bytes in every column, also where a record is too short to have it.
  @Test func `a wide header and short lines do not ask for more cells than the limit`() throws {
    let lines = (0..<1000).map { $0 % 7 == 0 ? "\"\($0)\n\"" : "\($0)" }.joined(separator: "\n")
    let text = String(repeating: "a;", count: 199) + "b\n" + lines
    let whole = try read(text, Way(headerRows: 1, minimum: 1))
    for cells in [1, 4000, 40_000] {
      let way = Way(limits: CSVLimits(cells: cells), headerRows: 1, minimum: 1)
      #expect(try read(text, way) == whole)
      let source = UTF8Source(bytes: Array(text.utf8), encoding: .utf8)
      let reader = CSVBlockReader(source, dialect: way.dialect, limits: way.limits)
      _ = try reader.readHeader(rows: 1)
      #expect(reader.columnCount == 200)
      let block = CSVBlock()
      var blocks = 0
      while try reader.next(into: block) {
        // One record is always delivered, however many lines it has.
        #expect(block.lineCount <= max(cells / 200, 2))
        blocks += 1
      }
      #expect(blocks > 1)
    }
    #expect(whole.fields.count == 1000)
  }

  // Each of these is a file that never ends its first record, or ends it at every byte.
  @Test(arguments: [
    ("\"", 1), (";", 1), ("\r", 0), ("\n", 0), ("\"a\"b\"", 1), ("\"\"", 1), ("\" ", 1), (" \"", 1),
    ("\";\"", 1), ("a", 1), (" ", 0), ("\"\r", 0), ("\0", 1),
  ])
  func `a file of one thing is read or refused with every byte counted`(
    unit: String, wanted: Int
  ) throws {
    let bytes = Array(String(repeating: unit, count: (1 << 17) / unit.utf8.count).utf8)
    let finding = CSVDialectDetector(allowsSingleColumn: true).detect(bytes, isWhole: true)
    #expect(!finding.evidence.isEmpty)
    let limits = CSVLimits(recordBytes: 1 << 14)
    let source = UTF8Source(bytes: bytes, encoding: .utf8, readSize: 5000)
    let reader = CSVBlockReader(
      source, dialect: CSVDialect(delimiter: UInt8(ascii: ";")), blockSize: 1 << 13, limits: limits)
    let parser = CSVParser(
      dialect: reader.dialect, columnOfField: [0], expectedFieldCount: 1, minimumFieldCount: 0)
    let batch = RecordBatch(columnCount: 1)
    let block = CSVBlock()
    var refused = 0
    while try reader.next(into: block) {
      #expect(block.capacity <= 1 << 16)
      parser.parse(block, into: batch)
      refused += batch.undelivered.count
    }
    #expect(source.rawByteCount == bytes.count)
    #expect(refused == wanted)
  }
}
