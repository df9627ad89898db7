import DialogueModel

/// What a difference has to pass to count as under- or over-representation.
struct DecisionLimits {
  /// The level and the parity band.
  let rule: RepresentationRule
  /// The factor that a p-value is multiplied by before it is compared with the level.
  let factor: Int

  /// Whether so small a chance is rare enough after the correction for the number of tests.
  func isRare(_ tails: HypergeometricTails) -> Bool {
    min(1, tails.twoSided * Double(factor)) <= rule.alpha
  }
}
