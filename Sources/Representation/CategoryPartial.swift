/// What one category contributes to the spread of the participation rates, without correction.
public struct CategoryPartial: Sendable, Equatable {
  /// The category.
  public let category: String
  /// The unconditional partial indicator, √(N_k/N) (ρ_k − r); negative for too few members.
  public let unconditional: Double
  /// The conditional partial indicator, √((1/N) Σ_l Σ_{i in l and k} (ρ_i − ρ_l)²), without sign;
  /// `nil` when there is none for the variable.
  public let conditional: Double?
}
