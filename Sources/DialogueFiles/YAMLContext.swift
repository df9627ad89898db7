import DialogueModel

/// What one reading of one file collects: findings, and the line of every key.
final class YAMLContext {
  /// The file's name, as findings show it.
  let file: String
  /// What the file is called in sentences, such as *the dialogue file*.
  let title: String
  private(set) var findings: [Finding] = []
  private(set) var lines: [String: Int] = [:]

  init(file: String, title: String) {
    self.file = file
    self.title = title
  }

  func record(_ path: String, line: Int) { lines[path] = line }

  func report(
    _ code: FindingCode, line: Int?, key: String? = nil, _ summary: String,
    consequence: String = "", remedy: String
  ) {
    findings.append(
      Finding(
        code, at: Place(file: file, line: line, column: key), summary, consequence: consequence,
        remedy: remedy))
  }

  /// The findings in the order of their lines; those of one line in the order they were found.
  var sortedFindings: [Finding] {
    findings.enumerated().sorted {
      ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
    }.map(\.element)
  }
}
