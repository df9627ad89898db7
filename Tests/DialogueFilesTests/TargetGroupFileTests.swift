import DialogueFiles
import DialogueModel
import Testing

@Suite struct TargetGroupFileTests {
  private static let valid = """
    targetGroups:
      id: prov
      version: 1
      dimensions:
        - id: age
          label: Ålder
          unknown: [Vill inte svara]
          groups:
            - {id: 0-15, label: 0–15 år, through: 15, answers: [Barn]}
            - {id: 16+, label: 16 år och äldre, from: 16}
        - id: sex
          label: Kön
          sensitive: true
          noReference: Skälet.
          groups:
            - {id: kvinna, label: Kvinnor, answers: [Kvinna, K]}
            - {id: man, label: Män, answers: [Man], mirrorOf: kvinna, noReference: Ett skäl.}
    """

  private func load(_ text: String) -> (TargetGroupFile?, [Finding]) {
    TargetGroupFile.load(text: text, file: "groups.yaml")
  }

  @Test func `target groups are read as they stand`() throws {
    let (file, findings) = load(Self.valid)
    #expect(findings == [])
    let read = try #require(file)
    #expect(
      read.dimensions == [
        TargetGroupDimension(
          id: "age", label: "Ålder",
          groups: [
            TargetGroup(id: "0-15", label: "0–15 år", answers: ["Barn"], range: 0...15),
            TargetGroup(id: "16+", label: "16 år och äldre", range: 16...150),
          ], unknownAnswers: ["Vill inte svara"]),
        TargetGroupDimension(
          id: "sex", label: "Kön",
          groups: [
            TargetGroup(id: "kvinna", label: "Kvinnor", answers: ["Kvinna", "K"]),
            TargetGroup(id: "man", label: "Män", answers: ["Man"], mirrorOf: "kvinna"),
          ], isSensitive: true, noReference: "Skälet."),
      ])
    #expect(read.noReference == ["sex": "Skälet.", "sex/man": "Ett skäl."])
  }

  @Test(arguments: [
    (
      "[Kvinna, K]", "[Kvinna, k, MAN ]",
      "group.ambiguous 17 targetGroups.dimensions[2].groups[2].answers"
    ),
    (
      "[Kvinna, K]", "[Kvinna, kvinna]",
      "yaml.value-repeated 16 targetGroups.dimensions[2].groups[1].answers"
    ),
    (
      "[Barn]", "[vill inte svara]",
      "group.ambiguous 9 targetGroups.dimensions[1].groups[1].answers"
    ),
    ("from: 16", "from: 15", "group.ambiguous 10 targetGroups.dimensions[1].groups[2]"),
    (
      "through: 15", "from: 16, through: 15",
      "yaml.value-invalid 9 targetGroups.dimensions[1].groups[1].through"
    ),
    (", from: 16", "", "yaml.key-missing 10 targetGroups.dimensions[1].groups[2].answers"),
    (
      "mirrorOf: kvinna", "mirrorOf: kvinnor",
      "yaml.value-invalid 17 targetGroups.dimensions[2].groups[2].mirrorOf"
    ),
    (
      "mirrorOf: kvinna", "mirrorOf: man",
      "yaml.value-invalid 17 targetGroups.dimensions[2].groups[2].mirrorOf"
    ),
    ("id: man", "id: kvinna", "yaml.value-repeated 17 targetGroups.dimensions[2].groups[2].id"),
    ("id: sex", "id: age", "yaml.value-repeated 11 targetGroups.dimensions[2].id"),
    (
      "sensitive: true", "sensitive: ja",
      "yaml.value-invalid 13 targetGroups.dimensions[2].sensitive"
    ),
    ("unknown: [", "unknwon: [", "yaml.key-unknown 7 targetGroups.dimensions[1].unknwon"),
    ("  version: 1\n", "", "yaml.key-missing 1 targetGroups.version"),
  ])
  func `what is wrong is found with its line and key`(old: String, new: String, expected: String) {
    #expect(words(load(Self.valid.replacing(old, with: new)).1).contains(expected))
  }

  @Test func `the dialogue's reasons are added to those of the target groups`() throws {
    let groups = try #require(load(Self.valid).0)
    var file = try #require(DialogueFile.load(text: Samples.minimal, file: "d").0)
    #expect(file.dimensions(of: groups).map(\.noReference) == [nil, "Skälet."])
    file.noReference = ["age": "Vårt skäl.", "sex": "Nytt skäl.", "age/0-15": "Barn."]
    #expect(file.dimensions(of: groups).map(\.noReference) == ["Vårt skäl.", "Nytt skäl."])
    #expect(
      file.noReference(with: groups) == [
        "age": "Vårt skäl.", "sex": "Nytt skäl.", "age/0-15": "Barn.", "sex/man": "Ett skäl.",
      ])
    file.noReference = [:]
    file.referenceReason = "Ingen."
    #expect(file.dimensions(of: groups).map(\.noReference) == ["Ingen.", "Skälet."])
  }

  @Test func `names of dimensions, groups and rows in a dialogue file are looked up`() throws {
    let groups = try #require(load(Self.valid).0)
    let text =
      Samples.minimal.replacing("channel: webb}", with: "channel: webb, background: {agee: A}}")
      .replacing("label: Webbenkät}", with: "label: Webbenkät, universe: total/16+}") + "\n" + """
        reach:
          - {label: Unga, group: age/0-16}
        noReference: {sexx: x, sex/kvinnor: y}
        """
    let file = try #require(DialogueFile.load(text: text, file: "d").0)
    let findings = file.findings(
      file: "dialogue.yaml", dimensions: groups.dimensions,
      reference: ReferencePopulation(rows: []))
    #expect(
      words(findings) == [
        "dialogue.name-unknown 17 sources[1].background",
        "dialogue.name-unknown 20 reach[1].group",
        "dialogue.name-unknown 21 noReference.sex/kvinnor",
        "dialogue.name-unknown 21 noReference.sexx",
        "group.reference-missing 15 channels[1].universe",
      ])
    #expect(findings[0].consequence == "The nearest name is \"age\".")
    #expect(findings[1].consequence == "The nearest name is \"age/0-15\".")
  }
}
