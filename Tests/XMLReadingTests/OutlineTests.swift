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

  private static let items = """
    <channel><item>
    <item_meta id="a"><field_id> 12</field_id><meta_value>ja</meta_value></item_meta>
    <item_meta><meta_value>nej</meta_value><x><y/></x><field_id>1<![CDATA[3]]></field_id></item_meta>
    <item_meta><meta_value>ingen</meta_value><field_id/></item_meta></item>
    <item><item_meta><meta_value>kanske</meta_value><field_id>12</field_id></item_meta>
    <item_meta><field_id>12</field_id><meta_value>ja</meta_value></item_meta>
    <field name="q1">a</field><field name="it's">b</field><field>c</field></item></channel>
    """

  private func keyed(
    _ xml: String, chunk: Int = 37, limits: XMLLimits = XMLLimits()
  ) throws -> XMLOutline {
    try XMLOutline.read(
      .bytes(Array(xml.utf8), chunkSize: chunk),
      keys: [
        try XMLKey(element: "item_meta", key: "field_id"),
        try XMLKey(element: "field", key: "@name"),
        try XMLKey(element: "p", key: "@a"), try XMLKey(element: "p", key: "b"),
        try XMLKey(element: "p", key: "c"),
      ], limits: limits)
  }

  @Test(arguments: [1, 2, 7, 64, 4096])
  func `Elements with keys are paths of their own`(chunk: Int) throws {
    let outline = try keyed(Self.items, chunk: chunk)
    let found = outline.paths.map { "\($0.path) \($0.seen) \($0.withText) \($0.distinctValues)" }
    let item = "/channel/item"
    #expect(
      found == [
        "/channel 1 0 0", "\(item) 2 0 0",
        "\(item)/item_meta 1 0 0", "\(item)/item_meta/meta_value 1 1 1",
        "\(item)/item_meta/field_id 1 0 0",
        "\(item)/item_meta[field_id=12] 3 0 0", "\(item)/item_meta[field_id=12]/@id 1 1 1",
        "\(item)/item_meta[field_id=12]/field_id 3 3 1",
        "\(item)/item_meta[field_id=12]/meta_value 3 3 2",
        "\(item)/item_meta[field_id=13] 1 0 0", "\(item)/item_meta[field_id=13]/meta_value 1 1 1",
        "\(item)/item_meta[field_id=13]/x 1 0 0", "\(item)/item_meta[field_id=13]/x/y 1 0 0",
        "\(item)/item_meta[field_id=13]/field_id 1 1 1",
        "\(item)/field 1 1 1", "\(item)/field[@name=q1] 1 1 1",
        "\(item)/field[@name=q1]/@name 1 1 1", "\(item)/field[@name=\"it's\"] 1 1 1",
        "\(item)/field[@name=\"it's\"]/@name 1 1 1",
      ])
    #expect(outline.keysAreComplete && outline.pathsAreComplete)
    #expect(outline.recordPath == item)
    let repeating = outline.paths.filter(\.repeats).map(\.path)
    #expect(repeating == [item, "\(item)/item_meta[field_id=12]"])
    // What is listed can be used as it stands.
    for path in outline.paths { #expect(try XMLPath(path.path).description == path.path) }
  }

  @Test func `Of several keys the first that is met decides, and keyed elements nest`() throws {
    let outline = try keyed(
      """
      <d><p a="1"><b>2</b></p><p><c>3</c><b>4</b></p><p><v>5</v><p><b>6</b><v>7</v></p><c>8</c></p>
      <p><v>9</v></p></d>
      """)
    #expect(
      outline.paths.filter { $0.path.hasSuffix("v") || $0.path.hasSuffix("]") }.map(\.path) == [
        "/d/p/v", "/d/p[@a=1]", "/d/p[c=3]", "/d/p[c=8]", "/d/p[c=8]/v", "/d/p[c=8]/p[b=6]",
        "/d/p[c=8]/p[b=6]/v",
      ])
  }

  @Test func `Keys beyond the limit, and such that no path can name, are counted without`()
    throws
  {
    let many = "<d>" + (0..<30).map { "<p a='\($0)'><v>x</v></p>" }.joined() + "</d>"
    let outline = try keyed(many, limits: XMLLimits(keyCount: 10))
    #expect(!outline.keysAreComplete)
    #expect(outline.pathsAreComplete)
    #expect(outline.paths.count { $0.path.hasSuffix("]") } == 10)
    #expect(outline.paths.first { $0.path == "/d/p" }?.seen == 20)
    #expect(outline.paths.first { $0.path == "/d/p/v" }?.withText == 20)
    let long = String(repeating: "k", count: 201)
    for key in ["a\"b'c", "a\nb", long, String(repeating: "k", count: 2000)] {
      let outline = try keyed("<d><p><b>\(key)</b><v>x</v></p></d>")
      #expect(!outline.keysAreComplete)
      #expect(outline.paths.map(\.path) == ["/d", "/d/p", "/d/p/b", "/d/p/v"])
    }
  }

  @Test func `An element with very much before its key is counted without`() throws {
    let many = String(repeating: "<x/>", count: 60_000)
    let outline = try keyed("<d><p>1\(many)2<b>k</b><v>y</v></p><p><b>k</b><v>z</v></p></d>")
    #expect(!outline.keysAreComplete)
    #expect(outline.paths.first { $0.path == "/d/p/x" }?.seen == 60_000)
    #expect(outline.paths.first { $0.path == "/d/p" }?.textBytes == 2)
    #expect(outline.paths.first { $0.path == "/d/p[b=k]/v" }?.withText == 1)
  }

  @Test(arguments: [("", "a"), ("a", ""), ("a/b", "c"), ("a", "@"), ("a", "b/c"), ("@a", "b")])
  func `A key that cannot be meant is refused`(element: String, key: String) {
    #expect(throws: XMLLayoutError.self) { try XMLKey(element: element, key: key) }
  }
}
