import DialogueModel

/// The day and time of day at which something was submitted, in the clock of the tool.
public struct SubmissionTime: Sendable, Equatable {
  /// Days from 1 January 1970.
  public var day: Int
  /// Seconds from midnight; 0 when only the day is known.
  public var seconds: Int

  /// Makes a time.
  public init(day: Int, seconds: Int = 0) {
    self.day = day
    self.seconds = seconds
  }
}
