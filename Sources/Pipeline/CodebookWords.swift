import DialogueModel
import Tagging

/// What is wrong with a codebook, in words; terms are the codebook's own and may be named.
enum CodebookWords {
  static func summary(_ problem: CodebookProblem, _ codebook: Codebook) -> String {
    func name(_ index: Int?) -> String {
      guard let index, codebook.themes.indices.contains(index) else { return "the codebook" }
      return "theme \(codebook.themes[index].key)"
    }
    let theme = name(problem.theme)
    let text = problem.text.map { "\"\($0)\"" } ?? ""
    let other = problem.otherText.map { " \"\($0)\"" } ?? ""
    switch problem.kind {
    case .emptyTerm: return "\(theme) has a term without a letter or digit"
    case .notNormalised: return "\(theme): the term \(text) is not in Unicode form NFC"
    case .duplicateTerm: return "\(theme) has the term \(text) twice"
    case .termOfSeveralKinds: return "\(theme) has the term \(text) in lists of different kinds"
    case .sharedTerm: return "\(theme) and \(name(problem.otherTheme)) share the term \(text)"
    case .phraseAmongWords: return "\(theme): \(text) is a phrase in a list of single words"
    case .alwaysCancelled: return "\(theme): the term \(text) is always cancelled by\(other)"
    case .alwaysLoses: return "\(theme): the term \(text) always loses to the longer\(other)"
    case .themeIDTwice: return "two themes have the code \(text)"
    case .themeKeyTwice: return "two themes have the key \(text)"
    case .themeOutOfReach: return "\(theme) can never reach the threshold"
    case .missingWeight: return "the kind \(problem.termKind?.rawValue ?? "") has no weight"
    case .weightOutOfRange:
      return "the weight of \(problem.termKind?.rawValue ?? "") is out of range"
    case .thresholdOutOfRange: return "the threshold is below 1"
    case .noThemeAllowed: return "max_themes_per_viewpoint allows no theme"
    case .unusableInflection: return "the inflection \(text) has a character that no word has"
    }
  }
}
