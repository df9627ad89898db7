/// One category of a variable, with the population's figure for it (*kategori*).
public struct RakingCategory: Sendable, Equatable {
  /// The name, such as `65-79`.
  public var name: String
  /// How many of the population are in it, or any figure in proportion to that.
  public var target: Double

  /// Makes a category.
  public init(_ name: String, _ target: Double) {
    self.name = name
    self.target = target
  }
}
