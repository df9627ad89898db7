/// What the dialogue was allowed to cost, and what it cost.
public struct Budget: Sendable, Equatable {
  /// The budget in kronor.
  public var planned: Int?
  /// The outcome in kronor.
  public var spent: Int?
  /// Other resources, such as hours, in words.
  public var resources: String?

  /// Makes a budget.
  public init(planned: Int? = nil, spent: Int? = nil, resources: String? = nil) {
    self.planned = planned
    self.spent = spent
    self.resources = resources
  }
}
