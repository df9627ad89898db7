import DialogueModel

/// Reads how much participants could influence, and looks the step up in its scale.
struct InfluenceReader {
  let root: YAMLBlock
  let scales: [InfluenceScale]

  /// The name of a scale that the dialogue file describes itself.
  static let ownScale = "own"

  func read() -> Influence {
    var result = Influence()
    guard let part = root.block("influence", keys: DialogueFile.keys(of: "influence")) else {
      return result
    }
    let steps = 1...20
    result.scale = part.string("scale")
    result.step = part.string("step")
    result.stepNumber = part.int("stepNumber", in: steps)
    result.stepCount = part.int("stepCount", in: steps)
    result.promise = part.string("promise")
    result.open = part.strings("open")
    let limits = part.blocks("limits", keys: DialogueFile.keys(of: "influence.limits[]"))
    _ = limits.unique("id")
    result.limits = limits.compactMap { limit in
      let id = limit.requiredString("id")
      let text = limit.requiredString("text")
      guard let id, let text else { return nil }
      return FrameLimit(id: id, text: text)
    }
    lookUp(&result, part)
    return result
  }

  private func lookUp(_ influence: inout Influence, _ part: YAMLBlock) {
    if influence.step != nil, influence.scale == nil { _ = part.require("scale") }
    guard !scales.isEmpty, let id = influence.scale, id != Self.ownScale else { return }
    guard let scale = scales.first(where: { $0.id == id }) else {
      part.reportChoice("scale", id, among: scales.map(\.id) + [Self.ownScale])
      return
    }
    guard let step = influence.step else { return }
    let index = scale.steps.firstIndex {
      $0.name.lowercased() == step.lowercased()
    }
    guard let index else {
      part.reportChoice("step", step, among: scale.steps.map(\.name))
      return
    }
    if let number = influence.stepNumber, number != index + 1 {
      part.invalid(
        "stepNumber", "is not the step's number in the scale, \(index + 1)",
        remedy: "Remove the line; the scale knows the number.")
    }
    influence.step = scale.steps[index].name
    influence.stepNumber = index + 1
    influence.stepCount = scale.steps.count
    // The words that participants were shown go before those of the scale.
    if influence.promise == nil { influence.promise = scale.steps[index].promise }
  }
}
