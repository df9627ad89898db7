import DialogueModel

/// What a run found out, as far as the policy asks for it; `nil` is "not known".
public struct RunFigures: Sendable, Equatable {
  /// The day of the last submission that counts.
  public var lastSubmission: CalendarDate?
  /// How many submissions came in after the period.
  public var lateCount: Int?
  /// The keys of the themes that have at least one viewpoint.
  public var themesWithViewpoints: [String]?
  /// The target groups that were compared with the population, with their class.
  public var groups: [Group]?
  /// The documents that the run wrote.
  public var outputs: Set<Output>?
  /// Whether every figure and quotation can be traced and recomputed.
  public var isVerifiable: Bool?

  /// A target group that was compared with the population.
  public struct Group: Sendable, Equatable {
    /// The group's key, such as `age/16-24`.
    public var id: String
    /// The class.
    public var classification: RepresentationClass

    /// Makes a group.
    public init(id: String, classification: RepresentationClass) {
      self.id = id
      self.classification = classification
    }
  }

  /// A document that the policy asks for.
  public enum Output: String, Sendable, CaseIterable {
    /// The annex (*bilaga*).
    case annex
    /// The list of submissions with their numbers (*förteckning över inlämningar*).
    case submissionList
    /// The feedback to participants (*återkoppling till deltagare*).
    case participantFeedback
    /// The feedback to the public (*återkoppling till allmänheten*).
    case publicFeedback
  }

  /// Makes figures in which nothing is known.
  public init() {}
}
