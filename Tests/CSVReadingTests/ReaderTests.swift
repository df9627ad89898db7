import CSVReading
import Records
import Testing

@Suite struct ReaderTests {
  @Test(arguments: ["", "\n", "\r\n\r\n", "  \n", " "])
  func `a file with nothing in it has no records`(text: String) throws {
    for headerRows in 0...2 {
      let reading = try read(text, Way(headerRows: headerRows))
      #expect(reading == Reading())
    }
  }

  @Test(arguments: ["a;b", "a;b\n", "a;b\r\n", "\n\na;b\r", "a;b\n\n  \n"])
  func `a file with a header only has a header and no records`(text: String) throws {
    let reading = try read(text, Way(headerRows: 1))
    #expect(reading.header.rows == [["a", "b"]])
    #expect(reading.fields.isEmpty && reading.undelivered.isEmpty && reading.problems.isEmpty)
  }

  @Test func `two and three header rows are read, with line ends in their cells`() throws {
    let text = "Q1;\"Q2\nmer\"\n\"Fråga 1\";\"{\"\"x\"\":1}\"\nid;id\n1;2\n"
    let three = try read(text, Way(blockSize: 4, headerRows: 3))
    #expect(three.header.rows == [["Q1", "Q2\nmer"], ["Fråga 1", "{\"x\":1}"], ["id", "id"]])
    #expect(three.header.lines == [1, 3, 4])
    #expect(three.lines == [5] && three.texts == [["1", "2"]])
    let five = try read(text, Way(headerRows: 5, columns: [0, 1]))
    #expect(five.header.rows.count == 4 && five.fields.isEmpty)
  }

  @Test func `what is wrong with a header is said`() throws {
    let open = try read("a;\"b\n1;2\n", Way(headerRows: 1, columns: []))
    #expect(open.header.rows.isEmpty)
    #expect(open.header.problems == ["unterminatedQuote line 1"])
    let long = try read(
      String(repeating: "a", count: 100) + "\n1\n",
      Way(limits: CSVLimits(recordBytes: 32), headerRows: 1, columns: []))
    #expect(long.header.problems == ["recordTooLong line 1 expected 32"])
    let wide = try read(
      String(repeating: ";", count: 20_000) + "\n1\n", Way(headerRows: 1, columns: []))
    #expect(wide.header.problems == ["recordTooLong line 1 expected 16384 found 20001"])
    #expect(wide.header.rows.isEmpty && wide.header.lines.isEmpty)
    let bytes = Array("a;b".utf8) + [0x8C, 0xE6, 0x0A] + Array("1;2\n".utf8)
    let stray = try read(bytes, Way(headerRows: 1))
    #expect(stray.header.problems == ["invalidEncoding line 1 field 2"])
    #expect(stray.header.rows == [["a", "b\u{FFFD}\u{FFFD}"]] && stray.texts == [["1", "2"]])
  }

  @Test func `the named part of a header ends with its last text`() throws {
    let source = UTF8Source(bytes: Array(";a;;b;;\n;c;;;;\n".utf8), encoding: .utf8)
    let reader = CSVBlockReader(source, dialect: CSVDialect(delimiter: UInt8(ascii: ";")))
    let header = try reader.readHeader(rows: 2)
    #expect(header.fieldCount == 6 && header.namedFieldCount == 4)
    #expect(CSVHeader().fieldCount == 0)
  }

  @Test func `a line that says the delimiter is no record`() throws {
    for headerRows in 0...1 {
      let reading = try read(
        "sep=;\r\na;b\r\n1;2\r\n", Way(headerRows: headerRows, hasSeparatorLine: true))
      #expect(reading.texts.last == ["1", "2"] && reading.lines.last == 3)
      #expect(reading.fields.count == 2 - headerRows)
    }
  }

  static let table = """
    namn;svar;år\r
    Åsa;"Jag tycker: ""bra"", men\r
    dyrt – 100 €";2026\r
    Örjan;šž;1999\r
    """

  @Test(arguments: [1, 2, 7, 4096], [1, 64, 1000, 1 << 20])
  func `one table in every encoding gives the same records`(
    readSize: Int, blockSize: Int
  ) throws {
    let wanted = [
      ["Åsa", "Jag tycker: \"bra\", men\r\ndyrt – 100 €", "2026"], ["Örjan", "šž", "1999"],
    ]
    let utf16 = Array(Self.table.utf16)
    let little = utf16.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] as [UInt8] }
    let big = utf16.flatMap { unit in [UInt8(unit >> 8), UInt8(unit & 0xFF)] as [UInt8] }
    let windows = utf16.map { unit -> UInt8 in
      let marks: [UInt16: UInt8] = [
        0x20AC: 0x80, 0x2013: 0x96, 0x0161: 0x9A, 0x017E: 0x9E,
      ]
      return marks[unit] ?? UInt8(unit)
    }
    let forms: [(TextEncoding, [UInt8], [UInt8])] = [
      (.utf8, [], Array(Self.table.utf8)), (.utf8, [0xEF, 0xBB, 0xBF], Array(Self.table.utf8)),
      (.utf16LittleEndian, [0xFF, 0xFE], little), (.utf16LittleEndian, [], little),
      (.utf16BigEndian, [0xFE, 0xFF], big), (.windows1252, [], windows),
    ]
    for (encoding, mark, bytes) in forms {
      let finding = EncodingDetector().detect(mark + bytes)
      #expect(finding.encoding == encoding && finding.byteOrderMarkLength == mark.count)
      let reading = try read(
        mark + bytes,
        Way(
          encoding: encoding, mark: mark.count, readSize: readSize, blockSize: blockSize,
          headerRows: 1))
      #expect(reading.texts == wanted && reading.lines == [2, 4])
      #expect(reading.header.rows == [["namn", "svar", "år"]])
      #expect(reading.problems.isEmpty)
    }
  }

  @Test func `iso-8859-1 gives the same records as UTF-8`() throws {
    let text = "namn;svar\nÅsa;\"å ä\nö\"\n"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let latin = try read(bytes, Way(encoding: .iso88591, headerRows: 1))
    #expect(try latin == read(text, Way(headerRows: 1)))
  }

  @Test func `half a character of UTF-16 is a problem of its record`() throws {
    let units: [UInt16] = Array("a\nb".utf16) + [0xD800] + Array("\nc\n".utf16)
    let bytes = units.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] as [UInt8] }
    let reading = try read(bytes, Way(encoding: .utf16LittleEndian, headerRows: 1))
    #expect(
      reading.problems == [
        "invalidEncoding record 1 line 2 field 1", "invalidEncoding line 2 offset 6",
      ])
    #expect(reading.texts.last == ["c"])
  }

  @Test func `memory is bounded by the limit and not by the record`() throws {
    // 3 MB in one record, with the limit at 64 kB.
    let long = Array("h;i\n1;2\n3;\"".utf8) + [UInt8](repeating: 0x61, count: 3_000_000)
    let closed = long + Array("\"\n4;5\n".utf8)
    let source = UTF8Source(bytes: closed, encoding: .utf8, readSize: 10_000)
    let reader = CSVBlockReader(
      source, dialect: CSVDialect(delimiter: UInt8(ascii: ";")), blockSize: 4096,
      limits: CSVLimits(recordBytes: 1 << 16))
    _ = try reader.readHeader(rows: 1)
    let block = CSVBlock()
    var rejected: [RecordProblem] = []
    var text = ""
    while try reader.next(into: block) {
      #expect(block.capacity < 2 << 16)
      rejected += block.rejected
      text += String(decoding: block.bytes, as: UTF8.self)
    }
    #expect(rejected.map(\.kind) == [.recordTooLong] && rejected[0].found == 3_000_004)
    #expect(text == "1;2\n4;5\n")
    #expect(source.rawByteCount == closed.count)

    let open = try read(
      long, Way(blockSize: 4096, limits: CSVLimits(recordBytes: 1 << 16), headerRows: 1))
    #expect(open.undelivered == ["2: unterminatedQuote line 3"])
  }

  @Test func `the limit is exact however the bytes arrive`() throws {
    for readSize in 1...20 {
      for blockSize in 1...20 {
        let way = Way(readSize: readSize, blockSize: blockSize, limits: CSVLimits(recordBytes: 16))
        for length in 15...18 {
          let record = String(repeating: "a", count: length)
          for lineEnd in ["\n", "\r\n", ""] {
            let reading = try read("\n" + record + lineEnd, way)
            #expect(reading.texts == (length <= 16 ? [[record]] : []), "\(way)")
            #expect(reading.undelivered.count == (length <= 16 ? 0 : 1), "\(way)")
          }
        }
      }
    }
  }

  @Test func `a line of blanks beyond the limit is no record`() throws {
    let blanks = String(repeating: " \t", count: 50)
    for blockSize in [1, 5, 16] {
      let way = Way(blockSize: blockSize, limits: CSVLimits(recordBytes: 16))
      let reading = try read("a\n\(blanks)\r\nb\n\(blanks)x\n\(blanks)", way)
      #expect(reading.texts == [["a"], ["b"]] && reading.lines == [1, 3])
      #expect(reading.undelivered == ["3: recordTooLong line 4 expected 16 found 101"])
      var tabbed = way
      tabbed.delimiter = 0x09
      #expect(try read("a\n\(blanks)\n", tabbed).undelivered.count == 1)
    }
  }

  @Test func `a block that held a long record becomes small again`() throws {
    let bytes =
      Array("\"".utf8) + [UInt8](repeating: 0x0A, count: 1 << 16)
      + Array("\"\n".utf8) + Array(String(repeating: "1\n", count: 90_000).utf8)
    let reader = CSVBlockReader(
      UTF8Source(bytes: bytes, encoding: .utf8), dialect: .singleColumn, blockSize: 256)
    let block = CSVBlock()
    var capacities: [Int] = []
    while try reader.next(into: block) { capacities.append(block.capacity) }
    #expect(capacities.first ?? 0 > 1 << 16)
    #expect(capacities.last ?? .max <= 1024)
    #expect(block.firstLine > 1 << 16)
  }
}
