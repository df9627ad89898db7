import DialogueModel

extension SourceLayout {
  /// Notes in which closed columns a cell may hold several choices.
  mutating func takeChoices(_ declaration: SourceDeclaration, _ profile: SourceProfile) {
    // In XML the choices are elements of their own, which the reader puts on lines.
    let separator = profile.choiceSeparator ?? (profile.container == .xml ? "\n" : nil)
    guard let separator, !separator.isEmpty else { return }
    for (column, options) in declaration.multiple {
      choices[column] = Choices(
        separator: separator, options: options.sorted { $0.utf8.count > $1.utf8.count })
    }
  }
}

extension SourceLayout.Choices {
  /// The choices that stand in one cell, in order.
  ///
  /// Where the form's options are known, they are looked for first, so that an option may hold
  /// the separator. What is none of them, such as an answer in words under *Annat*, is one choice
  /// up to the next separator.
  public func split(_ cell: String) -> [String] {
    var choices: [String] = []
    var rest = Substring(cell)
    while !rest.isEmpty {
      if let option = options.first(where: { begins(rest, with: $0) }) {
        choices.append(option)
        rest = rest.dropFirst(option.count).dropFirst(separator.count)
        continue
      }
      let end = rest.range(of: separator)
      let choice = Self.trimmed(rest[..<(end?.lowerBound ?? rest.endIndex)])
      if !choice.isEmpty { choices.append(String(choice)) }
      rest = end.map { rest[$0.upperBound...] } ?? ""
    }
    return choices
  }

  private func begins(_ text: Substring, with option: String) -> Bool {
    guard !option.isEmpty, text.prefix(option.count).lowercased() == option.lowercased() else {
      return false
    }
    let after = text.dropFirst(option.count)
    return after.isEmpty || after.hasPrefix(separator)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension Substring {
  /// The first place of a text.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
