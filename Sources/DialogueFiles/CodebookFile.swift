import DialogueModel

/// A codebook file (*kodbok*): the themes and the words that suggest them.
public struct CodebookFile: Sendable, Equatable {
  /// The codebook.
  public var codebook: Codebook
  /// The line of every theme, by key.
  public var lines: [String: Int]

  /// The keys that the file may have, by block.
  ///
  /// `normalise` and `rs_block` are for the reader: the first says in words what the program
  /// always does, the second where the theme stands in the municipal accounts.
  public static let keys: [String: [String]] = [
    "": ["codebook"],
    "codebook": ["id", "version", "status", "language", "matching", "themes"],
    "codebook.matching": [
      "normalise", "inflections", "drop_final_vowel", "weights", "threshold",
      "max_themes_per_viewpoint",
    ],
    "codebook.matching.weights": ["fras", "led", "slut", "ord", "svag"],
    "codebook.themes[]": [
      "id", "key", "label", "summary", "responsible", "rs_block", "fras", "led", "slut", "ord",
      "svag", "inte",
    ],
  ]

  /// Reads a codebook.
  public static func load(text: String, file: String) -> (CodebookFile?, [Finding]) {
    YAMLFile.read(text, file: file, title: "the codebook", keys: keys[""] ?? []) { root in
      guard root.require("codebook"),
        let part = root.block("codebook", keys: keys["codebook"] ?? [])
      else { return nil }
      return read(part)
    }
  }

  private static func read(_ part: YAMLBlock) -> CodebookFile? {
    let id = part.identifier("id")
    let version = part.requiredString("version")
    let status = part.requiredString("status")
    let language = part.requiredString("language")
    let matching = part.require("matching") ? matching(part) : nil
    let blocks =
      part.require("themes") ? part.blocks("themes", keys: keys["codebook.themes[]"] ?? []) : []
    _ = blocks.unique("id")
    _ = blocks.unique("key")
    var themes: [Theme] = []
    var lines: [String: Int] = [:]
    for block in blocks {
      guard let theme = theme(block) else { continue }
      themes.append(theme)
      lines[theme.key] = block.line
    }
    if part.has("themes"), blocks.isEmpty {
      part.invalid("themes", "names no theme", remedy: "Add a theme with id, key and label.")
    }
    guard let id, let version, let status, let language, let matching, !themes.isEmpty else {
      return nil
    }
    return CodebookFile(
      codebook: Codebook(
        id: id, version: version, status: status, language: language, matching: matching,
        themes: themes),
      lines: lines)
  }

  private static func matching(_ part: YAMLBlock) -> CodebookMatching? {
    guard let part = part.block("matching", keys: keys["codebook.matching"] ?? []) else {
      return nil
    }
    _ = part.strings("normalise")
    let inflections = part.require("inflections") ? part.strings("inflections") : []
    let dropsFinalVowel = part.bool("drop_final_vowel") ?? false
    let threshold = part.require("threshold") ? part.int("threshold", in: 1...100) : nil
    let most =
      part.require("max_themes_per_viewpoint")
      ? part.int("max_themes_per_viewpoint", in: 1...50) : nil
    var weights: [TermKind: Int] = [:]
    if part.require("weights"),
      let inner = part.block("weights", keys: keys["codebook.matching.weights"] ?? [])
    {
      for kind in TermKind.allCases where kind != .inte {
        if inner.require(kind.rawValue) {
          weights[kind] = inner.int(kind.rawValue, in: 0...100)
        }
      }
    }
    if !inflections.isEmpty, !inflections.contains("") {
      part.invalid(
        "inflections", "has no empty ending",
        consequence: "Words without an ending would never match.",
        remedy: "Add \"\" to the list.")
    }
    guard let threshold, let most else { return nil }
    return CodebookMatching(
      inflections: inflections, weights: weights, threshold: threshold, maximumThemes: most,
      dropsFinalVowel: dropsFinalVowel)
  }

  private static func theme(_ part: YAMLBlock) -> Theme? {
    let id = part.requiredString("id")
    let key = part.identifier("key")
    let label = part.requiredString("label")
    _ = part.string("rs_block")
    let summary = part.string("summary")
    let responsible = part.string("responsible")
    let terms = TermReader(part: part).read()
    guard let id, let key, let label else { return nil }
    return Theme(
      id: id, key: key, label: label, summary: summary, responsible: responsible, terms: terms)
  }
}
