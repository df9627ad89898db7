import CSVReading
import Records
import Testing

@Suite struct DialectTests {
  struct Case: Sendable {
    var text: String
    var delimiter: Character?
    var fields = 0
    var lineEnd: CSVLineEnd?
    var evidence: String
  }

  static let cases: [Case] = [
    Case(
      text: "a;b;c\n1;2;3\n4;\"5,\n6,7\";8\n", delimiter: ";", fields: 3, lineEnd: .lf,
      evidence: "';' gives 3 fields in the first record and in 3 of 3"),
    Case(
      text: "a,b\r\n\"1;2;3\",x\r\n", delimiter: ",", fields: 2, lineEnd: .crlf,
      evidence: "',' gives 2 fields"),
    Case(
      text: "a\tb\r1\t2, 3; 4\r", delimiter: "\t", fields: 2, lineEnd: .cr,
      evidence: "tab gives 2 fields"),
    Case(text: "a|b\n1|2", delimiter: "|", fields: 2, lineEnd: .lf, evidence: "'|' gives"),
    Case(
      text: "\"Vad tycker du, egentligen?\";\"Ålder\"\n\"Ja, bra, tack\";\"30\"\nNej, nej;40\n",
      delimiter: ";", fields: 2, lineEnd: .lf, evidence: "in 3 of 3"),
    Case(
      text: "\"rubrik\nmed rad\",b\r\n1,2\r\n", delimiter: ",", fields: 2, lineEnd: .crlf,
      evidence: "in 2 of 2"),
    Case(text: "a;b;c", delimiter: ";", fields: 3, evidence: "in 1 of 1"),
    Case(
      text: "Synpunkt\nFler bussar, tack\nBra\nNej, inte alls, tack\n",
      evidence: "unknown delimiter: ';' gives 1 field in the first record"),
    Case(text: "Svar\nJa\n", evidence: "unknown delimiter"),
    Case(
      text: "a,b,c\n1\n2\n3\n4\n", evidence: "',' gives 3 fields in the first record and in 1 of 5"),
    Case(text: "", evidence: "no whole record"),
    Case(text: "\n\n", evidence: "no whole record"),
    Case(
      text: "sep=;\r\na;b,c\r\n1,1;2,2\r\n", delimiter: ";", fields: 2, lineEnd: .crlf,
      evidence: "the first line says sep=';'"),
    Case(
      text: "SEP=\t\na\tb\n", delimiter: "\t", fields: 2, lineEnd: .lf, evidence: "says sep=tab"),
    Case(text: "\"sep=,\"\na,b\n", delimiter: ",", fields: 2, lineEnd: .lf, evidence: "sep=','"),
    Case(text: "sep=#\na#b\n", evidence: "unknown delimiter: the first line says sep='#'"),
  ]

  @Test(arguments: cases)
  func `the delimiter is found, with evidence, or is said to be unknown`(_ sample: Case) {
    let finding = CSVDialectDetector().detect(Array(sample.text.utf8), isWhole: true)
    #expect(finding.dialect?.delimiterCharacter == sample.delimiter)
    #expect(finding.fieldCount == sample.fields)
    #expect(finding.dialect?.lineEnd == sample.lineEnd)
    #expect(finding.evidence.contains(sample.evidence), "\(finding.evidence)")
    let isSaid = sample.delimiter != nil && sample.evidence.contains("sep=")
    #expect((finding.dialect?.hasSeparatorLine ?? false) == isSaid)
  }

  @Test func `a file with one column is read where the caller allows it`() throws {
    let text = "Synpunkt\nFler bussar; och tåg, tack\n\"Bra\nfint\"\n"
    let finding = CSVDialectDetector(allowsSingleColumn: true)
      .detect(Array(text.utf8), isWhole: true)
    let dialect = try #require(finding.dialect)
    #expect(finding.evidence.hasPrefix("read as one column"))
    #expect(dialect.delimiterCharacter == nil && dialect.lineEnd == .lf)
    let reading = try read(text, Way(delimiter: dialect.delimiter, headerRows: 1))
    #expect(reading.texts == [["Fler bussar; och tåg, tack"], ["Bra\nfint"]])
  }

  @Test func `a record that the sample cuts is not counted`() throws {
    let record = "1;" + String(repeating: "x,", count: 1000) + ";2\n"
    let text = "a;b;c\n" + String(repeating: record, count: 600)
    let source = UTF8Source(bytes: Array(text.utf8), encoding: .utf8, readSize: 9999)
    let finding = try CSVDialectDetector().detect(source)
    #expect(finding.dialect?.delimiter == UInt8(ascii: ";"))
    let whole = CSVDialectDetector.sampleSize / record.utf8.count
    #expect(finding.evidence.contains("in \(whole + 1) of \(whole + 1)"), "\(finding.evidence)")
    #expect(source.rawByteCount < text.utf8.count, "the rest of the file is not read")
  }
}
