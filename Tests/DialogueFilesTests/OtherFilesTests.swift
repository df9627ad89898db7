import DialogueFiles
import DialogueModel
import Testing

private let codebook = Codebook(
  id: "k", version: "1", status: "x", language: "sv",
  matching: CodebookMatching(inflections: [""], weights: [:], threshold: 1, maximumThemes: 1),
  themes: [Theme(id: "S01", key: "tider", label: "Tider", terms: [:])])

@Suite struct ResponsesFileTests {
  private func load(_ text: String) -> (ResponsesFile?, [Finding]) {
    ResponsesFile.load(
      text: text, file: "responses.yaml", codebook: codebook,
      limits: [FrameLimit(id: "B1", text: "x"), FrameLimit(id: "B2", text: "y")])
  }

  @Test func `a response is read whole`() throws {
    let (file, findings) = load(
      """
      responses:
        - theme: tider
          comment: Vi ändrar.
          author: handläggaren
          proposals:
            - {about: A, outcome: granted, change: Ny tid., changePlace: sidan 1}
            - {outcome: outside-frame, limit: B2, reason: R.}
            - {outcome: passed-on, recipient: Trafikverket, passedOn: 2026-05-20}
      """)
    #expect(findings == [])
    var expected = Response(theme: "tider")
    expected.comment = "Vi ändrar."
    expected.author = "handläggaren"
    var first = Response.Proposal(outcome: .granted)
    first.about = "A"
    first.change = "Ny tid."
    first.changePlace = "sidan 1"
    var second = Response.Proposal(outcome: .outsideFrame)
    second.limit = "B2"
    second.reason = "R."
    var third = Response.Proposal(outcome: .passedOn)
    third.recipient = "Trafikverket"
    third.passedOn = CalendarDate("2026-05-20")
    expected.proposals = [first, second, third]
    #expect(try #require(file).responses == [expected])
    #expect(file?.lines == ["tider": 2])
  }

  @Test(arguments: [
    ("{outcome: outside-frame}", "response.limit 4 responses[1].proposals[1].limit"),
    ("{outcome: outside-frame, limit: B3}", "response.limit 4 responses[1].proposals[1].limit"),
    ("{outcome: passed-on}", "response.recipient 4 responses[1].proposals[1].recipient"),
    ("{outcome: not-granted}", "response.reason 4 responses[1].proposals[1].reason"),
    ("{outcome: beviljad}", "yaml.value-invalid 4 responses[1].proposals[1].outcome"),
    ("{about: x}", "yaml.key-missing 4 responses[1].proposals[1].outcome"),
    ("{outcome: granted, resaon: x}", "yaml.key-unknown 4 responses[1].proposals[1].resaon"),
  ])
  func `a proposal that lacks what its outcome needs is found`(written: String, expected: String) {
    let text = "responses:\n  - theme: tider\n    proposals:\n      - \(written)"
    #expect(words(load(text).1) == [expected])
  }

  @Test func `a theme that the codebook lacks, or that stands twice, is found`() {
    #expect(words(load("responses:\n  - theme: tid").1) == ["response.theme 2 responses[1].theme"])
    #expect(
      words(load("responses:\n  - theme: tider\n  - theme: tider").1) == [
        "yaml.value-repeated 3 responses[2].theme"
      ])
  }

  @Test func `an empty list is a file without responses`() {
    #expect(load("responses: []").0?.responses == [])
    #expect(load("responses: []").1 == [])
  }
}

@Suite struct QuotationsFileTests {
  private static let valid = """
    quotations:
      - submission: HD26-7K3F9Q
        theme: tider
        text: |
          Bussen kommer "för" tidigt.
        clearedBy: utredaren
        date: 2026-05-28
    """

  private func load(_ text: String) -> (QuotationsFile?, [Finding]) {
    QuotationsFile.load(text: text, file: "quotations.yaml", codebook: codebook)
  }

  @Test func `a clearance is read word for word`() throws {
    let (file, findings) = load(Self.valid)
    #expect(findings == [])
    #expect(
      try #require(file).quotations == [
        QuotationClearance(
          submission: "HD26-7K3F9Q", text: "Bussen kommer \"för\" tidigt.", theme: "tider",
          clearedBy: "utredaren", date: try #require(CalendarDate("2026-05-28")))
      ])
    #expect(file?.lines == [2])
  }

  @Test(arguments: [
    ("    clearedBy: utredaren\n", "", "yaml.key-missing 2 quotations[1].clearedBy"),
    ("2026-05-28", "i går", "yaml.value-invalid 7 quotations[1].date"),
    ("theme: tider", "theme: tid", "quotation.theme 3 quotations[1].theme"),
    ("clearedBy", "cleared_by", "yaml.key-unknown 6 quotations[1].cleared_by"),
  ])
  func `what is wrong is found`(old: String, new: String, expected: String) {
    #expect(words(load(Self.valid.replacing(old, with: new)).1).contains(expected))
  }

  @Test func `the same words cleared twice are found`() throws {
    let item = Self.valid.split(separator: "\n").dropFirst().joined(separator: "\n")
    let (file, findings) = load(Self.valid + "\n" + item)
    #expect(words(findings) == ["yaml.value-repeated 8 quotations[2]"])
    #expect(try #require(file).quotations.count == 1)
  }
}

@Suite struct ProfileFileTests {
  @Test func `a profile is read whole`() throws {
    let (file, findings) = ProfileFile.load(
      text: """
        profile:
          id: prov
          label: Prov
          container: xml
          recognise:
            - {namespaces: [n], root: r, paths: [/r/a], texts: {T: [x, y]}, certainty: certain}
          notSubmissions:
            - {root: s, kind: structure}
          record: R
          valueExcept: [Name]
          keyed: {element: e, key: k, value: v, lookup: {element: /f, key: i, name: n}}
          skippedWhere: {relevant: "false"}
          idColumns: [i]
          timeColumns: [t]
          dateOrder: dmy
          latestBy: [l]
          completionColumns: [c]
          incompleteValues: {Finished: [False, "0"]}
          choiceSeparator: ", "
          timeSentinels: ["1980-01-01 00:00:00"]
          personal: [p]
          technical: [q]
          anonymity: {x: [ja, anonym]}
        """, file: "p.yaml")
    #expect(findings == [])
    var expected = SourceProfile(id: "prov", label: "Prov", container: .xml)
    var sign = RecognitionSign(certainty: .certain)
    sign.namespaces = ["n"]
    sign.root = "r"
    sign.paths = ["/r/a"]
    sign.texts = ["T": ["x", "y"]]
    expected.recognise = [sign]
    var structure = RecognitionSign(certainty: .certain)
    structure.root = "s"
    expected.notSubmissions = [NotSubmissions(sign: structure, kind: .structure)]
    expected.keyed = SourceProfile.Keyed(
      element: "e", key: "k", value: "v",
      lookup: SourceProfile.Keyed.Lookup(element: "/f", key: "i", name: "n"))
    expected.skippedWhere = ["relevant": "false"]
    expected.latestBy = ["l"]
    expected.incompleteValues = ["Finished": ["False", "0"]]
    expected.choiceSeparator = ", "
    expected.record = "R"
    expected.valueExcept = ["Name"]
    expected.idColumns = ["i"]
    expected.timeColumns = ["t"]
    expected.dateOrder = .dayMonthYear
    expected.completionColumns = ["c"]
    expected.timeSentinels = ["1980-01-01 00:00:00"]
    expected.personal = ["p"]
    expected.technical = ["q"]
    expected.anonymity = ["x": ["ja", "anonym"]]
    #expect(try #require(file).profile == expected)
  }

  @Test func `a profile of tables is read whole`() throws {
    let (file, findings) = ProfileFile.load(
      text: """
        profile:
          id: prov
          label: Prov
          container: csv
          recognise:
            - {row: 2, columns: [a, b], least: 1, first: [c], pattern: 'x\\d', keys: [k], certainty: likely}
          headers:
            - {rows: 3, row: 3, pattern: 'y.*', untimed: true, names: [1, 2]}
            - {rows: 2, row: 2, unidentified: true, continues: true, silent: [Response]}
            - {rows: 1}
          choiceSeparator: " "
          optionSeparator: "/"
        """, file: "p.yaml")
    #expect(findings == [])
    let profile = try #require(file).profile
    var sign = RecognitionSign(certainty: .likely)
    sign.mark = RowMark(row: 2, columns: ["a", "b"], least: 1, first: ["c"], pattern: "x\\d")
    sign.keys = ["k"]
    #expect(profile.recognise == [sign])
    var three = HeaderStyle(rows: 3)
    three.mark = RowMark(row: 3, pattern: "y.*")
    three.untimed = true
    three.names = [1, 2]
    var two = HeaderStyle(rows: 2)
    two.mark.row = 2
    two.unidentified = true
    two.continues = true
    two.silent = ["Response"]
    #expect(profile.headers == [three, two, HeaderStyle(rows: 1)])
    #expect(profile.choiceSeparator == " " && profile.optionSeparator == "/")
    #expect(profile.headers.map(\.rows) == [3, 2, 1])
  }

  @Test(arguments: [
    ("container: xls", "yaml.value-invalid 4 profile.container"),
    ("container: csv\n  record: R", "yaml.value-invalid 5 profile.record"),
    ("container: csv\n  dateOrder: åmd", "yaml.value-invalid 5 profile.dateOrder"),
    ("container: csv\n  anonymity: {x: ja}", "yaml.value-invalid 5 profile.anonymity"),
    ("container: csv\n  anonymity: {x: [[ja]]}", "yaml.value-invalid 5 profile.anonymity"),
    ("container: csv\n  id_columns: [x]", "yaml.key-unknown 5 profile.id_columns"),
    (
      "container: csv\n  keyed: {element: e, key: k, value: v}",
      "yaml.value-invalid 5 profile.keyed"
    ),
    ("container: xml\n  headerRows: 2", "yaml.value-invalid 5 profile.headerRows"),
    ("container: csv\n  choiceSeparator: ''", "yaml.value-invalid 5 profile.choiceSeparator"),
    (
      "container: csv\n  headerRows: 1\n  headers: [{rows: 2}]",
      "yaml.value-invalid 5 profile.headerRows"
    ),
    ("container: csv\n  headers: [{row: 1}]", "yaml.key-missing 5 profile.headers[1].rows"),
    (
      "container: csv\n  headers: [{rows: 1, names: [2]}]",
      "yaml.value-invalid 5 profile.headers[1].names"
    ),
    (
      "container: csv\n  recognise: [{columns: [a]}]",
      "yaml.key-missing 5 profile.recognise[1].certainty"
    ),
    (
      "container: csv\n  recognise: [{certainty: certain}]",
      "yaml.value-invalid 5 profile.recognise[1]"
    ),
    (
      "container: csv\n  recognise: [{columns: [a], root: b, certainty: certain}]",
      "yaml.value-invalid 5 profile.recognise[1].root"
    ),
    (
      "container: csv\n  recognise: [{columns: [a], least: 2, certainty: certain}]",
      "yaml.value-invalid 5 profile.recognise[1].least"
    ),
    (
      "container: csv\n  recognise: [{pattern: '(', certainty: certain}]",
      "yaml.value-invalid 5 profile.recognise[1].pattern"
    ),
    (
      "container: csv\n  notSubmissions: [{keys: [a], kind: table}]",
      "yaml.value-invalid 5 profile.notSubmissions[1].kind"
    ),
  ])
  func `what is wrong is found`(written: String, expected: String) {
    let text = "profile:\n  id: p\n  label: P\n  \(written)"
    #expect(words(ProfileFile.load(text: text, file: "p").1) == [expected])
  }
}

@Suite struct PolicyFileTests {
  private func load(_ check: String, _ more: String = "") -> (PolicyFile?, [Finding]) {
    PolicyFile.load(
      text: """
        policy: {id: p, title: P, version: 1}
        duties:
          - id: D01
            quote: q
            label: l
            strength: ska
            area: a
            check: \(check)
            \(more)
        """, file: "policy.yaml", facts: Samples.facts)
  }

  @Test func `every operator is read`() throws {
    let pairs: [(String, DutyRule)] = [
      ("{present: purpose}", .present("purpose")),
      ("{before: [period.from, period.through]}", .before("period.from", "period.through")),
      ("{notAfter: [period.from, period.through]}", .notAfter("period.from", "period.through")),
      ("{equals: [dialogue.type, råd]}", .equals("dialogue.type", "råd")),
      ("{mentions: [purpose, a, b]}", .mentions("purpose", ["a", "b"])),
      ("{count: {of: goals, atLeast: 2}}", .atLeast("goals", 2)),
      ("{share: {of: feedback.done, among: feedback}}", .share("feedback.done", of: "feedback")),
      ("{true: openToAll}", .isTrue("openToAll")),
      ("{person: true}", .person),
      (
        "{any: [{present: need}, {all: [{person: true}]}]}",
        .any([.present("need"), .all([.person])])
      ),
    ]
    for (written, rule) in pairs {
      let (file, findings) = load(written)
      #expect(findings == [], "\(written)")
      #expect(file?.duties.first?.rule == rule, "\(written)")
    }
  }

  @Test(arguments: [
    "{present: purpos}", "{before: [purpose, period.from]}", "{before: [period.from]}",
    "{equals: [period.from, x]}", "{count: {of: purpose, atLeast: 1}}", "{true: purpose}",
    "{}", "{present: need, true: openToAll}", "{all: []}", "{all: {present: need}}",
    "{person: false}", "{mentions: [purpose]}",
    "{any: [{present: need}, {present: nedd}]}",
  ])
  func `a check that cannot be carried out is found when the file is read`(check: String) throws {
    let (file, findings) = load(check)
    #expect(findings.map(\.code).contains(.policyDuty), "\(findings)")
    #expect(findings.first?.place.line == 8)
    #expect(findings.first?.severity == .error)
    #expect(try #require(file).duties.isEmpty)
  }

  @Test func `an operator that does not exist is an unknown key`() {
    #expect(
      words(load("{presnet: purpose}").1).first == "yaml.key-unknown 8 duties[1].check.presnet")
  }

  @Test func `grounds may only speak of facts that exist`() {
    let (_, findings) = load("{present: need}", "grounds: {met: \"{ned} finns\"}")
    #expect(words(findings) == ["policy.duty 9 duties[1].grounds.met"])
    #expect(findings.first?.consequence == "The nearest name is \"need\".")
  }

  @Test func `strength and missing are words of a list`() {
    #expect(
      words(load("{present: need}", "missing: met").1) == [
        "yaml.value-invalid 9 duties[1].missing"
      ])
    let text =
      "policy: {id: p, title: P, version: 1}\nduties:\n  - {id: D, quote: q, label: l, "
      + "strength: måste, area: a, check: {person: true}}"
    #expect(
      words(PolicyFile.load(text: text, file: "p", facts: Samples.facts).1) == [
        "yaml.value-invalid 3 duties[1].strength"
      ])
  }

  @Test func `a duty may be as deep as the file, and no deeper`() {
    var check = "{person: true}"
    for _ in 0..<40 { check = "{all: [\(check)]}" }
    #expect(load(check).1.map(\.code) == [.yamlTooDeep])
  }
}

@Suite struct ScalesFileTests {
  @Test func `what is wrong with a scale is found`() {
    let (file, findings) = ScalesFile.load(
      text: """
        scales:
          - id: a
            label: A
            steps:
              - {name: Ett}
              - {name: Ett, promise: P, dialouge: false}
          - {id: a, label: B}
        """, file: "scales.yaml")
    #expect(
      words(findings) == [
        "yaml.key-missing 5 scales[1].steps[1].promise",
        "yaml.key-unknown 6 scales[1].steps[2].dialouge",
        "yaml.value-repeated 6 scales[1].steps[2].name",
        "yaml.value-repeated 7 scales[2].id",
        "yaml.key-missing 7 scales[2].steps",
      ])
    #expect(file?.scales.count == 1)
  }
}
