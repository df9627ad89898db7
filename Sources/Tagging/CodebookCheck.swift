import DialogueModel

/// Looks for what is wrong with a codebook, in the codebook's order.
struct CodebookCheck {
  private let codebook: Codebook
  private let tables: MatchTables
  private var problems: [CodebookProblem] = []

  /// The problems of a codebook.
  static func problems(of codebook: Codebook, tables: MatchTables) -> [CodebookProblem] {
    var check = CodebookCheck(codebook: codebook, tables: tables)
    check.checkMatching()
    check.checkThemes()
    check.checkTerms()
    check.checkRepetitions()
    check.checkOutcomes()
    return check.problems
  }

  private init(codebook: Codebook, tables: MatchTables) {
    self.codebook = codebook
    self.tables = tables
  }

  private mutating func checkMatching() {
    let matching = codebook.matching
    if matching.threshold < 1 { problems.append(CodebookProblem(.thresholdOutOfRange)) }
    if matching.maximumThemes < 1 { problems.append(CodebookProblem(.noThemeAllowed)) }
    for kind in TermKind.allCases where kind != .inte {
      if let weight = matching.weights[kind] {
        if !(1...MatchTables.largestWeight).contains(weight) {
          problems.append(CodebookProblem(.weightOutOfRange, termKind: kind))
        }
      } else if tables.terms.contains(where: { $0.kind == kind }) {
        problems.append(CodebookProblem(.missingWeight, termKind: kind))
      }
    }
    for inflection in matching.inflections where !inflection.isEmpty {
      let words = TextScanner.words(of: inflection)
      if words.count != 1 || words[0] != TextScanner.folded(inflection) {
        problems.append(CodebookProblem(.unusableInflection, text: inflection))
      }
    }
  }

  private mutating func checkThemes() {
    var ids: [String: Int] = [:]
    var keys: [String: Int] = [:]
    for (number, theme) in codebook.themes.enumerated() {
      if let other = ids.updateValue(number, forKey: theme.id) {
        problems.append(
          CodebookProblem(.themeIDTwice, theme: number, otherTheme: other, text: theme.id))
      }
      if let other = keys.updateValue(number, forKey: theme.key) {
        problems.append(
          CodebookProblem(.themeKeyTwice, theme: number, otherTheme: other, text: theme.key))
      }
      if highestScore(of: number) < max(codebook.matching.threshold, 1) {
        problems.append(CodebookProblem(.themeOutOfReach, theme: number, text: theme.key))
      }
    }
  }

  /// The score of a text that has every term of a theme.
  private func highestScore(of theme: Int) -> Int {
    var weights: [UInt32: Int] = [:]
    var strong = 0
    for term in tables.terms
    where term.theme == theme && term.kind != .inte && !tables.words[term.number].isEmpty {
      let fact = tables.facts[term.number]
      weights[fact.identity] = max(weights[fact.identity] ?? 0, fact.weight)
      if term.kind != .svag { strong = max(strong, fact.weight) }
    }
    return weights.count > 1 ? weights.values.reduce(0, +) : strong
  }

  private mutating func checkTerms() {
    for term in tables.terms {
      if tables.words[term.number].isEmpty { report(.emptyTerm, term) }
      var text = term.text
      text.makeContiguousUTF8()
      var span = text.utf8Span
      if !span.checkForNFC(quickCheck: false) { report(.notNormalised, term) }
      if tables.words[term.number].count > 1, [.led, .slut, .ord].contains(term.kind) {
        report(.phraseAmongWords, term)
      }
    }
  }

  private mutating func checkRepetitions() {
    struct Use: Hashable {
      var words: [[UInt8]]
      var cancels: Bool
    }
    var uses: [Use: [CodebookTerm]] = [:]
    for term in tables.terms where !tables.words[term.number].isEmpty {
      let use = Use(words: tables.words[term.number], cancels: term.kind == .inte)
      let earlier = uses[use, default: []]
      if earlier.contains(where: { $0.theme == term.theme && $0.kind == term.kind }) {
        report(.duplicateTerm, term)
      } else if earlier.contains(where: { $0.theme == term.theme }) {
        report(.termOfSeveralKinds, term)
      } else if let other = earlier.first, term.kind != .inte {
        report(.sharedTerm, term, other: other)
      }
      uses[use] = earlier + [term]
    }
  }

  /// Tags each term's own text and sees whether the term comes through.
  ///
  /// A `led` or `slut` term is left out: cancelling the bare word leaves its compounds.
  private mutating func checkOutcomes() {
    var engine = TaggingEngine(tables, FormMemo(limit: 1 << 12))
    for term in tables.terms
    where [.fras, .ord, .svag].contains(term.kind) && !tables.words[term.number].isEmpty {
      let identity = tables.facts[term.number].identity
      let stages = Array(term.text.utf8).withUnsafeBufferPointer { engine.stages($0) }
      func has(_ terms: [Int]) -> Bool {
        terms.contains { tables.facts[$0].identity == identity }
      }
      if has(stages.found), !has(stages.notCancelled) {
        report(.alwaysCancelled, term)
      } else if has(stages.notCancelled), !has(stages.kept), let winner = stages.kept.first {
        report(.alwaysLoses, term, other: tables.terms[winner])
      }
    }
  }

  private mutating func report(
    _ kind: CodebookProblem.Kind, _ term: CodebookTerm, other: CodebookTerm? = nil
  ) {
    problems.append(
      CodebookProblem(
        kind, theme: term.theme, otherTheme: other?.theme, termKind: term.kind, text: term.text,
        otherText: other?.text))
  }
}
