import DialogueModel

/// The block `dialogue`: what the dialogue is called and what kind it is.
struct DialogueHead {
  private let id: String?
  private let title: String?
  private let kind: DialogueKind?
  private let municipality: String?
  private let prefix: String?
  private let lead: String?
  private let kindReason: String?
  private let isSynthetic: Bool
  private let policyVersion: String?

  init?(root: YAMLBlock) {
    guard root.require("dialogue"),
      let part = root.block("dialogue", keys: DialogueFile.keys(of: "dialogue"))
    else { return nil }
    id = part.identifier("id")
    title = part.requiredString("title")
    kind = part.require("type") ? part.choice("type", DialogueKind.self) : nil
    municipality = part.requiredString("municipality")
    prefix = Self.prefix(part)
    lead = part.string("lead")
    kindReason = part.string("typeReason")
    isSynthetic = part.bool("synthetic") ?? false
    policyVersion = part.string("policyVersion")
  }

  /// The dialogue, when nothing that it must have is missing.
  func dialogue(
    _ decisionCase: DecisionCase, _ influence: Influence, _ period: DialoguePeriod
  ) -> Dialogue? {
    guard let id, let title, let kind, let municipality, let prefix else { return nil }
    var dialogue = Dialogue(
      id: id, title: title, kind: kind, municipality: municipality, idPrefix: prefix,
      decisionCase: decisionCase, influence: influence, period: period)
    dialogue.lead = lead
    dialogue.kindReason = kindReason
    dialogue.isSynthetic = isSynthetic
    dialogue.policyVersion = policyVersion
    return dialogue
  }

  private static func prefix(_ part: YAMLBlock) -> String? {
    guard let prefix = part.requiredString("idPrefix") else { return nil }
    let isPlain = prefix.unicodeScalars.allSatisfy {
      ("A"..."Z").contains($0) || ("0"..."9").contains($0)
    }
    guard isPlain, prefix.count <= 8 else {
      part.invalid(
        "idPrefix", "is not a prefix",
        remedy: "Use capital letters A to Z and digits, at most 8 of them, such as HD26.")
      return nil
    }
    return prefix
  }
}
