import CSVReading
import Records
import Testing

// Blocks against one pass of libcsv, on bytes that are as unlike CSV as bytes can be.
@Suite struct DifferentialTests {
  static let semicolon = UInt8(ascii: ";")

  private func soup(_ alphabet: [UInt8], _ count: Int, _ random: inout SplitMix) -> [UInt8] {
    (0..<count).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
  }

  // What a caller should see, from the oracle alone.
  private func expected(_ bytes: [UInt8], delimiter: UInt8, limit: Int) -> Reading {
    var reading = Reading()
    for (index, record) in Oracle(bytes, delimiter: delimiter).records.enumerated() {
      if record.isOpen {
        reading.undelivered.append("\(index + 1): unterminatedQuote line \(record.quoteLine)")
      } else if record.length > limit {
        // The oracle's line is that of the first character, the reader's that of the blanks and
        // so on before it, which is the same line.
        reading.undelivered.append(
          "\(index + 1): recordTooLong line \(record.line) expected \(limit)"
            + " found \(record.length)")
      } else {
        reading.numbers.append(index + 1)
        reading.lines.append(record.line)
        reading.fieldCounts.append(record.fields.count)
        reading.fields.append(Array(record.fields.prefix(80)))
      }
    }
    return reading
  }

  @Test(arguments: [
    ("a\";,\n\r ", ";", 400), ("a\";\n", ";", 400), ("\";\n\r", ";", 400), ("\"\n\r \t;", ";", 300),
    ("a\"\t \n\r", "\t", 400), ("\" \t\n", "\t", 300), ("a\",\r", ",", 200),
    ("a;\"\"\"\"\n ", ";", 300),
  ])
  func `blocks of any size give what one pass gives`(
    alphabet: String, delimiter: String, cases: Int
  ) throws {
    var random = SplitMix(seed: 20_261_122 + UInt64(Fuzzing.factor))
    let delimiter = Array(delimiter.utf8)[0]
    var cutRecords = 0
    for round in 0..<cases * Fuzzing.factor {
      let bytes = soup(Array(alphabet.utf8), round % 75, &random)
      let wanted = expected(bytes, delimiter: delimiter, limit: .max)
      let way = Way(
        delimiter: delimiter, readSize: [1, 2, 7, 4096][round % 4],
        blockSize: Int(random.next() % 24) + 1)
      let found = try read(bytes, way)
      #expect(found == wanted, "\(bytes) \(way)")
      cutRecords += found.fields.count
    }
    #expect(cutRecords > cases / 2, "the soup has records in it")
  }

  @Test(arguments: [16, 17, 23, 40])
  func `records beyond the limit are rejected, each once, and no others`(limit: Int) throws {
    var random = SplitMix(seed: UInt64(limit * Fuzzing.factor))
    var rejected = 0
    for round in 0..<400 * Fuzzing.factor {
      let alphabet = Array((round % 2 == 0 ? "aaaaaaaaa\";\n " : "a    \"\";\n\r").utf8)
      let bytes = soup(alphabet, 50 + round % 150, &random)
      let way = Way(
        readSize: [1, 3, 4096][round % 3], blockSize: Int(random.next() % 60) + 1,
        limits: CSVLimits(recordBytes: limit))
      let wanted = expected(bytes, delimiter: Self.semicolon, limit: limit)
      #expect(try read(bytes, way) == wanted, "\(bytes) \(way)")
      rejected += wanted.undelivered.count
    }
    #expect(rejected > 100, "the soup has records beyond the limit")
  }

  @Test func `header rows are the first records, and the blocks go on after them`() throws {
    var random = SplitMix(seed: 3 * UInt64(Fuzzing.factor))
    for round in 0..<300 * Fuzzing.factor {
      let bytes = soup(Array("a\";\n\r ".utf8), 30 + round % 40, &random)
      let all = Oracle(bytes, delimiter: Self.semicolon).records
      guard all.count > 3, !all.contains(where: \.isOpen) else { continue }
      let rows = round % 4
      let way = Way(
        readSize: [1, 5, 4096][round % 3], blockSize: Int(random.next() % 30) + 1,
        headerRows: rows, columns: Array(0..<80), expected: 100_000, minimum: 0)
      let found = try read(bytes, way)
      #expect(found.header.lines == all.prefix(rows).map(\.line))
      #expect(
        found.header.rows
          == all.prefix(rows).map { $0.fields.map { String(decoding: $0, as: UTF8.self) } })
      #expect(found.fields == all.dropFirst(rows).map(\.fields))
      #expect(found.lines == all.dropFirst(rows).map(\.line))
      #expect(found.numbers.first == 1)
    }
  }
}
