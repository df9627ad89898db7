import Annex
import Foundation
import Testing

@Suite struct DataTests {
  let document = WorkedExample.internalDocument

  @Test func `The data names its figures with everything that is needed to recompute them`() throws
  {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(JSONRenderer().render(document)))
        as? [String: Any])
    #expect(
      Set(object.keys) == [
        "version", "edition", "dialogue", "case", "figures", "quotations", "document",
      ])
    #expect(object["version"] as? String == "1.0.0")
    #expect(object["edition"] as? String == "internal")
    #expect(object["dialogue"] as? String == "bibliotek-ekshärad")
    #expect(object["case"] as? String == "KS 2026/204")
    let figures = try #require(object["figures"] as? [[String: Any]])
    #expect(figures.count == document.figures.count)
    #expect(
      Set(figures[0].keys) == ["mark", "key", "label", "value", "raw", "how", "basis"])
    #expect(figures[0]["mark"] as? String == "F1")
    #expect(figures[0]["key"] as? String == "flow.accepted")
    #expect(figures[0]["raw"] as? Int == 271)
    let range = try #require(figures.first { $0["key"] as? String == "persons.range" })
    #expect(range["raw"] as? [Int] == [190, 303])
    #expect(range["value"] as? String == "190–303")
    let quotations = try #require(object["quotations"] as? [[String: Any]])
    #expect(quotations.count == 5)
    #expect(quotations[0]["mark"] as? String == "C1")
    #expect(
      quotations[0]["text"] as? String
        == "När jag slutar jobbet har biblioteket redan stängt.")
  }

  @Test(arguments: AnnexContent.Edition.allCases)
  func `The document can be written and read again`(edition: AnnexContent.Edition) throws {
    let document = WorkedExample.document(edition)
    let data = try JSONEncoder().encode(document)
    #expect(try JSONDecoder().decode(AnnexDocument.self, from: data) == document)
  }

  @Test func `Keys stand in alphabetical order`() throws {
    let text = String(decoding: try JSONRenderer().render(document), as: UTF8.self)
    let top = text.split(separator: "\n").filter {
      $0.hasPrefix("  \"")
    }.map { $0.dropFirst(3).prefix { $0 != "\"" } }
    #expect(top == ["case", "dialogue", "document", "edition", "figures", "quotations", "version"])
  }

  @Test(arguments: PageTests.hostile.filter { $0.contains("\"") || $0.contains("\u{0}") })
  func `A hostile text is data`(text: String) throws {
    let document = AnnexComposer().compose(PageTests.content(with: text))
    let object =
      try JSONSerialization.jsonObject(with: Data(JSONRenderer().render(document)))
      as? [String: Any]
    #expect(object?["case"] as? String == text)
  }
}
