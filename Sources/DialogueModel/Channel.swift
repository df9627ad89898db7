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
  /// How those who answered were chosen.
  public var selection: Selection
  /// The number of persons drawn by lot, whether they answered or not.
  public var drawn: Int?
  /// Who sends submissions this way when nothing else is said, such as *privatperson*.
  public var sender: String

  /// How those who answered in a channel were chosen.
  public enum Selection: String, Sendable, CaseIterable, Codable {
    /// Everyone chose for themselves whether to answer (*självvalda*).
    case selfSelected = "self"
    /// People were invited until each group had its number (*kvoturval*).
    ///
    /// Such a channel is in
    /// balance by design: that is said, and nothing is tested.
    case quota
    /// A draw of lots from a register, in which everyone's chance is known
    /// (*slumpmässigt urval*).
    case probability
  }

  /// Makes a channel.
  public init(
    id: String, label: String, eligible: String? = nil, universe: String? = nil,
    countsPersons: Bool = false, selection: Selection = .selfSelected,
    sender: String = "privatperson"
  ) {
    self.id = id
    self.label = label
    self.eligible = eligible
    self.universe = universe
    self.countsPersons = countsPersons
    self.selection = selection
    self.sender = sender
  }
}
