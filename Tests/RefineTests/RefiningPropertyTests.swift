import DialogueModel
import Records
import Refine
import TestSupport
import Testing

/// What has to hold for any text.
@Suite struct RefiningPropertyTests {
  @Test(arguments: [1, 2, 3])
  func `Refining a refined text changes nothing`(_ seed: UInt64) {
    var random = SeededGenerator(seed)
    let pieces = [
      RandomText.pieces, RandomText.pieces + RandomText.personal, RandomText.signs,
    ][Int(seed) - 1]
    let refiner = TextRefiner()
    for _ in 0..<2500 {
      let value = RandomText.make(&random, pieces: pieces, upTo: 40)
      let once = Refined(value, by: refiner)
      let twice = Refined(once.text, by: refiner)
      let isEqual = bytes(twice.text) == bytes(once.text)
      #expect(isEqual, "\(value.debugDescription) \(once.text) \(twice.text)")
      #expect(twice.edits.isEmpty)
      #expect(twice.spans.isEmpty)
    }
  }

  @Test func `Any valid UTF-8 is refined, and folded as white space asks`() {
    var random = SeededGenerator(17)
    let refiner = TextRefiner()
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        let ceiling: UInt32 =
          [0x80, 0x100, 0x800, 0x3100, 0x11_0000].randomElement(using: &random) ?? 0
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<ceiling, using: &random)) {
          text.unicodeScalars.append(scalar)
        }
      }
      let once = Refined(text, by: refiner)
      #expect(bytes(Refined(once.text, by: refiner).text) == bytes(once.text))
      let result = bytes(once.text)
      #expect(String(validating: result, as: UTF8.self) != nil)
      #expect(result.first != 0x20 && result.last != 0x20)
      #expect(
        !zip(result, result.dropFirst()).contains { $0 == 0x20 && ($1 == 0x20 || $1 == 0x0A) })
      #expect(!result.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
    }
  }

  /// Long texts are looked through 32 bytes at a time and short ones are not, so each piece stands
  /// alone once and then at every place of a long text.
  @Test func `What is done to a piece of text does not depend on where it stands`() {
    var random = SeededGenerator(31)
    let refiner = TextRefiner()
    let pieces = RandomText.pieces + RandomText.personal
    let before = "Vägen till bron är för smal för bussen och för dem som går där nu"
    for _ in 0..<200 {
      let middle = "x" + RandomText.make(&random, pieces: pieces, upTo: 4) + "x"
      let alone = Refined(middle, by: refiner)
      for length in 0...before.count {
        let around = (before.prefix(length), before.suffix(before.count - length))
        let whole = Refined("\(around.0),\(middle),\(around.1)", by: refiner)
        let start = around.0.utf8.count + 1
        let edited = alone.edits.edits.map {
          $0.original.lowerBound + start..<$0.original.upperBound + start
        }
        guard bytes(whole.text) == bytes("\(around.0),\(alone.text),\(around.1)"),
          whole.edits.edits.map(\.original) == edited
        else {
          Issue.record("\(middle.debugDescription) after \(length): \(whole.text)")
          return
        }
      }
    }
  }

  /// With a blank before it, which is taken away, a value is none of the short ones that are looked
  /// at as one number.
  @Test func `A short answer is refined as any other is`() {
    var random = SeededGenerator(37)
    let words = EmptyAnswerWords(EmptyAnswerWords.standardWords + ["3", "99999", "999999", "A1b2"])
    let refiner = TextRefiner(emptyAnswers: words)
    let signs = Array("019aAfzZxXnN/:@[`{ -å").map(String.init)
    let values =
      EmptyAnswerWords.standardWords + (0...127).map { String(UnicodeScalar(UInt8($0))) }
      + ["Nej", "NEJ", "nejtack", "NejTacka", "123456", "12345678", "1234567a", "99999", "a1B2"]
      + (0..<20_000).map { _ in RandomText.make(&random, pieces: signs, upTo: 9) }
    for value in values {
      let short = Refined(value, by: refiner)
      let general = Refined(" " + value, by: refiner)
      if bytes(short.text) != bytes(general.text) || short.outcome != general.outcome
        || short.spans.count != general.spans.count
      {
        Issue.record("\(value.debugDescription): \(short) and not \(general)")
      }
    }
    #expect(Refined("99999", by: refiner).outcome == .empty(.word))
    #expect(Refined("3", by: refiner).outcome == .empty(.word))
    #expect(Refined("4", by: refiner).outcome == .text)
  }

  /// Promised is valid UTF-8; what is not must still neither trap nor read outside.
  @Test func `Bytes that are not UTF-8 do no harm`() {
    var random = SeededGenerator(23)
    let refiner = TextRefiner()
    for _ in 0..<3000 {
      let value = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      var column = ByteColumn()
      _ = value.withUnsafeBufferPointer { refiner.refine($0, into: &column) }
      column.close()
      #expect(column.count == 1)
    }
  }

  @Test func `What was masked is nowhere in the result`() {
    var random = SeededGenerator(29)
    let secrets = [
      "850412-9886", "19850412-9886", "070-174 06 05", "anna.exempel@example.se", "08-465 004 00",
    ]
    for _ in 0..<500 {
      guard let secret = secrets.randomElement(using: &random) else { continue }
      let before = RandomText.make(&random, pieces: RandomText.pieces)
      let after = RandomText.make(&random, pieces: RandomText.pieces)
      let refined = Refined("\(before) \(secret) \(after)")
      #expect(!refined.text.contains(secret))
      #expect(refined.spans.count == 1)
      #expect(refined.outcome == .text)
    }
  }

  @Test func `A refiner keeps nothing from the value before`() {
    let refiner = TextRefiner()
    let first = Refined("Ring  070-174 06 05", by: refiner)
    #expect(first.spans.count == 1)
    let second = Refined("Mer ljus", by: refiner)
    #expect(second.spans.isEmpty)
    #expect(second.edits.isEmpty)
    #expect(Refined("", by: refiner).outcome == .empty(.blank))
  }

  // What takes time with the square of the length takes many minutes here.
  @Test func `A text full of digits or of at signs is refined to its end`() {
    let values = [
      String(repeating: "0701 ", count: 3_000), String(repeating: "85 04 12 ", count: 1_500),
      String(repeating: "a@", count: 10_000), String(repeating: "a (at) ", count: 2_000),
      String(repeating: "0", count: 30_000), String(repeating: "070-174 06 05 ", count: 1_000),
      String(repeating: "\"", count: 20_000) + "@", String(repeating: "\u{200D}", count: 10_000),
    ]
    for value in values {
      #expect(Refined(Refined(value).text).text == Refined(value).text)
    }
  }
}
