import DialogueModel

/// Looks up the names of dimensions and groups that a dialogue file uses.
struct GroupNames {
  let file: String
  let lines: [String: Int]
  let dimensions: [TargetGroupDimension]

  func dimension(_ name: String, key: String, line: Int?) -> [Finding] {
    let names = dimensions.map(\.id)
    return names.contains(name) ? [] : [unknown(name, among: names, "dimension", key, line)]
  }

  func group(_ name: String, key: String) -> [Finding] {
    let names = dimensions.flatMap { dimension in
      dimension.groups.map { "\(dimension.id)/\($0.id)" }
    }
    return names.contains(name) ? [] : [unknown(name, among: names, "group", key, lines[key])]
  }

  func universe(_ name: String, key: String, reference: ReferencePopulation) -> [Finding] {
    let rows = reference.rows.map { "\($0.dimension)/\($0.value)" }
    if rows.contains(name) { return [] }
    return [
      Finding(
        .groupReferenceMissing, at: Place(file: file, line: lines[key], column: key),
        "\(key) names a row that the reference population does not have",
        consequence: "No group of the channel can be compared.",
        remedy: "Correct the name, or add the row.")
    ]
  }

  private func unknown(
    _ name: String, among names: [String], _ kind: String, _ key: String, _ line: Int?
  ) -> Finding {
    let shown = ShownName.quoted(name).map { " \($0)" } ?? ""
    let nearest = NearestKey.to(name, among: names).map { "The nearest name is \"\($0)\"." }
    return Finding(
      .dialogueNameUnknown, at: Place(file: file, line: line, column: key),
      "\(key) names the \(kind)\(shown), which the target groups do not have",
      consequence: nearest ?? "",
      remedy: "Correct the name, or add the \(kind) to the target groups.")
  }
}
