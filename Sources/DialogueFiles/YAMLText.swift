import DialogueModel
internal import Yams

/// Reads YAML text into nodes with positions, and refuses what configuration never needs.
///
/// Refused are files over 5 MB, aliases (which can make a small file unfold into a huge one), more
/// than one document, and nesting deeper than 32 levels. Words of the file are never part of a
/// finding: a syntax error is shown by line and column.
enum YAMLText {
  static let largestSize = 5_000_000
  static let deepestLevel = 32
  private static let mostRepeatedKeys = 50

  /// The root node; `nil` when there is none, and then a finding says why.
  static func root(of text: String, in context: YAMLContext) -> Node? {
    guard text.utf8.count <= largestSize else {
      context.report(
        .yamlTooLarge, line: nil, "the file is larger than 5 MB",
        consequence: "It is not read.",
        remedy: "Check that it is the right file. Divide it if it is.")
      return nil
    }
    var text = text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    if let line = AliasScan.lineOfAlias(in: text) {
      context.report(
        .yamlAlias, line: line, "an alias is used",
        consequence: "Aliases are refused, since a few of them can unfold into a huge file.",
        remedy: "Write the value out where it is needed.")
      return nil
    }
    guard let (root, renamed) = compose(text, in: context) else { return nil }
    guard let root else {
      context.report(
        .fileEmpty, line: nil, "the file has no content", remedy: "Fill in \(context.title).")
      return nil
    }
    guard check(root, renamed: renamed, in: context) else { return nil }
    return root
  }

  /// Composes the text.
  ///
  /// Yams gives up at the first key that stands twice; so that the rest is still read, the earlier
  /// of the two is renamed by its first letter and the text read again.
  private static func compose(
    _ text: String, in context: YAMLContext
  ) -> (root: Node?, renamed: [Unicode.Scalar: Unicode.Scalar])? {
    var text = text
    var renamed: [Unicode.Scalar: Unicode.Scalar] = [:]
    // Each repeated key costs one more reading, so a large file gets fewer of them.
    let most = min(mostRepeatedKeys, max(3, 10_000_000 / max(1, text.utf8.count)))
    while true {
      do {
        // Without resolver rules every plain scalar is text, and `no` stays a word.
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        return (try parser.singleRoot(), renamed)
      } catch YamlError.duplicatedKeysInMapping(_, let place) {
        let mark = place.mark
        guard renamed.count < most,
          let substitute = Unicode.Scalar(UInt32(0xE000 + renamed.count)),
          let letter = KeyRenaming.rename(at: mark, in: &text, to: substitute)
        else {
          context.report(
            .yamlKeyRepeated, line: mark.line, "a key stands twice in the same block",
            consequence: "Nothing after it is checked.", remedy: "Keep one of them.")
          return nil
        }
        renamed[substitute] = letter
      } catch {
        YAMLProblem(error, text: text).report(to: context)
        return nil
      }
    }
  }

  /// Checks the depth, and reports the keys that were renamed.
  private static func check(
    _ root: Node, renamed: [Unicode.Scalar: Unicode.Scalar], in context: YAMLContext
  ) -> Bool {
    var rest: [(node: Node, depth: Int)] = [(root, 1)]
    while let (node, depth) = rest.popLast() {
      if depth > deepestLevel {
        context.report(
          .yamlTooDeep, line: node.mark?.line,
          "the file is nested deeper than \(deepestLevel) levels",
          consequence: "It is not read.", remedy: "Check the indentation and the brackets.")
        return false
      }
      switch node {
      case .mapping(let mapping):
        for (key, value) in mapping {
          rest.append((key, depth + 1))
          rest.append((value, depth + 1))
          if let name = key.scalar?.string, let original = original(name, renamed) {
            reportRepeated(original, at: key, in: mapping, to: context)
          }
        }
      case .sequence(let sequence):
        for item in sequence { rest.append((item, depth + 1)) }
      case .scalar, .alias: break
      }
    }
    return true
  }

  private static func original(
    _ name: String, _ renamed: [Unicode.Scalar: Unicode.Scalar]
  ) -> String? {
    guard let first = name.unicodeScalars.first, let letter = renamed[first] else { return nil }
    return String(letter) + String(name.unicodeScalars.dropFirst())
  }

  private static func reportRepeated(
    _ name: String, at key: Node, in mapping: Node.Mapping, to context: YAMLContext
  ) {
    let again = mapping.first { $0.key.scalar?.string == name }?.key.mark?.line
    let shown = ShownName.quoted(name).map { "the key \($0)" } ?? "a key"
    context.report(
      .yamlKeyRepeated, line: key.mark?.line, key: ShownName.isPlain(name) ? name : nil,
      "\(shown) stands again in line \(again ?? 0)", consequence: "The later one is read.",
      remedy: "Keep one of them.")
  }

  /// Whether a key's name is one that `compose` made up.
  static func isRenamed(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return (0xE000..<0xE000 + UInt32(mostRepeatedKeys)).contains(first.value)
  }
}
