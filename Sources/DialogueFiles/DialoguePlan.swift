import DialogueModel

/// What a dialogue file says of what was planned and done.
struct DialoguePlan {
  let channels: [Placed<Channel>]
  let activities: [Placed<Activity>]
  let reach: [Placed<ReachPlan>]
  let feedback: [Placed<FeedbackEvent>]
  private let purpose: String?
  private let need: String?
  private let budget: Budget?
  private let responsible: [ResponsibleRole]
  private let participating: [ResponsibleRole]
  private let openToAll: Bool?
  private let methodReason: String?
  private let goals: [String]
  private let handlingNotice: String?
  private let feedbackPlanDate: CalendarDate?
  private let information: [String]
  private let reportMentionDate: CalendarDate?
  private let considered: String?
  private let planning: [String]
  private let yearlyFollowUp: String?

  init(root: YAMLBlock) {
    let reader = ActivityReader(root: root)
    channels = reader.channels()
    activities = reader.activities()
    reach = reader.reach()
    feedback = reader.feedback()
    purpose = root.string("purpose")
    need = root.string("need")
    budget = Self.budget(root)
    responsible = Self.roles("responsible", root)
    participating = Self.roles("participating", root)
    openToAll = root.bool("openToAll")
    methodReason = root.string("methodReason")
    goals = root.strings("goals")
    handlingNotice = root.string("handlingNotice")
    feedbackPlanDate = root.date("feedbackPlanDate")
    information = root.strings("information")
    reportMentionDate = root.date("reportMentionDate")
    considered = root.string("considered")
    planning = root.strings("planning")
    yearlyFollowUp = root.string("yearlyFollowUp")
  }

  func apply(to dialogue: inout Dialogue) {
    dialogue.purpose = purpose
    dialogue.need = need
    dialogue.budget = budget
    dialogue.responsible = responsible
    dialogue.participating = participating
    dialogue.openToAll = openToAll
    dialogue.groupsToReach = reach.map(\.value)
    dialogue.methodReason = methodReason
    dialogue.goals = goals
    dialogue.handlingNotice = handlingNotice
    dialogue.channels = channels.map(\.value)
    dialogue.activities = activities.map(\.value)
    dialogue.feedback = feedback.map(\.value)
    dialogue.feedbackPlanDate = feedbackPlanDate
    dialogue.information = information
    dialogue.reportMentionDate = reportMentionDate
    dialogue.considered = considered
    dialogue.planning = planning
    dialogue.yearlyFollowUp = yearlyFollowUp
  }

  private static func budget(_ root: YAMLBlock) -> Budget? {
    guard let part = root.block("budget", keys: DialogueFile.keys(of: "budget")) else {
      return nil
    }
    let kronor = 0...1_000_000_000
    return Budget(
      planned: part.int("planned", in: kronor), spent: part.int("spent", in: kronor),
      resources: part.string("resources"))
  }

  private static func roles(_ key: String, _ root: YAMLBlock) -> [ResponsibleRole] {
    root.blocks(key, keys: DialogueFile.keys(of: "\(key)[]")).compactMap { part in
      let body = part.string("body")
      let elected = part.bool("elected")
      return part.requiredString("role").map {
        ResponsibleRole(role: $0, body: body, isElected: elected)
      }
    }
  }
}
