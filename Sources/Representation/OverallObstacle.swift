/// Why a whole dimension, such as age, cannot be measured against its reference.
public enum OverallObstacle: String, Error, Sendable, CaseIterable, Codable {
  /// The two lists have not the same number of categories.
  case lengthMismatch = "length_mismatch"
  /// A count is negative.
  case negativeCount = "negative_count"
  /// A number is beyond the limits that ``OverallAssessor`` states.
  case tooLarge = "too_large"
  /// The members do not sum to the persons known, or the reference differs from its published
  /// total by more than noise explains: the categories overlap or leave persons out.
  case sumMismatch = "sum_mismatch"
  /// A category has more members than inhabitants; most often the reference says nobody.
  case dataConflict = "data_conflict"
  /// Nobody's category is known.
  case noKnown = "no_known"
  /// Fewer than two categories have inhabitants, so that there is nothing to compare.
  case singleCategory = "single_category"
}
