import DialogueModel
import Tagging

/// The endings and weights of the base codebook.
let baseInflections = [
  "", "s", "a", "an", "ans", "as", "ar", "arna", "arnas", "ars", "e", "en", "ens", "er", "erna",
  "ernas", "ers", "es", "et", "ets", "n", "na", "nas", "ns", "or", "orna", "ornas", "t", "ts",
]
let baseWeights: [TermKind: Int] = [.fras: 3, .led: 2, .slut: 2, .ord: 2, .svag: 1]

/// A codebook of themes given by their keys and terms.
func codebook(
  _ themes: [(key: String, terms: [TermKind: [String]])],
  inflections: [String] = baseInflections, weights: [TermKind: Int] = baseWeights,
  threshold: Int = 1, maximumThemes: Int = 9, dropsFinalVowel: Bool = false
) -> Codebook {
  Codebook(
    id: "test", version: "1", status: "förslag", language: "sv",
    matching: CodebookMatching(
      inflections: inflections, weights: weights, threshold: threshold,
      maximumThemes: maximumThemes, dropsFinalVowel: dropsFinalVowel),
    themes: themes.enumerated().map { number, theme in
      Theme(id: "T\(number + 1)", key: theme.key, label: theme.key, terms: theme.terms)
    })
}

/// A codebook with one theme.
func codebook(_ terms: [TermKind: [String]], dropsFinalVowel: Bool = false) -> Codebook {
  codebook([("a", terms)], dropsFinalVowel: dropsFinalVowel)
}

extension ThemeTagger {
  /// The result in words: `key score: kind term "evidence", …` for each theme.
  func describe(_ text: String) -> [String] {
    let result = tag(text)
    return result.themes.map { theme in
      let evidence = result.evidence(for: theme).map { hit in
        let words = String(decoding: Array(text.utf8)[hit.start..<hit.end], as: UTF8.self)
        return "\(hit.kind) \(index.term(hit.term)?.text ?? "?") \"\(words)\""
      }
      let key = index.theme(theme.theme)?.key ?? "?"
      return "\(key) \(theme.score): \(evidence.joined(separator: ", "))"
    }
  }
}

/// What tagging a text with a codebook finds, in words.
func found(_ text: String, _ codebook: Codebook) -> [String] {
  ThemeTagger(CodebookIndex(codebook)).describe(text)
}

/// The evidence for the first theme, in words, or nothing.
func evidence(_ text: String, _ terms: [TermKind: [String]], dropsFinalVowel: Bool = false)
  -> String
{
  let first = found(text, codebook(terms, dropsFinalVowel: dropsFinalVowel)).first ?? ""
  return first.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
}
