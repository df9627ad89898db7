import DialogueModel
import Foundation
import Tagging
import TestSupport
import Testing

/// The tagger against the plain statement of the rules, on random texts.
struct ReferenceTests {
  /// Texts per seed; `TAGGING_TEXTS` raises it for a long run.
  static let textCount =
    ProcessInfo.processInfo.environment["TAGGING_TEXTS"].flatMap { Int($0) } ?? 160

  static let swedish = codebook(
    [
      (
        "forskola",
        [
          .led: ["förskol", "dagis"], .ord: ["förskola", "bo kvar"],
          .fras: ["öppen förskola", "kö till förskola"], .svag: ["avdelning", "hämtning"],
          .inte: ["förskoleklass"],
        ]
      ),
      (
        "skola",
        [
          .led: ["förskoleklass", "skolskjuts", "skol"], .ord: ["skola", "skolskjuts", "elev"],
          .slut: ["klass"], .fras: ["skolan i byn"], .svag: ["klass", "stöd i skolan"],
          .inte: ["på väg", "körskola"],
        ]
      ),
      (
        "cykel",
        [
          .led: ["cykelväg", "gc-väg"], .ord: ["cykel", "cykla", "närtrafik"],
          .slut: ["väg", "cykel"],
          .fras: ["gång- och cykelväg", "cykla till skolan"], .svag: ["gå", "på"],
          .inte: ["motorcykel", "cykel stöld"],
        ]
      ),
      (
        "service",
        [
          .led: ["e-tjänst", "parkering"], .ord: ["sfi", "va-taxa", "park", "väg", "it"],
          .fras: ["skola", "hela kommunen ska leva", "på väg till"], .svag: ["elev", "väg"],
          .inte: ["parkeringstillstånd", "väg till"],
        ]
      ),
    ],
    threshold: 2, maximumThemes: 3)

  /// A codebook of few letters, in which nearly everything overlaps nearly everything.
  static func dense(seed: UInt64) -> Codebook {
    var generator = SeededGenerator(seed)
    func word() -> String {
      (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        ["a", "b", "å", "ab", "b-a", "e"].randomElement(using: &generator) ?? ""
      }.joined()
    }
    return codebook(
      (0..<4).map { number in
        var terms: [TermKind: [String]] = [:]
        for kind in TermKind.allCases {
          terms[kind] = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            (0..<[1, 1, 2, 3][Int.random(in: 0..<4, using: &generator)])
              .map { _ in word() }.joined(separator: " ")
          }
        }
        return ("theme \(number)", terms)
      },
      inflections: ["", "a", "b", "å", "en"],
      weights: [.fras: 2, .led: 1, .slut: 3, .ord: 2, .svag: 1],
      threshold: Int.random(in: 1...3, using: &generator),
      maximumThemes: Int.random(in: 1...4, using: &generator),
      dropsFinalVowel: Bool.random(using: &generator))
  }

  private func check(_ codebook: Codebook, seed: UInt64, count: Int) {
    let reference = ReferenceTagger(codebook)
    let index = CodebookIndex(codebook)
    let tagger = ThemeTagger(index)
    let forgetful = ThemeTagger(TaggerMemory(index, limit: 16))
    var texts = RandomTexts(codebook, seed: seed)
    var suggestionCount = 0
    for _ in 0..<count {
      let text = texts.next()
      let result = tagger.tag(text)
      let expected = reference.tag(text)
      #expect(suggestions(result) == expected, "\(text.debugDescription)")
      #expect(forgetful.tag(text) == result, "\(text.debugDescription)")
      suggestionCount += expected.count
    }
    // Texts without any theme would compare nothing.
    #expect(suggestionCount > count / 4)
  }

  private func suggestions(_ result: TagResult) -> [ReferenceTagger.Suggestion] {
    result.themes.map { theme in
      ReferenceTagger.Suggestion(
        theme: theme.theme, score: theme.score,
        hits: result.evidence(for: theme).map {
          ReferenceTagger.Hit(start: $0.start, end: $0.end, term: $0.term, kind: $0.kind)
        })
    }
  }

  @Test(arguments: [false, true], 1...2 as ClosedRange<UInt64>)
  func `A Swedish codebook gives what the plain rules give`(
    dropsFinalVowel: Bool, seed: UInt64
  ) {
    var codebook = Self.swedish
    codebook.matching.dropsFinalVowel = dropsFinalVowel
    check(codebook, seed: seed, count: Self.textCount)
  }

  @Test(arguments: 1...16 as ClosedRange<UInt64>)
  func `A codebook in which all overlaps gives what the plain rules give`(seed: UInt64) {
    check(Self.dense(seed: seed), seed: seed, count: Self.textCount / 8)
  }

  @Test func `Splitting the work over two taggers changes nothing`() {
    let index = CodebookIndex(Self.swedish)
    var texts = RandomTexts(Self.swedish, seed: 7)
    let all = (0..<400).map { _ in texts.next() }
    let one = ThemeTagger(index)
    let two = [ThemeTagger(index), ThemeTagger(TaggerMemory(index, limit: 64))]
    let together = all.map { one.tag($0) }
    let shared = all.enumerated().map { two[$0.offset % 2].tag($0.element) }
    #expect(shared == together)
    #expect(all.reversed().map { one.tag($0) } == together.reversed())
    #expect(together.contains { !$0.isEmpty })
  }
}
