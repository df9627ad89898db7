import Annex
import DialogueModel
import Testing

@Suite struct DocumentTests {
  let document = WorkedExample.internalDocument

  @Test func `The worked example's figures agree with each other`() {
    let content = WorkedExample.content(.internal)
    #expect(content.account.balances)
    #expect(content.submissionsByChannel.values.reduce(0, +) == content.account[.accepted])
    #expect(content.weeks.flatMap(\.byChannel.values).reduce(0, +) == 271)
    #expect(content.themes.reduce(0) { $0 + $1.viewpoints } == content.tags)
    #expect(content.submissions.count == 271)
    for (index, tally) in content.themes.enumerated() {
      let listed = content.submissions.count { $0.themes.contains("T0\(index + 1)") }
      #expect(listed == tally.submissions, "\(tally.theme)")
    }
    for dimension in content.coverage[0].dimensions where dimension.isPartition {
      let members = dimension.groups.reduce(0) { $0 + $1.assessment.count.members }
      #expect(members + dimension.unknown == 190, "\(dimension.id)")
    }
    for relation in document.allRelations {
      let parts = relation.parts.map { count($0) }
      #expect(count(relation.total) == parts.reduce(0) { $0 + ($1 ?? 0) }, "\(relation)")
    }
  }

  private func count(_ key: String) -> Int? {
    document.measures.first { $0.key == key }?.value?.wholeNumber
  }

  @Test func `Sections come in the order of the outline`() {
    #expect(
      document.sections.map(\.number) == (0...12).map(String.init) + [nil, nil])
    #expect(
      document.sections.map(\.title) == [
        "Uppgifter om ärendet", "Sammanfattning", "Syfte, ramar och vad som går att påverka",
        "Så genomfördes dialogen", "Underlaget", "Vilka har deltagit",
        "Vad handlade synpunkterna om", "Synpunkter och kommentarer, tema för tema",
        "Så påverkade synpunkterna förslaget", "Frågor som lämnas vidare", "Återkoppling",
        "Metod, kvalitet och talens ursprung", "Kontroll mot policyn",
        "Bilaga A. Förteckning över inlämningar", "Bilaga B. Kodbok",
      ])
    #expect(
      document.sections[1].parts.map(\.title) == [
        "Det viktigaste", "Vem har svarat", "Så säkert är underlaget",
      ])
  }

  @Test func `Themes come by viewpoints, and one with only an answer comes last`() {
    let themes = document.sections[7].parts
    #expect(themes.map(\.number) == (1...9).map { "7.\($0)" })
    #expect(
      themes.map(\.title) == [
        "Öppettider", "Läge och lokaler", "Barn och unga", "Böcker och utbud",
        "Tillgänglighet", "Biblioteket som mötesplats", "Datorer och digital hjälp",
        "Parkering", "Buss till biblioteket",
      ])
  }

  @Test func `Themes with as many viewpoints come in the codebook's order`() {
    var content = WorkedExample.content(.internal)
    content.themes = content.themes.reversed().map {
      .init(theme: $0.theme, viewpoints: 20, submissions: 18, examples: $0.examples)
    }
    let themes = AnnexComposer().compose(content).sections[7].parts.prefix(3)
    #expect(themes.map(\.title) == ["Öppettider", "Läge och lokaler", "Barn och unga"])
  }

  @Test func `A theme without an answer says so in exactly these words`() {
    let theme = document.sections[7].parts[6]
    #expect(theme.blocks.contains(.comment([Paragraph(["Kommentar saknas"])])))
    #expect(theme.blocks.contains(.paragraph(Paragraph(["Förslag saknas"]))))
  }

  @Test func `At most three quotations of a theme are shown, and the rest is said`() {
    var content = WorkedExample.content(.internal)
    let first = content.quotations[0]
    content.quotations = Array(repeating: first, count: 5)
    let document = AnnexComposer().compose(content)
    #expect(document.quotations.map(\.mark) == ["C1", "C2", "C3"])
    #expect(document.plainSentences.contains("Av fem granskade citat visas de tre första."))
  }

  @Test func `Masked words of a quotation keep their own piece`() throws {
    let quotation = try #require(document.quotations.last)
    #expect(quotation.pieces.map(\.isMasked) == [false, true, false])
    #expect(quotation.text == "Ring mig på [telefonnummer borttaget] så visar jag trappan.")
  }

  @Test func `Figures are numbered in order of first use, once for each key`() {
    #expect(
      document.figures.map(\.mark) == (1...document.figures.count).map { "F\($0)" })
    #expect(Set(document.figures.map(\.measure.key)).count == document.figures.count)
    #expect(document.figure(FigureKey.read)?.measure.value == .count(322))
    #expect(document.figure(FigureKey.flow(.accepted))?.mark == "F1")
    #expect(document.figures.allSatisfy { !$0.label.isEmpty && !$0.how.isEmpty })
    #expect(document.figures.allSatisfy { !$0.source.isEmpty })
  }

  @Test func `The same key has the same value wherever it stands`() {
    var values: [String: FigureValue] = [:]
    for measure in document.measures {
      let known = values.updateValue(measure.value ?? .whole, forKey: measure.key)
      #expect(known == nil || known == measure.value, "\(measure.key)")
    }
  }

  @Test func `Every duty of the policy has a row`() throws {
    let table = try #require(document.tables.first { $0.id == "duties" })
    #expect(table.groups[0].rows.count == 46)
    #expect(
      table.groups[0].rows.allSatisfy { row in
        row.cells.contains { if case .status = $0 { true } else { false } }
      })
  }

  @Test func `Missing facts are printed and not left out`() throws {
    var content = WorkedExample.content(.internal)
    var decision = DecisionCase(
      registryNumber: "KS 1", title: "Ett ärende", decidingBody: "kommunstyrelsen")
    decision.plannedDecision = nil
    content.dialogue = Dialogue(
      id: "tom", title: "En dialog", kind: .citizenDialogue, municipality: "Kommunen",
      idPrefix: "X", decisionCase: decision, influence: Influence(),
      period: content.dialogue.period)
    let document = AnnexComposer().compose(content)
    let table = try #require(document.tables.first { $0.id == "case" })
    let missing = table.groups[0].rows.count { $0.cells == [.words("uppgift saknas")] }
    #expect(missing == 11)
    #expect(table.groups[0].rows.count == 16)
    for words in [
      "Syfte: uppgift saknas.", "Uppgift saknas om vem som beslutade om dialogen.",
      "Vilka som var inbjudna: uppgift saknas.", "Aktiviteter: uppgift saknas.",
      "Planerad återkoppling: uppgift saknas.",
      "Grupper som dialogen ville nå: uppgift saknas.",
    ] {
      #expect(document.plainSentences.contains(words), "\(words)")
    }
  }

  @Test func `More files of one kind than a few share a row`() throws {
    var content = WorkedExample.content(.internal)
    let many = (1...30).map {
      SourceAccount(
        path: "inputs/e-tjanst/\($0).xml", sha256: "00", read: 1, outcomes: [.accepted: 1])
    }
    content.account.sources += many
    content.sources += many.map { _ in
      .init(label: "E-tjänst", profile: "Open ePlatform", channel: "etjanst")
    }
    let document = AnnexComposer().compose(content)
    let table = try #require(document.tables.first { $0.id == "flow-table" })
    #expect(table.groups[0].rows.count == 7)
    #expect(table.groups[0].rows[5].header.last == [.code("inputs/e-tjanst/* (30 filer)")])
    #expect(table.groups[0].rows[5].cells.first.map(number) == 30)
  }

  private func number(_ cell: Cell) -> Int? {
    if case .number(let measure) = cell { measure.value?.wholeNumber } else { nil }
  }

  @Test func `Weeks in which nothing came in stand between the others`() throws {
    var content = WorkedExample.content(.internal)
    content.weeks = [
      .init(year: 2025, week: 51, byChannel: ["enkat": 200]),
      .init(year: 2026, week: 2, byChannel: ["enkat": 71]),
    ]
    let document = AnnexComposer().compose(content)
    let table = try #require(document.tables.first { $0.id == "week-table" })
    #expect(
      table.groups[0].rows.map { $0.header[0] } == [
        [.text("51, 2025")], [.text("52, 2025")], [.text("1, 2026")], [.text("2, 2026")],
        [.text("Summa")],
      ])
  }

  @Test func `The same content gives the same document, page and data`() throws {
    for edition in AnnexContent.Edition.allCases {
      let first = AnnexComposer().compose(WorkedExample.content(edition))
      let second = AnnexComposer().compose(WorkedExample.content(edition))
      #expect(first == second)
      #expect(HTMLRenderer().render(first) == HTMLRenderer().render(second))
      #expect(try JSONRenderer().render(first) == JSONRenderer().render(second))
    }
  }

  @Test(arguments: AnnexContent.Edition.allCases)
  func `The page of the worked example is as recorded`(edition: AnnexContent.Edition) throws {
    let document = AnnexComposer().compose(WorkedExample.content(edition))
    try expectSnapshot(HTMLRenderer().render(document), "\(edition.rawValue).html")
  }
}
