/// Why there are no weights.
public enum RakingRefusalReason: String, Sendable, CaseIterable, Codable {
  /// There is no margin to weight by.
  case noMargins = "no_margins"
  /// There is no respondent.
  case noRespondents = "no_respondents"
  /// A margin has no category.
  case noCategories = "no_categories"
  /// Two margins have the same name.
  case duplicateVariable = "duplicate_variable"
  /// Two categories of a variable have the same name.
  case duplicateCategory = "duplicate_category"
  /// A figure of a margin is not a number, infinite, negative, or 0 where nobody answered either.
  case invalidTarget = "invalid_target"
  /// The population has nobody in a category that somebody answered from.
  case respondentsWithoutTarget = "respondents_without_target"
  /// Nobody answered from a category that the population has somebody in.
  case categoryWithoutRespondents = "category_without_respondents"
  /// A cell has the wrong number of categories, a category that is none, or no respondent.
  case invalidCell = "invalid_cell"
  /// A start weight is not a number above 0, or is not more than 1e-12 of the largest.
  case invalidStartWeight = "invalid_start_weight"
  /// The columns are not one for each margin, or not of the same length.
  case columnsDiffer = "columns_differ"
  /// A column has a code that is neither a category of its margin nor the unknown.
  case unknownCode = "unknown_code"
  /// The margins together have more combinations of categories than can be numbered.
  case tooManyCombinations = "too_many_combinations"
  /// No weights whatever give all the margins: who answered, and who did not, excludes it.
  case contradictoryMargins = "contradictory_margins"
  /// The margins were not met within the cycles allowed, and no contradiction was proved.
  case noConvergence = "no_convergence"
  /// The bounds of a calibration do not have 1 between them, or are not numbers.
  case invalidBounds = "invalid_bounds"
  /// A start weight lies at or beyond the bounds of a calibration.
  case startWeightOutsideBounds = "start_weight_outside_bounds"
  /// The margins together have more categories than the calibration takes.
  case tooManyCategories = "too_many_categories"
}
