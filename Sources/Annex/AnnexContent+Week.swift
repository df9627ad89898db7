import DialogueModel

extension AnnexContent {
  /// The accepted submissions of one ISO week, by channel.
  public struct Week: Sendable, Equatable {
    /// The year that the week belongs to.
    public var year: Int
    /// The week's number.
    public var week: Int
    /// The number of accepted submissions by channel key.
    public var byChannel: [String: Int]

    /// Makes a week.
    public init(year: Int, week: Int, byChannel: [String: Int]) {
      self.year = year
      self.week = week
      self.byChannel = byChannel
    }
  }
}
