import DialogueModel
import Policy
import Testing

@Suite struct PolicyFactsTests {
  @Test func `every fact that a dialogue can have is in the vocabulary, and of its kind`() throws {
    var dialogue = try PolicySamples.sampleDialogue()
    dialogue.kindReason = "Skälet."
    dialogue.goals = ["Mål"]
    dialogue.considered = "Ja."
    dialogue.decisionCase.decisionExcerpt = "Utdrag."
    var run = RunFigures()
    run.lastSubmission = CalendarDate("2026-05-17")
    run.lateCount = 6
    run.themesWithViewpoints = PolicySamples.themes
    run.groups = [
      RunFigures.Group(id: "age/16-24", classification: .under),
      RunFigures.Group(id: "age/80+", classification: .cannotSay),
    ]
    run.outputs = Set(RunFigures.Output.allCases)
    run.isVerifiable = true
    let facts = PolicyFacts(
      dialogue: dialogue, responses: try PolicySamples.sampleResponses(), run: run)
    #expect(Set(facts.known) == Set(PolicyFacts.kinds.keys))
    for (path, kind) in PolicyFacts.kinds {
      switch try #require(facts[path]) {
      case .text: #expect(kind == .text, "\(path)")
      case .date: #expect(kind == .date, "\(path)")
      case .number: #expect(kind == .number, "\(path)")
      case .flag: #expect(kind == .flag, "\(path)")
      case .list(let list):
        #expect(kind == .list, "\(path)")
        #expect(!list.isEmpty, "\(path)")
      }
    }
    #expect(facts["run.groupsAssessed"] == .number(1))
    #expect(
      facts["case.decisionToHold"] == .text("Kommunfullmäktige, 25\u{A0}mars\u{A0}2026, §\u{A0}31"))
    #expect(facts["influence.step"] == .text("Konsultation, steg 2 av 5"))
    #expect(facts["period"] == .text("13\u{A0}april–17\u{A0}maj\u{A0}2026"))
  }

  @Test func `of a dialogue that says nothing only what it must say is known`() throws {
    let facts = PolicyFacts(dialogue: try PolicySamples.bare())
    #expect(
      facts.known == [
        "case.decidingBody", "case.registryNumber", "dialogue.type", "period", "period.from",
        "period.through",
      ])
  }

  @Test func `a theme counts as answered with a comment and a proposal, once`() throws {
    var both = Response(theme: "a")
    both.comment = "K."
    both.proposals = [Response.Proposal(outcome: .granted)]
    var onlyComment = Response(theme: "b")
    onlyComment.comment = "K."
    var onlyProposal = Response(theme: "c")
    onlyProposal.proposals = [Response.Proposal(outcome: .granted)]
    var silent = both
    silent.theme = "utan-synpunkter"
    var run = RunFigures()
    run.themesWithViewpoints = ["a", "b", "c", "d", "a"]
    let facts = PolicyFacts(
      dialogue: try PolicySamples.bare(),
      responses: [both, both, onlyComment, onlyProposal, silent],
      run: run)
    #expect(facts["responses.answered"] == .number(1))
    #expect(facts["run.themes"] == .number(4))
    #expect(facts["responses.authored"] == .number(0))
    #expect(facts["responses.explained"] == .number(0))
  }

  @Test func `a meeting has a place, and elected count only where somebody counted`() throws {
    var dialogue = try PolicySamples.bare()
    var survey = Activity(id: "enkat", label: "Enkät")
    survey.method = "Enkät"
    var meeting = Activity(id: "mote", label: "Möte")
    meeting.place = "Råda"
    meeting.method = "enkät"
    dialogue.activities = [survey, meeting]
    let unknown = PolicyFacts(dialogue: dialogue)
    #expect(unknown["activities.meetings"] == .number(1))
    #expect(unknown["activities.meetingsWithElected"] == nil)
    #expect(unknown["activities.methods"] == .list(["Enkät"]))
    dialogue.activities[1].elected = 0
    #expect(PolicyFacts(dialogue: dialogue)["activities.meetingsWithElected"] == .number(0))
    dialogue.activities[1].elected = 2
    #expect(PolicyFacts(dialogue: dialogue)["activities.meetingsWithElected"] == .number(1))
  }
}
