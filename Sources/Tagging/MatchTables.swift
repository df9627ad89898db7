import DialogueModel

/// A codebook in the form that matching needs.
struct MatchTables: Sendable {
  /// What choosing between hits needs to know about a term.
  struct TermFacts: Sendable {
    var theme: UInt32
    /// The same number for the terms of a theme that have the same words.
    var identity: UInt32
    /// The length in code points.
    var length: UInt32
    /// The order among terms of equal length: theme, heavier kind, kind, number.
    var rank: UInt32
    var weight: Int
    var kind: TermKind
  }

  /// The largest weight that counts as such; larger ones count as this.
  static let largestWeight = 1_000_000

  private(set) var terms: [CodebookTerm] = []
  private(set) var facts: [TermFacts] = []
  /// The folded words of each term.
  private(set) var words: [[[UInt8]]] = []
  private(set) var identityCount = 0
  private(set) var phraseWordCount = 0
  let themeCount: Int
  let threshold: Int
  let maximumThemes: Int
  /// Single words by their beginning, and the words of phrases.
  private(set) var forms: ByteTrie
  /// Compound heads by their end, with their bytes in reverse.
  private(set) var heads: ByteTrie
  private(set) var phrases: PhraseTrie
  /// The codebook's endings with their bytes in reverse.
  private var endings: ByteTrie

  init(_ codebook: Codebook) {
    themeCount = codebook.themes.count
    threshold = codebook.matching.threshold
    maximumThemes = codebook.matching.maximumThemes
    forms = ByteTrie([])
    heads = ByteTrie([])
    phrases = PhraseTrie([], wordCount: 0)
    // The empty ending always is one of them, whether the codebook lists it or not.
    let folded = codebook.matching.inflections.map { TextScanner.folded($0) }
    endings = ByteTrie(
      (folded + [[]]).map { ($0.reversed(), ByteTrie.Entry(kind: .whole, id: 0)) })
    collectTerms(codebook)
    buildTries(dropsFinalVowel: codebook.matching.dropsFinalVowel)
  }

  /// Finds the offsets at which one of the endings, the empty one included, begins and goes on to
  /// the end of a form.
  func findEndings(of form: [UInt8], into offsets: inout [Int]) {
    offsets.removeAll(keepingCapacity: true)
    offsets.append(form.count)
    var node = ByteTrie.root
    for offset in form.indices.reversed() {
      node = endings.child(of: node, by: form[offset])
      if node == ByteTrie.root { return }
      if !endings.entries(of: node).isEmpty { offsets.append(offset) }
    }
  }

  /// Whether the ending that begins at an offset can stand after a word that has lost its final
  /// vowel.
  static func isVowel(_ form: [UInt8], at offset: Int) -> Bool {
    guard offset < form.count else { return false }
    switch form[offset] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      return true
    case 0xC3 where offset + 1 < form.count:
      return [0xA4, 0xA5, 0xB6].contains(form[offset + 1])  // ä å ö
    default: return false
    }
  }

  private mutating func collectTerms(_ codebook: Codebook) {
    var identities: [[[UInt8]]: UInt32] = [:]
    for (theme, content) in codebook.themes.enumerated() {
      identities.removeAll(keepingCapacity: true)
      for kind in TermKind.allCases {
        let weight = max(codebook.matching.weights[kind] ?? 0, 0)
        for written in content.terms[kind] ?? [] {
          let text = Self.tidied(written)
          let termWords = TextScanner.words(of: text)
          let next = UInt32(identityCount)
          let identity = identities[termWords, default: next]
          if identity == next {
            identities[termWords] = identity
            identityCount += 1
          }
          let length = text.unicodeScalars.count
          terms.append(
            CodebookTerm(
              number: terms.count, theme: theme, kind: kind, text: text, length: length))
          facts.append(
            TermFacts(
              theme: UInt32(theme), identity: identity, length: UInt32(length), rank: 0,
              weight: min(weight, Self.largestWeight), kind: kind))
          words.append(termWords)
        }
      }
    }
    // Terms are numbered by theme, kind and place already, and the sort is stable.
    let order = facts.indices.sorted {
      (facts[$0].theme, -facts[$0].weight, $0) < (facts[$1].theme, -facts[$1].weight, $1)
    }
    for (rank, number) in order.enumerated() { facts[number].rank = UInt32(rank) }
  }

  private mutating func buildTries(dropsFinalVowel: Bool) {
    var formWords: [([UInt8], ByteTrie.Entry)] = []
    var headWords: [([UInt8], ByteTrie.Entry)] = []
    var phraseList: [(words: [UInt32], term: UInt32)] = []
    var phraseWords: [[UInt8]: UInt32] = [:]
    for term in terms {
      let id = UInt32(term.number)
      let termWords = words[term.number]
      if termWords.count > 1 {
        let numbers = termWords.map { word in
          let next = UInt32(phraseWords.count)
          let number = phraseWords[word, default: next]
          phraseWords[word] = number
          return number
        }
        phraseList.append((numbers, id))
        continue
      }
      guard let word = termWords.first else { continue }
      if term.kind == .led {
        formWords.append((word, ByteTrie.Entry(kind: .beginning, id: id)))
        continue
      }
      var entries = [(word, ByteTrie.Entry(kind: .whole, id: id))]
      if dropsFinalVowel, let stem = Self.withoutFinalVowel(word) {
        entries.append((stem, ByteTrie.Entry(kind: .wholeWithoutVowel, id: id)))
      }
      if term.kind == .slut { headWords += entries } else { formWords += entries }
    }
    for (word, number) in phraseWords {
      formWords.append((word, ByteTrie.Entry(kind: .phraseWord, id: number)))
      if dropsFinalVowel, let stem = Self.withoutFinalVowel(word) {
        formWords.append((stem, ByteTrie.Entry(kind: .phraseWordWithoutVowel, id: number)))
      }
    }
    phraseWordCount = phraseWords.count
    let kinds = terms.map(\.kind)
    forms = ByteTrie(formWords) { entry in
      entry.kind == .beginning || entry.kind == .whole && kinds[Int(entry.id)] == .ord
    }
    heads = ByteTrie(headWords.map { ($0.0.reversed(), $0.1) })
    phrases = PhraseTrie(phraseList, wordCount: phraseWordCount)
  }

  /// A word without its last letter if that is *a* or *e* and something is left.
  private static func withoutFinalVowel(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > 1, let last = word.last,
      last == UInt8(ascii: "a") || last == UInt8(ascii: "e")
    else { return nil }
    return word.dropLast()
  }

  private static func tidied(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
