/// Why nothing can be said of a target group's representation.
public enum RepresentationReason: String, Sendable, CaseIterable, Codable {
  /// The reference population has no figure for the group.
  case noReference = "no_reference"
  /// The channel was filled by quotas, so that it is in balance by design.
  case byDesign = "by_design"
  /// Nobody's membership is known.
  case noKnown = "no_known"
  /// The counts contradict the reference, for example more members than inhabitants.
  case dataConflict = "data_conflict"
  /// More of the participants did not say than the rule allows, one half unless it is changed.
  case mostlyUnknown = "mostly_unknown"
  /// Too few took part to tell balance from imbalance.
  case tooFew = "too_few"
  /// The difference is larger than chance gives, but lies within the parity band.
  case differenceExtentUnclear = "difference_extent_unclear"
  /// The reference is a range or carries noise, and the answer depends on where the truth lies.
  case referenceUncertain = "reference_uncertain"
}
