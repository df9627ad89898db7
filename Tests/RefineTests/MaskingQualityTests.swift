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
