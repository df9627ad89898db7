import Annex
import DialogueModel
import Representation
import Testing

@Suite struct PublicEditionTests {
  let content = WorkedExample.content(.public)
  let document = WorkedExample.publicDocument

  @Test func `No count from 1 to 4 is shown, and none under 10 of what is sensitive`() {
    #expect(!document.shownCounts.isEmpty)
    for count in document.shownCounts {
      let limit = count.isSensitive ? 10 : 5
      #expect(count.value >= limit || (count.value == 0 && !count.isSensitive), "\(count)")
    }
  }

  @Test func `The internal edition shows small counts, so the check above can fail`() {
    let document = WorkedExample.internalDocument
    #expect(document.shownCounts.contains { $0.value > 0 && $0.value < 5 })
    #expect(document.hiddenKeys.isEmpty)
  }

  /// The words of the page itself, where a count stands before what it counts.
  @Test func `The page's own words hold no small count`() {
    let page = Page(document)
    let nouns = ["person", "inlämning", "synpunkt", "post", "svar", "deltagare", "tagg"]
    let texts = page.found {
      ["p", "li", "dd", "figcaption", "desc", "td", "caption"].contains($0.name)
    }.map(\.text)
    #expect(texts.count > 200)
    for text in texts {
      let words = text.split { $0.isWhitespace || $0 == "(" }
      for (number, noun) in zip(words, words.dropFirst()) {
        // A figure's mark stands after its number: "3F12 synpunkter".
        let digits = number.prefix { $0.isNumber }
        guard let value = Int(digits), value > 0, value < 5,
          number.dropFirst(digits.count).isEmpty || number.dropFirst(digits.count).first == "F",
          nouns.contains(where: { noun.hasPrefix($0) })
        else { continue }
        #expect(Bool(false), "\(number) \(noun)")
      }
    }
  }

  @Test func `Number cells of counts on the page are 0, at least 5 or a dash`() throws {
    let counted: Set<String> = [
      "tab-flow-table", "tab-week-table", "tab-rejections", "tab-channels", "tab-masking",
      "tab-senders",
    ]
    let html = String(decoding: HTMLRenderer().render(document), as: UTF8.self)
    for id in counted {
      let start = try #require(html.firstRange(of: "<table id=\"\(id)\""))
      let rest = html[start.lowerBound...]
      let end = try #require(rest.firstRange(of: "</table>"))
      let cells = Page(String(rest[..<end.upperBound])).all("td")
        .filter { $0.attributes["class"] == "n" }.map(\.text)
      #expect(!cells.isEmpty)
      for cell in cells {
        let value = Int(cell.filter(\.isNumber)) ?? 0
        #expect(cell == "–" || value == 0 || value >= 5, "\(id): \(cell)")
      }
    }
  }

  @Test func `What is computed from a hidden count is hidden with it`() {
    let hidden = document.hiddenKeys
    for measure in document.measures where !measure.basis.isEmpty {
      let restsOnHidden = measure.basis.contains { hidden.contains($0) }
      #expect(!restsOnHidden || measure.value == nil, "\(measure.key)")
    }
    #expect(hidden.contains(FigureKey.themeShare("parkering")))
    #expect(hidden.contains(FigureKey.group("enkat", "place", "utanfor", "share")))
  }

  @Test func `A hidden number stands nowhere in the data`() throws {
    let json = String(decoding: try JSONRenderer().render(document), as: UTF8.self)
    let hidden = document.measures.filter { $0.hiding != nil }
    #expect(!hidden.isEmpty)
    #expect(hidden.allSatisfy { $0.value == nil })
    let values = json.split(separator: "\n").count { $0.contains("\"hiding\"") }
    #expect(values >= hidden.count)
    #expect(document.implied.isEmpty)
  }

  @Test func `No hidden number follows from the sums that the document shows`() {
    let attack = SubtractionAttack(document)
    #expect(!attack.hidden.isEmpty)
    #expect(attack.found.isEmpty)
  }

  @Test func `The attack finds what is hidden alone, so the check above can fail`() throws {
    var document = WorkedExample.internalDocument
    document = hide(FigureKey.source("inputs/enkat.csv", .empty), in: document)
    #expect(
      SubtractionAttack(document).found == [FigureKey.source("inputs/enkat.csv", .empty)])
  }

  private func hide(_ key: String, in document: AnnexDocument) -> AnnexDocument {
    var document = document
    document.sections = document.sections.map { section in
      var section = section
      section.blocks = section.blocks.map { block in
        guard case .table(var table) = block else { return block }
        for group in table.groups.indices {
          for row in table.groups[group].rows.indices {
            table.groups[group].rows[row].cells = table.groups[group].rows[row].cells.map {
              guard case .number(var measure) = $0, measure.key == key else { return $0 }
              measure.value = nil
              measure.hiding = .small
              return .number(measure)
            }
          }
        }
        return .table(table)
      }
      return section
    }
    return document
  }

  @Test func `Appendix A does not give hidden counts to those who count its rows`() throws {
    let table = try #require(document.tables.first { $0.id == "submissions" })
    #expect(table.columns.map(\.title) == ["Nummer", "Teman"])
    #expect(table.groups[0].rows.count == WorkedExample.count)
    var byTheme: [String: Int] = [:]
    for row in table.groups[0].rows {
      guard row.cells.count == 1, case .attribute(let themes) = row.cells[0] else {
        Issue.record("a row has more than its themes")
        return
      }
      for theme in themes { byTheme[theme.words, default: 0] += 1 }
    }
    #expect(byTheme["T08"] == nil)
    #expect(byTheme["inget tema"] == nil)
    #expect(byTheme.values.allSatisfy { $0 >= 5 })
  }

  @Test func `Appendix A is left out where the number of its rows is hidden`() {
    var content = content
    content.account = FlowAccount(sources: [
      SourceAccount(path: "inputs/enkat.csv", sha256: "00", read: 3, outcomes: [.accepted: 3])
    ])
    let document = AnnexComposer().compose(content)
    #expect(document.hiddenKeys.contains(FigureKey.flow(.accepted)))
    #expect(!document.tables.contains { $0.id == "submissions" })
  }

  @Test func `An example of a hidden theme is one and not as many as there are`() throws {
    let theme = try #require(document.sections[7].parts.first { $0.title == "Parkering" })
    let links = theme.blocks.flatMap { block -> [Inline] in
      guard case .paragraph(let paragraph) = block else { return [] }
      return paragraph.sentences.flatMap(\.runs).filter {
        if case .link = $0 { true } else { false }
      }
    }
    #expect(links.count == 1)
  }

  @Test func `Theme and group tables and rejected places are left out`() {
    #expect(!document.tables.contains { $0.id.hasPrefix("theme-groups") })
    let page = String(decoding: HTMLRenderer().render(document), as: UTF8.self)
    #expect(!page.contains("post&nbsp;117"))
    #expect(!page.contains("rad&nbsp;118"))
  }

  @Test func `What the municipality did itself is not hidden`() throws {
    let activities = try #require(document.tables.first { $0.id == "activities" })
    #expect(activities.groups[0].rows[3].cells[4] == .words("5"))
    #expect(activities.groups[0].rows[4].cells[4] == .words("1"))
    #expect(document.figure(FigureKey.proposals(.partly))?.measure.value == .count(1))
    #expect(document.figure(FigureKey.duties(.notMet))?.measure.value == .count(2))
  }

  @Test func `Small counts in machine-written grounds become words`() throws {
    let duties = try #require(document.tables.first { $0.id == "duties" })
    let row = try #require(duties.groups[0].rows.first { $0.header == [[.text("D24")]] })
    #expect(
      row.cells.last == .words("En av fyra är utförd; färre än fem personer har bett om svar"))
  }

  @Test func `Small counts in an official's words are pointed out and not changed`() {
    var content = content
    content.responses[0].comment = "Det var 3 personer som skrev om kvällar."
    let document = AnnexComposer().compose(content)
    #expect(document.smallCountsInWords == ["avsnitt 7.1"])
    #expect(self.document.smallCountsInWords.isEmpty)
  }

  @Test func `The limit of the rule is the limit of the annex`() {
    var content = content
    content.rule.smallestCount = 20
    let document = AnnexComposer().compose(content)
    #expect(!document.shownCounts.contains { $0.value > 0 && $0.value < 20 })
    #expect(SubtractionAttack(document).found.isEmpty)
    #expect(
      document.plainSentences.contains {
        $0.contains("färre än 20\u{20}synpunkter")
          || $0.contains("färre än 20 synpunkter") || $0.contains("Färre än 20")
      })
  }

  @Test(arguments: [0, 1, 4, 5, 6, 9, 12, 60])
  func `Participants of an activity are hidden when they are few`(count: Int) {
    var content = content
    content.dialogue.activities[4].participants = count
    let document = AnnexComposer().compose(content)
    let isHidden = document.hiddenKeys.contains(FigureKey.participants("radet"))
    #expect(isHidden == (1...4).contains(count))
    #expect(document.hiddenKeys.contains(FigureKey.persons) == isHidden)
  }

  @Test(
    arguments: [
      // Too few whatever it is; under for few; under whatever it is; most did not say; no figure.
      (known: 60, unknown: 10, reference: 870, shown: true),
      (known: 100, unknown: 10, reference: 870, shown: false),
      (known: 160, unknown: 10, reference: 870, shown: true),
      (known: 60, unknown: 110, reference: 870, shown: true),
      (known: 100, unknown: 10, reference: nil, shown: true),
    ] as [(known: Int, unknown: Int, reference: Int?, shown: Bool)])
  func `A hidden group's class is shown only where it tells nothing of the count`(
    example: (known: Int, unknown: Int, reference: Int?, shown: Bool)
  ) throws {
    var content = content
    content.coverage[0].persons = example.known + example.unknown
    content.submissionsByChannel["enkat"] = example.known + example.unknown
    content.coverage[0].dimensions = [content.coverage[0].dimensions[0]]
    content.coverage[0].dimensions[0].unknown = example.unknown
    for (group, members) in [10, 20, 17, example.known - 50, 3].enumerated() {
      var count = content.coverage[0].dimensions[0].groups[group].assessment.count
      count.members = members
      count.known = example.known
      count.unknown = example.unknown
      if group == 4 { count.referenceCount = example.reference }
      content.coverage[0].dimensions[0].groups[group].assessment =
        RepresentationAssessor().assess([count])[0]
    }
    let document = AnnexComposer().compose(content)
    let table = try #require(document.tables.first { $0.id == "groups-table-enkat" })
    guard case .comparison(let comparison)? = table.groups[0].rows[4].cells.last else {
      Issue.record("no comparison")
      return
    }
    #expect(document.hiddenKeys.contains(comparison.key))
    #expect((comparison.classification != nil) == example.shown)
    #expect(comparison.lines == [[.text("antalet visas inte")]])
    #expect(comparison.count == nil)
  }

  @Test func `A hidden number of unknown hides the classes of its question everywhere`() throws {
    var content = content
    content.coverage[0].dimensions = [content.coverage[0].dimensions[1]]
    content.coverage[0].dimensions[0].unknown = 3
    content.coverage[0].dimensions[0].groups[0].assessment.count.members = 131
    let document = AnnexComposer().compose(content)
    #expect(document.hiddenKeys.contains(FigureKey.unknown("enkat", "sex")))
    #expect(
      document.hiddenClasses
        == Set(["kvinna", "man"].map { FigureKey.group("enkat", "sex", $0, "members") }))
    let chart = try #require(document.charts.first { $0.id == "groups-enkat" })
    guard case .ratios(let ratios) = chart.content else {
      Issue.record("no ratios")
      return
    }
    for row in ratios.groups.flatMap(\.rows) {
      #expect(row.gap == nil && row.comparison.classification == nil)
    }
    #expect(!document.plainSentences.contains { $0.contains("Gruppen Kvinnor") })
    #expect(!document.plainSentences.contains { $0.hasPrefix("Fler grupper avviker") })
  }
}
