import DialogueModel

/// What one reading of one file collects: findings, and the line of every key.
final class YAMLContext {
  /// The file's name, as findings show it.
  let file: String
  /// What the file is called in sentences, such as *the dialogue file*.
  let title: String
  private(set) var findings: [Finding] = []
  private(set) var lines: [String: Int] = [:]
  private var leftOut = 0
  private var worstLeftOut = Severity.note

  /// The most findings that are listed for one file; the rest is counted.
  static let mostFindings = 200

  init(file: String, title: String) {
    self.file = file
    self.title = title
  }

  func record(_ path: String, line: Int) { lines[path] = line }

  func report(
    _ code: FindingCode, line: Int?, key: String? = nil, _ summary: String,
    consequence: String = "", remedy: String
  ) {
    guard !isFull else {
      leftOut += 1
      worstLeftOut = max(worstLeftOut, code.severity)
      return
    }
    findings.append(
      Finding(
        code, at: Place(file: file, line: line, column: key), summary, consequence: consequence,
        remedy: remedy))
  }

  /// Whether so much is wrong that more is only counted.
  var isFull: Bool { findings.count >= Self.mostFindings }

  /// The findings in the order of their lines; those of one line in the order they were found.
  var sortedFindings: [Finding] {
    var sorted = findings.enumerated().sorted {
      ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
    }.map(\.element)
    if leftOut > 0 {
      // An error among those left out must still stop the run.
      sorted.append(
        Finding(
          .limitReached, at: Place(file: file), severity: worstLeftOut,
          "\(leftOut) more findings in the file are not listed",
          remedy: "Correct those that are, and check again."))
    }
    return sorted
  }
}
