import DialogueModel

extension AnnexContent {
  /// How those who answered in one channel compare with the population.
  public struct ChannelCoverage: Sendable, Equatable {
    /// The key of the channel.
    public var channel: String
    /// The number of persons: the accepted submissions of the channel.
    public var persons: Int
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

    /// Makes the comparison of a channel.
    public init(
      channel: String, persons: Int, referenceTotal: Int? = nil, referenceLabel: String? = nil,
      referenceSource: String? = nil, referenceDate: CalendarDate? = nil,
      dimensions: [DimensionCoverage] = []
    ) {
      self.channel = channel
      self.persons = persons
      self.referenceTotal = referenceTotal
      self.referenceLabel = referenceLabel
      self.referenceSource = referenceSource
      self.referenceDate = referenceDate
      self.dimensions = dimensions
    }
  }
}
