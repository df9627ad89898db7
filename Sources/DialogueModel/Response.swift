/// The officials' comment and proposal for one theme (*bemötande, kommentar*).
public struct Response: Sendable, Equatable {
  /// The key of the theme.
  public var theme: String
  /// The comment, in the officials' words.
  public var comment: String?
  /// Who wrote the comment, by role.
  public var author: String?
  /// The proposals, one or more.
  public var proposals: [Proposal]

  /// One proposed outcome with its sentence.
  public struct Proposal: Sendable, Equatable {
    /// What the viewpoints were, in a few words; the whole theme when `nil`.
    public var about: String?
    /// The outcome.
    public var outcome: ProposedOutcome
    /// The reason, as a sentence.
    public var reason: String?
    /// The limit that an outcome outside the frame refers to.
    public var limit: String?
    /// Who gets what is passed on, and when.
    public var recipient: String?
    /// When it was passed on.
    public var passedOn: CalendarDate?
    /// What was changed in the proposal.
    public var change: String?
    /// Where in the proposal the change is.
    public var changePlace: String?

    /// Makes a proposal.
    public init(outcome: ProposedOutcome) { self.outcome = outcome }
  }

  /// Makes a response without words.
  public init(theme: String) {
    self.theme = theme
    proposals = []
  }
}
