import DialogueModel

/// Finds signs that a dialogue is not of the kind that its file says (D13).
///
/// The program does not decide what kind it is: it asks a person to look, and to say why.
struct DialogueKindCheck {
  let dialogue: Dialogue
  let scales: [InfluenceScale]
  let context: YAMLContext

  /// Words in the names of political bodies; an initiative by anybody else is not a political one.
  static let politicalWords = [
    "utskott", "nämnd", "beredning", "kommunstyrelse", "fullmäktige", "styrelsen",
  ]

  func check() {
    if dialogue.kind != .citizenDialogue, dialogue.kindReason == nil {
      warn(
        "dialogue.type", "the dialogue is of the kind \(dialogue.kind.rawValue), without a reason",
        "The policy's yearly follow-up counts citizen dialogues only (D13).",
        "Add dialogue.typeReason.")
    }
    guard dialogue.kind == .citizenDialogue, dialogue.kindReason == nil else { return }
    if let body = dialogue.decisionCase.initiative?.body.lowercased(),
      !Self.politicalWords.contains(where: body.contains)
    {
      warn(
        "case.initiative.body", "the initiative does not come from a political body",
        "It may be a user dialogue, which officials initiate (D03, D13).",
        "Correct case.initiative.body or dialogue.type, or say why in dialogue.typeReason.")
    }
    if let id = dialogue.influence.scale, let number = dialogue.influence.stepNumber,
      let scale = scales.first(where: { $0.id == id }), scale.steps.indices.contains(number - 1),
      !scale.steps[number - 1].isDialogue
    {
      warn(
        "influence.step", "the step of influence is information only",
        "Nothing can be influenced on that step, so it is not a dialogue.",
        "Correct influence.step, or say why in dialogue.typeReason.")
    }
  }

  private func warn(
    _ key: String, _ summary: String, _ consequence: String, _ remedy: String
  ) {
    context.report(
      .dialogueKind, line: context.lines[key], key: key, summary, consequence: consequence,
      remedy: remedy)
  }
}
