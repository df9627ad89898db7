import DialogueModel
internal import Yams

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
    case YamlError.reader(let problem, _, _, _):
      words = problem
      if let place = Self.firstRefused(in: text) { (line, column) = place }
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

  /// Where the first character stands that YAML does not allow.
  ///
  /// The parser's own offset counts what Swift sees as characters, and is missing when the sign
  /// is only part of one.
  private static func firstRefused(in text: String) -> (line: Int, column: Int)? {
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: (line, column) = (line + 1, 1)
      case 0x09, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
        column += 1
      default: return (line, column)
      }
    }
    return nil
  }
}
