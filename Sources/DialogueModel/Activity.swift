/// A meeting, a visit or a survey of the dialogue (*dialogaktivitet*).
public struct Activity: Sendable, Equatable {
  /// The key, such as `bygdegarden`.
  public var id: String
  /// The name in Swedish.
  public var label: String
  /// The first day.
  public var from: CalendarDate?
  /// The last day, when it took more than one.
  public var through: CalendarDate?
  /// Where it was.
  public var place: String?
  /// The method, such as *smågrupper*.
  public var method: String?
  /// Languages and support, such as *hörslinga*.
  public var support: String?
  /// The key of the channel that its submissions belong to.
  public var channel: String?
  /// The number of participants; `nil` when nobody counted.
  public var participants: Int?
  /// The number of elected representatives who took part; `nil` when not said.
  public var elected: Int?
  /// The number of officials who took part; `nil` when not said.
  public var officials: Int?
  /// How it was evaluated, and when.
  public var evaluation: String?
  /// When it was evaluated.
  public var evaluationDate: CalendarDate?

  /// Makes an activity.
  public init(id: String, label: String) {
    self.id = id
    self.label = label
  }
}
