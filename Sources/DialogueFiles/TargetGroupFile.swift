import DialogueModel

/// A file of target groups (*målgrupper*): background questions and the groups that their answers
/// sort people into.
public struct TargetGroupFile: Sendable, Equatable {
  /// The file's key, such as `standard-sv`.
  public var id: String
  /// The version.
  public var version: String
  /// The dimensions, in the file's order.
  public var dimensions: [TargetGroupDimension]
  /// Why a dimension or a group has no reference figure, by key such as `place` or `sex/annat`.
  public var noReference: [String: String]

  /// The keys that the file may have, by block.
  public static let keys: [String: [String]] = [
    "": ["targetGroups"],
    "targetGroups": ["id", "version", "dimensions"],
    "targetGroups.dimensions[]": [
      "id", "label", "sensitive", "noReference", "unknown", "groups",
    ],
    "targetGroups.dimensions[].groups[]": [
      "id", "label", "answers", "from", "through", "mirrorOf", "noReference",
    ],
  ]

  /// Reads a file of target groups.
  public static func load(text: String, file: String) -> (TargetGroupFile?, [Finding]) {
    YAMLFile.read(text, file: file, title: "the file of target groups", keys: keys[""] ?? []) {
      root in
      guard root.require("targetGroups"),
        let part = root.block("targetGroups", keys: keys["targetGroups"] ?? [])
      else { return nil }
      let id = part.identifier("id")
      let version = part.requiredString("version")
      let blocks =
        part.require("dimensions")
        ? part.blocks("dimensions", keys: keys["targetGroups.dimensions[]"] ?? []) : []
      _ = blocks.unique("id")
      var noReference: [String: String] = [:]
      let dimensions = blocks.compactMap { dimension($0, &noReference) }
      guard let id, let version else { return nil }
      return TargetGroupFile(
        id: id, version: version, dimensions: dimensions, noReference: noReference)
    }
  }

  private static func dimension(
    _ part: YAMLBlock, _ noReference: inout [String: String]
  ) -> TargetGroupDimension? {
    let id = part.identifier("id")
    let label = part.requiredString("label")
    let isSensitive = part.bool("sensitive") ?? false
    let reason = part.string("noReference")
    let unknown = part.items("unknown")
    let blocks =
      part.require("groups")
      ? part.blocks("groups", keys: keys["targetGroups.dimensions[].groups[]"] ?? []) : []
    let known = blocks.unique("id")
    var check = GroupAnswers(part: part, unknown: unknown)
    let groups: [TargetGroup] = blocks.compactMap { block in
      guard let group = group(block, known: Array(known.keys), &check) else { return nil }
      if let id, let reason = block.string("noReference") {
        noReference["\(id)/\(group.id)"] = reason
      }
      return group
    }
    guard let id, let label else { return nil }
    if let reason { noReference[id] = reason }
    return TargetGroupDimension(
      id: id, label: label, groups: groups, unknownAnswers: unknown.map(\.text),
      isSensitive: isSensitive, noReference: reason)
  }

  private static func group(
    _ part: YAMLBlock, known: [String], _ check: inout GroupAnswers
  ) -> TargetGroup? {
    let id = part.identifier("id")
    let label = part.requiredString("label")
    let answers = part.items("answers")
    let years = 0...150
    let from = part.int("from", in: years)
    let through = part.int("through", in: years)
    var range: ClosedRange<Int>?
    if from != nil || through != nil {
      let (low, high) = (from ?? years.lowerBound, through ?? years.upperBound)
      if low <= high {
        range = low...high
      } else {
        part.invalid("through", "is smaller than from", remedy: "Correct one of them.")
      }
    }
    let mirror = part.string("mirrorOf")
    if let mirror, !known.contains(mirror) || mirror == id {
      part.invalid(
        "mirrorOf", "names no other group of the dimension", remedy: "Correct the name.")
    }
    if answers.isEmpty, range == nil {
      part.context.report(
        .yamlKeyMissing, line: part.line, key: part.pathOf("answers"),
        "\(part.path) has neither answers nor a range",
        consequence: "Nobody can belong to it.", remedy: "Add answers, or from and through.")
    }
    guard let id, let label else { return nil }
    check.add(answers, range: range, of: part)
    return TargetGroup(
      id: id, label: label, answers: answers.map(\.text), range: range, mirrorOf: mirror)
  }
}
