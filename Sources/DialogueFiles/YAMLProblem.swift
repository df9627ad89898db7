import DialogueModel
import Yams

/// A YAML text that cannot be parsed: where, and what the parser says without the line's content.
struct YAMLProblem {
  private var line: Int?
  private var column: Int?
  private var words: String
  private var isTooDeep = false

  init(_ error: any Error, text: String) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      line = mark.line
      column = mark.column
      words = problem
      // The parser's own words when its limit of 1,000 levels is reached.
      isTooDeep = problem.hasPrefix("Maximum nesting level")
    case YamlError.reader(let problem, let offset, _, _):
      words = problem
      if let offset { (line, column) = Self.position(ofByte: offset, in: text) }
    default:
      words = "the parser gave up"
    }
  }

  func report(to context: YAMLContext) {
    if isTooDeep {
      context.report(
        .yamlTooDeep, line: line, "the file is nested deeper than \(YAMLText.deepestLevel) levels",
        consequence: "It is not read.", remedy: "Check the indentation and the brackets.")
      return
    }
    let place = column.map { "column \($0): " } ?? ""
    context.report(
      .yamlSyntax, line: line, "the YAML cannot be read, \(place)\(words)",
      consequence: "Nothing in the file is used.", remedy: remedy)
  }

  /// What the mistake usually is.
  private var remedy: String {
    if words.contains("mapping values are not allowed") {
      "Put the value in quotation marks when it holds a colon, and check the indentation."
    } else if words.contains("cannot start any token") {
      "Use blanks and not tabs for indentation, and quote a value that begins with a sign."
    } else if words.contains("control characters") || words.contains("UTF-8") {
      "Save the file again as plain UTF-8 text."
    } else if words.contains("another document") {
      "Remove the line with three hyphens."
    } else {
      "Check indentation, brackets and quotation marks in that line and the one before it."
    }
  }

  private static func position(ofByte offset: Int, in text: String) -> (line: Int, column: Int) {
    let before = text.utf8.prefix(offset)
    let line = 1 + before.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    let start = before.lastIndex(of: 0x0A).map { before.index(after: $0) } ?? before.startIndex
    // Bytes that continue a character are not counted.
    let column = 1 + before[start...].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return (line, column)
  }
}
