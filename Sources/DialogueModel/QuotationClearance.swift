/// A person's decision that a passage of a submission may be quoted in public.
public struct QuotationClearance: Sendable, Equatable {
  /// The submission's public number.
  public var submission: String
  /// The passage, word for word as it stands in the masked text.
  public var text: String
  /// The key of the theme that the quotation illustrates.
  public var theme: String
  /// Who cleared it, by role.
  public var clearedBy: String
  /// When it was cleared.
  public var date: CalendarDate

  /// Makes a clearance.
  public init(
    submission: String, text: String, theme: String, clearedBy: String, date: CalendarDate
  ) {
    self.submission = submission
    self.text = text
    self.theme = theme
    self.clearedBy = clearedBy
    self.date = date
  }
}
