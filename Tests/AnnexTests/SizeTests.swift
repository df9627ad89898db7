import Annex
import DialogueModel
import Testing

/// Dialogues of every size, and with everything unknown.
@Suite struct SizeTests {
  private static func dialogue(_ count: Int) -> AnnexContent {
    var content = AnnexContent(
      edition: .internal, dialogue: WorkedExample.dialogue,
      account: FlowAccount(sources: [
        SourceAccount(
          path: "inputs/enkat.csv", sha256: "00", read: count, outcomes: [.accepted: count])
      ]), codebook: WorkedExample.codebook, run: WorkedExample.run)
    content.sources = [.init(label: "Webbenkät", profile: "LimeSurvey", channel: "enkat")]
    content.submissionsByChannel = count > 0 ? ["enkat": count] : [:]
    content.viewpoints = count
    content.tags = count
    if count > 0 {
      content.themes = [
        .init(theme: "utbud", viewpoints: count, submissions: count, examples: ["A-1"])
      ]
      content.weeks = [.init(year: 2026, week: 17, byChannel: ["enkat": count])]
    }
    if count <= 2000 {
      content.submissions = (0..<count).map {
        .init(
          id: "A-\($0 + 1)", year: 2026, week: 17, channel: "Webbenkät",
          sender: "privatperson", themes: ["T04"])
      }
    }
    return content
  }

  @Test(arguments: [0, 1, 4, 5, 60, 5000], AnnexContent.Edition.allCases)
  func `A dialogue of any size gives a sound page`(
    count: Int, edition: AnnexContent.Edition
  ) throws {
    var content = Self.dialogue(count)
    content.edition = edition
    let document = AnnexComposer().compose(content)
    PageTests.expectSound(Page(document))
    if count < 2 { _ = try JSONRenderer().render(document) }
    #expect(document.sections.count == 15)
    let list = document.tables.first { $0.id == "submissions" }
    let isListed = (1...2000).contains(count) && (edition == .internal || count >= 5)
    #expect(list?.groups[0].rows.count == (isListed ? count : nil))
    if edition == .public {
      #expect(!document.shownCounts.contains { $0.value > 0 && $0.value < 5 })
      #expect(SubtractionAttack(document).found.isEmpty)
    }
  }

  @Test(arguments: [(1999, true), (2000, true), (2001, false)])
  func `The list of submissions has a limit`(example: (count: Int, isListed: Bool)) {
    var content = Self.dialogue(example.count)
    content.submissions = Self.dialogue(3).submissions
    let document = AnnexComposer().compose(content)
    #expect(document.tables.contains { $0.id == "submissions" } == example.isListed)
  }

  @Test func `A single submission is hidden in public wherever it stands`() {
    var content = Self.dialogue(1)
    content.edition = .public
    let document = AnnexComposer().compose(content)
    let words = document.plainSentences.joined(separator: " ")
    #expect(words.contains("färre än fem"))
    #expect(!words.contains("1\u{A0}inlämning"))
    #expect(!words.contains("1\u{A0}synpunkt"))
    #expect(document.shownCounts.allSatisfy { $0.value == 0 || $0.value >= 5 })
    #expect(document.figure(FigureKey.viewpoints)?.measure.value == nil)
  }

  @Test(arguments: AnnexContent.Edition.allCases)
  func `A dialogue in which all background is unknown gives a sound page`(
    edition: AnnexContent.Edition
  ) {
    var content = WorkedExample.content(edition)
    content.coverage[0].dimensions = content.coverage[0].dimensions.map { dimension in
      var dimension = dimension
      dimension.unknown = 190
      dimension.groups = dimension.groups.map { group in
        var group = group
        var count = group.assessment.count
        count.members = 0
        count.known = 0
        count.unknown = 190
        group.assessment = GroupAssessment(
          count: count, classification: .cannotSay, reason: .noKnown)
        return group
      }
      return dimension
    }
    let document = AnnexComposer().compose(content)
    PageTests.expectSound(Page(document))
    #expect(!document.charts.contains { $0.id.hasPrefix("groups") })
  }

  @Test func `Two channels that count persons have a chart and a table each`() {
    var content = WorkedExample.content(.internal)
    var second = content.coverage[0]
    second.channel = "skola"
    second.persons = 28
    content.coverage.append(second)
    let document = AnnexComposer().compose(content)
    PageTests.expectSound(Page(document))
    let numbers = document.tables.map(\.number)
    #expect(numbers.contains("Tabell 4") && numbers.contains("Tabell 4b"))
    #expect(document.charts.map(\.number).contains("Figur 3b"))
    #expect(document.figure("table/groups/skola")?.label == "Alla tal i tabell 4b och figur 3b")
  }

  @Test func `Many weeks are drawn without labels that run into each other`() throws {
    var content = WorkedExample.content(.internal)
    content.weeks = (1...24).map { .init(year: 2026, week: $0, byChannel: ["enkat": 10 + $0]) }
    let document = AnnexComposer().compose(content)
    PageTests.expectSound(Page(document))
    #expect(document.charts.contains { $0.id == "weeks" })
    content.weeks = (1...50).map { .init(year: 2026, week: $0, byChannel: ["enkat": 10 + $0]) }
    let long = AnnexComposer().compose(content)
    #expect(!long.charts.contains { $0.id == "weeks" })
    #expect(long.tables.contains { $0.id == "week-table" })
  }

  @Test func `A ratio outside the axis has its value in words at the edge`() throws {
    var content = WorkedExample.content(.internal)
    content.coverage[0].dimensions[0].groups[1].assessment.ratio = 57.9
    let page = Page(AnnexComposer().compose(content))
    #expect(page.all("text").contains { $0.text == "57,90" })
  }
}
