/// The persons of one combination of categories: how many live there and how many took part.
public struct ParticipationCell: Sendable, Equatable {
  /// The category of each variable, in the order of the table's variables.
  public var categories: [String]
  /// The number of inhabitants.
  public var population: Int
  /// The number of them who took part.
  public var participants: Int

  /// Makes a cell.
  public init(categories: [String], population: Int, participants: Int) {
    self.categories = categories
    self.population = population
    self.participants = participants
  }
}
