/// A sum that a reader can compute: a total and its parts, by key.
public struct SumRelation: Sendable, Equatable, Hashable, Codable {
  /// The key of the sum.
  public var total: String
  /// The keys of the parts.
  public var parts: [String]

  /// Makes a relation.
  public init(total: String, parts: [String]) {
    self.total = total
    self.parts = parts
  }
}
