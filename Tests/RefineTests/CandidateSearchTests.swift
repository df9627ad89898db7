import TestSupport
import Testing

@testable import Refine

/// The quick ways past what is no personal data find the same as looking at each byte.
@Suite struct CandidateSearchTests {
  /// Texts of pieces and signs at random, and bytes that are no text.
  private func material() -> [[UInt8]] {
    var random = SeededGenerator(17)
    let pieces = RandomText.pieces + RandomText.personal + RandomText.signs
    let digits = RandomText.signs + ["٣", "۴", "７", "ى", "ﻙ", "\u{AD}", "\u{A0}", "{", "<", "["]
    var texts: [[UInt8]] = [[], Array(repeating: 0x20, count: 64), Array(0...255)]
    for _ in 0..<3000 {
      texts.append(Array(RandomText.make(&random, pieces: pieces).utf8))
      texts.append(Array(RandomText.make(&random, pieces: digits, upTo: 60).utf8))
      texts.append((0..<40).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
    return texts
  }

  @Test func `every candidate is found and nothing else`() {
    for text in material() {
      text.withUnsafeBufferPointer { buffer in
        guard let bytes = buffer.baseAddress else { return }
        for end in [text.count, text.count / 2] {
          var search = CandidateSearch(bytes, count: end)
          for start in 0...end {
            let digit = (start..<end).first { at in
              (0x30...0x39).contains(text[at]) || [0xD9, 0xDB, 0xEF].contains(text[at])
            }
            #expect(CandidateSearch.digit(bytes, from: start, to: end) == digit ?? end)
            let sign = (start..<end).first { "@(<[{".utf8.contains(text[$0]) }
            #expect(search.addressSign(from: start) == sign ?? end)
          }
        }
      }
    }
  }

  @Test func `no byte but those begins a digit`() {
    for scalar in (UInt32(0)...0x1_FFFF).compactMap(Unicode.Scalar.init) {
      let bytes = Array(String(scalar).utf8)
      let isDigit = ScalarKind.digitValue(scalar.value) != nil
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        let found = CandidateSearch.digit(base, from: 0, to: bytes.count)
        if isDigit { #expect(found == 0) }
        // Nor is one found inside a character, where it would be read amiss.
        #expect(found == 0 || found == bytes.count)
      }
    }
  }

  @Test func `a stretch that is passed over is where reading would have stopped`() {
    var groups = DigitGroups()
    var passed = 0
    for text in material() where String(validating: text, as: UTF8.self) != nil {
      text.withUnsafeBufferPointer { buffer in
        guard let bytes = buffer.baseAddress else { return }
        for start in text.indices where (0x30...0x39).contains(text[start]) {
          for few in [1, 6] {
            let quick = groups.endOfFew(few, bytes, from: start, to: text.count)
            let end = groups.read(bytes, from: start, to: text.count)
            if let quick {
              #expect(quick == end && groups.digits.count < few)
              passed += 1
            } else {
              // The stretch and what ends it.
              let stretch = text[start..<min(end + 40, text.count)]
              #expect(groups.digits.count >= few || stretch.contains { $0 >= 0x80 })
            }
          }
        }
      }
    }
    #expect(passed > 1000)
  }
}
