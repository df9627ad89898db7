import DialogueModel

/// What is known of a dialogue, as named facts that the policy's duties are checked against.
///
/// What nobody has said is not among the facts. A list without items is not known either: an
/// empty list in a file says as little as no list.
public struct PolicyFacts: Sendable, Equatable {
  private var values: [String: FactValue] = [:]

  /// Gathers the facts.
  ///
  /// - Parameters:
  ///   - dialogue: The dialogue.
  ///   - responses: The officials' comments; `nil` when there is no file of them.
  ///   - run: What the run found out.
  public init(dialogue: Dialogue, responses: [Response]? = nil, run: RunFigures = RunFigures()) {
    addCase(dialogue)
    addPlan(dialogue)
    addInfluence(dialogue)
    addActivities(dialogue.activities)
    addReach(dialogue.groupsToReach)
    addFeedback(dialogue.feedback)
    addResponses(responses, themes: run.themesWithViewpoints)
    addRun(run)
  }

  /// The value of a fact; `nil` when it is not known.
  public subscript(_ path: String) -> FactValue? { values[path] }

  /// The names of the facts that are known.
  public var known: [String] { values.keys.sorted() }

  // MARK: Adding

  private mutating func add(_ path: String, _ text: String?) {
    if let text, !text.isEmpty { values[path] = .text(text) }
  }

  private mutating func add(_ path: String, _ date: CalendarDate?) {
    if let date { values[path] = .date(date) }
  }

  private mutating func add(_ path: String, _ number: Int?) {
    if let number { values[path] = .number(number) }
  }

  private mutating func add(_ path: String, _ flag: Bool?) {
    if let flag { values[path] = .flag(flag) }
  }

  private mutating func add(_ path: String, _ list: [String]) {
    if !list.isEmpty { values[path] = .list(list) }
  }

  private mutating func addCase(_ dialogue: Dialogue) {
    let decisionCase = dialogue.decisionCase
    add("dialogue.type", dialogue.kind.rawValue)
    add("dialogue.typeReason", dialogue.kindReason)
    add("dialogue.policyVersion", dialogue.policyVersion)
    add("case.registryNumber", decisionCase.registryNumber)
    add("case.decidingBody", decisionCase.decidingBody)
    add("case.plannedDecision", decisionCase.plannedDecision)
    add("case.preparation", decisionCase.preparation)
    add("case.proposedBy", decisionCase.proposedBy)
    add("case.initiative", decisionCase.initiative.map(SwedishWords.decision))
    add("case.initiative.body", decisionCase.initiative?.body)
    add("case.initiative.date", decisionCase.initiative?.date)
    add("case.decisionToHold", decisionCase.decisionToHold.map(SwedishWords.decision))
    add("case.decisionToHold.body", decisionCase.decisionToHold?.body)
    add("case.decisionToHold.date", decisionCase.decisionToHold?.date)
    add("case.decisionExcerpt", decisionCase.decisionExcerpt)
    add("period", SwedishWords.period(dialogue.period))
    add("period.from", dialogue.period.from)
    add("period.through", dialogue.period.through)
  }

  private mutating func addPlan(_ dialogue: Dialogue) {
    add("purpose", dialogue.purpose)
    add("need", dialogue.need)
    add("budget.planned", dialogue.budget?.planned)
    add("budget.spent", dialogue.budget?.spent)
    add("budget.resources", dialogue.budget?.resources)
    add("responsible", dialogue.responsible.map(\.role))
    add("participating", dialogue.participating.map(\.role))
    add("openToAll", dialogue.openToAll)
    add("methodReason", dialogue.methodReason)
    add("goals", dialogue.goals)
    add("handlingNotice", dialogue.handlingNotice)
    add("channels", dialogue.channels.map(\.label))
    add("information", dialogue.information)
    add("reportMentionDate", dialogue.reportMentionDate)
    add("considered", dialogue.considered)
    add("planning", dialogue.planning)
    add("yearlyFollowUp", dialogue.yearlyFollowUp)
    add("feedbackPlanDate", dialogue.feedbackPlanDate)
  }

  private mutating func addInfluence(_ dialogue: Dialogue) {
    let influence = dialogue.influence
    if let step = influence.step {
      var words = step
      if let number = influence.stepNumber, let count = influence.stepCount {
        words += ", steg \(number) av \(count)"
      }
      add("influence.step", words)
    }
    add("influence.open", influence.open)
    add("influence.limits", influence.limits.map(\.text))
  }

  private mutating func addActivities(_ activities: [Activity]) {
    guard !activities.isEmpty else { return }
    add("activities", activities.map(\.label))
    add("activities.methods", Self.distinct(activities.compactMap(\.method)))
    // A meeting is an activity that has a place: surveys and e-services have none.
    let meetings = activities.filter { $0.place != nil }
    if !meetings.isEmpty {
      add("activities.meetings", meetings.count)
      if meetings.contains(where: { $0.elected != nil }) {
        add("activities.meetingsWithElected", meetings.count { ($0.elected ?? 0) > 0 })
      }
    }
    add("activities.evaluated", activities.count { $0.evaluation != nil })
    add(
      "activities.evaluatedWithDate",
      activities.count { $0.evaluation != nil && $0.evaluationDate != nil })
  }

  private mutating func addReach(_ groups: [ReachPlan]) {
    guard !groups.isEmpty else { return }
    func isActedOn(_ group: ReachPlan) -> Bool {
      group.action != nil || !group.activities.isEmpty
    }
    add("reach", groups.map(\.label))
    add("reach.withAction", groups.count(where: isActedOn))
    let seldom = groups.filter(\.isSeldomHeard)
    guard !seldom.isEmpty else { return }
    add("reach.seldomHeard", seldom.count)
    add("reach.seldomHeardWithAction", seldom.count(where: isActedOn))
  }

  private mutating func addFeedback(_ events: [FeedbackEvent]) {
    guard !events.isEmpty else { return }
    add("feedback", events.map(\.recipient))
    add("feedback.channels", Self.distinct(events.map(\.channel)))
    add("feedback.toParticipants", events.count { $0.audience != .everyone })
    add("feedback.toPublic", events.count { $0.audience != .participants })
    add("feedback.done", events.count { $0.done != nil })
    add("feedback.withPlan", events.count { $0.latest != nil && $0.responsible != nil })
  }

  private mutating func addResponses(_ responses: [Response]?, themes: [String]?) {
    guard let responses else { return }
    let answered = responses.filter { $0.comment != nil && !$0.proposals.isEmpty }
    if let themes {
      let keys = Set(answered.map(\.theme))
      add("responses.answered", Set(themes).count { keys.contains($0) })
    }
    let commented = responses.filter { $0.comment != nil }
    let proposals = responses.flatMap(\.proposals)
    add("responses", commented.count)
    add("responses.authored", commented.count { $0.author != nil })
    add("responses.proposals", proposals.count)
    add("responses.explained", proposals.count { $0.reason != nil || $0.change != nil })
    add("responses.changes", proposals.count { $0.change != nil })
  }

  private mutating func addRun(_ run: RunFigures) {
    add("run.lastSubmission", run.lastSubmission)
    add("run.lateCount", run.lateCount)
    add("run.themes", run.themesWithViewpoints.map { Set($0).count })
    if let groups = run.groups {
      add("run.groups", groups.count)
      add("run.groupsAssessed", groups.count { $0.classification != .cannotSay })
    }
    if let outputs = run.outputs {
      add("run.annex", outputs.contains(.annex))
      add("run.submissionList", outputs.contains(.submissionList))
      add("run.participantFeedback", outputs.contains(.participantFeedback))
      add("run.publicFeedback", outputs.contains(.publicFeedback))
    }
    add("run.verifiable", run.isVerifiable)
  }

  private static func distinct(_ words: [String]) -> [String] {
    var seen = Set<String>()
    return words.filter { seen.insert($0.lowercased()).inserted }
  }
}
