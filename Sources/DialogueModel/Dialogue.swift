/// A citizen dialogue and the decision it belongs to (*medborgardialog*), as `dialogue.yaml`
/// describes it.
///
/// Optional values are those that a dialogue can be run without; that one is missing is shown
/// in the annex and in the check against the policy, never filled in.
public struct Dialogue: Sendable, Equatable {
  /// The key of the dialogue, such as `skolskjuts-rada`.
  public var id: String
  /// The title that the documents carry.
  public var title: String
  /// A sentence under the title, where one is wanted.
  public var lead: String?
  /// What kind of dialogue it is.
  public var kind: DialogueKind
  /// Why it is of this kind, when a person has said so.
  public var kindReason: String?
  /// The municipality's name.
  public var municipality: String
  /// Whether the data is invented; every document then says so.
  public var isSynthetic: Bool
  /// The letters before each submission's public number, such as `HD26`.
  public var idPrefix: String
  /// The policy version or date that the dialogue is judged by.
  public var policyVersion: String?

  /// The case that the dialogue belongs to.
  public var decisionCase: DecisionCase

  /// What the dialogue was for (*syfte*).
  public var purpose: String?
  /// What the deciding body needed to know (*behov*).
  public var need: String?
  /// How much participants could influence, and what.
  public var influence: Influence
  /// The first and last day for submissions.
  public var period: DialoguePeriod
  /// Money and hours.
  public var budget: Budget?
  /// The people responsible, by role.
  public var responsible: [ResponsibleRole]
  /// The elected representatives and officials expected to take part, by role.
  public var participating: [ResponsibleRole]
  /// Whether everybody was invited.
  public var openToAll: Bool?
  /// The groups that the plan promised to reach, and how.
  public var groupsToReach: [ReachPlan]
  /// Why the methods were chosen.
  public var methodReason: String?
  /// The goals that the dialogue is tied to.
  public var goals: [String]
  /// How submissions would be handled, as participants were told.
  public var handlingNotice: String?
  /// The ways in which people could answer.
  public var channels: [Channel]
  /// The meetings, visits and surveys.
  public var activities: [Activity]
  /// Planned and done feedback to participants and the public.
  public var feedback: [FeedbackEvent]
  /// When the feedback plan was settled.
  public var feedbackPlanDate: CalendarDate?
  /// Information given to the public beside the dialogue.
  public var information: [String]
  /// When the dialogue was mentioned in the official's report (*tjänsteskrivelse*).
  public var reportMentionDate: CalendarDate?
  /// When it was considered whether to hold a dialogue, and the answer.
  public var considered: String?
  /// Steps of the plan that were talked through, with dates.
  public var planning: [String]
  /// Whether the policy's yearly follow-up has a place for this dialogue.
  public var yearlyFollowUp: String?

  /// Makes a dialogue with the values that it cannot be without.
  public init(
    id: String, title: String, kind: DialogueKind, municipality: String, idPrefix: String,
    decisionCase: DecisionCase, influence: Influence, period: DialoguePeriod
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.municipality = municipality
    isSynthetic = false
    self.idPrefix = idPrefix
    self.decisionCase = decisionCase
    self.influence = influence
    self.period = period
    responsible = []
    participating = []
    groupsToReach = []
    goals = []
    channels = []
    activities = []
    feedback = []
    information = []
    planning = []
  }
}
