import Records
import Testing

@Suite struct EncodingCandidatesTests {
  static let singleByte: [TextEncoding] = [
    .windows1252, .iso88591, .iso885915, .macintosh, .ibm850,
  ]

  private func candidates(_ bytes: [UInt8]) -> [EncodingFinding.Candidate] {
    EncodingDetector().detect(bytes).candidates
  }

  @Test(arguments: singleByte)
  func `every single-byte encoding has a score, the one that was found first`(
    _ encoding: TextEncoding
  ) throws {
    let text = SwedishText.sentences.joined(separator: "\n")
    let candidates = candidates(try #require(encoding.encode(text)))
    #expect(candidates.count == 6)
    #expect(Set(candidates.map(\.name)) == Set(Self.singleByte.map(\.name) + ["utf-8"]))
    let scores = candidates.map(\.score)
    #expect(scores == scores.sorted(by: >) && scores.allSatisfy { (0...1).contains($0) })
    // The three of the latin family give the same text here.
    let isLatin = ![.macintosh, .ibm850].contains(encoding)
    #expect(candidates[0].name == (isLatin ? "iso-8859-1" : encoding.name))
    #expect(scores[0] > 0.6 && scores[isLatin ? 3 : 1] < 0.2, "\(candidates)")
    for candidate in candidates {
      #expect(!candidate.evidence.contains("\n") && !candidate.evidence.isEmpty)
    }
  }

  @Test func `UTF-8 and UTF-16 are candidates when they are considered`() throws {
    #expect(
      candidates(Array("åäö".utf8)) == [
        .init(name: "utf-8", score: 1, evidence: "3 of 3 sequences above 127 are valid UTF-8")
      ])
    #expect(candidates(Array("abc".utf8)).map(\.score) == [1])
    let damaged = candidates(Array("på väg åt söder".utf8) + [0xE5])
    #expect(damaged.first?.name == "utf-8" && damaged.first?.score == 0.8)
    #expect(damaged.count == 6)
    let wide = candidates(utf16("a;å\n€", bigEndian: false))
    #expect(wide.map(\.name) == ["utf-16le"] && wide.map(\.score) == [0.8])
    #expect(candidates(utf16("å", bigEndian: true, mark: true)).map(\.score) == [1])
    #expect(candidates([0x50, 0x4B, 0x03, 0x04]).isEmpty, "a zip archive is no text")
  }

  @Test func `a declared encoding changes no candidate`() {
    let bytes = Array("p".utf8) + [0x8C] + Array(" v".utf8) + [0x8A, 0x67]
    let declared = EncodingDetector().detect(bytes, declared: "windows-1252")
    #expect(declared.encoding == .windows1252)
    #expect(declared.candidates == candidates(bytes))
    #expect(declared.candidates.first?.name == "macintosh")
  }

  @Test func `the contradiction names the encoding that fits`() throws {
    let text = "Gångvägen är för mörk på kvällen."
    let bytes = try #require(TextEncoding.ibm850.encode(text))
    let problem = EncodingDetector().detect(bytes, declared: "iso-8859-1").problems.first
    #expect(problem?.kind == .encodingMismatch)
    #expect(
      problem?.detail
        == "declared iso-8859-1, but 7 of 7 bytes above 127 fit their neighbours, 7 of them as å, ä"
        + " or ö in ibm850, and 0 fit in it")
  }

  // Where a byte is counted must not hang on where a block ends.
  @Test(arguments: singleByte)
  func `a file in many blocks is judged as its bytes are`(_ encoding: TextEncoding) throws {
    let text = String(repeating: SwedishText.sentences.joined(separator: "\n"), count: 400)
    let bytes = try #require(encoding.encode(text))
    #expect(bytes.count > 1 << 18)
    let path = try TemporaryFile(bytes)
    let finding = try EncodingDetector().detect(InputFile(path: path.path))
    #expect(finding == EncodingDetector().detect(bytes))
    // Every byte above 127 is among those that were judged.
    let high = bytes.count { $0 >= 0x80 }
    #expect(finding.candidates.first?.evidence.contains("of \(high) bytes above 127") == true)
  }

  @Test func `euro signs and letters of iso-8859-15 are found, and fractions are not`() throws {
    let euro = try #require(TextEncoding.iso885915.encode("Det kostar 50 € på tåget, eller €5."))
    #expect(EncodingDetector().detect(euro).encoding == .iso885915)
    let names = try #require(TextEncoding.iso885915.encode("Miloš åker från Škövde till Žilina"))
    #expect(EncodingDetector().detect(names).encoding == .iso885915)
    let fractions = try #require(TextEncoding.iso88591.encode("Höj 2½ procent, och 3¼ år. It´s."))
    #expect(EncodingDetector().detect(fractions).encoding == .iso88591)
  }
}
