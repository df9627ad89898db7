import Records
import Testing

@Suite struct EncodingDetectorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var encoding: String?
    var mark = 0
    var evidence: String
    var problems: [RecordProblem.Kind] = []

    var testDescription: String { name }
  }

  static let latin = Array("Ja, v".utf8) + [0xE4] + Array("gen\nbr".utf8) + [0xE5] + Array("k".utf8)

  static let dos = Array("Ja, v".utf8) + [0x84] + Array("gen p".utf8) + [0x86, 0x0A]

  static let cases: [Case] = [
    Case(name: "empty", bytes: [], encoding: "utf-8", evidence: "the file is empty"),
    Case(
      name: "ASCII", bytes: Array("a;b\n1;2\n".utf8), encoding: "utf-8",
      evidence: "pure ASCII, read as utf-8"),
    Case(
      name: "UTF-8", bytes: Array("a;b\nåäö;2\n".utf8), encoding: "utf-8",
      evidence: "no byte order mark; 6 bytes above 127 are valid UTF-8"),
    Case(
      name: "UTF-8 with mark", bytes: [0xEF, 0xBB, 0xBF] + Array("å;b".utf8), encoding: "utf-8",
      mark: 3, evidence: "byte order mark, and every byte sequence is valid"),
    Case(
      name: "UTF-8 with mark and damage",
      bytes: [0xEF, 0xBB, 0xBF] + Array("å\nb".utf8) + [0xE5] + Array("c".utf8),
      encoding: "utf-8", mark: 3, evidence: "first invalid byte at offset 7, line 2",
      problems: [.invalidEncoding]),
    Case(
      name: "UTF-8 with one damaged place",
      bytes: Array("åäöåäöåäöåäö\n\n".utf8) + [0xC3] + Array(";x\n".utf8), encoding: "utf-8",
      evidence: "12 sequences above 127 are valid UTF-8 and 1 are not",
      problems: [.invalidEncoding]),
    Case(
      name: "iso-8859-1", bytes: latin, encoding: "iso-8859-1",
      evidence: "not UTF-8 (first invalid byte at offset 5, line 1); no byte 0x80–0x9F is used"),
    Case(
      name: "windows-1252", bytes: latin + [0x93, 0x94], encoding: "windows-1252",
      evidence: "bytes 0x80–0x9F are used, which windows-1252 has letters for"),
    Case(
      name: "windows-1252 with an undefined byte", bytes: latin + [0x81],
      encoding: "windows-1252", evidence: "1 of them bytes that windows-1252 leaves undefined",
      problems: [.invalidEncoding]),
    Case(
      name: "macintosh", bytes: Array("B".utf8) + [0x8A, 0x8C, 0x9A, 0x20, 0x85],
      encoding: "macintosh",
      evidence: "4 of 4 bytes above 127 fit their neighbours, 4 of them as å, ä or ö in macintosh"),
    // As in a file of SurveyMonkey: two bytes that are text in no encoding.
    Case(
      name: "two stray bytes",
      bytes: Array("universe?".utf8) + [0x8C, 0xE6] + Array(",Do you".utf8),
      encoding: "windows-1252", evidence: "bytes 0x80–0x9F are used"),
    // As in another: a space that is not to be broken.
    Case(
      name: "macintosh with one sign", bytes: Array("ranked".utf8) + [0xCA] + Array("first".utf8),
      encoding: "macintosh", evidence: "1 of 1 bytes above 127 fit their neighbours"),
    Case(
      name: "a letter alone", bytes: Array("1;".utf8) + [0x8C] + Array("\n2;".utf8) + [0x9A, 0x0A],
      encoding: "macintosh", evidence: "2 of them as å, ä or ö in macintosh"),
    Case(
      name: "ibm850", bytes: Array("V".utf8) + [0x84] + Array("gen p".utf8) + [0x86, 0x0A],
      encoding: "ibm850", evidence: "2 of them as å, ä or ö in ibm850, and 0 fit in windows-1252"),
    Case(
      name: "iso-8859-15", bytes: latin + Array(" 50 ".utf8) + [0xA4, 0x0A],
      encoding: "iso-8859-15", evidence: "1 bytes are used that are letters or €"),
    Case(
      name: "UTF-16 little with mark", bytes: utf16("a;å\n", bigEndian: false, mark: true),
      encoding: "utf-16le", mark: 2, evidence: "byte order mark FF FE"),
    Case(
      name: "UTF-16 big with mark", bytes: utf16("a;å\n", bigEndian: true, mark: true),
      encoding: "utf-16be", mark: 2, evidence: "byte order mark FE FF"),
    Case(
      name: "UTF-16 little without mark", bytes: utf16("a;å\n€", bigEndian: false),
      encoding: "utf-16le", evidence: "no byte order mark; 4 of 5 pairs end in a NUL byte"),
    Case(
      name: "UTF-16 big without mark", bytes: utf16("a;å\n€", bigEndian: true),
      encoding: "utf-16be", evidence: "no byte order mark; 4 of 5 pairs begin with a NUL byte"),
    Case(
      name: "UTF-16 with half a character",
      bytes: utf16("a;", bigEndian: false, mark: true) + [0x61],
      encoding: "utf-16le", mark: 2, evidence: "the number of bytes is odd",
      problems: [.invalidEncoding]),
    Case(
      name: "UTF-32 little with mark", bytes: [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0],
      encoding: "utf-32le", mark: 4, evidence: "byte order mark FF FE 00 00"),
    Case(
      name: "UTF-32 big with mark", bytes: [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61],
      encoding: "utf-32be", mark: 4, evidence: "byte order mark 00 00 FE FF"),
    Case(
      name: "UTF-32 little without mark", bytes: [0x61, 0, 0, 0, 0xE5, 0, 0, 0, 0xAC, 0x20, 0, 0],
      encoding: "utf-32le", evidence: "3 of 3 groups of four end in two NUL bytes"),
    Case(
      name: "UTF-32 big without mark", bytes: [0, 0, 0, 0x61, 0, 0, 0, 0xE5],
      encoding: "utf-32be", evidence: "2 of 2 groups of four begin with two NUL bytes"),
    Case(
      name: "UTF-32 with part of a character", bytes: [0x61, 0, 0, 0, 0x62, 0, 0, 0, 0x63, 0],
      encoding: "utf-32le", evidence: "the number of bytes cannot be divided by four",
      problems: [.invalidEncoding]),
    Case(
      name: "UTF-16 with a NUL for its first character",
      bytes: [0xFF, 0xFE, 0, 0] + utf16("abcåäö", bigEndian: false),
      encoding: "utf-16le", mark: 2, evidence: "byte order mark FF FE"),
    Case(
      name: "one NUL in text", bytes: Array("a,b\n".utf8) + [0] + Array(",2\n".utf8),
      encoding: "utf-8", evidence: "1 NUL bytes (first at offset 4, line 2)",
      problems: [.nulByte]),
  ]

  @Test(arguments: cases)
  func `the encoding is found and the evidence is stated`(_ sample: Case) {
    let finding = EncodingDetector().detect(sample.bytes)
    #expect(finding.encoding?.name == sample.encoding)
    #expect(finding.byteOrderMarkLength == sample.mark)
    #expect(finding.evidence.contains(sample.evidence), "\(finding.evidence)")
    #expect(finding.problems.map(\.kind) == sample.problems)
    #expect(finding.binaryKind == nil)
    #expect(!finding.isDeclared && !finding.isSampled)
  }

  @Test(
    arguments: [
      ("zip archive", [0x50, 0x4B, 0x03, 0x04, 0x14]),
      ("PDF document", Array("%PDF-1.7\n".utf8)),
      ("PNG image", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
      ("gzip archive", [0x1F, 0x8B, 0x08]),
      ("OLE file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
      ("binary data", [0x61, 0x00, 0x01, 0x62, 0x63]),
      ("binary data", [0x61, 0x62, 0x00, 0x00, 0x63, 0x64, 0x65]),
    ] as [(String, [UInt8])])
  func `a binary file is refused, declared or not`(kind: String, bytes: [UInt8]) {
    for declared in [nil, "utf-8"] {
      let finding = EncodingDetector().detect(bytes, declared: declared)
      #expect(finding.encoding == nil)
      #expect(finding.binaryKind?.contains(kind) == true)
      #expect(finding.evidence.hasPrefix("not text"))
    }
  }

  @Test(
    arguments: [
      ("utf-8", Self.latin, "utf-8", [.encodingMismatch, .invalidEncoding]),
      ("utf-8", Array("åäö".utf8), "utf-8", []),
      ("windows-1252", Self.latin, "windows-1252", []),
      ("windows-1252", Array("åäö".utf8), "windows-1252", [.encodingMismatch]),
      ("windows-1252", Self.latin + [0x90], "windows-1252", [.encodingMismatch, .invalidEncoding]),
      ("latin1", Self.latin, "iso-8859-1", []),
      ("ISO-8859-1", Self.latin + [0x93], "iso-8859-1", [.encodingMismatch]),
      ("UTF_8", Array("abc".utf8), "utf-8", []),
      ("iso-8859-1", Array("abc".utf8), "iso-8859-1", []),
      ("utf-16", utf16("abc", bigEndian: true), "utf-16be", []),
      ("utf-16", utf16("abc", bigEndian: false, mark: true), "utf-16le", []),
      ("utf-16le", utf16("abc", bigEndian: true, mark: true), "utf-16le", [.encodingMismatch]),
      ("utf-16le", Array("abc;".utf8), "utf-16le", [.encodingMismatch]),
      ("utf-8", utf16("abc", bigEndian: false), "utf-8", [.encodingMismatch]),
      ("utf-32", [0, 0, 0, 0x61], "utf-32be", []),
      ("utf-32", [0x61, 0, 0, 0], "utf-32le", []),
      ("utf-32le", [0, 0, 0, 0x61], "utf-32le", [.encodingMismatch]),
      ("utf-32be", Array("abcd".utf8), "utf-32be", [.encodingMismatch]),
      ("utf-16le", [0x61, 0, 0, 0], "utf-16le", [.encodingMismatch]),
      ("iso-8859-1", Self.dos, "iso-8859-1", [.encodingMismatch]),
      ("windows-1252", Self.dos, "windows-1252", [.encodingMismatch]),
      ("macintosh", Self.dos, "macintosh", [.encodingMismatch]),
      ("cp850", Self.dos, "ibm850", []),
      ("cp850", Self.latin, "ibm850", [.encodingMismatch]),
      ("iso-8859-15", Self.latin, "iso-8859-15", []),
      ("iso-8859-15", Self.latin + [0x93], "iso-8859-15", [.encodingMismatch]),
      ("ebcdic-cp-se", Array("abc".utf8), "utf-8", [.unknownEncoding]),
    ] as [(String, [UInt8], String, [RecordProblem.Kind])])
  func `a declared encoding wins, and a contradiction is reported`(
    declared: String, bytes: [UInt8], encoding: String, problems: [RecordProblem.Kind]
  ) {
    let finding = EncodingDetector().detect(bytes, declared: declared)
    #expect(finding.encoding?.name == encoding)
    #expect(finding.problems.map(\.kind) == problems, "\(finding)")
    #expect(finding.isDeclared == !problems.contains(.unknownEncoding))
  }

  // The library's own validation is the independent opinion.
  @Test func `bytes are valid UTF-8 exactly when the standard library says so`() {
    var random = SplitMix(seed: 5)
    let alphabet: [UInt8] = [
      0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
      0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    var valid = 0
    for round in 0..<8000 {
      let count = 2 + round % 4
      let sequence = (0..<count).map { position -> UInt8 in
        position > 0 && random.next() % 3 > 0
          ? UInt8(0x80 + random.next() % 64) : alphabet[Int(random.next() % 24)]
      }
      // Neither a mark nor a signature at the beginning.
      let bytes = Array("a".utf8) + sequence
      let finding = EncodingDetector().detect(bytes)
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((finding.encoding == .utf8 && finding.problems.isEmpty) == isValid, "\(bytes)")
      valid += isValid ? 1 : 0
    }
    #expect(valid > 400)
  }

  @Test func `a large file is sampled at the beginning, the middle and the end`() throws {
    var bytes = [UInt8](repeating: 0x61, count: 10_001)
    bytes[5000] = 0xE5
    let first = try TemporaryFile(bytes)
    let file = try InputFile(path: first.path)
    let detector = EncodingDetector(wholeFileLimit: 1000, sampleSize: 100)
    let finding = try detector.detect(file)
    #expect(finding.isSampled)
    #expect(finding.encoding == .windows1252, "a byte 0x93 may stand outside the samples")
    #expect(finding.evidence.contains("first invalid byte at offset 5000)"))
    #expect(finding.evidence.contains("of 10001 bytes"))

    bytes[5000] = 0x61
    bytes[2000] = 0xE5
    let second = try TemporaryFile(bytes)
    let unseen = try detector.detect(InputFile(path: second.path))
    #expect(unseen.encoding == .utf8 && unseen.isSampled)
    let whole = try EncodingDetector().detect(InputFile(path: second.path))
    #expect(whole.encoding == .iso88591 && !whole.isSampled)
    #expect(whole == EncodingDetector().detect(bytes), "a file and its bytes are the same")
  }

  @Test func `a character that a sample cuts is no error`() throws {
    let bytes = Array(String(repeating: "å€𝄞", count: 1000).utf8)
    let path = try TemporaryFile(bytes)
    for size in 16...30 {
      let detector = EncodingDetector(wholeFileLimit: 100, sampleSize: size)
      let finding = try detector.detect(InputFile(path: path.path))
      #expect(finding.encoding == .utf8 && finding.problems.isEmpty, "\(size): \(finding)")
    }
  }

  @Test func `looking at a file does not move the place where it is read`() throws {
    let path = try TemporaryFile(Array("a;b\n".utf8))
    let file = try InputFile(path: path.path)
    _ = try EncodingDetector().detect(file)
    #expect(try readAll(UTF8Source(file: file, encoding: .utf8)) == Array("a;b\n".utf8))
  }

  @Test func `a file that is not there, and a directory, are errors`() throws {
    #expect { try InputFile(path: "/nonexistent/x") } throws: {
      ($0 as? SourceError)?.operation == "open"
    }
    #expect(throws: SourceError.self) { try InputFile(path: "/tmp") }
  }
}
