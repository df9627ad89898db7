import DialogueModel

extension RecognitionSign {
  /// What of the sign stands in a table; `nil` when something of it is not there.
  func found(in first: FirstRows) -> [String]? {
    guard !mark.isEmpty || !keys.isEmpty else { return nil }
    var found: [String] = []
    if !mark.isEmpty {
      guard let there = mark.found(in: first) else { return nil }
      found += there
    }
    if !keys.isEmpty {
      let names = Set(first.rows.compactMap(\.first).filter { $0.utf8.count <= 200 })
      guard keys.allSatisfy(names.contains) else { return nil }
    }
    return found + keys
  }

  /// What of the sign stands in an XML file, in words; `nil` when something of it is not there.
  func found(in facts: ToolRecognition.XMLFacts) -> [String]? {
    guard let name = facts.root, !isEmpty else { return nil }
    var found: [String] = []
    if !namespaces.isEmpty {
      guard let namespace = namespaces.first(where: facts.namespaces.contains) else { return nil }
      found.append("namespace \(namespace)")
    }
    if let root {
      guard root == name else { return nil }
      found.append("root element \(root)")
    }
    for path in paths {
      guard Self.stands(path, in: facts, root: name) else { return nil }
      found.append("path \(path)")
    }
    for (element, allowed) in texts.sorted(by: { $0.key < $1.key }) {
      guard let text = facts.text(element), allowed.contains(text) else { return nil }
      found.append("element \(element) with \(text)")
    }
    return found
  }

  private static func stands(
    _ path: String, in facts: ToolRecognition.XMLFacts, root: String
  ) -> Bool {
    if path.hasPrefix("/*/") { return facts.paths.contains("/\(root)/" + path.dropFirst(3)) }
    if path.hasPrefix("/") { return facts.paths.contains(path) }
    let end = "/" + path
    return facts.paths.contains { $0.hasSuffix(end) }
  }
}
