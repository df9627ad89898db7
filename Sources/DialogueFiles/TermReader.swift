import DialogueModel

/// Reads the terms of a theme, and finds those that can never count.
struct TermReader {
  let part: YAMLBlock

  func read() -> [TermKind: [String]] {
    var terms: [TermKind: [String]] = [:]
    var hits = Set<String>()
    for kind in TermKind.allCases {
      var list: [String] = []
      var seen = Set<String>()
      for item in part.items(kind.rawValue) {
        if let problem = problem(item.text, kind, seen) {
          warn(kind, item.line, problem.summary, problem.remedy)
          if item.text.isEmpty || seen.contains(item.text.lowercased()) { continue }
        }
        seen.insert(item.text.lowercased())
        list.append(item.text)
      }
      if kind != .inte { hits.formUnion(seen) }
      if !list.isEmpty { terms[kind] = list }
    }
    checkCancelled(hits)
    if terms.keys.allSatisfy({ $0 == .svag || $0 == .inte }) {
      part.context.report(
        .codebookTerm, line: part.line, key: part.path,
        "\(part.path) has no term that can suggest it",
        consequence: "Weak words count only beside another term.",
        remedy: "Add a term under fras, led, slut or ord.")
    }
    return terms
  }

  private func problem(
    _ text: String, _ kind: TermKind, _ seen: Set<String>
  ) -> (summary: String, remedy: String)? {
    if text.isEmpty { return ("is empty", "Remove it.") }
    if seen.contains(text.lowercased()) {
      return ("stands twice in the list", "Remove one of them.")
    }
    if !text.contains(where: { $0.isLetter || $0.isNumber }) {
      return ("has no letter and can never match", "Remove it.")
    }
    let isOneWord = kind == .led || kind == .slut || kind == .ord
    if isOneWord, text.contains(where: \.isWhitespace) {
      return ("is more than one word and is matched as a phrase", "Move it to fras.")
    }
    return nil
  }

  private func checkCancelled(_ hits: Set<String>) {
    for item in part.items(TermKind.inte.rawValue) where hits.contains(item.text.lowercased()) {
      warn(
        .inte, item.line, "cancels a term of the same theme, which can never count",
        "Remove one of them.")
    }
  }

  private func warn(_ kind: TermKind, _ line: Int, _ words: String, _ remedy: String) {
    let key = part.pathOf(kind.rawValue)
    part.context.report(
      .codebookTerm, line: line, key: key, "a term of \(key) \(words)", remedy: remedy)
  }
}
