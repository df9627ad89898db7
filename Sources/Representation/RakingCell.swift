/// The respondents who are in the same category of every variable (*cell*).
public struct RakingCell: Sendable, Equatable {
  /// The position of the category in each margin, in the order of the margins; `nil` where it is
  /// not known.
  public var categories: [Int?]
  /// How many respondents there are, at least 1.
  public var count: Int
  /// The weight of each of them before raking, more than 0; only the proportions matter.
  ///
  /// One that is not more than 1e-12 of the largest is refused.
  public var startWeight: Double

  /// Makes a cell.
  public init(_ categories: [Int?], count: Int, startWeight: Double = 1) {
    self.categories = categories
    self.count = count
    self.startWeight = startWeight
  }
}
