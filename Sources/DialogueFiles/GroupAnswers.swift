import DialogueModel

/// Finds answers and ages that belong to more than one group of a dimension.
struct GroupAnswers {
  private var owners: [String: String] = [:]
  private var ranges: [(range: ClosedRange<Int>, path: String)] = []

  init(part: YAMLBlock, unknown: [(text: String, line: Int)]) {
    for answer in unknown { owners[Self.fold(answer.text)] = part.pathOf("unknown") }
  }

  mutating func add(
    _ answers: [(text: String, line: Int)], range: ClosedRange<Int>?, of part: YAMLBlock
  ) {
    for answer in answers {
      let folded = Self.fold(answer.text)
      if let owner = owners[folded] {
        let isOwn = owner == part.path
        part.context.report(
          isOwn ? .yamlValueRepeated : .groupAmbiguous, line: answer.line,
          key: part.pathOf("answers"),
          isOwn
            ? "an answer stands twice in \(part.pathOf("answers"))"
            : "an answer of \(part.path) belongs to \(owner) too",
          consequence: isOwn ? "" : "People who gave it could be counted in either.",
          remedy: "Remove it from one of them.")
      } else {
        owners[folded] = part.path
      }
    }
    guard let range else { return }
    if let other = ranges.first(where: { $0.range.overlaps(range) }) {
      part.context.report(
        .groupAmbiguous, line: part.line, key: part.path,
        "the range of \(part.path) overlaps that of \(other.path)",
        consequence: "Some ages would belong to both.", remedy: "Correct from or through.")
    }
    ranges.append((range, part.path))
  }

  /// Answers are compared without case and outer blanks.
  static func fold(_ answer: String) -> String { YAMLBlock.trimmed(answer).lowercased() }
}
