import CSVReading
import Records
import Testing

// Blocks against one pass of the rules, and of libcsv where it has the same, on bytes that are as unlike CSV as bytes can be.
@Suite struct DifferentialTests {
  static let semicolon = UInt8(ascii: ";")

  private func soup(_ alphabet: [UInt8], _ count: Int, _ random: inout SplitMix) -> [UInt8] {
    (0..<count).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
  }

  // What a caller should see, from the oracle alone.
  private func expected(_ oracle: RuleOracle, limit: Int) -> Reading {
    var reading = Reading()
    for (index, record) in oracle.records.enumerated() {
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
        if let quote = oracle.strayQuotes[index] {
          reading.notices.append(
            "strayQuote record \(index + 1) line \(quote.line) field \(quote.field)")
        }
      }
    }
    return reading
  }

  // One pass of libcsv gives the same records where it has the same rules.
  private func equalsLibcsv(_ oracle: RuleOracle, _ bytes: [UInt8], delimiter: UInt8) -> Bool {
    let records = Oracle(bytes, delimiter: delimiter).records
    return records.count == oracle.records.count
      && zip(records, oracle.records).allSatisfy { theirs, ours in
        theirs.line == ours.line && theirs.length == ours.length && theirs.isOpen == ours.isOpen
          && (ours.isOpen ? theirs.quoteLine == ours.quoteLine : theirs.fields == ours.fields)
      }
  }

  @Test(arguments: [
    ("a\";,\n\r ", ";", 400), ("a\";\n", ";", 400), ("\";\n\r", ";", 400), ("\"\n\r \t;", ";", 300),
    ("a\"\t \n\r", "\t", 400), ("\" \t\n", "\t", 300), ("a\",\r", ",", 200),
    ("a;\"\"\"\"\n ", ";", 300), ("aab\"\"\";;\n \t", ";", 600), ("a\"\";\"a;\"\n", ";", 600),
  ])
  func `blocks of any size give what one pass gives`(
    alphabet: String, delimiter: String, cases: Int
  ) throws {
    var random = SplitMix(seed: 20_261_122 + UInt64(Fuzzing.factor))
    let delimiter = Array(delimiter.utf8)[0]
    var cutRecords = 0
    var likeLibcsv = 0
    for round in 0..<cases * Fuzzing.factor {
      let bytes = soup(Array(alphabet.utf8), round % 75, &random)
      let oracle = RuleOracle(bytes, delimiter: delimiter)
      let way = Way(
        delimiter: delimiter, readSize: [1, 2, 7, 4096][round % 4],
        blockSize: Int(random.next() % 64) + 1)
      let found = try read(bytes, way)
      #expect(found == expected(oracle, limit: .max), "\(bytes) \(way)")
      cutRecords += found.fields.count
      if oracle.endedQuotings == 0 {
        #expect(equalsLibcsv(oracle, bytes, delimiter: delimiter), "\(bytes)")
        likeLibcsv += 1
      }
    }
    #expect(cutRecords > cases / 2, "the soup has records in it")
    #expect(likeLibcsv > cases / 5, "and libcsv is asked")
  }

  // Long stretches of a quoted field do not pass through libcsv byte by byte.
  @Test func `long quoted fields are what one pass gives`() throws {
    var random = SplitMix(seed: 29 * UInt64(Fuzzing.factor))
    let pieces = [
      "\"", "\"\"", ";", "\n", "\r\n", " ", "a", "\t", ";\"", "\"\n", "\";",
      String(repeating: "b", count: 31), String(repeating: "c ", count: 16),
      String(repeating: "rad;\n", count: 9), String(repeating: "d", count: 9_000),
    ].map { Array($0.utf8) }
    var likeLibcsv = 0
    var longest = 0
    for round in 0..<600 * Fuzzing.factor {
      var bytes: [UInt8] = round % 3 == 0 ? [] : [0x22]
      // The longest piece only now and then, so that most texts are many pieces long.
      let kinds = UInt64(pieces.count - (round % 8 == 0 ? 0 : 1))
      for _ in 0..<4 + round % 40 { bytes += pieces[Int(random.next() % kinds)] }
      let oracle = RuleOracle(bytes, delimiter: Self.semicolon)
      let way = Way(
        readSize: [7, 64, 4096][round % 3], blockSize: [64, 333, 1 << 20][round % 3],
        columns: Array(0..<80), expected: 100_000, minimum: 0)
      let found = try read(bytes, way)
      let wanted = expected(oracle, limit: .max)
      #expect(found.fields == wanted.fields, "round \(round)")
      #expect(found.lines == wanted.lines && found.undelivered == wanted.undelivered)
      longest = max(longest, wanted.fields.joined().map(\.count).max() ?? 0)
      if oracle.endedQuotings == 0 {
        #expect(equalsLibcsv(oracle, bytes, delimiter: Self.semicolon), "round \(round)")
        likeLibcsv += 1
      }
    }
    #expect(likeLibcsv > 60, "\(likeLibcsv)")
    #expect(longest > 1 << 14, "fields beyond libcsv's first buffer")
  }

  // Every text of a few characters that are not of the same kind.
  @Test(arguments: ["\";a\n", "\" ;\r", "\"a \n"])
  func `every short text is read as the rules say, in every way to cut it`(
    alphabet: String
  ) throws {
    let characters = Array(alphabet.utf8)
    var ended = 0
    var kept = 0
    for length in 1...6 {
      let texts = (0..<length).reduce(1) { product, _ in product * characters.count }
      for number in 0..<texts {
        var rest = number
        // After an open quote, so that more of them have one to stray from.
        var bytes: [UInt8] = [0x22]
        for _ in 0..<length {
          bytes.append(characters[rest % characters.count])
          rest /= characters.count
        }
        let oracle = RuleOracle(bytes, delimiter: Self.semicolon)
        let wanted = expected(oracle, limit: .max)
        let isFirstWay = number / 7 % 2 == 0
        let way = Way(
          readSize: isFirstWay ? 1 : 7, blockSize: isFirstWay ? 1 : 2 + number % 5,
          columns: Array(0..<8), minimum: 0)
        #expect(try read(bytes, way) == wanted, "\(bytes) \(way)")
        if oracle.endedQuotings == 0 {
          #expect(equalsLibcsv(oracle, bytes, delimiter: Self.semicolon), "\(bytes)")
        }
        ended += oracle.endedQuotings
        kept += oracle.keptQuotings
      }
    }
    #expect(ended > 40 && kept > 40, "\(ended) \(kept)")
  }

  @Test(arguments: [16, 17, 23, 40])
  func `records beyond the limit are rejected, each once, and no others`(limit: Int) throws {
    var random = SplitMix(seed: UInt64(limit * Fuzzing.factor))
    var rejected = 0
    for round in 0..<400 * Fuzzing.factor {
      let alphabets = ["aaaaaaaaa\";\n ", "a    \"\";\n\r", "aa\"\"\"\";;;\n"]
      let alphabet = Array(alphabets[round % 3].utf8)
      let bytes = soup(alphabet, 50 + round % 150, &random)
      let way = Way(
        readSize: [1, 3, 4096][round % 3], blockSize: Int(random.next() % 60) + 1,
        limits: CSVLimits(recordBytes: limit))
      let oracle = RuleOracle(bytes, delimiter: Self.semicolon)
      let wanted = expected(oracle, limit: limit)
      #expect(try read(bytes, way) == wanted, "\(bytes) \(way)")
      rejected += wanted.undelivered.count
    }
    #expect(rejected > 100, "the soup has records beyond the limit")
  }

  @Test func `header rows are the first records, and the blocks go on after them`() throws {
    var random = SplitMix(seed: 3 * UInt64(Fuzzing.factor))
    for round in 0..<300 * Fuzzing.factor {
      let bytes = soup(Array("a\";\n\r ".utf8), 30 + round % 40, &random)
      let oracle = RuleOracle(bytes, delimiter: Self.semicolon)
      let all = oracle.records
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
      let strayQuotes = oracle.strayQuotes.compactMap { $0 }
        .map { "line \($0.line) field \($0.field)" }
      let told = found.header.problems + found.notices
      #expect(told.count == strayQuotes.count)
      #expect(zip(told, strayQuotes).allSatisfy { $0.hasSuffix($1) }, "\(told)")
    }
  }
}
