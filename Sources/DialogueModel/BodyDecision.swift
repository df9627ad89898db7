/// A decision or an initiative of a political body.
public struct BodyDecision: Sendable, Equatable {
  /// The body, such as *Kommunfullmäktige*.
  public var body: String
  /// The day of the meeting.
  public var date: CalendarDate?
  /// The paragraph of the minutes, such as `31`.
  public var paragraph: String?
  /// The registry number, where it differs from the case's.
  public var registryNumber: String?

  /// Makes a decision.
  public init(
    body: String, date: CalendarDate? = nil, paragraph: String? = nil,
    registryNumber: String? = nil
  ) {
    self.body = body
    self.date = date
    self.paragraph = paragraph
    self.registryNumber = registryNumber
  }
}
