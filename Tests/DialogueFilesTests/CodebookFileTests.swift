import DialogueFiles
import DialogueModel
import Testing

@Suite struct CodebookFileTests {
  private static let valid = """
    codebook:
      id: prov
      version: 1.10
      status: förslag
      language: sv
      matching:
        inflections: ["", s, en]
        weights: {fras: 3, led: 2, slut: 2, ord: 2, svag: 1}
        threshold: 2
        max_themes_per_viewpoint: 3
      themes:
        - {id: T01, key: buss, label: Buss, led: [buss], svag: [tur], inte: [bussig]}
    """

  private func load(_ text: String) -> (CodebookFile?, [Finding]) {
    CodebookFile.load(text: text, file: "codebook.yaml")
  }

  @Test func `a codebook is read as it stands`() throws {
    let (file, findings) = load(Self.valid)
    #expect(findings == [])
    let codebook = try #require(file).codebook
    #expect(codebook.version == "1.10")
    #expect(codebook.matching.dropsFinalVowel == false)
    #expect(codebook.matching.inflections == ["", "s", "en"])
    #expect(
      codebook.themes == [
        Theme(
          id: "T01", key: "buss", label: "Buss",
          terms: [.led: ["buss"], .svag: ["tur"], .inte: ["bussig"]])
      ])
    #expect(file?.lines == ["buss": 12])
  }

  @Test(arguments: [
    ("  version: 1.10\n", "", "yaml.key-missing 1 codebook.version"),
    ("threshold: 2", "threshold: noll", "yaml.value-invalid 9 codebook.matching.threshold"),
    ("threshold: 2", "treshold: 2", "yaml.key-unknown 9 codebook.matching.treshold"),
    ("svag: 1}", "}", "yaml.key-missing 8 codebook.matching.weights.svag"),
    (#"["", s, en]"#, "[s, en]", "yaml.value-invalid 7 codebook.matching.inflections"),
    ("led: [buss]", "led: buss", "yaml.value-invalid 12 codebook.themes[1].led"),
    ("led: [buss]", "leed: [buss]", "yaml.key-unknown 12 codebook.themes[1].leed"),
    ("label: Buss, ", "", "yaml.key-missing 12 codebook.themes[1].label"),
    ("key: buss", "key: Buss", "yaml.value-invalid 12 codebook.themes[1].key"),
  ])
  func `what is wrong is found with its line and key`(old: String, new: String, expected: String) {
    #expect(words(load(Self.valid.replacing(old, with: new)).1).contains(expected))
  }

  @Test(arguments: [
    ("led: [buss]", "led: [buss, Buss]", "stands twice"),
    ("led: [buss]", #"led: [buss, ""]"#, "is empty"),
    ("led: [buss]", "led: [buss, sen buss]", "more than one word"),
    ("led: [buss]", "ord: [buss, sen buss]", "more than one word"),
    ("led: [buss]", #"led: [buss, "-"]"#, "no letter"),
    ("inte: [bussig]", "inte: [buss]", "cancels a term"),
    ("led: [buss], ", "", "no term that can suggest it"),
  ])
  func `a term that can never count is warned of`(old: String, new: String, part: String) throws {
    let (file, findings) = load(Self.valid.replacing(old, with: new))
    #expect(file != nil)
    #expect(words(findings).count == 1)
    let finding = try #require(findings.first)
    #expect(finding.code == .codebookTerm)
    #expect(finding.severity == .warning)
    #expect(finding.place.line == 12)
    #expect(finding.summary.contains(part), "\(finding.summary)")
  }

  @Test func `empty and repeated terms are left out`() {
    let (file, _) = load(Self.valid.replacing("[buss]", with: #"[buss, "", BUSS, tåg]"#))
    #expect(file?.codebook.themes[0].terms[.led] == ["buss", "tåg"])
  }

  @Test func `two themes with the same key or code are refused`() {
    let again = Self.valid + "\n    - {id: T01, key: buss, label: Igen, ord: [x1]}"
    #expect(
      words(load(again).1) == [
        "yaml.value-repeated 13 codebook.themes[2].id",
        "yaml.value-repeated 13 codebook.themes[2].key",
      ])
  }

  @Test func `more than two hundred findings are counted and not listed`() throws {
    let terms = (0..<300).map { "a b\($0)" }.joined(separator: ", ")
    let (file, findings) = load(Self.valid.replacing("[buss]", with: "[buss, \(terms)]"))
    #expect(file != nil)
    #expect(findings.count == 201)
    let last = try #require(findings.last)
    #expect(last.code == .limitReached)
    #expect(last.severity == .warning)
    #expect(last.summary == "100 more findings in the file are not listed")
  }
}
