import CSVReading
import Records
import Testing

@Suite(
  .enabled(if: Corpus.folder != nil, "set INSPEL_CORPUS to the folder with the real files"))
struct CorpusTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var delimiter: Character = ","
    var headerRows = 1
    var records: Int
    var fields: Int
    var encoding = "utf-8"
    var problems: [String] = []
    var lastRecord: [String]?
    var testDescription: String { name }
  }

  // The counts are those of the corpus' own README, which were taken with other programs.
  static let real: [Sample] = [
    Sample(
      name: "limesurvey_de_semicolon_bom_fulltext", delimiter: ";", records: 96, fields: 317),
    Sample(
      name: "limesurvey_de_tworow_semicolon_bom", delimiter: ";", headerRows: 2, records: 45,
      fields: 38),
    Sample(name: "qualtrics_three_header", headerRows: 3, records: 1, fields: 20),
    Sample(name: "qualtrics_legacy_two_header", headerRows: 2, records: 1, fields: 16),
    Sample(
      name: "surveymonkey_two_header_starwars_cp1252", headerRows: 2, records: 1186, fields: 38,
      encoding: "windows-1252"),
    Sample(name: "decidim_accountability_import", records: 2, fields: 20),
    Sample(name: "decidim_bcn_meetings", records: 410, fields: 12),
    Sample(name: "consul_madrid_proposals_pandasindex", records: 80, fields: 13),
    Sample(name: "consul_madrid_comments", records: 5633, fields: 13),
    Sample(name: "polis_austria_de_comments", records: 2138, fields: 8),
    // A key and a value on each line; one of them is taken for a header here.
    Sample(name: "polis_bowling_green_summary_keyvalue", records: 8, fields: 2),
    Sample(name: "tttc_hard_cases", records: 22, fields: 3),
    Sample(name: "tttc_missing_fields", records: 17, fields: 3),
  ]

  static let hostile: [Sample] = [
    Sample(
      name: "bad", records: 3, fields: 3,
      problems: [
        "fieldCount record 1 line 2 expected 3 found 4",
        "fieldCount record 2 line 3 expected 3 found 2",
      ]),
    Sample(
      name: "bad_skip_lines", records: 3, fields: 3,
      problems: [
        "fieldCount record 1 line 5 expected 3 found 4",
        "fieldCount record 2 line 6 expected 3 found 2",
      ]),
    Sample(
      name: "blanks", records: 1, fields: 6, lastRecord: ["", "NA", "N/A", "NONE", "NULL", "."]),
    Sample(name: "join_short", records: 2, fields: 5),
    Sample(
      name: "mac_newlines", records: 2, fields: 3, lastRecord: ["Once upon\ra time", "5", "6"]),
    Sample(name: "no_header_row", records: 0, fields: 3),
    Sample(
      name: "null_byte", records: 1, fields: 3, problems: ["nulByte record 1 line 2 field 1"]),
    Sample(
      name: "optional_quote_characters", records: 1, fields: 3, lastRecord: ["1", "2", "3"]),
    Sample(name: "test_empty_columns_long_row", records: 1, fields: 3),
    Sample(
      name: "test_empty_columns_short_row", records: 1, fields: 3,
      problems: ["fieldCount record 1 line 2 expected 3 found 2"]),
    Sample(
      name: "test_extra_header", records: 1, fields: 4,
      problems: ["fieldCount record 1 line 2 expected 4 found 3"]),
    Sample(name: "test_header_newline", records: 1, fields: 3, lastRecord: ["d", "e", "f"]),
    Sample(
      name: "test_latin1", records: 2, fields: 3, encoding: "iso-8859-1",
      lastRecord: ["4", "5", "©"]),
    Sample(name: "test_locale", records: 1, fields: 3, lastRecord: ["1,7", "200.000.000", ""]),
    Sample(
      name: "test_utf16_big", records: 2, fields: 3, encoding: "utf-16be",
      lastRecord: ["4", "5", "ʤ"]),
    Sample(
      name: "test_utf16_little", records: 2, fields: 3, encoding: "utf-16le",
      lastRecord: ["4", "5", "ʤ"]),
    Sample(name: "test_utf8", records: 2, fields: 3, lastRecord: ["4", "5", "ʤ"]),
    Sample(name: "test_utf8_bom", records: 2, fields: 3, lastRecord: ["4", "5", "ʤ"]),
  ]

  @Test(arguments: real)
  func `a real file is recognised and has the records it should have`(_ sample: Sample) throws {
    try check(sample, try Corpus.bytes("csv/\(sample.name).csv"))
  }

  @Test(arguments: hostile)
  func `a hostile file is read with a balanced account`(_ sample: Sample) throws {
    try check(sample, try Corpus.bytes("hostile/csv/\(sample.name).csv"))
  }

  @Test func `a hostile file with one line end is empty`() throws {
    let bytes = try Corpus.bytes("hostile/csv/empty.csv")
    let finding = CSVDialectDetector().detect(bytes, isWhole: true)
    #expect(finding.dialect == nil && finding.evidence.contains("no whole record in 1 bytes"))
    #expect(try read(bytes, Way(headerRows: 1)) == Reading())
  }

  private func check(_ sample: Sample, _ bytes: [UInt8]) throws {
    let finding = EncodingDetector().detect(bytes)
    #expect(finding.encoding?.name == sample.encoding, "\(finding.evidence)")
    let encoding = try #require(finding.encoding)
    let mark = finding.byteOrderMarkLength
    let dialectFinding = try CSVDialectDetector().detect(
      UTF8Source(bytes: bytes, encoding: encoding, byteOrderMarkLength: mark))
    let dialect = try #require(dialectFinding.dialect, "\(dialectFinding.evidence)")
    #expect(dialect.delimiterCharacter == sample.delimiter, "\(dialectFinding.evidence)")

    var way = Way(
      delimiter: dialect.delimiter, encoding: encoding, mark: mark, headerRows: sample.headerRows)
    let reading = try read(bytes, way)
    #expect(reading.fields.count == sample.records)
    #expect(
      reading.header.rows.map(\.count) == Array(repeating: sample.fields, count: sample.headerRows))
    #expect(reading.problems == sample.problems)
    #expect(reading.undelivered.isEmpty)
    if let last = sample.lastRecord { #expect(reading.texts.last == last) }

    // One pass of libcsv over the whole text gives the same.
    if encoding == .utf8 {
      let all = Oracle(Array(bytes.dropFirst(mark)), delimiter: dialect.delimiter).records
      #expect(all.dropFirst(sample.headerRows).map(\.line) == reading.lines)
      #expect(
        all.dropFirst(sample.headerRows).map { Array($0.fields.prefix(sample.fields)) }
          == reading.fields)
    }
    // And so do other ways to read it.
    let ways = bytes.count < 20_000 ? [(1, 1), (2, 64), (7, 100)] : [(4096, 5000)]
    for (readSize, blockSize) in ways + [(65_536, 65_536)] {
      way.readSize = readSize
      way.blockSize = blockSize
      #expect(try read(bytes, way) == reading, "\(readSize) \(blockSize)")
    }
  }
}
