extension AnnexContent {
  /// How far a whole question's answers are from the population's, all groups together.
  public struct DimensionBalance: Sendable, Equatable {
    /// The key of the question.
    public var dimension: String
    /// The share that would have to be others for the shares to be the population's, from 0 to 1
    /// (*olikhetsindex*).
    public var dissimilarity: Double
    /// What a fair draw of lots gives on average.
    public var expectedDissimilarity: Double
    /// The exact chance, in a fair draw of lots, of numbers that are as unlike the population's.
    public var chance: Double
    /// The coefficient of variation of the groups' participation rates, less what chance gives.
    public var variation: Double

    /// Makes the measures of a question.
    public init(
      dimension: String, dissimilarity: Double, expectedDissimilarity: Double, chance: Double,
      variation: Double
    ) {
      self.dimension = dimension
      self.dissimilarity = dissimilarity
      self.expectedDissimilarity = expectedDissimilarity
      self.chance = chance
      self.variation = variation
    }
  }
}
