import CSVReading
import Records
import Testing

@Suite struct ParserTests {
  @Test func `quotes, blanks, empty fields and line ends are read as libcsv reads them`() throws {
    let reading = try read(
      "a; b ;\" c \"\r\n\"d\"\"e\";;\"f\ng\"\r\n\r\n  \n;;\n\"\"\nsista", Way(headerRows: 0))
    #expect(
      reading.texts == [
        ["a", "b", " c "], ["d\"e", "", "f\ng"], ["", "", ""], [""], ["sista"],
      ])
    #expect(reading.lines == [1, 2, 6, 7, 8])
    #expect(reading.problems.isEmpty && reading.undelivered.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines are counted exactly with any line end`(lineEnd: String) throws {
    let text = ["h;i", "", "1;\"två", "rader\"", "  ", "2;x", "", "", "3;\"", "", "\"", "4;y"]
      .joined(separator: lineEnd)
    for blockSize in [1, 8, 1 << 20] {
      let reading = try read(text, Way(blockSize: blockSize, headerRows: 1))
      #expect(reading.header.rows == [["h", "i"]] && reading.header.lines == [1])
      #expect(reading.lines == [3, 6, 9, 12])
      #expect(reading.numbers == [1, 2, 3, 4])
    }
  }

  @Test func `a line of blanks between CR and LF is a line`() throws {
    let reading = try read("a\r \nb\r\n\rc\n")
    #expect(reading.texts == [["a"], ["b"], ["c"]])
    #expect(reading.lines == [1, 3, 5])
  }

  @Test func `a tab that is the delimiter is no blank`() throws {
    let reading = try read("a\t\tb\t\n\t c \t\n", Way(delimiter: 0x09))
    #expect(reading.texts == [["a", "", "b", ""], ["", "c", ""]])
  }

  @Test func `a record with another number of fields is a problem, and is there`() throws {
    let reading = try read(
      "a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;\n1;2;3; ;\"\";\n1;2;3;;5\n", Way(headerRows: 1))
    #expect(
      reading.problems == [
        "fieldCount record 2 line 3 expected 3 found 2",
        "fieldCount record 3 line 4 expected 3 found 4",
        "fieldCount record 6 line 7 expected 3 found 5",
      ])
    #expect(reading.fieldCounts == [3, 2, 4, 4, 6, 5])
    #expect(reading.texts[1] == ["1", "2"])
  }

  @Test func `a header with empty fields at its end takes shorter records`() throws {
    let text = "a;b;;\n1;2\n1;2;;\n1\n1;2;;;9\n"
    let strict = try read(text, Way(headerRows: 1))
    #expect(strict.problems.count == 3)
    let lenient = try read(text, Way(headerRows: 1, minimum: 2))
    #expect(
      lenient.problems == [
        "fieldCount record 3 line 4 expected 4 found 1",
        "fieldCount record 4 line 5 expected 4 found 5",
      ])
  }

  @Test func `fields that are not mapped are not copied, in any order of columns`() throws {
    let reading = try read(
      "a;b;c;d\n1;2;3;4\n5;6;7\n", Way(headerRows: 1, columns: [1, -1, 0, -1]))
    #expect(reading.texts == [["3", "1"], ["7", "5"]])
    #expect(reading.fieldCounts == [4, 3])
  }

  @Test func `a NUL byte is a problem with its record and field, mapped or not`() throws {
    let reading = try read("a;b\n1;\u{0}2\n3;4\n\u{0};5\n", Way(headerRows: 1, columns: [-1, 0]))
    #expect(
      reading.problems == ["nulByte record 1 line 2 field 2", "nulByte record 3 line 4 field 1"])
    #expect(reading.texts[1] == ["4"])
  }

  @Test func `a field that is not UTF-8 is found, with its record, line and field`() throws {
    var bytes = Array("a;b\n1;å\n\"2\n\";".utf8)
    bytes += [0xE5, 0x0A]
    bytes += Array("3;€\n".utf8) + [0xC3] + Array(";".utf8) + [0xA5] + Array("\n5;\n".utf8)
    for blockSize in [1, 1 << 20] {
      let reading = try read(bytes, Way(blockSize: blockSize, headerRows: 1))
      #expect(
        reading.problems == [
          "invalidEncoding record 2 line 3 field 2", "invalidEncoding record 4 line 6 field 1",
          "invalidEncoding record 4 line 6 field 2",
        ])
      #expect(reading.fields[1][1] == [0xE5], "the bytes are as they were")
    }
  }

  // Each of two values is half a character; after each other they are a whole one.
  @Test func `a character that is cut between two records is found`() throws {
    for character in ["å", "€", "𝄞"] {
      let bytes = Array(character.utf8)
      for cut in 1..<bytes.count {
        let text = Array("h\nx".utf8) + bytes[..<cut] + [0x0A] + bytes[cut...] + Array("y\n".utf8)
        let reading = try read(text, Way(headerRows: 1))
        #expect(
          reading.problems == [
            "invalidEncoding record 1 line 2 field 1", "invalidEncoding record 2 line 3 field 1",
          ])
      }
    }
  }

  // The check reads long stretches at a time; a wrong byte may stand anywhere in them.
  @Test func `one wrong sequence among thousands of characters is found wherever it stands`() throws
  {
    let wrong: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xFF],
      [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9D, 0x84], [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0xC3, 0xC3, 0xA5], [0xC3, 0xA5, 0xA5],
    ]
    var random = SplitMix(seed: 11)
    for filler in ["x", "å", "xå", "€å", "𝄞å x"] {
      let unit = Array(filler.utf8)
      let values = (0..<60).map { _ in Array(repeatElement(unit, count: 40).joined()) }
      #expect(try read(join(values), Way(headerRows: 1)).problems.isEmpty)
      for sequence in wrong {
        var damaged = values
        let record = Int(random.next() % 60)
        let place = unit.count * Int(random.next() % 41)
        damaged[record].insert(contentsOf: sequence, at: place)
        let problems = try read(join(damaged), Way(headerRows: 1)).problems
        #expect(
          problems == ["invalidEncoding record \(record + 1) line \(record + 2) field 1"],
          "\(filler) \(sequence) at \(place)")
      }
    }
  }

  @Test func `one stray byte is found at every place near the borders of a stretch`() throws {
    for filler in [[0x78], [0xC3, 0xA5]] as [[UInt8]] {
      let value = Array(repeatElement(filler, count: 2200 / filler.count).joined())
      for place in Array(0...20) + Array(1010...1040) + Array(2040...2056) {
        for stray: UInt8 in [0x80, 0xC3] {
          var damaged = value
          damaged.insert(stray, at: place)
          // In the middle of å, what was one character is then two mistakes or one.
          let reading = try read(join([damaged]), Way(headerRows: 1))
          #expect(
            reading.problems == ["invalidEncoding record 1 line 2 field 1"],
            "\(filler) \(stray) at \(place)")
        }
      }
    }
  }

  private func join(_ values: [[UInt8]]) -> [UInt8] {
    Array("h\n".utf8) + values.flatMap { $0 + [0x0A] }
  }

  @Test(arguments: [
    ("a;b\n1;2\n3;\"open\nmore\nand more\n", "2: unterminatedQuote line 3"),
    ("a;b\n1;2\n3;\"x\ny\";\n4;\"\"\"\n", "3: unterminatedQuote line 5"),
    ("a;b\n1;\"2\n3;4", "1: unterminatedQuote line 2"),
    ("a;b\n\"p\nq\";r\n\"s\nt\";\"u\nv", "2: unterminatedQuote line 5"),
  ])
  func `a quote that is never closed is one rejected record`(text: String, words: String) throws {
    for blockSize in [1, 5, 1 << 20] {
      let reading = try read(text, Way(blockSize: blockSize, headerRows: 1))
      #expect(reading.undelivered == [words])
      #expect(reading.problems.isEmpty)
    }
  }

  @Test func `a parser is used again after an open quote and has forgotten it`() throws {
    let parser = CSVParser(
      dialect: CSVDialect(delimiter: UInt8(ascii: ";")), columnOfField: [0], expectedFieldCount: 1)
    let batch = RecordBatch(columnCount: 1)
    for text in ["\"a\nb\n", "c\nd"] {
      let reader = CSVBlockReader(
        UTF8Source(bytes: Array(text.utf8), encoding: .utf8),
        dialect: CSVDialect(delimiter: UInt8(ascii: ";")))
      let block = CSVBlock()
      #expect(try reader.next(into: block))
      parser.parse(block, into: batch)
      #expect(try !reader.next(into: block))
    }
    #expect(batch.count == 2 && batch.string(column: 0, record: 1) == "d")
    #expect(batch.lines == [1, 2] && batch.undelivered.isEmpty)
  }
}
