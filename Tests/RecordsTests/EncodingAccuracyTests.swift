import Records
import Testing

// How often the encoding is found. Two encodings that give the same text for all the bytes are
// equally right, so what counts is the text.
@Suite struct EncodingAccuracyTests {
  static let seeds: Range<UInt64> = 0..<60

  // What is found of sixty texts, or of fifteen long ones, by their length in characters: all of
  // them, but for Mac OS Roman and code page 850 the number that stands here. The texts that are missed have
  // one or two letters above ASCII, and each stands where another encoding has something that
  // could stand there: `Det är`, in Mac OS Roman, is `Det Šr` in windows-1252, and that is far
  // more usual.
  static let found: [(length: Int, macOrDOS: Int)] = [(20, 48), (50, 57), (200, 15), (2000, 15)]

  @Test(arguments: TextEncoding.all, [false, true])
  func `Swedish text is found in its encoding`(_ encoding: TextEncoding, capitals: Bool) throws {
    for (length, macOrDOS) in Self.found {
      var found = 0
      let seeds = length < 200 ? Self.seeds : 0..<15
      for seed in seeds {
        let text = SwedishText.make(length: length, capitals: capitals, seed: seed)
        if try decoded(#require(encoding.encode(text))) == text { found += 1 }
      }
      let least = [.macintosh, .ibm850].contains(encoding) ? macOrDOS : seeds.count
      #expect(found >= least, "\(encoding), \(length) characters: \(found)")
    }
  }

  @Test(arguments: TextEncoding.all)
  func `a header and five rows are enough`(_ encoding: TextEncoding) throws {
    let text = """
      Tidst\u{E4}mpel;Omr\u{E5}de;Synpunkt
      2026-03-01;Norr;B\u{E4}ttre belysning
      2026-03-01;S\u{F6}der;Fler b\u{E4}nkar p\u{E5} torget
      2026-03-02;\u{D6}ster;
      2026-03-02;V\u{E4}ster;Snabbare buss
      2026-03-04;\u{C5}n;Badplats

      """
    for mark in [false, true] {
      guard let bytes = encoding.encode(text, byteOrderMark: mark) else { continue }
      #expect(try decoded(bytes) == text)
    }
  }

  // Each sentence alone and each pair of them: Windows must not be taken for anything else.
  @Test(arguments: [(TextEncoding.windows1252, 12 + 144), (.macintosh, 11 + 143)])
  func `text with signs and no Swedish letters is found in its encoding`(
    _ encoding: TextEncoding, least: Int
  ) throws {
    let pairs = SwedishText.signs.flatMap { first in
      SwedishText.signs.map { first + "\n" + $0 }
    }
    var found = 0
    for text in SwedishText.signs + pairs {
      if try decoded(#require(encoding.encode(text))) == text { found += 1 }
    }
    #expect(found >= least)
  }

  // Everything that the encoding has a byte for, among Swedish.
  @Test(arguments: TextEncoding.all, [1, 2, 7, 4096])
  func `text survives encoding, detection and decoding`(
    _ encoding: TextEncoding, readSize: Int
  ) throws {
    let lower = "åäöéüàáèëçñôæøßšžœ".map { "vi\($0)na" }
    let upper = "ÅÄÖÉÜÀÁÈËÇÑÔÆØŠŽŒŸ".map { "VI\($0)NA" }
    let signs = "”“’‘–—…•§°½²³´«»·€™©\u{A0}£".map { "5 \($0) x" }
    let kept = (lower + upper + signs).filter { encoding.encode($0) != nil }
    let text =
      SwedishText.sentences.joined(separator: "\r\n") + "\n"
      + SwedishText.sentences.joined(separator: " ").uppercased() + "\n"
      + kept.joined(separator: "\n")
    for mark in [false, true] {
      guard let bytes = encoding.encode(text, byteOrderMark: mark) else {
        #expect(mark && encoding.encode(text) != nil, "only a mark may be missing")
        continue
      }
      let finding = EncodingDetector().detect(bytes)
      #expect(finding.problems.isEmpty)
      let found = try #require(finding.encoding)
      let source = UTF8Source(
        bytes: bytes, encoding: found, byteOrderMarkLength: finding.byteOrderMarkLength,
        readSize: readSize)
      let read = String(decoding: try readAll(source, bufferSize: max(4, readSize)), as: UTF8.self)
      #expect(read == text, "\(finding.evidence)")
      #expect(source.problems.isEmpty)
    }
  }

  @Test func `what an encoding has no byte for is not encoded`() {
    #expect(TextEncoding.windows1252.encode("a→b") == nil)
    #expect(TextEncoding.iso88591.encode("€") == nil)
    #expect(
      TextEncoding.iso885915.encode("¤") == nil && TextEncoding.iso885915.encode("€") == [0xA4])
    #expect(
      TextEncoding.ibm850.encode("”") == nil
        && TextEncoding.ibm850.encode("åäö") == [134, 132, 148])
    #expect(TextEncoding.macintosh.encode("½") == nil)
    #expect(TextEncoding.windows1252.encode("a", byteOrderMark: true) == nil)
    #expect(TextEncoding.utf32BigEndian.encode("𝄞") == [0, 1, 0xD1, 0x1E])
    #expect(
      TextEncoding.utf16LittleEndian.encode("𝄞", byteOrderMark: true)
        == [0xFF, 0xFE, 0x34, 0xD8, 0x1E, 0xDD])
    #expect(TextEncoding.utf8.encode("å", byteOrderMark: true) == [0xEF, 0xBB, 0xBF, 0xC3, 0xA5])
    #expect(TextEncoding.ibm850.encode("") == [])
  }

  private func decoded(_ bytes: [UInt8]) throws -> String {
    let finding = EncodingDetector().detect(bytes)
    let encoding = try #require(finding.encoding)
    let source = UTF8Source(
      bytes: bytes, encoding: encoding, byteOrderMarkLength: finding.byteOrderMarkLength)
    return String(decoding: try readAll(source), as: UTF8.self)
  }
}
