import DialogueFiles
import DialogueModel
import Testing

@Suite struct PipelineFilesTests {
  @Test func `every profile loads without findings`() throws {
    let files = try Samples.pipelineFiles("profiles")
    #expect(files.count >= 8)
    for file in files {
      let (profile, findings) = ProfileFile.load(text: try Samples.text(file), file: file)
      #expect(findings == [], "\(file)")
      let read = try #require(profile)
      #expect(file.hasSuffix("/\(read.profile.id).yaml"), "a profile's file has its key as name")
    }
  }

  @Test func `every codebook loads without findings`() throws {
    for file in try Samples.pipelineFiles("codebooks") {
      let (codebook, findings) = CodebookFile.load(text: try Samples.text(file), file: file)
      #expect(findings.map { "\($0.place) \($0.summary)" } == [], "\(file)")
      #expect(codebook != nil)
    }
  }

  @Test func `the sample's files load without errors`() throws {
    let folder = "samples/skolskjuts-rada/"
    let codebook = try #require(
      CodebookFile.load(text: try Samples.text(folder + "codebook.yaml"), file: "c").0?.codebook)
    let dialogue = try #require(
      DialogueFile.load(text: try Samples.text(folder + "dialogue.yaml"), file: "d").0)
    let (responses, responseFindings) = ResponsesFile.load(
      text: try Samples.text(folder + "responses.yaml"), file: "r", codebook: codebook,
      limits: dialogue.dialogue.influence.limits)
    #expect(responseFindings == [])
    let answered = try #require(responses).responses
    #expect(answered.count == 6)
    #expect(answered.allSatisfy { $0.comment != nil && $0.author != nil && !$0.proposals.isEmpty })
    let (quotations, quotationFindings) = QuotationsFile.load(
      text: try Samples.text(folder + "quotations.yaml"), file: "q", codebook: codebook)
    #expect(quotations != nil)
    #expect(quotationFindings == [])

    let groups = try #require(
      TargetGroupFile.load(
        text: try Samples.text("pipelines/target-groups/standard-sv.yaml"), file: "g"
      ).0)
    let dimensions = dialogue.dimensions(of: groups)
    let rows = try Samples.text(folder + "population.csv").split(separator: "\n").enumerated().map {
      (line: $0.offset + 1, fields: $0.element.split(separator: ";").map(String.init))
    }
    let (reference, referenceFindings) = ReferencePopulationFile.load(
      rows: rows, file: "population.csv", dimensions: dimensions,
      noReference: dialogue.noReference(with: groups))
    #expect(referenceFindings == [])
    #expect(reference?.population.row(dimension: "age", value: "16-24")?.count == 931)
    #expect(
      dialogue.findings(
        file: "dialogue.yaml", dimensions: dimensions, reference: reference?.population) == [])
  }

  @Test func `the shared codebook has its twenty themes and drops final vowels`() throws {
    let file = "pipelines/codebooks/kommun-bas-sv.yaml"
    let codebook = try #require(
      CodebookFile.load(text: try Samples.text(file), file: file).0?.codebook)
    #expect(codebook.themes.count == 20)
    #expect(codebook.status == "förslag")
    #expect(codebook.matching.dropsFinalVowel)
    #expect(codebook.matching.weights == [.fras: 3, .led: 2, .slut: 2, .ord: 2, .svag: 1])
    #expect(codebook.matching.threshold == 2)
    #expect(codebook.matching.maximumThemes == 3)
    #expect(codebook.matching.inflections.contains(""))
    #expect(codebook.themes[7].responsible == "region")
    #expect(codebook.themes[3].terms[.svag] == ["skjuts", "upphämtning", "växelvis"])
  }

  @Test func `the target groups load without findings`() throws {
    let file = "pipelines/target-groups/standard-sv.yaml"
    let (groups, findings) = TargetGroupFile.load(text: try Samples.text(file), file: file)
    #expect(findings.map { "\($0.place) \($0.summary)" } == [])
    let dimensions = try #require(groups).dimensions
    #expect(
      dimensions.map(\.id) == [
        "age", "sex", "place", "disability", "national-minority", "relation", "first-time",
      ])
    let age = try #require(dimensions.first)
    #expect(age.groups.map(\.id) == ["0-15", "16-24", "25-44", "45-64", "65-79", "80+"])
    // Every whole age belongs to exactly one group.
    for year in 0...120 {
      #expect(age.groups.count { $0.range?.contains(year) ?? false } == 1, "\(year)")
    }
    #expect(dimensions[1].groups[1].mirrorOf == "kvinna")
    #expect(dimensions.filter(\.isSensitive).map(\.id) == ["disability", "national-minority"])
    #expect(
      dimensions[2].groups.map(\.id) == [
        "hagfors-tatort", "rada", "ekshärad", "ovriga", "utanför",
      ])
  }

  @Test func `the scales load without findings, and only the first step is no dialogue`() throws {
    let (scales, findings) = ScalesFile.load(
      text: try Samples.text("pipelines/scales.yaml"), file: "scales.yaml")
    #expect(findings == [])
    let read = try #require(scales).scales
    #expect(read.map(\.id) == ["skr5", "boverket4", "iap2"])
    #expect(read.map(\.steps.count) == [5, 4, 5])
    for scale in read {
      #expect(scale.steps.map(\.isDialogue) == [false] + scale.steps.dropFirst().map { _ in true })
    }
  }
}
