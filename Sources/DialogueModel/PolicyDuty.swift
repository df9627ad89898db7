/// One duty of the municipality's policy for citizen dialogue (*krav i policyn*).
public struct PolicyDuty: Sendable, Equatable {
  /// The number, such as `D09`.
  public var id: String
  /// The words of the policy, exactly; `…` stands where words were left out.
  public var quote: String
  /// The duty in a few Swedish words.
  public var label: String
  /// How binding it is: `ska`, `ska om möjligt`, `bör` or `syfte`.
  public var strength: String
  /// The heading in the policy under which it stands.
  public var area: String
  /// When it is met.
  public var rule: DutyRule
  /// Whether a fact that is missing means that the duty is not met.
  ///
  /// It does where the policy says that it must be there; otherwise nothing is known.
  public var missingIsNotMet: Bool
  /// The grounds in Swedish for each result, with facts as `{period.through}`; where there are
  /// none, the grounds are made from the facts that the rule asks for.
  public var grounds: [DutyStatus: String]

  /// The values that `strength` may have.
  public static let strengths = ["ska", "ska om möjligt", "bör", "syfte"]

  /// Makes a duty.
  public init(
    id: String, quote: String, label: String, strength: String, area: String, rule: DutyRule,
    missingIsNotMet: Bool = false, grounds: [DutyStatus: String] = [:]
  ) {
    self.id = id
    self.quote = quote
    self.label = label
    self.strength = strength
    self.area = area
    self.rule = rule
    self.missingIsNotMet = missingIsNotMet
    self.grounds = grounds
  }

  /// The names of the facts that the grounds speak of.
  public static func facts(in template: String) -> [String] {
    template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
      guard let end = $0.firstIndex(of: "}") else { return nil }
      return String($0[..<end])
    }
  }
}
