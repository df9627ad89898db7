/// Categories that were made one, since too few answered from one of them.
public struct CategoryMerge: Sendable, Equatable {
  /// The variable.
  public var variable: String
  /// The names of the categories, in the order of the margin.
  public var categories: [String]
  /// The name of the new category.
  public var name: String
  /// The respondents in it.
  public var count: Int

  /// Makes an account of a merge.
  public init(variable: String, categories: [String], name: String, count: Int) {
    self.variable = variable
    self.categories = categories
    self.name = name
    self.count = count
  }
}
