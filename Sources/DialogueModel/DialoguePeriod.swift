/// The first and the last day on which submissions were taken (*period*).
public struct DialoguePeriod: Sendable, Equatable {
  /// The first day.
  public var from: CalendarDate
  /// The last day.
  public var through: CalendarDate

  /// Makes a period, or `nil` when it ends before it begins.
  public init?(from: CalendarDate, through: CalendarDate) {
    guard from <= through else { return nil }
    self.from = from
    self.through = through
  }

  /// Whether a day lies in the period.
  public func contains(_ day: CalendarDate) -> Bool { from <= day && day <= through }
}
