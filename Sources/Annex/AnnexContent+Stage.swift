import DialogueModel

extension AnnexContent {
  /// What an activity added, and how the comparison stood after it (*läget efter aktiviteten*).
  ///
  /// The unit is persons. Whoever looks several times finds more by chance: only the last stage,
  /// which is the whole, is the result.
  public struct Stage: Sendable, Equatable {
    /// The activity's key; `nil` for submissions of no activity.
    public var activity: String?
    /// The activity's name in Swedish.
    public var label: String
    /// The activity's last day.
    public var day: CalendarDate?
    /// The number of persons who took part in the activity.
    public var persons: Int
    /// The number of persons up to and with the activity.
    public var personsSoFar: Int
    /// Those of the activity by group, such as `age/16-24`; `age/` counts those who did not say.
    public var members: [String: Int]
    /// The comparison of all who had taken part by then.
    public var soFar: [DimensionCoverage]

    /// Makes a stage.
    public init(
      activity: String?, label: String, day: CalendarDate?, persons: Int, personsSoFar: Int,
      members: [String: Int], soFar: [DimensionCoverage]
    ) {
      self.activity = activity
      self.label = label
      self.day = day
      self.persons = persons
      self.personsSoFar = personsSoFar
      self.members = members
      self.soFar = soFar
    }
  }
}
