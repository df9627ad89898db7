import DialogueFiles
import DialogueModel
import Foundation
import Testing

@Suite struct DialogueFileTests {
  static let scales =
    (try? ScalesFile.load(text: Samples.text("pipelines/scales.yaml"), file: "scales.yaml"))?.0?
    .scales ?? []

  @Test func `the least that a dialogue can be is read`() throws {
    let (file, findings) = DialogueFile.load(text: Samples.minimal, file: "dialogue.yaml")
    #expect(findings == [])
    let read = try #require(file)
    #expect(read.dialogue.id == "test")
    #expect(read.dialogue.kind == .citizenDialogue)
    #expect(read.dialogue.isSynthetic == false)
    #expect(read.dialogue.decisionCase.registryNumber == "KS 2026/118")
    #expect(read.dialogue.decisionCase.plannedDecision == nil)
    #expect(read.dialogue.period.through == CalendarDate("2026-05-17"))
    #expect(read.sources.map(\.path) == ["inputs/a.csv"])
    #expect(read.codebook == "codebook.yaml")
    #expect(read.rule == RepresentationRule())
    #expect(read.thresholds.map(\.value) == ["0.05", "0.8–1.25", "5", "0.5", "0, från 2025 3"])
    #expect(read.thresholds.allSatisfy { $0.rationale == nil })
    #expect(read.lines["period.through"] == 13)
  }

  @Test func `the sample is read whole, with one warning that was put there on purpose`() throws {
    let path = "samples/skolskjuts-rada/dialogue.yaml"
    let (file, findings) = DialogueFile.load(
      text: try Samples.text(path), file: "dialogue.yaml", scales: Self.scales)
    #expect(findings.map(\.code) == [.dialogueDates])
    #expect(findings.first?.place.column == "reportMentionDate")
    let read = try #require(file)
    let dialogue = read.dialogue
    #expect(dialogue.isSynthetic)
    #expect(dialogue.decisionCase.decisionToHold?.paragraph == "31")
    #expect(dialogue.influence.step == "Konsultation")
    #expect(dialogue.influence.stepNumber == 2)
    #expect(dialogue.influence.stepCount == 5)
    #expect(
      dialogue.influence.promise
        == "Vi frågar vad du tycker och berättar hur det påverkade beslutet.")
    #expect(dialogue.influence.limits.map(\.id) == ["B1", "B2", "B3"])
    #expect(
      dialogue.budget
        == Budget(
          planned: 40_000, spent: 31_400,
          resources: "160 arbetstimmar, fördelade på fyra tjänstepersoner"))
    #expect(dialogue.channels.map(\.id) == ["webbenkat", "foraldraenkat", "e-tjanst", "moten"])
    #expect(dialogue.channels.map(\.countsPersons) == [true, false, false, false])
    #expect(dialogue.channels[0].universe == "total/16+")
    #expect(dialogue.activities.map(\.participants) == [nil, nil, nil, 34, 13, 8])
    #expect(dialogue.activities[3].from == CalendarDate("2026-04-22"))
    #expect(dialogue.activities[3].through == nil)
    #expect(dialogue.groupsToReach.filter(\.isSeldomHeard).count == 3)
    #expect(dialogue.feedback.map(\.audience) == [.participants, .everyone, .everyone, .both])
    #expect(dialogue.responsible.map(\.isElected) == [true, false])
    #expect(
      read.sources.map(\.profile) == [
        "limesurvey", "google-forms", "open-eplatform", "notes",
      ])
    #expect(
      read.sources[0].background == [
        "age": "G03Q01", "sex": "G03Q02", "place": "G03Q03", "first-time": "G03Q04",
      ])
    #expect(read.rule == RepresentationRule(referenceNoise: 0))
    #expect(read.thresholds.allSatisfy { $0.rationale?.hasSuffix(".") == true })
    #expect(read.reference == "population.csv")
  }

  @Test func `every key of a source has its line, list items too`() throws {
    let text = Samples.minimal.replacing(
      "  - {path: inputs/a.csv, profile: limesurvey, channel: webb}",
      with: """
          - path: inputs/a.csv
            profile: limesurvey
            channel: webb
            time: submitdate
            text:
              - G02Q01
              - G02Q02
            background: {age: G03Q01,
              sex: G03Q02}
        """)
    let (file, findings) = DialogueFile.load(text: text, file: "dialogue.yaml")
    #expect(findings == [])
    let source = try #require(file?.sources.first)
    #expect(source.line == 17)
    #expect(
      source.lines == [
        "path": 17, "profile": 18, "channel": 19, "time": 20, "text/G02Q01": 22, "text/G02Q02": 23,
        "background/age": 24, "background/sex": 25,
      ])
  }

  @Test func `without a case or a registry number nothing is read`() {
    let without = Samples.minimal.replacing(
      "  registryNumber: KS 2026/118\n", with: "  registryNumber:\n")
    let noNumber = DialogueFile.load(text: without, file: "dialogue.yaml")
    #expect(noNumber.0 == nil)
    #expect(words(noNumber.1) == ["dialogue.no-case 8 case"])

    var lines = Samples.minimal.split(separator: "\n")
    lines.removeSubrange(6...9)
    let noCase = DialogueFile.load(text: lines.joined(separator: "\n"), file: "dialogue.yaml")
    #expect(noCase.0 == nil)
    #expect(words(noCase.1) == ["dialogue.no-case – case"])
    #expect(noCase.1.first?.severity == .error)
  }

  @Test func `a period that ends before it begins is refused`() {
    let text = Samples.minimal.replacing("through: 2026-05-17", with: "through: 2026-04-12")
    let (file, findings) = DialogueFile.load(text: text, file: "dialogue.yaml")
    #expect(file == nil)
    #expect(words(findings) == ["dialogue.period 13 period.through"])
  }

  @Test func `everything that is wrong is found in one reading`() {
    let text = """
      dialogue:
        id: Test 1
        title:
        type: medborgardialg
        municipality: Hagfors kommun
        idPrefix: hd-26
      case:
        registrynumber: KS 2026/118
        title: Skolskjuts
        decidingBody: Kommunfullmäktige
        plannedDecision: 22 juni 2026
      puropse: Att få veta
      period:
        from: 2026-02-30
        through: 2026-05-17
      budget: {planned: 40 000}
      openToAll: ja
      goals: ett mål
      channels:
        - {id: webb, label: Webbenkät}
        - {id: webb, label: Igen}
      sources:
        - {path: /tmp/a.csv, profile: limesurvey, channel: weeb, text: [A, B], drop: [B]}
      codebook: codebook.yaml
      thresholds:
        alpha: {value: 0,05}
      """
    let (file, findings) = DialogueFile.load(text: text, file: "dialogue.yaml")
    #expect(file == nil)
    #expect(
      words(findings) == [
        "yaml.value-invalid 2 dialogue.id",
        "yaml.key-missing 3 dialogue.title",
        "yaml.value-invalid 4 dialogue.type",
        "yaml.value-invalid 6 dialogue.idPrefix",
        "dialogue.no-case 7 case",
        "yaml.key-unknown 8 case.registrynumber",
        "yaml.value-invalid 11 case.plannedDecision",
        "yaml.key-unknown 12 puropse",
        "yaml.value-invalid 14 period.from",
        "yaml.value-invalid 16 budget.planned",
        "yaml.value-invalid 17 openToAll",
        "yaml.value-invalid 18 goals",
        "yaml.value-repeated 21 channels[2].id",
        "yaml.value-invalid 23 sources[1].path",
        "yaml.value-repeated 23 sources[1].drop",
        "yaml.key-unknown 26 thresholds.alpha.05",
        "yaml.key-missing 26 thresholds.alpha.rationale",
        "yaml.value-invalid 26 thresholds.alpha.value",
      ])
  }

  @Test(arguments: [
    ("puropse: x", "purpose"), ("purposee: x", "purpose"), ("target-groups: x", "targetGroups"),
    ("feedback_plan_date: x", "feedbackPlanDate"), ("Purpose: x", "purpose"),
  ])
  func `a mistyped key is met with the nearest name`(line: String, nearest: String) throws {
    let (_, findings) = DialogueFile.load(
      text: Samples.minimal + "\n" + line, file: "dialogue.yaml")
    let finding = try #require(findings.first)
    #expect(finding.code == .yamlKeyUnknown)
    #expect(finding.place.line == 19)
    #expect(finding.consequence == "The nearest name is \"\(nearest)\".")
    #expect(finding.remedy == "Correct the name, or remove the line.")
  }

  @Test func `a key that resembles none gets no suggestion`() throws {
    let (_, findings) = DialogueFile.load(
      text: Samples.minimal + "\nxyzzy: x", file: "dialogue.yaml")
    #expect(
      findings.map(\.summary) == [
        "the key \"xyzzy\" is not one that the dialogue file may have"
      ])
    #expect(findings.first?.consequence == "")
  }

  @Test func `a step is looked up in its scale`() throws {
    func load(_ line: String) -> (DialogueFile?, [Finding]) {
      DialogueFile.load(text: Samples.minimal + "\n" + line, file: "d", scales: Self.scales)
    }
    let dialog = try #require(load("influence: {scale: skr5, step: dialog}").0)
    #expect(dialog.dialogue.influence.step == "Dialog")
    #expect(dialog.dialogue.influence.stepNumber == 3)
    let own = try #require(
      load("influence: {scale: own, step: Samtal, stepNumber: 1, stepCount: 2, promise: P}").0)
    #expect(own.dialogue.influence.stepCount == 2)
    #expect(own.dialogue.influence.promise == "P")
    let told = try #require(load("influence: {scale: skr5, step: Dialog, promise: Våra ord}").0)
    #expect(told.dialogue.influence.promise == "Våra ord")
    #expect(
      words(load("influence: {scale: skr6, step: Dialog}").1) == [
        "yaml.value-invalid 19 influence.scale"
      ])
    #expect(
      words(load("influence: {scale: skr5, step: Konsulation}").1) == [
        "yaml.value-invalid 19 influence.step"
      ])
    #expect(
      words(load("influence: {step: Dialog}").1) == [
        "yaml.key-missing 19 influence.scale"
      ])
    #expect(
      words(load("influence: {scale: skr5, step: Dialog, stepNumber: 4}").1) == [
        "yaml.value-invalid 19 influence.stepNumber"
      ])
  }

  @Test func `no reference population needs a reason`() throws {
    let bare = DialogueFile.load(text: Samples.minimal + "\nreference: none", file: "d")
    #expect(words(bare.1) == ["yaml.key-missing 19 referenceReason"])
    let told = DialogueFile.load(
      text: Samples.minimal + "\nreference: none\nreferenceReason: Bara medlemmar.", file: "d")
    #expect(told.1 == [])
    let file = try #require(told.0)
    #expect(file.reference == nil)
    #expect(file.referenceReason == "Bara medlemmar.")
    let both = DialogueFile.load(
      text: Samples.minimal + "\nreference: a.csv\nreferenceReason: x", file: "d")
    #expect(words(both.1) == ["yaml.value-invalid 20 referenceReason"])
    let onlyReason = DialogueFile.load(text: Samples.minimal + "\nreferenceReason: x", file: "d")
    #expect(words(onlyReason.1) == ["yaml.value-invalid 19 referenceReason"])
  }

  @Test func `a channel that counts persons needs a reference population or a reason`() {
    let text = Samples.minimal.replacing("Webbenkät}", with: "Webbenkät, countsPersons: true}")
    let (file, findings) = DialogueFile.load(text: text, file: "d")
    #expect(file != nil)
    #expect(words(findings) == ["group.reference-missing 15 reference"])
    #expect(
      DialogueFile.load(
        text: text + "\nreference: none\nreferenceReason: Få svar.", file: "d"
      ).1 == [])
  }

  @Test func `thresholds are read with their reasons, and checked`() throws {
    let (file, findings) = DialogueFile.load(
      text: Samples.minimal + "\n" + """
        thresholds:
          alpha: {value: 0.1, rationale: A.}
          parityBand: {low: 0.7, high: 1.4, rationale: B.}
          smallestCount: {value: 10, rationale: C.}
          largestUnknownShare: {value: 0.25, rationale: D.}
          referenceNoise: {value: 4, rationale: E.}
        """, file: "d")
    #expect(findings == [])
    let read = try #require(file)
    #expect(
      read.rule
        == RepresentationRule(
          alpha: 0.1, band: 0.7...1.4, largestUnknownShare: 0.25, referenceNoise: 4,
          smallestCount: 10))
    #expect(
      read.thresholds.map(\.key) == [
        "alpha", "parityBand", "smallestCount", "largestUnknownShare", "referenceNoise",
      ])
    #expect(read.thresholds.map(\.value) == ["0.1", "0.7–1.4", "10", "0.25", "4"])
    #expect(read.thresholds.map(\.rationale) == ["A.", "B.", "C.", "D.", "E."])
    let bad = DialogueFile.load(
      text: Samples.minimal + "\n" + """
        thresholds:
          alpha: {value: 2, rationale: A.}
          parityBand: {low: 1, high: 1, rationale: B.}
          smallestCount: {value: 0, rationale: C.}
          largestUnknownShare: {rationale: D.}
        """, file: "d")
    #expect(
      words(bad.1) == [
        "yaml.value-invalid 20 thresholds.alpha.value",
        "yaml.value-invalid 21 thresholds.parityBand.low",
        "yaml.value-invalid 22 thresholds.smallestCount.value",
        "yaml.key-missing 23 thresholds.largestUnknownShare.value",
      ])
  }

  @Test(arguments: [
    (#"";""#, ";"), ("tab", "\t"), (#""\t""#, "\t"), (#"",""#, ","), (#""|""#, "|"),
  ])
  func `a delimiter is read as it is`(written: String, delimiter: String) throws {
    let text = Samples.minimal.replacing(
      "channel: webb}", with: "channel: webb, delimiter: \(written)}")
    let (file, findings) = DialogueFile.load(text: text, file: "d")
    #expect(findings == [])
    #expect(file?.sources.first?.delimiter == delimiter)
  }

  @Test func `a word is no delimiter`() {
    let text = Samples.minimal.replacing(
      "channel: webb}", with: "channel: webb, delimiter: semikolon}")
    #expect(
      words(DialogueFile.load(text: text, file: "d").1) == [
        "yaml.value-invalid 17 sources[1].delimiter"
      ])
  }

  @Test func `an activity has one day or a first and a last, not both`() {
    let text =
      Samples.minimal + "\n" + """
        activities:
          - {id: a, label: A, date: 2026-05-01, from: 2026-05-01}
        """
    #expect(
      words(DialogueFile.load(text: text, file: "d").1) == [
        "yaml.value-invalid 20 activities[1].date"
      ])
  }
}
