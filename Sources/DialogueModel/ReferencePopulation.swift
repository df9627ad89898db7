/// The population that participants are compared with (*referensbefolkning*).
public struct ReferencePopulation: Sendable, Equatable {
  /// The rows of the file.
  public var rows: [ReferenceRow]

  /// Makes a reference population.
  public init(rows: [ReferenceRow]) { self.rows = rows }

  /// The row for a dimension and a value, such as `age` and `16-24`.
  public func row(dimension: String, value: String) -> ReferenceRow? {
    rows.first { $0.dimension == dimension && $0.value == value }
  }
}
