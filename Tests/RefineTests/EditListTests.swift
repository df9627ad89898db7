import Refine
import TestSupport
import Testing

/// The way back from a span of the refined text to the bytes that were sent.
@Suite struct EditListTests {
  private func original(_ value: String, _ part: String) -> String {
    let refined = Refined(value)
    guard let range = refined.text.utf8.firstRange(of: part.utf8) else { return "not found" }
    let text = refined.text.utf8
    let lower = text.distance(from: text.startIndex, to: range.lowerBound)
    let upper = text.distance(from: text.startIndex, to: range.upperBound)
    let back = refined.edits.originalRange(of: lower..<upper)
    return String(decoding: bytes(value)[back], as: UTF8.self)
  }

  @Test(arguments: [
    ("Bygg en bro", "en", "en"), ("Bygg  en bro", "en", "en"), ("Bygg  en bro", "Bygg", "Bygg"),
    ("Bygg  en bro", "Bygg en", "Bygg  en"), ("  Bygg", "Bygg", "Bygg"),
    ("cykelba\u{AD}na", "cykelbana", "cykelba\u{AD}na"), ("en\u{AD} bana", "bana", "bana"),
    ("en \u{AD}bana", "bana", "bana"), ("en\u{AD}bana", "bana", "bana"),
    ("en\u{AD}bana", "en", "en"), ("a\u{30A}sen", "sen", "sen"), ("a\u{30A}sen", "å", "a\u{30A}"),
    ("rad\r\nrad två", "två", "två"), ("rad\r\n\r\n\r\nslut", "rad\n\nslut", "rad\r\n\r\n\r\nslut"),
    ("före 070-174 06 05 efter", "efter", "efter"),
    ("före 070-174 06 05 efter", "före", "före"),
    ("före 070-174 06 05 efter", "[telefonnummer borttaget]", "070-174 06 05"),
    ("före 070-174  06\u{A0}05 efter", "telefonnummer", "070-174  06\u{A0}05"),
    ("fo\u{308}re  070-174 06 05  efter  a\u{308}n", "efter än", "efter  a\u{308}n"),
    ("e\u{301}va@example.se", "[e-postadress borttagen]", "e\u{301}va@example.se"),
  ])
  func `A span leads back to what was sent`(_ value: String, _ part: String, _ expected: String) {
    #expect(bytes(original(value, part)) == bytes(expected))
  }

  @Test func `An empty span leads back to an empty span`() {
    let refined = Refined("a \u{AD} b")
    for place in 0...3 {
      #expect(refined.edits.originalRange(of: place..<place).isEmpty)
    }
  }

  @Test func `The edits of a value are in order and between them the texts are equal`() {
    var random = SeededGenerator(3)
    for _ in 0..<1500 {
      let value = RandomText.make(&random, pieces: RandomText.pieces + RandomText.personal)
      let refined = Refined(value)
      var original = 0
      var position = 0
      for edit in refined.edits.edits {
        let kept = edit.original.lowerBound - original
        #expect(kept >= 0 && edit.refined.lowerBound - position == kept)
        guard kept >= 0, edit.refined.lowerBound - position == kept else { return }
        #expect(
          bytes(value)[original..<original + kept]
            == bytes(refined.text)[position..<position + kept])
        original = edit.original.upperBound
        position = edit.refined.upperBound
      }
      #expect(bytes(value)[original...] == bytes(refined.text)[position...])
      for span in refined.spans {
        #expect(
          bytes(refined.text)[span.masked].elementsEqual(span.kind.replacement.utf8))
        #expect(refined.edits.originalRange(of: span.masked) == span.original)
      }
    }
  }

  /// What a quotation came from, refined by itself, is the quotation.
  @Test func `A span that is not masked leads back to bytes that refine to it`() {
    var random = SeededGenerator(5)
    var checked = 0
    for _ in 0..<1500 {
      let value = RandomText.make(&random, pieces: RandomText.pieces)
      let refined = Refined(value)
      let characters = Array(refined.text)
      guard characters.count > 1 else { continue }
      let lower = Int.random(in: 0..<characters.count, using: &random)
      let upper = Int.random(in: lower..<characters.count, using: &random) + 1
      let part = String(characters[lower..<upper])
      // White space at the ends of a value goes; a span of words has none.
      guard characters[lower].isWhitespace == false, characters[upper - 1].isWhitespace == false
      else { continue }
      // Nor is a joiner kept that joins nothing.
      guard let last = part.unicodeScalars.last, last != "\u{200C}", last != "\u{200D}"
      else { continue }
      let start = String(characters[..<lower]).utf8.count
      let back = refined.edits.originalRange(of: start..<start + part.utf8.count)
      let again = Refined(String(decoding: bytes(value)[back], as: UTF8.self)).text
      let isEqual = bytes(again) == bytes(part)
      #expect(
        isEqual, "\(value.debugDescription) \(part.debugDescription) \(again.debugDescription)")
      checked += 1
    }
    #expect(checked > 700)
  }
}
