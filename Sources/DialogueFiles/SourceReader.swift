import DialogueModel

/// Reads the sources of a dialogue file, with the line of every column that they name.
struct SourceReader {
  let root: YAMLBlock

  func read() -> [Placed<SourceDeclaration>] {
    guard root.require("sources") else { return [] }
    let blocks = root.blocks("sources", keys: DialogueFile.keys(of: "sources[]"))
    if root.has("sources"), blocks.isEmpty {
      root.invalid("sources", "names no source", remedy: "Add a source with path and profile.")
    }
    let sources = blocks.compactMap(source)
    var seen: Set<String> = []
    for (block, source) in zip(blocks, sources) where blocks.count == sources.count {
      // Two sheets of one workbook are two sources.
      let key = source.value.path + "\u{1F}" + (source.value.sheet ?? "")
      if !seen.insert(key).inserted {
        root.context.report(
          .yamlValueRepeated, line: block.line(of: "path"), key: "\(block.path).path",
          "two sources have the same path, and the same sheet",
          consequence: "A file is read once.", remedy: "Remove one of them.")
      }
    }
    return sources
  }

  private func source(_ part: YAMLBlock) -> Placed<SourceDeclaration>? {
    let path = part.require("path") ? part.path("path") : nil
    let profile = part.requiredString("profile")
    let channel = part.requiredString("channel")
    var result = SourceDeclaration(
      path: path ?? "", profile: profile ?? "", channel: channel ?? "")
    result.line = part.line
    result.activity = part.string("activity")
    result.encoding = part.string("encoding")
    result.delimiter = delimiter(part)
    result.headerRows = part.int("headerRows", in: 0...9)
    result.sheet = part.string("sheet")
    result.dateOrder = part.choice("dateOrder", SourceProfile.DateOrder.self)
    result.countsSameWords = part.choice("sameWords", SameWords.self) == .count
    result.mendsLetters = part.bool("mendLetters") ?? true
    result.id = part.string("id")
    result.time = part.string("time")
    result.record = part.string("record")
    let simple = [
      "path", "profile", "channel", "activity", "encoding", "delimiter", "headerRows", "sheet",
      "dateOrder", "id", "time", "record",
    ]
    for key in simple where part.has(key) {
      result.lines[key] = part.line(of: key)
    }

    var roles = ColumnRoles(part: part)
    func columns(_ key: String) -> [String] {
      part.items(key).map { item in
        result.lines["\(key)/\(item.text)"] = item.line
        roles.add(item.text, key: key, line: item.line)
        return item.text
      }
    }
    result.text = columns("text")
    result.closed = columns("closed")
    for (column, options) in part.lists("multiple", mayBeEmpty: true) {
      result.multiple[column] = options
      if !result.closed.contains(column) {
        part.invalid(
          "multiple", "names a column that is not under closed",
          remedy: "Add it under closed, or remove it here.")
      }
    }
    for (column, answers) in part.lists("organisation") {
      result.organisation[column] = answers
      result.lines["organisation/\(column)"] = part.line(of: "organisation")
      roles.add(column, key: "organisation", line: part.line(of: "organisation"))
    }
    result.contact = columns("contact")
    result.drop = columns("drop")
    for pair in part.pairs("background") {
      result.background[pair.key] = pair.value
      result.lines["background/\(pair.key)"] = pair.line
      roles.add(pair.value, key: "background.\(pair.key)", line: pair.line)
    }
    guard path != nil, profile != nil, channel != nil else { return nil }
    return Placed(path: part.path, value: result)
  }

  private enum SameWords: String, CaseIterable {
    case duplicate
    case count
  }

  private func delimiter(_ part: YAMLBlock) -> String? {
    guard part.has("delimiter") else { return nil }
    // A tab is only a blank to `string`, so the word stands for it.
    guard let scalar = part.entry("delimiter")?.node.scalar?.string else {
      return part.string("delimiter")
    }
    switch scalar {
    case "\t", "\\t", "tab": return "\t"
    case ";", ",", "|": return scalar
    default:
      part.invalid(
        "delimiter", "is not a delimiter",
        remedy: "Use \";\", \",\", \"|\" or tab, in quotation marks.")
      return nil
    }
  }

  /// Keeps track of which role each column has, since a column can have only one.
  private struct ColumnRoles {
    let part: YAMLBlock
    var roles: [String: String] = [:]

    init(part: YAMLBlock) { self.part = part }

    mutating func add(_ column: String, key: String, line: Int) {
      if let other = roles[column] {
        part.context.report(
          .yamlValueRepeated, line: line, key: "\(part.path).\(key)",
          "\(part.path) gives a column two roles, \(other) and \(key)",
          consequence: "A column can have one role only.", remedy: "Remove it from one of them.")
      }
      roles[column] = key
    }
  }
}
