import DialogueModel

/// A file whose whole content is one YAML block.
enum YAMLFile {
  /// Opens the file and reads it; findings come in the order of their lines.
  static func read<Value>(
    _ text: String, file: String, title: String, keys: [String],
    _ body: (YAMLBlock) -> Value?
  ) -> (Value?, [Finding]) {
    let context = YAMLContext(file: file, title: title)
    guard let root = YAMLText.root(of: text, in: context),
      let block = YAMLBlock(root, path: "", line: 1, keys: keys, in: context)
    else { return (nil, context.sortedFindings) }
    let value = body(block)
    return (value, context.sortedFindings)
  }
}
