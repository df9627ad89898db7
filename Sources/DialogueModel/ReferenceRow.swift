/// One figure of the reference population, with its source.
public struct ReferenceRow: Sendable, Equatable {
  /// The dimension, or `total` for the whole eligible population.
  public var dimension: String
  /// The group's key within the dimension.
  public var value: String
  /// The population that the figure is of, as a channel's `universe` names it; `nil` for figures
  /// that any channel may be compared with.
  public var universe: String?
  /// The number of persons.
  public var count: Int
  /// The upper number when the figure is a range.
  public var countHigh: Int?
  /// Who published the figure.
  public var source: String
  /// The table it stands in.
  public var table: String
  /// The day it describes.
  public var date: CalendarDate

  /// Makes a row.
  public init(
    dimension: String, value: String, universe: String? = nil, count: Int, countHigh: Int? = nil,
    source: String, table: String, date: CalendarDate
  ) {
    self.dimension = dimension
    self.value = value
    self.universe = universe
    self.count = count
    self.countHigh = countHigh
    self.source = source
    self.table = table
    self.date = date
  }
}
