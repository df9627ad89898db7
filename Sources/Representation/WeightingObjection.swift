/// What speaks against using weights that could be computed.
public enum WeightingObjection: String, Sendable, CaseIterable, Codable {
  /// Fewer respondents than the rule asks for.
  case tooFewRespondents = "too_few_respondents"
  /// A smaller effective sample size than the rule asks for.
  case effectiveSampleTooSmall = "effective_sample_too_small"
  /// A larger design effect than the rule allows.
  case designEffectTooLarge = "design_effect_too_large"
}
