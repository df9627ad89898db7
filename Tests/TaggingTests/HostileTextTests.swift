import DialogueModel
import Tagging
import TestSupport
import Testing

struct HostileTextTests {
  private let tagger = ThemeTagger(CodebookIndex(ReferenceTests.swedish))

  @Test func `Bytes that are not UTF-8 are safe`() {
    var generator = SeededGenerator(5)
    let pieces: [[UInt8]] = [
      Array("skola ".utf8), [0xC3], [0x97], [0xB7], [0xE2], [0xE2, 0x80], [0xF0, 0x9F], [0xFF],
      [0x00],
      [0xC3, 0x28],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x5B], Array("-\n".utf8), [0x80],
      [0xC0, 0xAF],
      Array(" borttaget]".utf8), Array("väg".utf8),
    ]
    var result = TagResult()
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...12, using: &generator)).flatMap { _ in
        pieces.randomElement(using: &generator) ?? []
      }
      // An allocation of its own, so that a checking allocator would see a read past the end.
      text.withUnsafeBufferPointer { tagger.tag($0, into: &result) }
      for hit in result.hits { #expect(hit.start < hit.end && hit.end <= text.count) }
    }
  }

  @Test func `An empty buffer gives an empty result`() {
    var result = tagger.tag("skola skolskjuts")
    #expect(!result.isEmpty)
    tagger.tag(UnsafeBufferPointer(start: nil, count: 0), into: &result)
    #expect(result.isEmpty)
  }

  @Test func `Words of any length are found, before and after the memo's limits`() {
    for length in [1, 7, 8, 9, 15, 16, 17, 23, 24, 25, 31, 32, 33, 254, 255, 256, 5000] {
      let tail = String(repeating: "x", count: length)
      let text = "skolskjuts\(tail) xkolskjuts\(tail) skolskjuts\(tail)"
      for _ in 0..<2 {
        #expect(tagger.tag(text).hits.map(\.start) == [0, 2 * (11 + length)])
      }
    }
  }

  @Test func `A long text of one phrase takes a time that grows with its length only`() {
    // Each word is a hit, a part of a phrase and of a cancelling phrase. By the square this
    // would be a thousand million steps.
    let tagger = ThemeTagger(
      CodebookIndex(
        codebook([
          ("a", [.fras: ["a a"], .ord: ["a"], .inte: ["b b"]]), ("b", [.svag: ["a", "a a a"]]),
          ("c", [.ord: ["b"], .inte: ["b a"]]),
        ])))
    let words = String(repeating: "a ", count: 20_000) + String(repeating: "b ", count: 20_000)
    let result = tagger.tag(words)
    #expect(result.hits.count > 15_000)
    let brackets = tagger.tag(
      String(repeating: "[", count: 50_000) + String(repeating: "a-", count: 50_000))
    #expect(brackets.isEmpty)
  }

  @Test func `More word forms than the memo holds change nothing`() {
    let small = ThemeTagger(TaggerMemory(tagger.index, limit: 1))
    for number in 0..<500 {
      let text = "skolskjuts\(number) och cykel väg\(number) på skola\(number % 7)"
      #expect(small.tag(text) == tagger.tag(text))
    }
  }
}
