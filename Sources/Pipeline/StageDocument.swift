import Annex
import DialogueModel

/// How it stood after an activity, as `inspel coverage --json` writes it.
struct StageDocument: Encodable, Sendable {
  let channel: String
  let activity: String?
  let date: String?
  let persons: Int
  let personsSoFar: Int
  let groups: [Group]

  /// A group: those of the activity, and all until then.
  struct Group: Encodable, Sendable {
    let id: String
    let members: Int
    let membersSoFar: Int
    let known: Int
    let unknown: Int
    let share: Double?
    let ratio: Double?
    let gap: Double?
    let `class`: String
    let reason: String?
  }

  init(_ stage: AnnexContent.Stage, channel: String) {
    self.channel = channel
    activity = stage.activity
    date = stage.day.map { "\($0)" }
    persons = stage.persons
    personsSoFar = stage.personsSoFar
    groups = stage.soFar.flatMap { dimension in
      dimension.groups.map { group in
        let assessment = group.assessment
        let id = "\(dimension.id)/\(group.id)"
        return Group(
          id: id, members: stage.members[id] ?? 0, membersSoFar: assessment.count.members,
          known: assessment.count.known, unknown: assessment.count.unknown,
          share: assessment.share, ratio: assessment.ratio, gap: assessment.gap,
          class: assessment.classification.rawValue, reason: assessment.reason?.rawValue)
      }
    }
  }
}
