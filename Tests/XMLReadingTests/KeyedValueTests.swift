import Records
import Testing
import XMLReading

// Values that belong to a question by a key beside them, and not by their element's name.
@Suite struct KeyedValueTests {
  private static let items = """
    <channel><item>
      <item_meta><field_id>12</field_id><meta_value><![CDATA[Mer <b>träd</b>]]></meta_value></item_meta>
      <item_meta><meta_value>sen nyckel</meta_value><field_id> 13 </field_id></item_meta>
      <item_meta><field_id>99</field_id><meta_value>omappad</meta_value></item_meta>
      <item_meta><meta_value>utan nyckel</meta_value></item_meta>
      <item_meta><field_id>12</field_id><meta_value/><meta_value>igen</meta_value></item_meta>
    </item><item>
      <item_meta><meta_value>a</meta_value><x/><field_id><!-- 99 -->1<![CDATA[2]]></field_id></item_meta>
      <item_meta><field_id/><field_id>13</field_id><field_id>12</field_id>
        <meta_value>b</meta_value></item_meta>
    </item></channel>
    """

  @Test(arguments: [1, 2, 7, 64, 4096])
  func `A value is taken by the text of the key beside it, before it or after it`(
    chunk: Int
  ) throws {
    let layout = try layout(
      "item", "item_meta[field_id=12]/meta_value", "item_meta[field_id='13']/meta_value",
      "item_meta[field_id=14]/meta_value")
    let reading = try Reading(Self.items, layout, chunk: chunk)
    #expect(
      reading.rows == [["Mer <b>träd</b>\nigen", "sen nyckel", ""], ["a", "b", ""]])
    #expect(reading.problems == [])
    #expect(
      reading.untaken.filter { $0.withText > 0 } == [
        XMLPathCount(path: "item_meta/meta_value", isInsideRecord: true, seen: 2, withText: 2)
      ])
    // A field is any text of the record, mapped or not.
    #expect(reading.fieldCounts == [9, 5])
  }

  @Test func `Attributes are keys too, and both kinds may stand together`() throws {
    let xml = """
      <r><field name="q1">ett</field><field name=" q2 ">två</field><field>tre</field>
      <p lang="sv"><v>hej</v><id>1</id></p><p lang="en"><v>hello</v><id>1</id></p>
      <p lang="sv"><id>2</id><v x="attribut">nej</v></p></r>
      """
    let layout = try layout(
      "r", "field[@name=q1]", "field[@name=q2]", "p[@lang=sv][id=1]/v", "p[id=1]/v", "*[id=2]/v/@x",
      "field[@name=q1]/@name")
    let reading = try Reading(xml, layout)
    #expect(reading.rows == [["ett", "två", "hej", "hej\nhello", "attribut", "q1"]])
    #expect(
      reading.untaken.filter { $0.withText > 0 }.map(\.path) == ["field", "p/v"])
    #expect(reading.untaken.filter { $0.withText > 0 }.map(\.withText) == [1, 1])
  }

  @Test func `A key with blanks, slashes or quotation marks stands in quotation marks`() throws {
    let xml = """
      <r><Parameter><Name>Kommunens kod</Name><Value>2281</Value></Parameter>
      <Parameter><Value>b</Value><Name>a/b [1]</Name></Parameter>
      <Parameter><Name>it's</Name><Value>c</Value></Parameter>
      <Parameter><Name>Kommunens  kod</Name><Value>d</Value></Parameter></r>
      """
    let layout = try layout(
      "r", "Parameter[Name='Kommunens kod']/Value", "Parameter[Name=\"a/b [1]\"]/Value",
      "Parameter[Name=\"it's\"]/Value")
    #expect(try Reading(xml, layout).rows == [["2281", "b", "c"]])
  }

  @Test func `Keyed elements may stand in each other`() throws {
    let xml = """
      <r><g><v>1</v><p><v>2</v><k>b</k><v>3</v></p><v>4</v><k>a</k><p><v>5</v></p>
      <p><k>b</k><v>6</v></p></g><g><p><k>b</k><v>7</v></p></g></r>
      """
    let layout = try layout("r", "g[k=a]/p[k=b]/v", "g[k=a]/v", "**/p[k=b]/v", "**/v")
    for chunk in [1, 5, 4096] {
      let reading = try Reading(xml, layout, chunk: chunk)
      #expect(
        reading.rows == [["2\n3\n6", "1\n4", "2\n3\n6\n7", "1\n2\n3\n4\n5\n6\n7"]])
    }
  }

  @Test func `Values stay in the order of the document, keyed or not`() throws {
    let xml = "<r><p><v>1</v><w>2</w><k>a</k><w>3</w></p><x>4</x><p><v>5</v><k>b</k></p></r>"
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 1,
      rules: [
        .text("p[k=a]/v", column: 0), .text("p/w", column: 0), .text("x", column: 0),
        .text("p[k=b]/v", column: 0),
      ])
    #expect(try Reading(xml, layout).rows == [["1\n2\n3\n4\n5"]])
  }

  @Test func `What a key drops reaches no column and no count`() throws {
    let xml = """
      <r><m><v a="Hemlig">Hemlig</v><k>7</k><v>Hemlig</v></m><m><k>8</k><v>b</v></m>
      <m><k>7</k><v>Hemlig</v></m><f n="ssn">Hemlig<x>Hemlig</x></f><f n="a">c</f></r>
      """
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 2,
      rules: [.allText(".", except: ["m/k"], column: 0), .text("**/@a", column: 1)],
      dropped: ["m[k=7]", "f[@n=ssn]"])
    let reading = try Reading(xml, layout)
    #expect(reading.rows == [["b\nc", ""]])
    #expect(reading.dropCounts == [2, 1])
    #expect(reading.untaken.filter { $0.withText > 0 } == [])
  }

  @Test func `A dropped key still decides`() throws {
    let layout = try layout("r", "m[k=1]/v", dropped: ["m/k"])
    let reading = try Reading("<r><m><k>1</k><v>a</v></m><m><v>b</v><k>1</k></m></r>", layout)
    #expect(reading.rows == [["a\nb"]])
    #expect(reading.dropCounts == [2])
  }

  @Test func `An exception can have a condition`() throws {
    let xml = "<r><q><p><t>namn</t><k>label</k></p><p><t>svar</t><k>value</k></p></q></r>"
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 1,
      rules: [.allText("q", except: ["p[k=label]", "p/k"], column: 0)])
    let reading = try Reading(xml, layout)
    #expect(reading.rows == [["svar"]])
    #expect(reading.untaken.filter { $0.withText > 0 } == [])
  }

  @Test func `What is too long matters only when something takes it`() throws {
    let long = String(repeating: "x", count: 500)
    func xml(_ key: String) -> String {
      "<d><r><m><v>\(long)</v><k>\(key)</k></m><a>1</a></r><r><a>2</a></r></d>"
    }
    let layout = try layout("r", "m[k=1]/v", "a")
    for limits in [XMLLimits(valueLength: 100), XMLLimits(recordLength: 100)] {
      for chunk in [1, 100, 4096] {
        let other = try Reading(xml("2"), layout, limits: limits, chunk: chunk)
        #expect(other.rows == [["", "1"], ["", "2"]])
        #expect(other.undelivered == [])
        #expect(
          other.untaken.first { $0.path == "m/v" }
            == XMLPathCount(path: "m/v", isInsideRecord: true, seen: 1, withText: 1))
        let taken = try Reading(xml("1"), layout, limits: limits, chunk: chunk)
        #expect(taken.rows == [["", "2"]])
        #expect(taken.undelivered.count == 1)
        #expect(taken.numbers == [2])
      }
    }
  }

  @Test func `Tags that are held count towards the limit of a record`() throws {
    let many = String(repeating: "<x/>", count: 5000)
    let xml = { (before: String, after: String) in
      "<d><r><m>\(before)<k>1</k>\(after)<v>a</v></m></r><r><m><k>1</k><v>b</v></m></r></d>"
    }
    let layout = try layout("r", "m[k=1]/v")
    let limits = XMLLimits(recordLength: 1000)
    let held = try Reading(xml(many, ""), layout, limits: limits)
    #expect(held.rows == [["b"]])
    #expect(held.undelivered.map(\.kind) == [.recordTooLong])
    #expect(try Reading(xml("", many), layout, limits: limits).rows == [["a"], ["b"]])
    #expect(try Reading(xml(many, ""), layout).rows == [["a"], ["b"]])
  }

  @Test func `Beyond the limit of paths the conditions still hold`() throws {
    let xml =
      "<d>"
      + (0..<40).map { "<r><u\($0)/><m><v>\($0)</v><k>\($0 % 3)</k><z\($0)>z</z\($0)></m></r>" }
      .joined() + "</d>"
    let layout = try layout("r", "m[k=1]/v", "m[k=2]/*")
    let whole = try Reading(xml, layout)
    let reading = try Reading(xml, layout, limits: XMLLimits(pathCount: 3))
    #expect(whole.pathsAreComplete && !reading.pathsAreComplete)
    #expect(reading.rows == whole.rows)
    try #require(reading.rows.count == 40)
    #expect(reading.rows[4] == ["4", ""])
    #expect(reading.rows[5] == ["", "5\n2\nz"])
  }

  @Test(arguments: [
    "a[b]", "a[b=]", "a[=c]", "a[b='c]", "a[b=c", "a[b=c d]", "a[b=c]d", "**[b=c]", "a[b/c=d]",
    "a[b=' c']", "a[b='']", "a[1=c]", "a]b=c[", "@a[b=c]", "a[b=c]x[d=e]", "[b=c]", "a[b=c//d]",
  ])
  func `A condition that cannot be meant is refused`(text: String) {
    #expect(throws: XMLLayoutError.self) { try XMLPath(text) }
  }

  @Test func `A record can have no condition`() throws {
    #expect(throws: XMLLayoutError.self) { try layout("r[@status=done]", "v") }
    #expect(throws: XMLLayoutError.self) { try layout("*", "v") }
    #expect(throws: XMLLayoutError.self) { try layout("d/**", "v") }
    #expect(try XMLPath("a[b=1]") == XMLPath("a[b='1']"))
    #expect(try XMLPath("a[b=1]") != XMLPath("a[@b=1]"))
    #expect(try XMLPath("a[b=1]/c").hasConditions)
  }
}

extension KeyedValueTests {
  @Test func `A key may itself be told apart by a key`() throws {
    let xml = "<r><m><v a='0'>7<k>1</k></v><x>x</x></m></r>"
    let layout = try layout("r", "**/v[k=1]/@a", "m[v=7]/x", "m[v=71]/x")
    for chunk in [1, 4096] {
      #expect(try Reading(xml, layout, chunk: chunk).rows == [["0", "x", ""]])
    }
    let outline = try XMLOutline.read(
      .bytes(Array(xml.utf8)),
      keys: [try XMLKey(element: "m", key: "v"), try XMLKey(element: "v", key: "k")])
    #expect(outline.paths.contains { $0.path == "/r/m[v=7]/v[k=1]/@a" })
  }
}
