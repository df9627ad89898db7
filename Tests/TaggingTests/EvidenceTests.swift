import DialogueModel
import Tagging
import TestSupport
import Testing

struct EvidenceTests {
  @Test func `Unpacking gives back what was packed`() {
    let tagger = ThemeTagger(CodebookIndex(ReferenceTests.swedish))
    var texts = RandomTexts(ReferenceTests.swedish, seed: 3)
    var hitCount = 0
    for _ in 0..<500 {
      let result = tagger.tag(texts.next())
      #expect(TagEvidence.unpack(TagEvidence.pack(result)) == result)
      hitCount += result.hits.count
    }
    #expect(hitCount > 500)
  }

  @Test func `A far place and a late term are packed too`() {
    var terms = (0..<2000).map { "xterm\($0)" }
    terms.append("skola")
    let tagger = ThemeTagger(CodebookIndex(codebook([.ord: terms])))
    let result = tagger.tag(String(repeating: "och så ", count: 40_000) + "skola, skola")
    #expect(result.hits.map(\.start) == [320_000, 320_007])
    #expect(result.hits.map(\.term) == [2000, 2000])
    #expect(TagEvidence.unpack(TagEvidence.pack(result)) == result)
  }

  @Test func `The packed form is small`() {
    let tagger = ThemeTagger(CodebookIndex(codebook([.ord: ["skola"]])))
    #expect(TagEvidence.pack(TagResult()) == [0])
    // One theme, number 0, score 2, one hit: 3 bytes on, 6 long, term 0 of kind ord.
    #expect(TagEvidence.pack(tagger.tag("En skolan")) == [1, 0, 2, 1, 3, 6, 3])
  }

  @Test func `Packing adds to what is in the blob`() {
    var blob: [UInt8] = [9]
    TagEvidence.pack(TagResult(), into: &blob)
    #expect(blob == [9, 0])
  }

  @Test(
    arguments: [
      [], [1], [1, 0, 2], [1, 0, 2, 0], [1, 0, 2, 1, 3, 6], [1, 0, 2, 1, 3, 0, 3],
      [1, 0, 2, 1, 3, 6, 5], [1, 0, 2, 1, 3, 6, 3, 0], [0, 0], [0x80, 0], [0x80],
      [1, 0, 2, 1, 0x83, 0x00, 6, 3],
      [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
      [1, 0, 2, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 3],
      [1, 0, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 3, 6, 3],
    ] as [[UInt8]])
  func `A blob that was not packed gives nothing`(blob: [UInt8]) {
    #expect(TagEvidence.unpack(blob) == nil)
  }

  @Test func `Damaged and random blobs give nothing or what packs to the same bytes`() {
    let tagger = ThemeTagger(CodebookIndex(ReferenceTests.swedish))
    var generator = SeededGenerator(11)
    var texts = RandomTexts(ReferenceTests.swedish, seed: 12)
    for round in 0..<2000 {
      var blob: [UInt8] = []
      if round % 2 == 0 {
        blob = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
      } else {
        blob = TagEvidence.pack(tagger.tag(texts.next()))
        let place = Int.random(in: 0..<blob.count, using: &generator)
        blob[place] = UInt8.random(in: 0...255, using: &generator)
      }
      if let result = TagEvidence.unpack(blob) { #expect(TagEvidence.pack(result) == blob) }
    }
  }

  @Test func `Byte offsets become code point offsets`() {
    let text = "Åå 😀 skolan é👩‍👧 skola"
    let result = ThemeTagger(CodebookIndex(codebook([.ord: ["skola"]]))).tag(text)
    var counter = CodePointCounter(Array(text.utf8))
    let spans = result.hits.map {
      [counter.offset(ofByte: $0.start), counter.offset(ofByte: $0.end)]
    }
    #expect(spans == [[5, 11], [17, 22]])
    let scalars = Array(text.unicodeScalars)
    #expect(
      spans.map { String(String.UnicodeScalarView(scalars[$0[0]..<$0[1]])) } == [
        "skolan", "skola",
      ])
  }

  @Test func `Offsets may be asked for in any order and outside the text`() {
    var counter = CodePointCounter(Array("åäö".utf8))
    #expect([6, 2, 4, 0, -1, 99].map { counter.offset(ofByte: $0) } == [3, 1, 2, 0, 0, 3])
  }
}
