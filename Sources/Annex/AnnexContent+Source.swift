import DialogueModel

extension AnnexContent {
  /// What one source file is, beside its account.
  public struct Source: Sendable, Equatable {
    /// The name in Swedish, such as *Webbenkäten*; the file's path when there is none.
    public var label: String
    /// The name of the profile, such as *LimeSurvey*.
    public var profile: String
    /// The key of the channel.
    public var channel: String
    /// The keys of the activities that its files belong to; an empty one stands for none.
    public var activities: [String]
    /// The columns or paths that no role was found for, which were left out.
    public var unmappedColumns: [String]
    /// The columns or paths that were dropped at the door, such as contact details.
    public var droppedColumns: [String]
    /// Whether the source is an official's notes and not what participants wrote themselves.
    public var isNotes: Bool

    /// Makes a source.
    public init(
      label: String, profile: String, channel: String, activities: [String] = [],
      unmappedColumns: [String] = [],
      droppedColumns: [String] = [], isNotes: Bool = false
    ) {
      self.label = label
      self.profile = profile
      self.channel = channel
      self.activities = activities
      self.unmappedColumns = unmappedColumns
      self.droppedColumns = droppedColumns
      self.isNotes = isNotes
    }
  }
}
