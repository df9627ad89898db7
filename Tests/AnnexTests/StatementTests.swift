import Annex
import DialogueModel
import Foundation
import Testing

/// Every sentence on representation, one by one.
@Suite struct StatementTests {
  /// The words of a sentence with its numbers; behind a bar what is said when one is hidden.
  private static func words(_ sentence: Sentence) -> String {
    func plain(_ runs: [Inline]) -> String {
      runs.map { run in
        switch run {
        case .text(let words), .strong(let words), .code(let words), .link(let words, _): words
        case .icon(_, let words): words
        case .figure(let key, _): key
        case .number(let measure, let noun):
          [measure.value?.runningText, noun?.form(for: measure.value)].compactMap(\.self)
            .joined(separator: " ")
        }
      }.joined()
    }
    let said = plain(sentence.runs)
    guard let fallback = sentence.fallback else { return said }
    return said + (fallback.isEmpty ? " [– när ett tal är dolt]" : " [eller: \(plain(fallback))]")
  }

  private static func words(_ statement: RepresentationStatement) -> String {
    statement.sentences.map(words).joined(separator: " ").replacing("\u{A0}", with: " ")
  }

  @Test func `every statement has an example, and says something`() {
    let places = StatementExample.all.map { StatementExample.place(of: $0.statement) }
    #expect(Set(places) == Set(0..<StatementExample.places))
    for example in StatementExample.all {
      #expect(!Self.words(example.statement).isEmpty, "\(example.when)")
    }
  }

  @Test func `no sentence claims more than a comparison with lots can say`() {
    let forbidden = [
      "medborgarna tycker", "säkerställ", "signifikan", "bevis", "representativt för",
      "felmarginal", "konfidens", "±", "skillnaden är säker",
    ]
    for example in StatementExample.all {
      let words = Self.words(example.statement).lowercased()
      for word in forbidden { #expect(!words.contains(word), "\(words)") }
      // What inhabitants think is named only to say that nothing follows of it.
      if words.contains("tycker") {
        #expect(words.contains("säger inget om") || words.contains("visar inte vad"), "\(words)")
      }
    }
  }

  @Test func `running text begins with a capital or a number and ends with a stop`() {
    for example in StatementExample.all {
      let isLine: Bool =
        switch example.statement {
        case .absent, .mirror, .tipping, .holds, .because, .decidedAt, .knownNeeded, .withUnknown,
          .notCompared, .reach:
          true
        default: false
        }
      for sentence in example.statement.sentences {
        let words = Self.words(sentence).replacing("\u{A0}", with: " ")
          .split(separator: " [")[0]
        let first = words.first
        #expect(isLine ? first?.isLowercase == true : first?.isLowercase == false, "\(words)")
        #expect(words.hasSuffix(".") != isLine || words.hasSuffix("?"), "\(words)")
      }
    }
  }

  /// With `RECORD_SNAPSHOTS=1` the page is written instead.
  @Test func `the page Sentences has every sentence`() throws {
    var page = """
      # Sentences

      Every sentence on representation that the annex can print, with an example.

      ## Overview

      They all come out of one type, `RepresentationStatement`; a test writes this page from it. None
      of them says what inhabitants think, none calls a difference certain of the population, and
      none has a ± figure. In brackets stands what the public edition says when a number that the
      sentence rests on is hidden; a dash says that the sentence is left out then.

      | When | What it says |
      |---|---|

      """
    for example in StatementExample.all {
      page += "| \(example.when) | \(Self.words(example.statement)) |\n"
    }
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Pipeline/Documentation.docc/Sentences.md")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(page.utf8).write(to: file)
      Issue.record("recorded the page; look at it")
    } else {
      let written = try String(contentsOf: file, encoding: .utf8)
      let isSame = written == page
      #expect(isSame, "the page Sentences is not what the sentences are")
    }
  }
}
