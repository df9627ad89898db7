import DialogueModel

/// Reads the signs of a profile: how its tool is recognised, and which of its files hold no
/// submissions.
struct ProfileSignReader {
  /// Whether the profile is one for XML.
  let isXML: Bool

  /// The keys of a sign.
  static let keys = tableKeys + xmlKeys
  private static let tableKeys = ["row", "columns", "least", "first", "pattern", "keys"]
  private static let xmlKeys = ["namespaces", "root", "paths", "texts"]

  func recognition(_ part: YAMLBlock) -> RecognitionSign? {
    guard part.require("certainty"),
      let certainty = part.choice("certainty", RecognitionSign.Certainty.self)
    else { return nil }
    return sign(part, certainty)
  }

  func notSubmissions(_ part: YAMLBlock) -> NotSubmissions? {
    guard part.require("kind"), let kind = part.choice("kind", NotSubmissions.Kind.self),
      let sign = sign(part, .certain)
    else { return nil }
    return NotSubmissions(sign: sign, kind: kind)
  }

  private func sign(
    _ part: YAMLBlock, _ certainty: RecognitionSign.Certainty
  ) -> RecognitionSign? {
    for key in isXML ? Self.tableKeys : Self.xmlKeys where part.has(key) {
      part.invalid(
        key, isXML ? "is for tables only" : "is for XML only", remedy: "Remove the line.")
    }
    var sign = RecognitionSign(certainty: certainty)
    sign.mark = Self.mark(part)
    sign.keys = part.strings("keys")
    sign.namespaces = part.strings("namespaces")
    sign.root = part.string("root")
    sign.paths = part.strings("paths")
    sign.texts = part.lists("texts")
    guard !sign.isEmpty else {
      part.context.report(
        .yamlValueInvalid, line: part.line, key: part.path,
        "\(part.path) names nothing that could be recognised",
        remedy: "Name what stands in the file: columns, pattern, keys, namespaces, root or paths.")
      return nil
    }
    return sign
  }

  /// What stands in a row, as signs and header styles have it.
  static func mark(_ part: YAMLBlock) -> RowMark {
    let mark = RowMark(
      row: part.int("row", in: 1...9) ?? 1, columns: part.strings("columns"),
      least: part.int("least", in: 1...99), first: part.strings("first"),
      pattern: part.string("pattern"))
    if let least = mark.least, least > mark.columns.count {
      part.invalid(
        "least", "is more than the columns that are named", remedy: "Correct the number.")
    }
    if let pattern = mark.pattern, (try? Regex(pattern)) == nil {
      part.invalid("pattern", "is not a regular expression", remedy: "Correct it.")
    }
    return mark
  }
}
