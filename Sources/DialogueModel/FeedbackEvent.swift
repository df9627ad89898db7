/// Feedback that is planned or done (*återkoppling*).
public struct FeedbackEvent: Sendable, Equatable {
  /// Who gets it.
  public var recipient: String
  /// Whether it goes to participants, to the public, or to both.
  public var audience: Audience
  /// The way it is given.
  public var channel: String
  /// The last day for it.
  public var latest: CalendarDate?
  /// Who sees to it, by role.
  public var responsible: String?
  /// When it was done; `nil` when it is not.
  public var done: CalendarDate?
  /// What the state is, in words.
  public var note: String?

  /// Who feedback is for.
  public enum Audience: String, Sendable, CaseIterable {
    /// Those who took part (*deltagare*).
    case participants = "deltagare"
    /// The public (*allmänheten*).
    case everyone = "allmänheten"
    /// Both.
    case both = "båda"
  }

  /// Makes a feedback event.
  public init(recipient: String, audience: Audience, channel: String) {
    self.recipient = recipient
    self.audience = audience
    self.channel = channel
  }
}
