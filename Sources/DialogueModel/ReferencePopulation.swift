/// The population that participants are compared with (*referensbefolkning*).
public struct ReferencePopulation: Sendable, Equatable {
  /// The rows of the file.
  public var rows: [ReferenceRow]

  /// Makes a reference population.
  public init(rows: [ReferenceRow]) { self.rows = rows }

  /// The row for a dimension and a value, such as `age` and `16-24`, or `total` and `16+`.
  ///
  /// - Parameters:
  ///   - dimension: The dimension, or `total`.
  ///   - value: The group's key within it.
  ///   - universe: The population of a channel. Where the dimension has figures of that very
  ///     population, only those are used; otherwise the figures that name none.
  /// - Returns: The row, or `nil` when there is none.
  public func row(dimension: String, value: String, universe: String? = nil) -> ReferenceRow? {
    let own = universe.flatMap { hasRows(of: dimension, for: $0) ? $0 : nil }
    return rows.first {
      $0.dimension == dimension && $0.value == value && $0.universe == own
    }
  }

  /// Whether a dimension has figures of a certain population.
  public func hasRows(of dimension: String, for universe: String) -> Bool {
    rows.contains { $0.dimension == dimension && $0.universe == universe }
  }
}
