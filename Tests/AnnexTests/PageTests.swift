import Annex
import DialogueModel
import Testing

@Suite struct PageTests {
  @Test(arguments: AnnexContent.Edition.allCases)
  func `The page is sound`(edition: AnnexContent.Edition) {
    let page = Page(WorkedExample.document(edition))
    Self.expectSound(page)
    #expect(page.all("html").first?.attributes["lang"] == "sv")
    #expect(page.all("h1").count == 1)
    #expect(page.all("main").count == 1)
    #expect(page.all("nav").count == 1)
    #expect(page.all("header").count == 1)
    #expect(page.all("script").isEmpty)
    #expect(page.all("link").isEmpty)
    #expect(page.all("img").isEmpty)
  }

  /// What every page has to keep, whatever it is about.
  static func expectSound(_ page: Page) {
    #expect(page.problems.isEmpty)
    #expect(Set(page.ids).count == page.ids.count, "an id stands twice")
    let ids = Set(page.ids)
    for link in page.all("a") + page.all("use") {
      guard let target = link.attributes["href"], target.hasPrefix("#") else { continue }
      #expect(ids.contains(String(target.dropFirst())), "\(target) leads nowhere")
    }
    for element in page.elements {
      for name in (element.attributes["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(ids.contains(String(name)), "\(name) labels nothing")
      }
    }
    var level = 0
    for element in page.found({ ["h1", "h2", "h3", "h4"].contains($0.name) }) {
      let next = Int(element.name.dropFirst()) ?? 0
      #expect(next <= level + 1, "\(element.text) skips a level")
      level = next
    }
    for table in page.all("table") { #expect(table.attributes["id"] != nil) }
    #expect(page.all("caption").count == page.all("table").count)
    #expect(page.all("th").allSatisfy { $0.attributes["scope"] != nil })
    for region in page.elements where region.attributes["role"] == "region" {
      #expect(region.attributes["tabindex"] == "0")
    }
    for drawing in page.all("svg") where drawing.attributes["role"] == "img" {
      #expect(drawing.attributes["aria-labelledby"] != nil)
    }
  }

  @Test func `Every figure's mark is defined once and leads there and back`() {
    let document = WorkedExample.internalDocument
    let page = Page(document)
    let ids = page.ids
    let links = page.all("a").compactMap { $0.attributes["href"] }
    for figure in document.figures {
      #expect(ids.count { $0 == figure.mark } == 1, "\(figure.mark)")
      #expect(ids.count { $0 == "r\(figure.mark)" } == 1, "r\(figure.mark)")
      #expect(links.contains("#\(figure.mark)"))
      #expect(links.count { $0 == "#r\(figure.mark)" } == 1)
    }
    for quotation in document.quotations {
      #expect(ids.contains(quotation.mark) && ids.contains("o\(quotation.mark)"))
      #expect(links.contains("#o\(quotation.mark)") && links.contains("#\(quotation.mark)"))
    }
    let marks = page.all("sup").map(\.text)
    #expect(marks.first == "F1")
  }

  @Test func `Every chart is drawn twice, with every value in words`() throws {
    let document = WorkedExample.internalDocument
    let page = Page(document)
    #expect(page.all("desc").count == 2 * document.charts.count)
    let flow = try #require(page.all("desc").first)
    #expect(
      flow.text.replacing("\u{A0}", with: " ") == """
        322 poster lästes in. Dubbletter: 12. Tomma: 11. Ofullständiga: 18. Utanför perioden: 8. \
        Avvisade: 2. 271 inlämningar ingår: 190 webbenkät, 36 e-tjänst, 28 skolbesök, 17 möten \
        och råd.
        """)
    let weeks = page.all("desc")[2].text
    #expect(weeks.contains("E-tjänst: vecka 15 5, vecka 16 11, vecka 17 9"))
    #expect(page.all("desc")[4].text.contains("15–24 år: underrepresenterad, kvot 0,33"))
    #expect(page.all("desc")[4].text.contains("kvot 0,47 till 0,94"))
    #expect(page.all("desc")[6].text.contains("Parkering: 3\u{A0}synpunkter i 3\u{A0}inl"))
  }

  @Test func `The flow is drawn to scale`() throws {
    let document = WorkedExample.internalDocument
    let page = Page(document)
    let bars = page.all("rect").prefix(5).compactMap {
      $0.attributes["height"].flatMap(Double.init)
    }
    let scale = bars[0] / 322
    for (bar, count) in zip(bars.dropFirst(), [190, 36, 28, 17]) {
      // The channels' marks have a gap of at most a unit and a half between them.
      #expect(abs(bar - Double(count) * scale) <= 1.51)
    }
  }

  @Test func `Hidden flows are not drawn to scale`() {
    var content = WorkedExample.content(.public)
    let other = AnnexComposer().compose(content)
    content.account.sources[0][.rejected] = 3
    content.account.sources[0][.outOfPeriod] = 4
    content.rejections[0].count = 3
    let changed = AnnexComposer().compose(content)
    let drawings = [other, changed].map { document in
      Page(document).all("path").prefix(8).compactMap { $0.attributes["d"] }
    }
    #expect(other.hiddenKeys.isSuperset(of: [FigureKey.flow(.rejected)]))
    #expect(drawings[0] == drawings[1])
  }

  @Test func `An example says that it is one, and an internal copy that it is internal`() {
    var content = WorkedExample.content(.internal)
    let internalPage = Page(AnnexComposer().compose(content))
    #expect(internalPage.all("aside").map(\.text).first?.contains("påhittade") == true)
    #expect(internalPage.all("aside").count == 2)
    content.dialogue.isSynthetic = false
    content.edition = .public
    let publicPage = Page(AnnexComposer().compose(content))
    #expect(publicPage.all("aside").isEmpty)
    #expect(!publicPage.all("style")[0].text.contains("påhittade"))
  }

  /// Texts that try to be markup, to end attributes or style, or to turn the writing round.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><b>x</b>",
    "a & b &amp; c", "' onload='x", "\u{202E}txt.exe\u{2066}", "\u{0}\u{1}\u{8}\u{1B}[31m",
    "</table></td>", "]]> <!-- -->", "\u{FFFE}\u{FFFF}", "a\u{2028}b\u{85}c",
    "\\0022}body{display:none", "javascript:alert(1)", "   ", "ålder 25–44 år", "👩‍👩‍👧 שלום",
  ]

  @Test(arguments: hostile)
  func `A hostile text stays text, wherever it stands`(text: String) throws {
    let page = Page(AnnexComposer().compose(Self.content(with: text)))
    Self.expectSound(page)
    #expect(page.all("script").isEmpty)
    #expect(page.all("img").isEmpty)
    #expect(page.elements.allSatisfy { !$0.attributes.keys.contains { $0.hasPrefix("on") } })
    #expect(page.all("style").count == 1)
    let clean = page.text
    #expect(!clean.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" })
    #expect(!clean.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
    #expect(page.all("a").allSatisfy { $0.attributes["href"]?.hasPrefix("#") == true })
  }

  /// The worked example with one text in every place that takes words from outside.
  static func content(with text: String) -> AnnexContent {
    var content = WorkedExample.content(.internal)
    content.dialogue.title = text
    content.dialogue.lead = text
    content.dialogue.municipality = text
    content.dialogue.purpose = text
    content.dialogue.decisionCase.title = text
    content.dialogue.decisionCase.registryNumber = text
    content.dialogue.decisionCase.decidingBody = text
    content.dialogue.influence.open = [text]
    content.dialogue.influence.limits = [FrameLimit(id: text, text: text)]
    content.dialogue.channels[0].label = text
    content.dialogue.channels[1] = Channel(id: text, label: text)
    content.submissionsByChannel = ["enkat": 235, text: 36]
    content.dialogue.activities[0].label = text
    content.dialogue.activities[0].method = text
    content.dialogue.groupsToReach[0].label = text
    content.dialogue.feedback[0].note = text
    content.sources[0].label = text
    content.sources[0].unmappedColumns = [text]
    content.account.sources[0].path = text
    content.codebook.themes[0].label = text
    content.codebook.themes[0].terms = [.ord: [text]]
    content.codebook.themes[1].key = text
    content.themes[1].theme = text
    content.responses[0].comment = text
    content.responses[0].proposals[0].about = text
    content.responses[0].proposals[0].reason = text
    content.quotations[0].pieces = [.text(text), .masked(text)]
    content.quotations[0].submission = text
    content.submissions = Array(content.submissions.prefix(12))
    content.duties = Array(content.duties.prefix(3))
    content.submissions[0].id = text
    content.submissions[1].sender = text
    content.coverage[0].dimensions[0].label = text
    content.coverage[0].dimensions[0].groups[0].label = text
    content.coverage[0].dimensions[0].groups[0].id = text
    content.duties[0].grounds = text
    content.run.at = text
    content.run.command = text
    content.run.annexVersion = text
    return content
  }
}
