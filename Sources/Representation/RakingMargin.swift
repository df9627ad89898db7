/// The population's figures for one variable, which the weights are to give (*fördelning*).
public struct RakingMargin: Sendable, Equatable {
  /// The name of the variable, such as `age`.
  public var variable: String
  /// The categories, in the variable's own order when it has one.
  public var categories: [RakingCategory]
  /// Whether the order means something, as it does for age bands and not for localities.
  public var isOrdered: Bool

  /// Makes a margin.
  public init(_ variable: String, _ categories: [RakingCategory], isOrdered: Bool = false) {
    self.variable = variable
    self.categories = categories
    self.isOrdered = isOrdered
  }

  /// Makes a margin from names and figures.
  public init(
    _ variable: String, _ figures: KeyValuePairs<String, Double>, isOrdered: Bool = false
  ) {
    self.init(variable, figures.map { RakingCategory($0.key, $0.value) }, isOrdered: isOrdered)
  }

  /// The code of a respondent whose category is not known: one more than the last category's.
  public var missingCode: Int { categories.count }

  /// The sum of the figures.
  public var total: Double { categories.reduce(0) { $0 + $1.target } }
}
