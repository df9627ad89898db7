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

  private static func words(_ sentences: [Sentence]) -> String {
    sentences.map(words).joined(separator: " ").replacing("\u{A0}", with: " ")
  }

  private static func words(_ statement: RepresentationStatement) -> String {
    words(statement.sentences)
  }

  @Test func `every statement has an example, and says something`() {
    let places = StatementExample.all.map { StatementExample.place(of: $0.statement) }
    #expect(Set(places) == Set(0..<StatementExample.places))
    for example in StatementExample.all {
      #expect(!Self.words(example.statement).isEmpty, "\(example.when)")
    }
    let notes = NoteExample.all.map { NoteExample.place(of: $0.note) }
    #expect(Set(notes) == Set(0..<NoteExample.places))
    for example in NoteExample.all {
      #expect(!Self.words(example.note.sentences).isEmpty, "\(example.when)")
    }
  }

  @Test func `no sentence claims more than a comparison with lots can say`() {
    let forbidden = [
      "medborgarna tycker", "säkerställ", "signifikan", "bevis", "representativt för",
      "felmarginal", "konfidens", "±", "skillnaden är säker",
    ]
    let all =
      StatementExample.all.map(\.statement.sentences) + NoteExample.all.map(\.note.sentences)
    for sentences in all {
      let words = Self.words(sentences).lowercased()
      for word in forbidden { #expect(!words.contains(word), "\(words)") }
      // What inhabitants think is named only to say that nothing follows of it.
      if words.contains("tycker") {
        #expect(words.contains("säger inget om") || words.contains("visar inte vad"), "\(words)")
      }
    }
  }

  @Test func `running text begins with a capital or a number and ends with a stop`() {
    let statements = StatementExample.all.map { example -> (Bool, [Sentence]) in
      switch example.statement {
      case .absent, .mirror, .tipping, .holds, .because, .decidedAt, .knownNeeded, .withUnknown,
        .notCompared, .reach:
        (true, example.statement.sentences)
      default: (false, example.statement.sentences)
      }
    }
    let notes = NoteExample.all.filter { !$0.isLine }.map { (false, $0.note.sentences) }
    for (isLine, sentences) in statements + notes {
      for sentence in sentences {
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

      They come out of two types: `RepresentationStatement`, the running text, and
      `RepresentationNote`, what stands beside tables and charts; a test writes this page from them.
      None of them says what inhabitants think, none calls a difference certain of the population,
      and none has a ± figure. In brackets stands what the public edition says when a number that the
      sentence rests on is hidden; a dash says that the sentence is left out then.

      | When | What it says |
      |---|---|

      """
    for example in StatementExample.all {
      page += "| \(example.when) | \(Self.words(example.statement)) |\n"
    }
    page += "\n## Beside tables and charts\n\n| Where | What it says |\n|---|---|\n"
    for example in NoteExample.all {
      page += "| \(example.when) | \(Self.words(example.note.sentences)) |\n"
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
