import DialogueModel
internal import Yams

/// A block of keys in a YAML file, with typed values that report what is wrong with them.
///
/// A key without a value counts as a key that is not there. Keys that the block may not have are
/// reported when the block is opened.
struct YAMLBlock {
  let context: YAMLContext
  /// The path of the block, such as `case` or `sources[2]`; empty for the whole file.
  let path: String
  /// The line on which the block begins.
  let line: Int
  private let known: [String]
  private var entries: [String: Entry] = [:]

  struct Entry {
    let node: Node
    let line: Int
  }

  /// Opens a block; `nil` when the node is not one, which is reported.
  init?(_ node: Node, path: String, line: Int, keys: [String], in context: YAMLContext) {
    self.context = context
    self.path = path
    self.line = line
    known = keys
    guard case .mapping(let mapping) = node else {
      context.report(
        .yamlValueInvalid, line: line, key: path.isEmpty ? nil : path,
        "\(path.isEmpty ? context.title : path) is not a block of keys",
        remedy: "Write it as indented lines of the form \"key: value\".")
      return nil
    }
    for (keyNode, value) in mapping {
      let line = keyNode.mark?.line ?? line
      guard let name = keyNode.scalar?.string else {
        context.report(
          .yamlKeyUnknown, line: line, "a key of \(place) is not a word",
          remedy: "Correct the line, or remove it.")
        continue
      }
      if YAMLText.isRenamed(name) { continue }
      guard keys.contains(name) else {
        reportUnknown(name, line: line)
        continue
      }
      context.record(pathOf(name), line: line)
      if !Self.isNull(value) { entries[name] = Entry(node: value, line: line) }
    }
  }

  // MARK: What is there

  /// Whether a key has a value.
  func has(_ key: String) -> Bool { entry(key) != nil }

  /// The line of a key, with or without a value, or of the block when the key is not there.
  func line(of key: String) -> Int { context.lines[pathOf(key)] ?? line }

  /// The path of a key, such as `case.title`.
  func pathOf(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  func entry(_ key: String) -> Entry? {
    // A key that is read and not declared would be reported as unknown to whoever uses it.
    assert(known.contains(key), "the loader reads \(key), which it does not declare")
    return entries[key]
  }

  // MARK: Words

  /// A word or a text, without outer blanks.
  func string(_ key: String) -> String? {
    guard let entry = entry(key) else { return nil }
    guard let scalar = entry.node.scalar else {
      invalid(key, "is not a text", remedy: "Write the text after the colon.")
      return nil
    }
    let text = Self.trimmed(scalar.string)
    if text.isEmpty {
      invalid(key, "is an empty text", remedy: "Fill it in, or remove the line.")
      return nil
    }
    return text
  }

  /// A text as it is written between its quotes, outer blanks included.
  func verbatim(_ key: String) -> String? {
    guard let entry = entry(key) else { return nil }
    guard let text = entry.node.scalar?.string, !text.isEmpty else {
      invalid(key, "is not a text", remedy: "Write it between quotes after the colon.")
      return nil
    }
    return text
  }

  /// A text that the block must have.
  func requiredString(_ key: String) -> String? {
    require(key) ? string(key) : nil
  }

  /// A list of texts with the line of each.
  func items(_ key: String) -> [(text: String, line: Int)] {
    guard let entry = entry(key) else { return [] }
    guard case .sequence(let sequence) = entry.node else {
      invalid(key, "is not a list", remedy: "Write it as [one, two] or as lines with hyphens.")
      return []
    }
    var result: [(text: String, line: Int)] = []
    for (index, item) in sequence.enumerated() {
      let line = item.mark?.line ?? entry.line
      guard let scalar = item.scalar, !Self.isNull(item) else {
        context.report(
          .yamlValueInvalid, line: line, key: "\(pathOf(key))[\(index + 1)]",
          "\(pathOf(key))[\(index + 1)] is not a text",
          remedy: "Put the text in quotation marks if it holds a colon or a hash sign.")
        continue
      }
      result.append((Self.trimmed(scalar.string), line))
    }
    return result
  }

  /// A list of texts.
  func strings(_ key: String) -> [String] { items(key).map(\.text) }

  /// A block whose keys are free and whose values are texts, with the line of each key.
  func pairs(_ key: String) -> [(key: String, value: String, line: Int)] {
    guard let entry = entry(key) else { return [] }
    guard case .mapping(let mapping) = entry.node else {
      invalid(
        key, "is not a block of keys", remedy: "Write it as {key: value} or as indented lines.")
      return []
    }
    var result: [(key: String, value: String, line: Int)] = []
    for (name, value) in mapping {
      let line = name.mark?.line ?? entry.line
      guard let name = name.scalar?.string, !YAMLText.isRenamed(name) else { continue }
      guard let text = value.scalar?.string, !Self.isNull(value) else {
        context.report(
          .yamlValueInvalid, line: line, key: pathOf(key),
          "\(pathOf(key)) has a key whose value is not a text", remedy: "Fill in the value.")
        continue
      }
      context.record("\(pathOf(key)).\(name)", line: line)
      result.append((name, Self.trimmed(text), line))
    }
    return result
  }

  /// A block whose keys are free and whose values are lists of texts.
  func lists(_ key: String, mayBeEmpty: Bool = false) -> [String: [String]] {
    guard let entry = entry(key) else { return [:] }
    guard case .mapping(let mapping) = entry.node else {
      invalid(
        key, "is not a block of keys", remedy: "Write it as {key: [value]} or as indented lines.")
      return [:]
    }
    var result: [String: [String]] = [:]
    for (name, value) in mapping {
      guard let name = name.scalar?.string, !YAMLText.isRenamed(name) else { continue }
      let items = value.sequence.map { $0.compactMap { $0.scalar?.string } }
      guard let items, items.count == value.sequence?.count,
        mayBeEmpty || !items.isEmpty
      else {
        context.report(
          .yamlValueInvalid, line: value.mark?.line ?? entry.line, key: pathOf(key),
          "\(pathOf(key)) has a key whose value is not a list of texts",
          remedy: "Write it as [one, two].")
        continue
      }
      result[name] = items
    }
    return result
  }

  // MARK: Blocks

  /// A block within this one.
  func block(_ key: String, keys: [String]) -> YAMLBlock? {
    guard let entry = entry(key) else { return nil }
    return YAMLBlock(entry.node, path: pathOf(key), line: entry.line, keys: keys, in: context)
  }

  /// A list of blocks.
  func blocks(_ key: String, keys: [String]) -> [YAMLBlock] {
    guard let entry = entry(key) else { return [] }
    guard case .sequence(let sequence) = entry.node else {
      invalid(key, "is not a list", remedy: "Begin each item with a hyphen.")
      return []
    }
    return sequence.enumerated().compactMap { index, item in
      YAMLBlock(
        item, path: "\(pathOf(key))[\(index + 1)]", line: item.mark?.line ?? entry.line,
        keys: keys, in: context)
    }
  }

  // MARK: Reports

  /// Whether a key has a value; reports it when not.
  func require(_ key: String) -> Bool {
    if has(key) { return true }
    if let line = context.lines[pathOf(key)] {
      context.report(
        .yamlKeyMissing, line: line, key: pathOf(key), "\(pathOf(key)) has no value",
        remedy: "Fill it in.")
      return false
    }
    context.report(
      .yamlKeyMissing, line: path.isEmpty ? nil : line, key: pathOf(key),
      "\(place) has no \"\(key)\"", remedy: "Add the line \"\(key): …\".")
    return false
  }

  /// Reports that a value is not what its key takes.
  func invalid(_ key: String, _ words: String, consequence: String = "", remedy: String) {
    context.report(
      .yamlValueInvalid, line: line(of: key), key: pathOf(key), "\(pathOf(key)) \(words)",
      consequence: consequence, remedy: remedy)
  }

  /// What the block is called in sentences.
  var place: String { path.isEmpty ? context.title : path }

  private func reportUnknown(_ name: String, line: Int) {
    let nearest = context.isFull ? nil : NearestKey.to(name, among: known)
    let shown = ShownName.quoted(name)
    context.report(
      .yamlKeyUnknown, line: line, key: shown == nil ? nil : pathOf(name),
      "\(shown.map { "the key \($0)" } ?? "a key") is not one that \(place) may have",
      consequence: nearest.map { "The nearest name is \"\($0)\"." } ?? "",
      remedy: "Correct the name, or remove the line.")
  }

  private static func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
  }

  static func trimmed(_ text: String) -> String {
    var part = Substring(text)
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }
}
