/// The council's case that a dialogue belongs to (*ärende*).
public struct DecisionCase: Sendable, Equatable {
  /// The registry number (*diarienummer*), verbatim: its form varies between municipalities.
  public var registryNumber: String
  /// The case's heading.
  public var title: String
  /// The body that decides, such as *kommunfullmäktige*.
  public var decidingBody: String
  /// When the decision is expected.
  public var plannedDecision: CalendarDate?
  /// How the case is prepared before the decision, in words.
  public var preparation: String?
  /// The annex's number among the decision's documents.
  public var annexNumber: Int?
  /// Who took the initiative.
  public var initiative: BodyDecision?
  /// The body that proposed the dialogue.
  public var proposedBy: String?
  /// The decision to hold the dialogue.
  public var decisionToHold: BodyDecision?
  /// Whether the decision says that the dialogue is handed over to officials, with the words.
  public var decisionExcerpt: String?

  /// Makes a case.
  public init(registryNumber: String, title: String, decidingBody: String) {
    self.registryNumber = registryNumber
    self.title = title
    self.decidingBody = decidingBody
  }
}
