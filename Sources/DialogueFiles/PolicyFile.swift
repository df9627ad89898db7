import DialogueModel

/// The duties of a municipality's policy, as data (`pipelines/policy/`).
public struct PolicyFile: Sendable, Equatable {
  /// The file's key, such as `hagfors-medborgardialog`.
  public var id: String
  /// The policy's name.
  public var title: String
  /// The version or date of the policy that the duties were taken from.
  public var version: String
  /// The duties, in the order of their numbers in the file.
  public var duties: [PolicyDuty]

  /// The keys that the file may have, by block.
  public static let keys: [String: [String]] = [
    "": ["policy", "duties"],
    "policy": ["id", "title", "version"],
    "duties[]": [
      "id", "quote", "label", "strength", "area", "check", "missing", "grounds",
    ],
    "duties[].grounds": ["met", "partly", "not-met", "unknown"],
    "duties[].check": DutyRuleReader.operators,
    "duties[].check.count": ["of", "atLeast"],
    "duties[].check.share": ["of", "among"],
  ]

  /// Reads a policy file.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - file: The file's name for findings.
  ///   - facts: The names and kinds of the facts that checks may use: `PolicyFacts.kinds`.
  /// - Returns: The duties, and what was found.
  public static func load(
    text: String, file: String, facts: [String: FactKind]
  ) -> (PolicyFile?, [Finding]) {
    YAMLFile.read(text, file: file, title: "the policy file", keys: keys[""] ?? []) { root in
      let head =
        root.require("policy") ? root.block("policy", keys: keys["policy"] ?? []) : nil
      let id = head?.identifier("id")
      let title = head?.requiredString("title")
      let version = head?.requiredString("version")
      let blocks =
        root.require("duties") ? root.blocks("duties", keys: keys["duties[]"] ?? []) : []
      _ = blocks.unique("id")
      let duties = blocks.compactMap { duty($0, facts) }
      guard let id, let title, let version else { return nil }
      return PolicyFile(id: id, title: title, version: version, duties: duties)
    }
  }

  private static func duty(_ part: YAMLBlock, _ facts: [String: FactKind]) -> PolicyDuty? {
    let id = part.requiredString("id")
    let quote = part.requiredString("quote")
    let label = part.requiredString("label")
    let area = part.requiredString("area")
    let strength = part.requiredString("strength")
    if let strength, !PolicyDuty.strengths.contains(strength) {
      part.reportChoice("strength", strength, among: PolicyDuty.strengths)
    }
    let rule =
      part.require("check") ? DutyRuleReader(part: part, facts: facts).read("check") : nil
    let missing = part.choice("missing", DutyStatus.self)
    if let missing, missing != .notMet, missing != .unknown {
      part.invalid("missing", "is neither unknown nor not-met", remedy: "Use one of the two.")
    }
    let grounds = grounds(part, facts)
    guard let id, let quote, let label, let area, let strength, let rule else { return nil }
    return PolicyDuty(
      id: id, quote: quote, label: label, strength: strength, area: area, rule: rule,
      missingIsNotMet: missing == .notMet, grounds: grounds)
  }

  private static func grounds(
    _ part: YAMLBlock, _ facts: [String: FactKind]
  ) -> [DutyStatus: String] {
    guard let inner = part.block("grounds", keys: keys["duties[].grounds"] ?? []) else {
      return [:]
    }
    var result: [DutyStatus: String] = [:]
    for status in DutyStatus.allCases {
      guard let template = inner.string(status.rawValue) else { continue }
      for name in PolicyDuty.facts(in: template) {
        DutyRuleReader.check(name, facts, kinds: nil, inner, key: status.rawValue)
      }
      result[status] = template
    }
    return result
  }
}
