import Records
import Testing
import XMLReading

@Suite struct OutlineTests {
  private func outline(_ xml: String, limits: XMLLimits = XMLLimits()) throws -> XMLOutline {
    try XMLOutline.read(.bytes(Array(xml.utf8), chunkSize: 37), limits: limits)
  }

  @Test func `Paths are counted with their texts and distinct values`() throws {
    let outline = try outline(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <x:list xmlns:x="urn:x" source="s">
        <r id="1"><v>ja </v><w/></r><r id="2"><v> ja</v><v><![CDATA[n]]>ej</v></r><r id="2"><w/></r>
      </x:list>
      """)
    func path(
      _ path: String, _ seen: Int, _ withText: Int, _ bytes: Int, _ distinct: Int,
      repeats: Bool = false, namespace: String? = nil
    ) -> XMLOutlinePath {
      XMLOutlinePath(
        path: path, namespace: namespace, seen: seen, withText: withText, textBytes: bytes,
        distinctValues: distinct, isDistinctExact: true, repeats: repeats)
    }
    #expect(
      outline.paths == [
        path("/list", 1, 0, 0, 0, namespace: "urn:x"), path("/list/@source", 1, 1, 1, 1),
        path("/list/r", 3, 0, 0, 0, repeats: true), path("/list/r/@id", 3, 3, 3, 2),
        path("/list/r/v", 3, 3, 7, 2, repeats: true), path("/list/r/w", 2, 0, 0, 0),
      ])
    #expect(outline.rootName == "list")
    #expect(outline.rootNamespace == "urn:x")
    #expect(outline.recordPath == "/list/r")
    #expect(outline.prolog.declaredEncoding == "UTF-8")
    #expect(outline.prolog.version == "1.0")
    #expect(!outline.hasDocumentType)
    #expect(outline.problems == [])
    #expect(outline.pathsAreComplete)
  }

  @Test(
    arguments: [
      ("<f><h>1</h><v>text</v></f>", "/f"),
      ("<d><m>aaaaaaaaaaaaaaaaaa</m><r>b</r><r>c</r></d>", "/d"),
      ("<d><m>a</m><r>bbbb</r><r>cccc</r></d>", "/d/r"),
      (
        "<d><h><t>a</t><t>b</t></h><rows><row a='xxxxxx'/><row a='yyyyy'/></rows></d>",
        "/d/rows/row"
      ),
      ("<d><r><v>aa</v><v>bb</v></r><r><v>cc</v></r></d>", "/d/r"),
    ])
  func `The record is the nearest repeated element with most of the text`(
    xml: String, record: String
  ) throws {
    #expect(try outline(xml).recordPath == record)
  }

  @Test func `Distinct values are counted to ten thousand`() throws {
    let xml = { (count: Int) in "<d>" + (0..<count).map { "<v>\($0)</v>" }.joined() + "</d>" }
    let exact = try outline(xml(10_000)).paths[1]
    #expect(exact.distinctValues == 10_000 && exact.isDistinctExact)
    let more = try outline(xml(10_001)).paths[1]
    #expect(more.distinctValues == 10_000 && !more.isDistinctExact)
    #expect(more.seen == 10_001 && more.withText == 10_001)
  }

  @Test func `Paths beyond the limit are said to be missing`() throws {
    let xml = "<d>" + (0..<30).map { "<v\($0)><w/></v\($0)>" }.joined() + "</d>"
    let outline = try outline(xml, limits: XMLLimits(pathCount: 10))
    #expect(outline.paths.count == 10)
    #expect(!outline.pathsAreComplete)
  }

  @Test func `What cannot be read to its end is outlined to there`() throws {
    let broken = try outline("<d><r>a</r><r>b</d>")
    #expect(broken.problems.map(\.kind) == [.notWellFormed])
    #expect(broken.paths.map(\.seen) == [1, 2])
    let typed = try outline("<!DOCTYPE d [<!ENTITY a 'b'>]><d/>")
    #expect(typed.hasDocumentType)
    #expect(typed.rootName == nil)
    #expect(typed.recordPath == nil)
    let mended = try outline("<?xml version='1.0'encoding='UTF_8'?><d/>")
    #expect(mended.problems.map(\.kind) == [.declarationMended])
  }

  @Test func `Every byte passes the caller, after a fault too`() throws {
    let xml = Array(("<d>" + String(repeating: "x", count: 4000) + "<").utf8)
    var count = 0
    _ = try XMLOutline.read(.bytes(xml, chunkSize: 100)) { count += $0.count }
    #expect(count == xml.count)
  }
}
