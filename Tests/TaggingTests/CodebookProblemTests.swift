import DialogueModel
import Tagging
import Testing

struct CodebookProblemTests {
  private func problems(_ codebook: Codebook) -> [String] {
    CodebookIndex(codebook).problems.map { problem in
      [
        problem.kind.rawValue, problem.theme.map(String.init),
        problem.otherTheme.map { "(\($0))" }, problem.termKind?.rawValue, problem.text,
        problem.otherText.map { "< \($0)" },
      ].compactMap(\.self).joined(separator: " ")
    }
  }

  @Test func `A sound codebook has no problems`() {
    #expect(problems(codebook([.ord: ["skola"], .svag: ["klass"], .inte: ["ridskola"]])) == [])
  }

  @Test(
    arguments: [
      ([.ord: ["skola", "", " - "]], ["emptyTerm 0 ord ", "emptyTerm 0 ord -"]),
      ([.ord: ["a\u{30A}"]], ["notNormalised 0 ord a\u{30A}"]),
      ([.ord: ["skola", "Skola"]], ["duplicateTerm 0 ord Skola"]),
      ([.led: ["skola"], .ord: ["skola"]], ["termOfSeveralKinds 0 ord skola"]),
      ([.ord: ["öppen förskola"]], ["phraseAmongWords 0 ord öppen förskola"]),
      ([.ord: ["skola", "väg"], .inte: ["väg"]], ["alwaysCancelled 0 ord väg"]),
      ([.fras: ["på väg hem"], .inte: ["på väg"]], ["alwaysCancelled 0 fras på väg hem"]),
      ([.led: ["väg"], .inte: ["väg"]], []),
      ([.svag: ["bil"]], ["themeOutOfReach 0 a"]),
      ([:], ["themeOutOfReach 0 a"]),
    ] as [([TermKind: [String]], [String])])
  func `A problem with a theme's terms is named`(
    terms: [TermKind: [String]], expected: [String]
  ) {
    #expect(problems(codebook(terms)) == expected)
  }

  @Test func `A term in two themes is a note`() {
    let book = codebook([("a", [.ord: ["Buss"]]), ("b", [.led: ["buss"]])])
    #expect(problems(book) == ["sharedTerm 1 (0) led buss < Buss"])
    #expect(CodebookIndex(book).problems.map(\.severity) == [.note])
  }

  @Test func `A term that always loses is named with the one it loses to`() {
    let book = codebook([
      ("a", [.fras: ["gång och cykelväg"]]), ("b", [.fras: ["gång- och cykelväg"]]),
    ])
    #expect(
      problems(book).contains("alwaysLoses 0 (1) fras gång och cykelväg < gång- och cykelväg"))
  }

  @Test func `Codes and keys that occur twice are named`() {
    var book = codebook([("a", [.ord: ["al"]]), ("a", [.ord: ["ek"]])])
    book.themes[1].id = book.themes[0].id
    #expect(problems(book) == ["themeIDTwice 1 (0) T1", "themeKeyTwice 1 (0) a"])
  }

  @Test func `Rules that cannot work are named`() {
    var book = codebook(
      [("a", [.ord: ["al"], .svag: ["ek"]])], inflections: ["", "en", "-n", "N x"])
    book.matching.weights = [.ord: 0, .led: 2_000_000]
    book.matching.threshold = 0
    book.matching.maximumThemes = 0
    #expect(
      problems(book) == [
        "thresholdOutOfRange", "noThemeAllowed", "weightOutOfRange led", "weightOutOfRange ord",
        "missingWeight svag", "unusableInflection -n", "unusableInflection N x",
        "themeOutOfReach 0 a",
      ])
    #expect(ThemeTagger(CodebookIndex(book)).tag("al ek").isEmpty)
  }

  @Test func `Every kind of problem has a severity and only notes are harmless`() {
    let notes: Set<CodebookProblem.Kind> = [.sharedTerm, .phraseAmongWords, .termOfSeveralKinds]
    let books = [
      codebook([("a", [.ord: ["x y", "al"], .led: ["al"]]), ("b", [.ord: ["al", "al", ""]])])
    ]
    for problem in books.flatMap({ CodebookIndex($0).problems }) {
      #expect((problem.severity == .note) == notes.contains(problem.kind))
    }
  }

  @Test func `Terms are numbered by theme, kind and place`() {
    let index = CodebookIndex(
      codebook([("a", [.ord: ["b", " c  d "], .fras: ["e f"]]), ("g", [.inte: ["håå"]])]))
    #expect(index.terms.map(\.text) == ["e f", "b", "c d", "håå"])
    #expect(index.terms.map(\.number) == [0, 1, 2, 3])
    #expect(index.terms.map(\.theme) == [0, 0, 0, 1])
    #expect(index.terms.map(\.length) == [3, 1, 3, 3])
    #expect(index.term(4) == nil && index.term(-1) == nil && index.theme(2) == nil)
    #expect(index.term(3)?.kind == .inte && index.theme(1)?.key == "g")
  }
}
