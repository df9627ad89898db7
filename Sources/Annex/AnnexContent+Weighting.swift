extension AnnexContent {
  /// How the closed answers of a channel were weighted, or why they were not (*viktning*).
  public struct Weighting: Sendable, Equatable {
    /// Why there are no weights; `nil` when there are.
    public var refusal: RepresentationStatement.WeightRefusal?
    /// The names of the background questions whose shares the weights give.
    public var dimensions: [String]
    /// The groups that were put together first, by the name of the question.
    public var merged: [Merging]
    /// The groups that have a weight of their own, such as `age/16-24`.
    ///
    /// The weights give their numbers away. Of groups put together only the sum follows.
    public var separate: [String]
    /// The names of the background questions whose figures summed to another population and were
    /// multiplied to the others'.
    public var rescaled: [String]
    /// The names of the background questions that some did not answer: they keep the share of
    /// the weights that they have.
    public var unknown: [String]
    /// The number of persons weighted.
    public var persons: Int
    /// The effective sample size, (Σw)² / Σw².
    public var effective: Double
    /// Whether the weights are kept within bounds, since they would otherwise be too unequal.
    public var isBounded = false
    /// The largest remaining difference between a margin and the population, relative.
    public var marginError: Double
    /// The smallest and the largest weight, with a mean of 1.
    public var weights: ClosedRange<Double>

    /// Groups that are weighted as one.
    public struct Merging: Sendable, Equatable {
      /// The name of the question.
      public var dimension: String
      /// The names of the groups.
      public var groups: [String]

      /// Makes a merging.
      public init(dimension: String, groups: [String]) {
        self.dimension = dimension
        self.groups = groups
      }
    }

    /// Makes a weighting; with a refusal the figures are those that it rests on, or 0.
    public init(
      refusal: RepresentationStatement.WeightRefusal? = nil, dimensions: [String] = [],
      merged: [Merging] = [], separate: [String] = [], rescaled: [String] = [],
      unknown: [String] = [], persons: Int = 0, effective: Double = 0, marginError: Double = 0,
      weights: ClosedRange<Double> = 0...0
    ) {
      self.refusal = refusal
      self.dimensions = dimensions
      self.merged = merged
      self.separate = separate
      self.rescaled = rescaled
      self.unknown = unknown
      self.persons = persons
      self.effective = effective
      self.marginError = marginError
      self.weights = weights
    }
  }
}
