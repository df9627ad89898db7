import Annex
import DialogueModel
import Representation

/// A dialogue of persons drawn by lot: whatever is counted of them agrees, and later versions are
/// made by adding more.
struct RandomDialogue {
  struct Lot {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return bound > 0 ? Int((state >> 33) % UInt64(bound)) : 0
    }

    /// Draws a place with very uneven chances, so that small counts come about.
    mutating func drawUneven(_ bound: Int) -> Int {
      var place = 0
      while place < bound - 1, draw(3) == 0 { place += 1 }
      return place
    }
  }

  struct Submission {
    var channel: Int
    var week: Int?
    var source: Int
    var activity: Int?
    /// One answer for each background question; `nil` for none.
    var answers: [Int?]
    /// The themes of each viewpoint.
    var viewpoints: [[Int]]
    /// What was chosen of two closed questions; the second takes several answers.
    var chosen: [Set<Int>] = [[], []]
    /// Whether an organisation answers.
    var isOrganisation = false
  }

  struct Question {
    var id: String
    var groups: Int
    var isSensitive: Bool
    var isPartition: Bool
  }

  static let questions = [
    Question(id: "age", groups: 5, isSensitive: false, isPartition: true),
    Question(id: "sex", groups: 2, isSensitive: false, isPartition: true),
    Question(id: "disability", groups: 1, isSensitive: true, isPartition: false),
    Question(id: "minority", groups: 3, isSensitive: true, isPartition: true),
  ]

  /// The figures of a question's groups: one that is often under, and others that may be.
  var references = [4800, 2400, 1200, 700, 540]
  var lot: Lot
  let channels: Int
  let weeks: Int
  let themes: Int
  let questions: [Question]
  let saysWeeks: Bool
  let asksClosed: Bool
  private(set) var submissions: [Submission] = []
  private(set) var setAside: [(source: Int, outcome: RecordOutcome)] = []

  /// Whether somebody answered in the channel that counts persons, and all of them are
  /// organisations: the zeros of its groups and the number of organisations give its number away,
  /// and it tells of no person.
  var hasOnlyOrganisations: Bool {
    let own = submissions.filter { $0.channel == 0 }
    return !own.isEmpty && own.allSatisfy(\.isOrganisation)
  }

  init(seed: Int, count: Int? = nil) {
    lot = Lot(seed)
    channels = 1 + lot.draw(4)
    weeks = 1 + lot.draw(4)
    themes = lot.draw(6)
    saysWeeks = lot.draw(5) > 0
    asksClosed = lot.draw(2) > 0
    let asked = lot.draw(16)
    questions = Self.questions.enumerated().filter { asked & (1 << $0.offset) != 0 }
      .map(\.element)
    grow(by: count ?? (1 + lot.draw(4) * lot.draw(60)))
    for _ in 0..<lot.draw(14) {
      let outcomes = RecordOutcome.allCases.filter { $0 != .accepted }
      setAside.append(
        (lot.drawUneven(channels * 2), outcomes[lot.drawUneven(outcomes.count)]))
    }
  }

  mutating func grow(by count: Int) {
    for _ in 0..<count {
      let channel = lot.drawUneven(channels)
      let viewpoints = (0..<lot.draw(3)).map { _ in
        (0..<lot.draw(3)).map { _ in lot.drawUneven(max(1, themes)) }
      }
      var submission =
        Submission(
          channel: channel, week: lot.draw(12) == 0 ? nil : lot.drawUneven(weeks),
          source: channel * 2 + (lot.draw(4) == 0 ? 1 : 0),
          activity: lot.draw(6) == 0 ? nil : channel * 2 + lot.drawUneven(2),
          answers: questions.map { question in
            if lot.draw(8) == 0 { return nil }
            // Those outside a question's only group have answered too.
            return lot.drawUneven(question.isPartition ? question.groups : 6)
          }, viewpoints: themes == 0 ? [] : viewpoints.map { Array(Set($0)) })
      if asksClosed {
        submission.chosen[0] = lot.draw(9) == 0 ? [] : [lot.drawUneven(5)]
        submission.chosen[1] = Set((0..<lot.draw(3)).map { _ in lot.drawUneven(4) })
        submission.isOrganisation = channel == 0 && lot.draw(15) == 0
      }
      submissions.append(submission)
    }
  }

  func content(_ edition: AnnexContent.Edition) -> AnnexContent {
    let ids = WorkedExample.channelOrder.prefix(channels)
    var dialogue = WorkedExample.dialogue
    dialogue.channels = Array(WorkedExample.channels.prefix(channels))
    dialogue.groupsToReach = []
    dialogue.activities = (0..<(channels * 2)).map {
      var activity = Activity(id: "a\($0)", label: "Aktivitet \($0)")
      activity.channel = WorkedExample.channelOrder[$0 / 2]
      return activity
    }
    var content = AnnexContent(
      edition: edition, dialogue: dialogue, account: account(), codebook: WorkedExample.codebook,
      run: WorkedExample.run)
    content.sources = (0..<(channels * 2)).map {
      .init(
        label: dialogue.channels[$0 / 2].label, profile: "P\($0)",
        channel: WorkedExample.channelOrder[$0 / 2])
    }
    for (place, id) in ids.enumerated() {
      let own = submissions.filter { $0.channel == place }
      content.submissionsByChannel[id] = own.count
      content.undated[id] = own.count { $0.week == nil }
    }
    for place in 0..<(channels * 2) {
      content.submissionsByActivity["a\(place)"] = submissions.count { $0.activity == place }
    }
    content.weeks = (0..<weeks).map { week in
      var counts: [String: Int] = [:]
      for submission in submissions where submission.week == week {
        counts[WorkedExample.channelOrder[submission.channel], default: 0] += 1
      }
      return .init(year: 2026, week: 15 + week, byChannel: counts)
    }
    if content.weeks.allSatisfy(\.byChannel.isEmpty) { content.weeks = [] }
    addThemes(to: &content)
    if questions.isEmpty == false { content.coverage = [coverage()] }
    if asksClosed { content.closed = (0..<2).compactMap(closed) }
    content.submissions = submissions.enumerated().map { number, submission in
      let channel = dialogue.channels[submission.channel]
      return .init(
        id: "A-\(number)", year: 2026, week: submission.week.map { 15 + $0 },
        channel: channel.label, sender: channel.sender,
        themes: Set(submission.viewpoints.joined()).sorted().map { "T0\($0 + 1)" })
    }
    content.duplicates = .init(
      sameIdentifier: setAside.count { $0.outcome == .duplicate }, sameContent: 0)
    let rejected = setAside.count { $0.outcome == .rejected }
    if rejected > 0 { content.rejections = [.init(code: .csvFieldCount, count: rejected)] }
    return content
  }

  private func account() -> FlowAccount {
    FlowAccount(
      sources: (0..<(channels * 2)).map { place in
        var source = SourceAccount(path: "inputs/\(place).csv", sha256: "0\(place)")
        for aside in setAside where aside.source == place { source[aside.outcome] += 1 }
        source[.accepted] = submissions.count { $0.source == place }
        source.read = source.outcomes.values.reduce(0, +)
        return source
      })
  }

  private func addThemes(to content: inout AnnexContent) {
    let viewpoints = submissions.flatMap(\.viewpoints)
    content.viewpoints = viewpoints.count
    content.untaggedViewpoints = viewpoints.count(where: \.isEmpty)
    content.tags = viewpoints.reduce(0) { $0 + $1.count }
    content.submissionsWithoutText = submissions.count(where: \.viewpoints.isEmpty)
    content.themes = (0..<themes).compactMap { theme in
      let spoken = viewpoints.count { $0.contains(theme) }
      guard spoken > 0 else { return nil }
      return AnnexContent.ThemeTally(
        theme: WorkedExample.themeCounts[theme].0, viewpoints: spoken,
        submissions: submissions.count { $0.viewpoints.joined().contains(theme) })
    }
  }

  private func closed(_ question: Int) -> AnnexContent.ClosedAnswers? {
    let all = submissions.filter { $0.channel == 0 }
    let own = all.filter { !$0.isOrganisation }.map { $0.chosen[question] }
    guard !own.isEmpty else { return nil }
    return AnnexContent.ClosedAnswers(
      channel: "enkat", name: "q\(question)", label: "Fråga \(question)?", asked: own.count,
      organisations: all.count - own.count, answered: own.count { !$0.isEmpty },
      options: (0..<5).map { option in
        .init(label: "Svar \(option)", count: own.count { $0.contains(option) })
      })
  }

  private func coverage() -> AnnexContent.ChannelCoverage {
    let all = submissions.filter { $0.channel == 0 }
    let own = all.filter { !$0.isOrganisation }
    var counts: [GroupCount] = []
    for (place, question) in questions.enumerated() {
      let answers = own.map { $0.answers[place] }
      let known = answers.count { $0 != nil }
      for group in 0..<question.groups {
        counts.append(
          GroupCount(
            id: "\(question.id)/g\(group)", members: answers.count { $0 == group },
            known: known, unknown: own.count - known,
            referenceCount: references[group], referenceTotal: 9640))
      }
    }
    // All groups are tested together, as a report does it.
    let assessments = RepresentationAssessor().assess(counts)
    return AnnexContent.ChannelCoverage(
      channel: "enkat", persons: own.count, organisations: all.count - own.count,
      referenceTotal: 9640,
      dimensions: questions.map { question in
        let groups = assessments.filter { $0.count.id.hasPrefix(question.id + "/") }
        return .init(
          id: question.id, label: question.id.capitalized, isSensitive: question.isSensitive,
          unknown: groups.first?.count.unknown ?? 0, isPartition: question.isPartition,
          groups: groups.enumerated().map { group, assessment in
            .init(id: "g\(group)", label: "Grupp \(group)", assessment: assessment)
          })
      })
  }
}
