/// Weights that give all the margins (*vikter*), and how they came about.
///
/// They correct the composition by the variables weighted by. They do not correct that those who
/// took part chose to. Free text, ideas and counts of contributions are never weighted.
public struct RakingWeights: Sendable, Equatable {
  /// The margins, with the figures multiplied to one total.
  public let margins: [RakingMargin]
  /// The total that the weights sum to.
  public let total: Double
  /// The respondents.
  public let sample: RakingSample
  /// The weight of each respondent of each cell, in the order of the sample's cells.
  public let weights: [Double]
  /// The cycles through all margins that raking took, or the steps of a calibration.
  public let cycles: Int
  /// The largest |Σw/T − 1| over all categories of all margins.
  public let marginError: Double
  /// The margins that summed to another total: each is worth a warning.
  public let rescaledMargins: [MarginRescaling]
  /// The variables with respondents whose category is not known.
  public let missing: [MissingCategory]
  /// The effective sample size and its kin.
  public let figures: WeightFigures
  /// The weight of each cell's respondents before raking, scaled to sum to the total.
  let startWeights: [Double]

  init(
    problem: RakingProblem, weights: [Double], cycles: Int, marginError: Double
  ) {
    margins = problem.margins
    total = problem.total
    sample = problem.sample
    rescaledMargins = problem.rescaledMargins
    missing = problem.missing
    startWeights = problem.startWeights
    self.weights = weights
    self.cycles = cycles
    self.marginError = marginError
    figures = WeightFigures(counts: problem.sample.cells.map(\.count), weights: weights)
  }

  /// The weight of each respondent.
  ///
  /// - Parameter columns: The columns that the sample was made from.
  /// - Returns: The weights, in the order of the respondents; 0 for one of a cell that the sample
  ///   does not have.
  /// - Throws: ``RakingRefusal`` when the columns do not fit the margins.
  public func ofRespondents(_ columns: [[UInt8]]) throws(RakingRefusal) -> [Double] {
    try CellCounter(margins).spread(weights, of: sample.cells, to: columns)
  }

  /// The weight of each respondent, for columns of whole numbers.
  ///
  /// - Parameter columns: The columns that the sample was made from.
  /// - Returns: The weights, in the order of the respondents; 0 for one of a cell that the sample
  ///   does not have.
  /// - Throws: ``RakingRefusal`` when the columns do not fit the margins.
  public func ofRespondents(_ columns: [[Int]]) throws(RakingRefusal) -> [Double] {
    let counter = CellCounter(margins)
    return try counter.spread(weights, of: sample.cells, to: try counter.narrowed(columns))
  }
}
