import DialogueFiles
import DialogueModel
import Testing

@Suite struct StrictYAMLTests {
  private func load(_ text: String) -> (DialogueFile?, [Finding]) {
    DialogueFile.load(text: text, file: "dialogue.yaml")
  }

  @Test(arguments: [
    ("dialogue: [a, b", 1), ("dialogue:\n\tid: x", 2), ("a: b\n c: d", 2), ("a: 'b", 1),
    ("a: b: c", 1), ("a: @b", 1), ("a: b\n---\nc: d", 2), ("a: *b", 1), ("a: \"\\q\"", 1),
    ("a: b\u{1}", 1),
  ])
  func `text that is no YAML is refused with its line`(text: String, line: Int) throws {
    let (file, findings) = load(text)
    #expect(file == nil)
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.code == .yamlSyntax)
    #expect(finding.severity == .error)
    #expect(try #require(finding.place.line) >= line)
    #expect(finding.summary.contains("column "))
  }

  @Test func `a syntax error never shows the line that it is in`() {
    let (_, findings) = load("purpose: \"Anna Andersson 070-123 45 67\n: [hemligt")
    #expect(findings.map(\.code) == [.yamlSyntax])
    for finding in findings {
      let words = finding.summary + finding.consequence + finding.remedy
      #expect(!words.contains("Anna") && !words.contains("070") && !words.contains("hemligt"))
    }
  }

  @Test func `the column of a control character counts characters and not bytes`() {
    let (_, findings) = load("a: x\nå: ö\u{1}")
    #expect(findings.map(\.place.line) == [2])
    #expect(findings.first?.summary.contains("column 5") == true)
  }

  @Test(arguments: ["", "\n", "# bara en kommentar\n", "\u{FEFF}"])
  func `a file without content is said to be empty`(text: String) {
    #expect(words(load(text).1) == ["file.empty – –"])
  }

  @Test(arguments: ["en text", "[a, b]", "3"])
  func `a file that is no block of keys is refused`(text: String) {
    #expect(words(load(text).1) == ["yaml.value-invalid 1 –"])
  }

  @Test func `a byte order mark and CRLF line ends change nothing`() throws {
    let plain = try #require(load(Samples.minimal).0)
    let marked = load("\u{FEFF}" + Samples.minimal.replacing("\n", with: "\r\n"))
    #expect(marked.1 == [])
    #expect(marked.0 == plain)
  }

  // MARK: Keys that stand twice

  @Test func `a key that stands twice is found, and the rest is still checked`() throws {
    let text = Samples.minimal.replacing("  title: Provet", with: "  title: Provet\n  title: Två")
      .replacing("codebook: codebook.yaml", with: "codebook: a.yaml\ncodebook: b.yaml\nxyz: 1")
    let (file, findings) = load(text)
    #expect(
      words(findings) == [
        "yaml.key-repeated 3 title", "yaml.key-repeated 19 codebook", "yaml.key-unknown 21 xyz",
      ])
    #expect(findings[0].summary == "the key \"title\" stands again in line 4")
    #expect(try #require(file).dialogue.title == "Två")
    #expect(try #require(file).codebook == "b.yaml")
  }

  @Test func `a key that stands three times gives two findings`() {
    let text = Samples.minimal + "\nneed: a\n'need': b\n\"need\": c"
    let (file, findings) = load(text)
    #expect(words(findings) == ["yaml.key-repeated 19 need", "yaml.key-repeated 20 need"])
    #expect(file?.dialogue.need == "c")
  }

  @Test func `keys that stand twice in lists of blocks and in free blocks are found`() {
    let text = Samples.minimal.replacing(
      "{path: inputs/a.csv, profile: limesurvey, channel: webb}",
      with: "{path: a.csv, profile: x, channel: webb, background: {age: A, age: B}, path: b.csv}")
    let (file, findings) = load(text)
    #expect(Set(words(findings)) == ["yaml.key-repeated 17 path", "yaml.key-repeated 17 age"])
    #expect(file?.sources.first?.path == "b.csv")
    #expect(file?.sources.first?.background == ["age": "B"])
  }

  @Test func `a hundred keys that stand twice end the reading`() {
    let lines = (0..<100).flatMap { ["a\($0): 1", "a\($0): 2"] }
    let (file, findings) = load(lines.joined(separator: "\n"))
    #expect(file == nil)
    #expect(findings.contains { $0.consequence == "Nothing after it is checked." })
  }

  // MARK: Bombs

  @Test func `an alias is refused before it unfolds`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    text += "? *a30\n: x\n"
    #expect(words(load(text).1) == ["yaml.alias 2 –"])
  }

  @Test func `a merge key needs an alias and is refused with it`() {
    #expect(words(load("a: &b {c: d}\ne:\n  <<: *b").1) == ["yaml.alias 3 –"])
  }

  @Test func `stars and ampersands in text are no aliases`() {
    let (file, findings) = load(Samples.minimal + "\nneed: \"*viktigt* & R&D, A & B *\"")
    #expect(findings == [])
    #expect(file?.dialogue.need == "*viktigt* & R&D, A & B *")
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `nesting without end is refused`(opening: String) {
    for count in [40, 990, 20_000] {
      let codes = load("x:\n  " + String(repeating: opening, count: count)).1.map(\.code)
      #expect(codes == [.yamlTooDeep] || codes == [.yamlSyntax], "\(opening) \(count)")
    }
  }

  @Test func `closed brackets nested too deep are refused as such`() {
    let text = "a: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    #expect(words(load(text).1) == ["yaml.too-deep 1 –"])
    let deeper = "a: " + String(repeating: "[", count: 2000) + String(repeating: "]", count: 2000)
    #expect(load(deeper).1.map(\.code) == [.yamlTooDeep])
  }

  @Test func `a file over five megabytes is not read`() {
    let text = "a: " + String(repeating: "x", count: 5_000_000)
    #expect(words(load(text).1) == ["yaml.too-large – –"])
  }

  // MARK: Words

  @Test func `yes and no are words and not values`() {
    let (file, findings) = load(
      Samples.minimal.replacing("title: Provet", with: "title: no") + "\nopenToAll: yes")
    #expect(words(findings) == ["yaml.value-invalid 19 openToAll"])
    #expect(file?.dialogue.title == "no")
  }

  @Test func `numbers are words where words are wanted`() {
    let (file, findings) = load(
      Samples.minimal.replacing(
        "  title: Skolskjuts",
        with: "  title: Skolskjuts\n  initiative: {body: Nämnden, paragraph: § 012}"))
    #expect(findings == [])
    #expect(file?.dialogue.decisionCase.initiative?.paragraph == "012")
  }

  @Test(arguments: [
    "2026-4-13", "2026-02-29", "2026-+4-13", "13/4 2026", "2026-04-13T00:00", "20260413", "[a]",
  ])
  func `what is no date is refused`(written: String) {
    let (file, findings) = load(
      Samples.minimal.replacing("from: 2026-04-13", with: "from: \(written)"))
    #expect(file == nil)
    #expect(words(findings) == ["yaml.value-invalid 12 period.from"])
  }

  @Test func `a long or odd key is not repeated in the finding`() {
    let odd = [
      "Anna Andersson bor på Storgatan 1", "191212121212", "070-1740605", "anna@example.se",
      String(repeating: "å", count: 41),
    ]
    for key in odd {
      let (_, findings) = load(Samples.minimal + "\n\(key): x")
      #expect(words(findings) == ["yaml.key-unknown 19 –"])
      for finding in findings {
        #expect(!"\(finding)".contains(key), "\(key)")
      }
    }
  }
}
