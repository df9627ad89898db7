import DialogueModel

extension AnnexContent {
  /// How those who answered in one channel compare with the population.
  public struct ChannelCoverage: Sendable, Equatable {
    /// The key of the channel.
    public var channel: String
    /// The number of persons: the accepted submissions of the channel that are not by
    /// organisations.
    public var persons: Int
    /// The accepted submissions by organisations, which are in no group.
    public var organisations: Int
    /// How those who answered were chosen.
    public var selection: Channel.Selection
    /// The number of persons who could take part, N; `nil` when there is no figure.
    public var referenceTotal: Int?
    /// Who they are, in words, such as *16 år och äldre i kommunen*.
    public var referenceLabel: String?
    /// Who published the figures, with the table.
    public var referenceSource: String?
    /// The day that the figures describe.
    public var referenceDate: CalendarDate?
    /// The background questions, in the order to print them.
    public var dimensions: [DimensionCoverage]
    /// How it stood after each activity; empty when the channel has but one.
    public var stages: [Stage]
    /// The measures of whole questions, where every group has a reference.
    public var balances: [DimensionBalance]
    /// How the closed answers were weighted; `nil` when there are none to weight.
    public var weighting: Weighting?

    /// Makes the comparison of a channel.
    public init(
      channel: String, persons: Int, organisations: Int = 0,
      selection: Channel.Selection = .selfSelected, referenceTotal: Int? = nil,
      referenceLabel: String? = nil,
      referenceSource: String? = nil, referenceDate: CalendarDate? = nil,
      dimensions: [DimensionCoverage] = []
    ) {
      self.channel = channel
      self.persons = persons
      self.organisations = organisations
      self.selection = selection
      self.referenceTotal = referenceTotal
      self.referenceLabel = referenceLabel
      self.referenceSource = referenceSource
      self.referenceDate = referenceDate
      self.dimensions = dimensions
      stages = []
      balances = []
    }
  }
}
