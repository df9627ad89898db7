import DialogueModel

/// Sees whether the files of one source have the same columns.
///
/// Form tools write another table when a question was added, removed or reworded while answers
/// came in. Columns with a role, and columns that are left out on purpose, are found by their
/// names in every file. But when the columns *without* a role differ, a question may be read
/// from one file and passed over in another, so the file is refused until somebody has said what
/// the column is.
public struct HeaderDrift {
  private var first: [Int: (path: String, open: Set<String>)] = [:]

  /// Begins with no file.
  public init() {}

  /// Compares a file with the first of its source; `nil` when nothing is wrong.
  public mutating func compare(_ source: OpenedSource) -> Finding? {
    guard source.file.profile.container == .csv, let line = source.file.declaration.line else {
      return nil
    }
    let open = Set(source.layout.unmapped)
    guard let before = first[line] else {
      first[line] = (source.file.path, open)
      return nil
    }
    let added = source.layout.unmapped.filter { !before.open.contains($0) }
    let gone = before.open.subtracting(open).sorted()
    guard !added.isEmpty || !gone.isEmpty else { return nil }
    var parts: [String] = []
    if !added.isEmpty { parts.append("has \(Self.list(added)), which the first has not") }
    if !gone.isEmpty { parts.append("lacks \(Self.list(gone)), which the first has") }
    return Finding(
      .mapHeaderDrift, at: Place(file: source.file.path, line: source.headerLine),
      "its columns differ from those of \(before.path): it \(parts.joined(separator: " and "))",
      consequence: "The source is not read: a question could be counted in one file and left out "
        + "of the other.",
      remedy: "Give these columns a role in dialogue.yaml, list them under drop, or make the "
        + "file a source of its own.")
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(4).map { "\"\($0)\"" }.joined(separator: ", ")
    return names.count > 4 ? "\(shown) and \(names.count - 4) more" : shown
  }
}
