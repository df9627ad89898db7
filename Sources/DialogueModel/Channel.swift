/// A way of answering (*kanal, svarsväg*), with the population that could use it.
public struct Channel: Sendable, Equatable {
  /// The key, such as `webbenkat`.
  public var id: String
  /// The name in Swedish.
  public var label: String
  /// Who could answer, in words, such as *16 år och äldre*.
  public var eligible: String?
  /// The key of the row in the reference population that counts them, such as `total/16+`.
  public var universe: String?
  /// Whether each submission of the channel stands for one person, so that groups may be
  /// compared with the population.
  public var countsPersons: Bool
  /// Who sends submissions this way when nothing else is said, such as *privatperson*.
  public var sender: String

  /// Makes a channel.
  public init(
    id: String, label: String, eligible: String? = nil, universe: String? = nil,
    countsPersons: Bool = false, sender: String = "privatperson"
  ) {
    self.id = id
    self.label = label
    self.eligible = eligible
    self.universe = universe
    self.countsPersons = countsPersons
    self.sender = sender
  }
}
