/// Why no model of who took part could be fitted to a cross-tabulation.
public enum ParticipationObstacle: String, Error, Sendable, CaseIterable, Codable {
  /// No variable was asked for, one was asked for twice, or the table has no such variable.
  case unknownVariable = "unknown_variable"
  /// A cell has not one category for each variable.
  case lengthMismatch = "length_mismatch"
  /// Two cells have the same categories.
  case duplicateCell = "duplicate_cell"
  /// A count is negative.
  case negativeCount = "negative_count"
  /// A cell has more participants than inhabitants.
  case dataConflict = "data_conflict"
  /// The table is beyond the limits that ``ParticipationTable`` states.
  case tooLarge = "too_large"
  /// Nobody took part, or the table has no inhabitants.
  case noParticipants = "no_participants"
  /// Everybody took part, so that no rate differs from another.
  case everybodyParticipated = "everybody_participated"
  /// A variable has fewer than two categories with inhabitants.
  case singleCategory = "single_category"
  /// The variables say the same in part (one follows from the others), so that their
  /// contributions cannot be told apart.
  case collinear = "collinear"
  /// A category, or a combination of categories, has no participants or only participants; its
  /// estimated contribution would be infinite. Merge categories.
  case separated = "separated"
  /// The fit did not settle within the steps allowed.
  case notConverged = "not_converged"
}
