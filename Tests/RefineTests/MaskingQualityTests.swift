import DialogueModel
import Refine
import Testing

/// Recall and precision over the labelled sentences, and each sentence by itself.
@Suite struct MaskingQualityTests {
  @Test(arguments: ["personalNumbers", "emails", "phones", "plain", "heldOut"])
  func `Each labelled sentence gives its spans and no others`(_ section: String) {
    let masker = PersonalDataMasker()
    for marked in LabelledSentences.sections[section] ?? [] {
      let sentence = Labelled(marked)
      let masked = masker.mask(sentence.text)
      let found = masked.spans.map {
        Labelled.Span(label: $0.kind.label, range: $0.original)
      }
      #expect(
        found == sentence.spans, "\(marked) \(masked.text) \(masked.spans.map(\.rule.rawValue))")
    }
  }

  /// The refiner asks the masker only about values that show signs of personal data.
  @Test func `The refiner masks in each labelled sentence what the masker finds`() {
    let refiner = TextRefiner()
    for marked in LabelledSentences.all {
      let text = Labelled(marked).text
      let expected = PersonalDataMasker().mask(Refined(text, by: refiner).text).spans
      #expect(expected.isEmpty, "\(marked)")
      let found = Refined(text, by: refiner).spans.map(\.rule)
      #expect(found == PersonalDataMasker().mask(text).spans.map(\.rule), "\(marked)")
    }
    // The least that each kind can be.
    for (text, count) in [
      ("000101T220", 1), ("000101-T220", 1), ("a@b.se", 1), ("a(at)b.se", 1), ("a (a) b.se", 0),
      ("08465004", 1), ("0980-31920", 1), ("٠٧٠١٧٤٠٦٠٥", 1), ("a[at]b.se", 1), ("a{at}b.se", 1),
      ("a<at>b.se", 1), ("a(\u{A0}at\u{A0})b.se", 1), ("a(@)b.se", 1), ("a(snabel-a)b.se", 1),
    ] {
      #expect(Refined(text).spans.count == count, "\(text)")
      #expect(PersonalDataMasker().mask(text).spans.count == count, "\(text)")
    }
  }

  /// Folding makes some characters blanks and takes others away, and then an address or a number can
  /// be there that was not before.
  @Test func `No character within an address or a number hides it from the refiner`() {
    let refiner = TextRefiner()
    var masked = 0
    for code in UInt32(0)...0x3001 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let c = String(Character(scalar))
      for text in [
        "anna(\(c)at\(c))example.se", "anna [\(c)at] example.se", "anna <\(c)@>example.se",
        "ring 070\(c)174\(c)06\(c)05 nu", "000101\(c)T220",
      ] {
        let refined = Refined(text, by: refiner)
        let left = PersonalDataMasker().mask(refined.text).spans
        #expect(left.isEmpty, "U+\(String(code, radix: 16)) in \(text.debugDescription)")
        masked += refined.spans.count
      }
    }
    #expect(masked > 500, "\(masked)")
  }

  @Test func `The labelled set is as large as was asked for`() {
    func count(_ labels: Set<Character>) -> Int {
      LabelledSentences.all.flatMap { Labelled($0).spans }.filter { labels.contains($0.label) }
        .count
    }
    #expect(count(["p", "c", "i"]) >= 60)
    #expect(count(["e"]) >= 30)
    #expect(count(["t"]) >= 60)
    #expect(LabelledSentences.plain.count >= 170)
    #expect(LabelledSentences.plain.allSatisfy { Labelled($0).spans.isEmpty })
    #expect(Set(LabelledSentences.all).count == LabelledSentences.all.count)
  }

  /// The limits are those of the document on quality: recall of personal identity numbers 1.00,
  /// of e-mail addresses 0.995, of telephone numbers 0.98; precision of the first 0.90.
  @Test(
    arguments: [
      (["p", "c"], 1.0, 0.90), (["p", "c", "i"], 1.0, 0.90), (["e"], 0.995, 0.90),
      (["t"], 0.98, 0.90),
    ] as [(Set<Character>, Double, Double)])
  func `Recall and precision are within the limits`(
    _ labels: Set<Character>, _ recall: Double, _ precision: Double
  ) {
    let masker = PersonalDataMasker()
    var found = 0
    var expected = 0
    var masked = 0
    for marked in LabelledSentences.all {
      let sentence = Labelled(marked)
      let spans = masker.mask(sentence.text).spans.filter { labels.contains($0.kind.label) }
      let wanted = sentence.spans.filter { labels.contains($0.label) }
      expected += wanted.count
      masked += spans.count
      // Found is what is covered to its last byte: half a number masked is a number shown.
      found += wanted.count { wanted in
        spans.contains {
          $0.original.lowerBound <= wanted.range.lowerBound
            && $0.original.upperBound >= wanted.range.upperBound
        }
      }
    }
    let row =
      "\(labels.sorted()): \(expected) marked, \(found) found, \(masked) masked, "
      + "recall \(Double(found) / Double(expected)), precision \(Double(found) / Double(masked))"
    print(row)
    #expect(Double(found) >= recall * Double(expected), "\(row)")
    #expect(Double(found) >= precision * Double(masked), "\(row)")
  }
}
