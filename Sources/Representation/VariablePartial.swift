/// What one variable contributes to the spread of the participation rates.
public struct VariablePartial: Sendable, Equatable {
  /// The variable.
  public let variable: String
  /// The unconditional partial indicator, the spread between the variable's categories:
  /// P_u = √(Σ N_k/N (ρ_k − r)²).
  public let unconditional: BiasAdjusted
  /// The conditional partial indicator, the spread inside the cells of all the other variables
  /// crossed: P_c = √((1/N) Σ_l Σ_{i in l} (ρ_i − ρ_l)²); `nil` when there is none.
  public let conditional: BiasAdjusted?
  /// Why there is no conditional indicator; `nil` when there is one.
  public let conditionalObstacle: ConditionalObstacle?
  /// The contributions of the categories, sorted by their names.
  public let categories: [CategoryPartial]
}
