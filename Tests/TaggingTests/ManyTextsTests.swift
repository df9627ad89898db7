import DialogueModel
import Dispatch
import Synchronization
import Tagging
import Testing

/// Many texts at once, and several taggers with one memory, against one text at a time.
@Suite struct ManyTextsTests {
  /// Tags texts that stand one after the other with nothing between, as a column has them.
  private func tagAll(_ texts: [String], _ tagger: ThemeTagger) -> [TagResult] {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for text in texts {
      let start = bytes.count
      bytes += Array(text.utf8)
      ranges.append(start..<bytes.count)
    }
    // What can be read after the last text is no text.
    bytes += (0..<ThemeTagger.padding).map { $0 % 3 == 0 ? UInt8(ascii: "a") : 0xFF }
    var results: [TagResult] = []
    bytes.withUnsafeBufferPointer { bytes in
      tagger.tag(
        count: texts.count, in: &results,
        text: { number, _ in UnsafeBufferPointer(rebasing: bytes[ranges[number]]) },
        take: { number, results, result in
          #expect(number == results.count)
          results.append(copy result)
        })
    }
    return results
  }

  @Test(arguments: [1, 16, TaggerMemory.standardLimit], 0...8 as ClosedRange<UInt64>)
  func `Many texts at once give what each gives alone`(limit: Int, seed: UInt64) {
    let codebook = seed == 0 ? ReferenceTests.swedish : ReferenceTests.dense(seed: seed)
    let index = CodebookIndex(codebook)
    var random = RandomTexts(codebook, seed: 100 + seed)
    var texts = (0..<300).map { _ in random.next() }
    // Beginnings that could be taken for the end of the text before, and more than one block.
    texts += ["", "-skola", ":s", "×", "", "’s", "[", "borttaget]", "\u{301}", "a"]
    texts += [texts.prefix(40).joined(separator: " "), "", texts.joined(separator: "\n")]
    let alone = ThemeTagger(index)
    let expected = texts.map { alone.tag($0) }
    #expect(tagAll(texts, ThemeTagger(TaggerMemory(index, limit: limit))) == expected)
    #expect(expected.contains { !$0.isEmpty })
    #expect(tagAll([], alone) == [])
  }

  @Test(arguments: [1, 64, TaggerMemory.standardLimit])
  func `Taggers that share a memory at the same time find the same`(limit: Int) {
    let index = CodebookIndex(ReferenceTests.swedish)
    var random = RandomTexts(ReferenceTests.swedish, seed: 11)
    let texts = (0..<1_500).map { number in random.next() + " skolskjuts\(number)a" }
    let alone = ThemeTagger(index)
    let expected = texts.map { alone.tag($0) }
    for _ in 0..<3 {
      let memory = TaggerMemory(index, limit: limit)
      let different = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: 4) { worker in
        // Each begins somewhere else, so that each meets forms that the others have not.
        let start = worker * texts.count / 4
        let turned = Array(texts[start...] + texts[..<start])
        let found = tagAll(turned, ThemeTagger(memory))
        if found != Array(expected[start...] + expected[..<start]) {
          different.add(1, ordering: .relaxed)
        }
      }
      #expect(different.load(ordering: .relaxed) == 0)
    }
  }
}
