import DialogueFiles
import DialogueModel
import Testing

/// What a dialogue file says is compared with itself.
@Suite struct DialogueFileChecksTests {
  private static let scales = DialogueFileTests.scales

  @Test(arguments: [
    ("plannedDecision: 2026-05-17", "case.plannedDecision"),
    ("decisionToHold: {body: Kommunfullmäktige, date: 2026-04-20}", "case.decisionToHold.date"),
  ])
  func `dates of the case that contradict the period are warned of`(line: String, key: String) {
    let text = Samples.minimal.replacing(
      "  decidingBody: Kommunfullmäktige", with: "  decidingBody: Kommunfullmäktige\n  \(line)")
    let (file, findings) = DialogueFile.load(text: text, file: "dialogue.yaml")
    #expect(file != nil)
    #expect(words(findings) == ["dialogue.dates 11 \(key)"])
    #expect(findings.first?.severity == .warning)
  }

  @Test func `dates of plan, initiative, activities and feedback are compared too`() {
    let text =
      Samples.minimal.replacing(
        "  decidingBody: Kommunfullmäktige",
        with: """
            decidingBody: Kommunfullmäktige
            decisionToHold: {body: Kommunfullmäktige, date: 2026-03-25}
            initiative: {body: Nämnden, date: 2026-03-26}
          """) + "\n" + """
        feedbackPlanDate: 2026-03-26
        reportMentionDate: 2026-04-14
        activities:
          - {id: a, label: A, from: 2026-05-02, through: 2026-05-01}
          - {id: b, label: B, date: 2026-05-18}
          - {id: c, label: C, date: 2026-05-10, evaluation: x, evaluationDate: 2026-05-09}
        feedback:
          - {recipient: x, audience: båda, channel: y, latest: 2026-04-01, done: 2026-04-02}
        """
    let (_, findings) = DialogueFile.load(text: text, file: "dialogue.yaml")
    #expect(
      words(findings) == [
        "dialogue.dates 12 case.initiative.date",
        "dialogue.dates 21 feedbackPlanDate",
        "dialogue.dates 22 reportMentionDate",
        "dialogue.dates 24 activities[1].through",
        "dialogue.dates 25 activities[2].date",
        "dialogue.dates 26 activities[3].evaluationDate",
        "dialogue.dates 28 feedback[1].done",
        "dialogue.dates 28 feedback[1].latest",
      ])
  }

  @Test func `dates that are the same do not contradict each other`() {
    let text =
      Samples.minimal.replacing(
        "  decidingBody: Kommunfullmäktige",
        with: """
            decidingBody: Kommunfullmäktige
            plannedDecision: 2026-05-18
            decisionToHold: {body: Kommunfullmäktige, date: 2026-04-13}
            initiative: {body: Nämnden, date: 2026-04-13}
          """) + "\n" + """
        feedbackPlanDate: 2026-04-13
        reportMentionDate: 2026-04-13
        activities:
          - {id: a, label: A, from: 2026-04-13, through: 2026-04-13}
          - {id: b, label: B, date: 2026-05-17, evaluation: x, evaluationDate: 2026-05-17}
        feedback:
          - {recipient: x, audience: båda, channel: y, latest: 2026-04-13, done: 2026-04-13}
        """
    #expect(words(DialogueFile.load(text: text, file: "d").1) == [])
  }

  @Test func `the first of names that are equally near is suggested`() {
    let text = Samples.minimal.replacing(
      "  - {id: webb, label: Webbenkät}",
      with: "  - {id: mote1, label: A}\n  - {id: mote2, label: B}"
    ).replacing("channel: webb}", with: "channel: mote3}")
    #expect(
      DialogueFile.load(text: text, file: "d").1.map(\.consequence) == [
        "The nearest name is \"mote1\"."
      ])
  }

  @Test func `names that refer to nothing are found`() {
    let text =
      Samples.minimal + "\n" + """
        activities:
          - {id: mote, label: Möte, channel: webben}
        reach:
          - {label: Unga, activities: [motet]}
        """
    let (file, findings) = DialogueFile.load(
      text: text.replacing("channel: webb}", with: "channel: web, activity: mot}"),
      file: "dialogue.yaml")
    #expect(file != nil)
    #expect(
      words(findings) == [
        "dialogue.name-unknown 17 sources[1].channel",
        "dialogue.name-unknown 17 sources[1].activity",
        "dialogue.name-unknown 20 activities[1].channel",
        "dialogue.name-unknown 22 reach[1].activities",
      ])
    #expect(
      findings.map(\.consequence) == [
        "The nearest name is \"webb\".", "The nearest name is \"mote\".",
        "The nearest name is \"webb\".", "The nearest name is \"mote\".",
      ])
  }

  @Test func `signs of another kind of dialogue are pointed out`() {
    func kinds(_ text: String) -> [String] {
      words(DialogueFile.load(text: text, file: "d", scales: Self.scales).1)
    }
    let user = Samples.minimal.replacing("type: medborgardialog", with: "type: brukardialog")
    #expect(kinds(user) == ["dialogue.kind 4 dialogue.type"])
    #expect(kinds(user.replacing("brukardialog", with: "brukardialog\n  typeReason: x")) == [])
    let officials = Samples.minimal.replacing(
      "  title: Skolskjuts", with: "  title: Skolskjuts\n  initiative: {body: Förvaltningen}")
    #expect(kinds(officials) == ["dialogue.kind 10 case.initiative.body"])
    #expect(kinds(officials.replacing("Förvaltningen", with: "Socialnämnden")) == [])
    let informing = Samples.minimal + "\ninfluence: {scale: skr5, step: information}"
    #expect(kinds(informing) == ["dialogue.kind 19 influence.step"])
  }
}
