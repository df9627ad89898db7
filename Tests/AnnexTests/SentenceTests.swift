import Annex
import DialogueModel
import Testing

/// A change to the worked example, and what the annex then says.
struct SentenceCase: Sendable, CustomTestStringConvertible {
  let name: String
  let edition: AnnexContent.Edition
  let change: @Sendable (inout AnnexContent) -> Void
  let says: [String]
  let doesNotSay: [String]

  init(
    _ name: String, _ edition: AnnexContent.Edition = .internal, says: [String],
    doesNotSay: [String] = [], change: @escaping @Sendable (inout AnnexContent) -> Void = { _ in }
  ) {
    self.name = name
    self.edition = edition
    self.change = change
    self.says = says
    self.doesNotSay = doesNotSay
  }

  var testDescription: String { name }
}

@Suite struct SentenceTests {
  @Test(arguments: decision + most + who + sure + material + outcomes + persons + hidden)
  func `The annex says what fits`(example: SentenceCase) {
    var content = WorkedExample.content(example.edition)
    example.change(&content)
    let sentences = AnnexComposer().compose(content).plainSentences
      .map { $0.replacing("\u{A0}", with: " ") }
    for words in example.says {
      // A comparison inside the macro would print all sentences.
      let isSaid = sentences.contains(words)
      #expect(isSaid, "\(words)")
    }
    for words in example.doesNotSay {
      let isSaid = sentences.contains { $0.contains(words) }
      #expect(!isSaid, "\(words)")
    }
  }

  static let decision = [
    SentenceCase(
      "a decision with everything",
      says: [
        "Kommunfullmäktige beslutade den 25 februari 2026 (§ 18) att hålla en medborgardialog.",
        "Dialogen hör till ärende KS 2026/204.",
      ]),
    SentenceCase(
      "no decision", says: ["Uppgift saknas om vem som beslutade om dialogen."]
    ) { $0.dialogue.decisionCase.decisionToHold = nil },
    SentenceCase(
      "a decision without a day",
      says: [
        "Kommunfullmäktige beslutade (§ 18) att hålla en medborgardialog.",
        "Uppgift om beslutets datum saknas.",
      ]
    ) { $0.dialogue.decisionCase.decisionToHold?.date = nil },
    SentenceCase(
      "a consultation",
      says: [
        "Kommunfullmäktige beslutade den 25 februari 2026 att hålla ett lagstadgat samråd."
      ]
    ) {
      $0.dialogue.kind = .statutoryConsultation
      $0.dialogue.decisionCase.decisionToHold?.paragraph = nil
    },
  ]

  static let most = [
    SentenceCase(
      "themes",
      says: [
        "Flest synpunkter har temat Öppettider (168 synpunkter i 141 inlämningar).",
        "Näst flest har temat Läge och lokaler (131 synpunkter).",
        "14 synpunkter fick inget tema.",
        "Förvaltningen föreslår att synpunkterna tillgodoses helt i 4 fall, delvis i 1 fall och "
          + "inte i 1 fall.", "I 2 fall lämnas de vidare.", "I 2 fall ligger de utanför ramarna.",
        "Av 8 teman har 6 både kommentar och förslag.",
      ]),
    SentenceCase(
      "one viewpoint",
      says: ["De synpunkter som fick ett tema har temat Parkering (1 synpunkt i 1 inlämning)."]
    ) {
      $0.themes = [.init(theme: "parkering", viewpoints: 1, submissions: 1)]
      $0.viewpoints = 1
      $0.tags = 1
      $0.untaggedViewpoints = 0
    },
    SentenceCase(
      "two themes alike",
      says: ["Flest synpunkter har temana Öppettider och Barn och unga (30 synpunkter vardera)."]
    ) {
      $0.themes = [
        .init(theme: "oppettider", viewpoints: 30, submissions: 20),
        .init(theme: "barn", viewpoints: 30, submissions: 25),
        .init(theme: "lokaler", viewpoints: 10, submissions: 10),
      ]
    },
    SentenceCase(
      "all themes alike", says: ["Synpunkterna fördelar sig lika på alla teman."]
    ) {
      $0.themes = ["oppettider", "barn", "lokaler", "utbud"].map {
        .init(theme: $0, viewpoints: 7, submissions: 7)
      }
    },
    SentenceCase(
      "no theme",
      says: ["Ingen synpunkt fick något tema.", "Ingen av dem fick något tema ur kodboken."]
    ) {
      $0.themes = []
      $0.tags = 0
      $0.untaggedViewpoints = 498
    },
    SentenceCase(
      "no viewpoint",
      says: [
        "Ingen inlämning innehåller någon synpunkt i fritext.",
        "Inga synpunkter finns att sortera under teman.",
      ]
    ) {
      $0.viewpoints = 0
      $0.themes = []
      $0.tags = 0
      $0.untaggedViewpoints = 0
    },
    SentenceCase(
      "no response",
      says: [
        "Förvaltningens förslag till hantering saknas.",
        "Inga ändringar i förslaget är redovisade.", "Inga sådana synpunkter är redovisade.",
        "Inga frågor är redovisade som lämnade vidare.",
      ], doesNotSay: ["Förvaltningen föreslår att synpunkterna tillgodoses"]
    ) { $0.responses = [] },
    SentenceCase(
      "a response for a theme that is not in the codebook", says: ["borta finns inte i kodboken."]
    ) {
      var response = Response(theme: "borta")
      response.comment = "Vi tackar."
      $0.responses.append(response)
    },
  ]

  static let who = [
    SentenceCase(
      "channels and groups",
      says: [
        "Flest inlämningar kom genom svarsvägen Webbenkät (190 inlämningar).",
        "Gruppen 15–24 år är mindre bland dem som svarade (4 procent) än i befolkningen "
          + "(10 procent).",
        "Gruppen Ekshärad med omnejd är större bland dem som svarade (62 procent) än i "
          + "befolkningen (21 procent).", "Fler grupper avviker, se avsnitt 5.",
        "41 personer uppgav inte svar på frågan om funktionsnedsättning.",
      ]),
    SentenceCase(
      "a group that is hidden in public is named after the others",
      says: [
        "Gruppen Övriga kommunen är mindre bland dem som svarade (15 procent) än i befolkningen "
          + "(30 procent)."
      ], doesNotSay: ["Gruppen 15–24 år är mindre"]
    ) { $0.coverage[0].dimensions[0].groups[0].assessment.count.members = 3 },
    SentenceCase(
      "one channel",
      says: ["Alla inlämningar kom genom svarsvägen E-tjänst (271 inlämningar)."]
    ) { $0.submissionsByChannel = ["etjanst": 271] },
    SentenceCase(
      "two channels alike",
      says: [
        "Lika många inlämningar kom genom Webbenkät och E-tjänst (100 inlämningar vardera)."
      ]
    ) { $0.submissionsByChannel = ["enkat": 100, "etjanst": 100, "skola": 71] },
    SentenceCase(
      "no channel counts persons",
      says: [
        "Ingen svarsväg räknar personer.",
        "Ingen svarsväg räknar personer. Därför går de som svarade inte att jämföra.",
      ]
    ) { $0.coverage = [] },
    SentenceCase(
      "no reference",
      says: [
        "För svarsvägen Webbenkät saknas referens, och de som svarade går inte att jämföra med "
          + "befolkningen.",
        "För svarsvägen Webbenkät saknas uppgift om hur många som kunde svara.",
      ], doesNotSay: ["Vi prövar en enda sak"]
    ) {
      $0.coverage[0].referenceTotal = nil
      $0.coverage[0].dimensions = $0.coverage[0].dimensions.map { withoutReference($0) }
    },
    SentenceCase(
      "groups without a figure",
      says: ["I svarsvägen Webbenkät har ingen grupp något tal att jämföras med."]
    ) { $0.coverage[0].dimensions = $0.coverage[0].dimensions.map { withoutReference($0) } },
    SentenceCase(
      "nobody said",
      says: ["Ingen uppgav svar på frågan om ålder."]
    ) {
      $0.coverage[0].dimensions = [
        .init(id: "age", label: "Ålder", unknown: 190, groups: [])
      ]
    },
    SentenceCase(
      "nothing can be told",
      says: ["För ingen grupp går det att avgöra om andelen avviker från befolkningens."]
    ) { classify(&$0) { _ in .cannotSay } },
    SentenceCase(
      "all in balance", says: ["Alla grupper som prövas är i balans med befolkningen."]
    ) { classify(&$0) { _ in .inBalance } },
    SentenceCase(
      "some in balance",
      says: ["Ingen grupp avviker mer än vad en rättvis lottning rimligen ger."]
    ) { classify(&$0) { $0.isMultiple(of: 2) ? .inBalance : .cannotSay } },
  ]

  static let sure = [
    SentenceCase(
      "much", says: ["Siffrorna visar vad de som svarade har sagt."], doesNotSay: ["litet"]),
    SentenceCase(
      "little", says: ["Underlaget är litet, och enstaka inlämningar kan ändra bilden."]
    ) { $0.account = FlowAccount(sources: [account(29, accepted: 29)]) },
    SentenceCase(
      "nothing",
      says: [
        "Utan inlämningar visar underlaget inte vad någon tycker i frågan.",
        "Ingen inlämning ingår. Därför går det inte att säga vem som har svarat.",
        "Ingen inlämning ingår i underlaget.", "Ingen inlämning ingår.",
      ]
    ) {
      $0.account = FlowAccount(sources: [account(40, accepted: 0)])
      $0.submissionsByChannel = [:]
    },
    SentenceCase("all counts", says: ["Alla inlästa poster ingår.", "Alla poster ingår."]) {
      $0.account = FlowAccount(sources: [account(271, accepted: 271)])
    },
    SentenceCase(
      "does not balance",
      says: [
        "För minst en källa går antalet poster inte ihop, se avsnitt 4.",
        "För minst en källa är inlästa poster inte lika många som de med ett utfall.",
      ]
    ) { $0.account.sources[0].read += 1 },
    SentenceCase("no source", says: ["Ingen källa är inläst.", "Inga poster är inlästa."]) {
      $0.account = FlowAccount(sources: [])
      $0.sources = []
    },
  ]

  static let material = [
    SentenceCase(
      "set aside",
      says: [
        "Vi läste in 322 poster från fem källor.", "51 av dem ingår inte.",
        "9 inlämningar har inget svar i fritext.",
      ]),
    SentenceCase("an empty file", says: ["Vi läste in en källa, men hittade inga poster."]) {
      $0.account = FlowAccount(sources: [account(0, accepted: 0)])
    },
    SentenceCase(
      "no time",
      says: ["När inlämningarna kom in går inte att säga, eftersom källorna saknar tid."]
    ) {
      $0.weeks = []
      $0.undated = ["enkat": 271]
    },
  ]

  static let outcomes = [
    SentenceCase(
      "policy",
      says: [
        "Av 46 krav är 35 uppfyllda, 3 delvis uppfyllda och 2 inte uppfyllda.",
        "För 6 krav saknas uppgift.",
      ]),
    SentenceCase("one duty", says: ["Av 1 krav är 1 uppfyllt."]) {
      $0.duties = [WorkedExample.duties[0]]
    },
    SentenceCase("no check", says: ["Ingen kontroll mot policyn är gjord."]) { $0.duties = [] },
    SentenceCase(
      "outside the frame",
      says: [
        "Ram B1: Budgeten för 2026 och 2027.", "Lämnad till Region Värmland den 12\u{20}maj 2026.",
      ]),
    SentenceCase(
      "a limit that does not exist", says: ["Ram B9 finns inte i avsnitt 2."]
    ) { $0.responses[0].proposals[1].limit = "B9" },
    SentenceCase(
      "passed on to nobody",
      says: ["Ska lämnas till mottagare: uppgift saknas, datum: uppgift saknas."]
    ) {
      $0.responses[0].proposals = [.init(outcome: .passedOn)]
    },
    SentenceCase(
      "more submissions than the list takes",
      says: [
        "Inlämningarna är för många för att stå här.",
        "Förteckningen finns i filen submissions.csv.",
      ]
    ) { $0.account = FlowAccount(sources: [account(5000, accepted: 5000)]) },
  ]

  static let persons = [
    SentenceCase(
      "a range of persons",
      says: [
        "Antalet personer ligger därför i spannet 190–303 och går inte att ange närmare."
      ]),
    SentenceCase("exactly so many", says: ["Antalet personer som deltog är 190."]) {
      $0.persons = 190...190
    },
    SentenceCase("nobody knows", says: ["Hur många personer som har deltagit går inte att ange."]) {
      $0.persons = nil
    },
  ]

  static let hidden = [
    SentenceCase(
      "a small theme in public", .public,
      says: [
        "Färre än fem synpunkter i färre än fem inlämningar",
        "Tabeller över teman och grupper finns bara i den interna utgåvan.",
      ], doesNotSay: ["3 synpunkter i 3 inlämningar"]),
    SentenceCase(
      "few set aside in public", .public,
      says: ["En del av posterna ingår inte, och skälen står i avsnitt 4."],
      doesNotSay: ["ingår 3 inte"]
    ) { $0.account = FlowAccount(sources: [account(274, accepted: 271)]) },
    SentenceCase(
      "a small group that deviates in public", .public,
      says: ["Alla grupper står i avsnitt 5."], doesNotSay: ["15–24 år är mindre bland dem"]
    ) {
      $0.coverage[0].dimensions = [$0.coverage[0].dimensions[0]]
      $0.coverage[0].dimensions[0].groups[0].assessment.count.members = 2
      $0.coverage[0].dimensions[0].groups[1].assessment.count.members = 65
      classify(&$0) { $0 == 0 ? .under : .cannotSay }
    },
    SentenceCase(
      "no count is hidden in the internal edition", .internal,
      says: ["3 synpunkter i 3 inlämningar"], doesNotSay: ["ärre än fem synpunkter"]),
  ]

  private static func account(_ read: Int, accepted: Int) -> SourceAccount {
    SourceAccount(
      path: "inputs/enkat.csv", sha256: "00", read: read,
      outcomes: [.accepted: accepted, .empty: read - accepted])
  }

  private static func withoutReference(
    _ dimension: AnnexContent.DimensionCoverage
  ) -> AnnexContent.DimensionCoverage {
    var dimension = dimension
    dimension.groups = dimension.groups.map { group in
      var group = group
      var count = group.assessment.count
      count.referenceCount = nil
      count.referenceCountHigh = nil
      var assessment = GroupAssessment(
        count: count, classification: .cannotSay, reason: .noReference)
      assessment.share = group.assessment.share
      group.assessment = assessment
      return group
    }
    return dimension
  }

  private static func classify(
    _ content: inout AnnexContent, _ class: (Int) -> RepresentationClass
  ) {
    var number = 0
    for dimension in content.coverage[0].dimensions.indices {
      for group in content.coverage[0].dimensions[dimension].groups.indices {
        let found = `class`(number)
        content.coverage[0].dimensions[dimension].groups[group].assessment.classification = found
        content.coverage[0].dimensions[dimension].groups[group].assessment.reason =
          found == .cannotSay ? .tooFew : nil
        number += 1
      }
    }
  }
}
