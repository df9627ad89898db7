import DialogueModel

/// The scales for how much participants can influence (`scales.yaml`).
public struct ScalesFile: Sendable, Equatable {
  /// The scales.
  public var scales: [InfluenceScale]

  /// The keys that the file may have, by block.
  public static let keys: [String: [String]] = [
    "": ["scales"],
    "scales[]": ["id", "label", "steps"],
    "scales[].steps[]": ["name", "promise", "dialogue"],
  ]

  /// Reads a file of scales.
  public static func load(text: String, file: String) -> (ScalesFile?, [Finding]) {
    YAMLFile.read(text, file: file, title: "the file of scales", keys: keys[""] ?? []) { root in
      guard root.require("scales") else { return nil }
      let blocks = root.blocks("scales", keys: keys["scales[]"] ?? [])
      _ = blocks.unique("id")
      return ScalesFile(scales: blocks.compactMap(scale))
    }
  }

  private static func scale(_ part: YAMLBlock) -> InfluenceScale? {
    let id = part.identifier("id")
    let label = part.requiredString("label")
    let blocks =
      part.require("steps") ? part.blocks("steps", keys: keys["scales[].steps[]"] ?? []) : []
    _ = blocks.unique("name")
    let steps: [InfluenceScale.Step] = blocks.compactMap { step in
      let name = step.requiredString("name")
      let promise = step.requiredString("promise")
      let isDialogue = step.bool("dialogue") ?? true
      guard let name, let promise else { return nil }
      return InfluenceScale.Step(name: name, promise: promise, isDialogue: isDialogue)
    }
    guard let id, let label, !steps.isEmpty else { return nil }
    return InfluenceScale(id: id, label: label, steps: steps)
  }
}
