/// What became of a calibration within bounds.
public struct BoundedWeights: Sendable, Equatable {
  /// Whether the margins are met within the bounds.
  public let outcome: CalibrationOutcome
  /// The largest |Σw/T − 1| that remains, whatever the outcome.
  public let marginError: Double
  /// The variable of the category furthest from its figure; `nil` when the margins are met.
  public let variable: String?
  /// The category furthest from its figure; `nil` when the margins are met, or for the unknown.
  public let category: String?
  /// The steps taken.
  public let steps: Int
  /// The weights, only when the margins are met: weights that miss them are not handed out.
  public let weights: RakingWeights?
}
