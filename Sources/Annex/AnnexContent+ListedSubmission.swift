import DialogueModel

extension AnnexContent {
  /// One accepted submission as appendix A lists it: no text, no day and no background.
  public struct ListedSubmission: Sendable, Equatable {
    /// The public number, such as `HD26-0042`.
    public var id: String
    /// The ISO year of the week; `nil` when the time is not known.
    public var year: Int?
    /// The ISO week; `nil` when the time is not known.
    public var week: Int?
    /// The channel's name in Swedish.
    public var channel: String
    /// Who sent it, such as *privatperson*.
    public var sender: String
    /// The codes of its themes, such as `T04`.
    public var themes: [String]
    /// How many said so, for an official's note; `nil` when it was not noted.
    public var timesSaid: Int?

    /// Makes a listed submission.
    public init(
      id: String, year: Int?, week: Int?, channel: String, sender: String, themes: [String],
      timesSaid: Int? = nil
    ) {
      self.id = id
      self.year = year
      self.week = week
      self.channel = channel
      self.sender = sender
      self.themes = themes
      self.timesSaid = timesSaid
    }
  }
}
