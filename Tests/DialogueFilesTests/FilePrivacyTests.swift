import DialogueFiles
import DialogueModel
import Testing

/// A finding may name keys and say our own words, and never a value that could be a person's.
@Suite struct FilePrivacyTests {
  private static let secret = "Lina Exempelsson 070-174 06 05 lina@example.se"

  /// A valid text in which one value after the other is replaced by a secret.
  private func poisoned(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.indices.compactMap { index in
      guard let colon = lines[index].firstIndex(of: ":"), !lines[index].hasPrefix("#") else {
        return nil
      }
      var changed = lines
      changed[index] = lines[index][...colon] + " " + Self.secret
      return changed.joined(separator: "\n")
    }
  }

  private func check(_ findings: [Finding]) {
    for finding in findings {
      let all = "\(finding)"
      for part in ["Lina", "Exempelsson", "070-174", "example.se"] {
        #expect(!all.contains(part), "\(finding.code.rawValue)")
      }
    }
  }

  @Test func `no dialogue file's value is in a finding`() throws {
    // Every other line, which makes the test twice as quick and leaves every kind of value in.
    let texts = poisoned(try Samples.text("samples/skolskjuts-rada/dialogue.yaml"))
      .enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    #expect(texts.count > 80)
    var count = 0
    for text in texts {
      let findings = DialogueFile.load(
        text: text, file: "dialogue.yaml", scales: DialogueFileTests.scales
      ).1
      count += findings.count
      check(findings)
    }
    // The check is worth something only if the values were refused.
    #expect(count > 50)
  }

  @Test func `no quotation's words are in a finding`() {
    let text = """
      quotations:
        - submission: HD26-7K3F9Q
          theme: hallplatslage
          text: Bussen kommer tidigt.
          clearedBy: utredaren
          date: 2026-05-28
      """
    var count = 0
    for text in poisoned(text) + [text + "\n  - " + Self.secret, text + "\n" + Self.secret + ": x"]
    {
      let findings = QuotationsFile.load(
        text: text, file: "q",
        codebook: Codebook(
          id: "k", version: "1", status: "x", language: "sv",
          matching: CodebookMatching(inflections: [], weights: [:], threshold: 1, maximumThemes: 1),
          themes: [])
      ).1
      count += findings.count
      check(findings)
    }
    #expect(count > 5)
  }

  @Test func `no value of responses, target groups, profiles or policy is in a finding`() throws {
    for text in poisoned(try Samples.text("samples/skolskjuts-rada/responses.yaml")) {
      check(ResponsesFile.load(text: text, file: "r", limits: []).1)
    }
    let groups = poisoned(try Samples.text("pipelines/target-groups/standard-sv.yaml"))
    for text in groups.prefix(20) {
      check(TargetGroupFile.load(text: text, file: "t").1)
    }
    for text in poisoned(try Samples.text("pipelines/profiles/open-eplatform.yaml")) {
      check(ProfileFile.load(text: text, file: "p").1)
    }
    for text in poisoned(Self.policy) {
      check(PolicyFile.load(text: text, file: "p", facts: Samples.facts).1)
    }
  }

  private static let policy = """
    policy:
      id: p
      title: P
      version: 1
    duties:
      - id: D01
        quote: q
        label: l
        strength: ska
        area: a
        check:
          present: purpose
        missing: not-met
        grounds:
          met: "{purpose}"
    """

  @Test func `no value of the reference population is in a finding`() {
    for column in 0..<6 {
      var row = ["total", "16+", "9973", "SCB", "Folkmängd", "2025-12-31"]
      row[column] = Self.secret
      check(
        ReferencePopulationFile.load(
          rows: [(1, ReferencePopulationFile.columns), (2, row), (3, row)], file: "p.csv",
          dimensions: []
        ).1)
    }
    check(
      ReferencePopulationFile.load(
        rows: [(1, ReferencePopulationFile.columns + [Self.secret])], file: "p.csv", dimensions: []
      ).1)
  }
}
