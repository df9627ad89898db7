import Records
import Testing
import XMLReading

@Suite struct FlowingTextTests {
  private func read(
    _ inner: String, except: [String] = [], separator: String = "|", chunk: Int = 4096
  ) throws -> (text: String, count: XMLColumnCount) {
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 1,
      rules: [.flowingText("q", except: except, column: 0, separator: separator)])
    let reading = try Reading("<r>\(inner)</r>", layout, chunk: chunk)
    #expect(reading.problems == [])
    return (reading.rows.joined().joined(separator: "#"), reading.columnCounts[0])
  }

  @Test(
    arguments: [
      ("<q>Jag <b>tycker</b> att</q>", "Jag tycker att", 1),
      ("<q>o<i>m</i>rå<span>d</span>e</q>", "område", 1),
      ("<q> Jag  \t <b> tycker </b> att </q>", "Jag tycker att", 1),
      ("<q><p>Ett.</p><p>Två.</p></q>", "Ett.\nTvå.", 1),
      ("<q><P>Ett.</P>\n  <DIV>Två.<BR/>Tre</DIV> fyra</q>", "Ett.\nTvå.\nTre\nfyra", 1),
      ("<q>a<br/>b<br/><br/>c</q>", "a\nb\nc", 1),
      ("<q><ul><li>a</li><li>b</li></ul></q>", "a\nb", 1),
      ("<q><table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table></q>", "a b\nc", 1),
      ("<q><h1>a</h1>b<h6>c</h6></q>", "a\nb\nc", 1),
      ("<q>rad ett\nrad två\r\n\r\n  rad tre</q>", "rad ett\nrad två\nrad tre", 0),
      ("<q>a<!-- b -->c<?d e?>f<![CDATA[ g ]]>h</q>", "acf g h", 0),
      ("<q>vanlig  text</q>", "vanlig text", 0),
      ("<q>Jag <x>tyc</x>ker</q>", "Jag tycker", 1),
      ("<q><x>Jag</x> tycker</q>", "Jag tycker", 1),
      ("<q><x><y>Jag</y></x>tycker</q>", "Jagtycker", 1),
      ("<q><Value>ett</Value><Value>två</Value></q>", "ett|två", 0),
      ("<q>\n<Value>e<b>t</b>t</Value>\n<Value/>\n<Value>två</Value></q>", "ett|två", 1),
      (
        "<q><File><ID>1</ID><Name>plan.pdf</Name></File><File><ID>2</ID></File></q>",
        "1|plan.pdf|2", 0
      ),
      ("<q>a</q><q><b>b</b></q><q> </q><q><br/></q>", "a|b", 1),
      ("<q>a\u{A0}b \u{85} c</q>", "a\u{A0}b \u{85} c", 0),
      ("<q>utan<q>inre</q></q>", "utaninre", 1),
      ("<q/>", "", 0),
    ])
  func `Markup is taken away and words stay whole`(
    inner: String, text: String, markup: Int
  ) throws {
    for chunk in [1, 3, 4096] {
      let reading = try read(inner, chunk: chunk)
      #expect(reading.text == text)
      #expect(reading.count.markup == markup)
      #expect(reading.count.untakenText == 0)
    }
  }

  @Test func `Exceptions are left out and separate what is around them`() throws {
    let inner = """
      <q><QueryID>62482</QueryID><Name><![CDATA[Din <b>synpunkt</b>]]></Name>
        <Value>Jag <b>tycker <i>mycket</i></b><script>x</script> om <b>parken<Name>n</Name>er</b></Value>
        <Value>och</Value></q>
      """
    let reading = try read(inner, except: ["QueryID", "Name", "**/script", "**/b/Name"])
    #expect(reading.text == "Jag tycker mycket|om parken|er|och")
    #expect(reading.count.markup == 1)
    // Everything inside the markup can be left out.
    #expect(try read("<q>a <b>b <i>c</i></b> d</q>", except: ["**/b"]).text == "a|d")
    #expect(try read("<q>a <b>b <i>c</i></b> d</q>", except: ["**/b"]).count.markup == 0)
  }

  @Test func `Escaped markup is left as it stands and counted`() throws {
    let escaped = try read("<q>&lt;p>Hej&lt;/p></q><q>a &lt; b, 3&lt;4</q><q><![CDATA[<br/>]]></q>")
    #expect(escaped.text == "<p>Hej</p>|a < b, 3<4|<br/>")
    #expect(escaped.count.escapedMarkup == 2)
    #expect(escaped.count.markup == 0)
  }

  @Test func `Rules of every kind take the same element side by side`() throws {
    let xml = "<r><q>a <b>b</b> <p>c</p></q><q>d</q></r>"
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 5,
      rules: [
        .flowingText("q", column: 0), .allText("q", column: 1, separator: "|"),
        .text("q", column: 2, separator: "|"), .flowingText("**/b", column: 3),
        .flowingText(".", column: 4, separator: "|"),
      ])
    let reading = try Reading(xml, layout)
    #expect(reading.rows == [["a b\nc\nd", "a|b|c|d", "a|d", "b", "a b\nc|d"]])
    #expect(reading.columnCounts.map(\.markup) == [1, 0, 0, 0, 1])
  }

  @Test func `Flowing text is taken by a key that stands after it`() throws {
    let xml = """
      <r><m><v>Jag <b>tyc</b>ker<p>ja</p></v><k>1</k></m><m><v><b>x</b></v><k>2</k></m>\
      <m><k>1</k><v> mer</v></m></r>
      """
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 1, rules: [.flowingText("m[k=1]/v", column: 0, separator: "|")])
    for chunk in [1, 2, 7, 4096] {
      let reading = try Reading(xml, layout, chunk: chunk)
      #expect(reading.rows == [["Jag tycker\nja|mer"]])
      #expect(reading.columnCounts.map(\.markup) == [1])
      #expect(
        reading.untaken.filter { $0.withText > 0 }.map(\.path) == ["m/v/b"])
    }
  }

  @Test func `Too long a flowing text sets its record aside, and the next is whole`() throws {
    let xml = "<d><r><q>12345<b>6</b></q></r><r><q>1 <b>2</b></q></r></d>"
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 1, rules: [.flowingText("q", column: 0)])
    for chunk in [1, 4096] {
      let reading = try Reading(xml, layout, limits: XMLLimits(valueLength: 5), chunk: chunk)
      #expect(reading.rows == [["1 2"]])
      #expect(reading.undelivered.map(\.kind) == [.valueTooLong])
    }
  }

  @Test func `A batch may end in the middle of a flowing text`() throws {
    let xml =
      "<d>" + (1...50).map { "<r><q>Nr  <b>\($0)</b>!<p>Ja</p></q><q>x</q></r>" }.joined() + "</d>"
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 1, rules: [.flowingText("q", column: 0, separator: "|")])
    for chunk in [1, 10, 100] {
      let reading = try Reading(xml, layout, chunk: chunk, records: 1)
      #expect(reading.rows == (1...50).map { ["Nr \($0)!\nJa|x"] })
      #expect(reading.columnCounts[0].markup == 50)
    }
  }

  @Test func `Text that only the element itself was asked for is counted where it hides more`()
    throws
  {
    let xml = """
      <d><r><a>x<b>y</b></a><a>z<b> </b></a><a><c><b>y</b></c></a><e>u<f>v</f></e><g>1<h>2</h></g>
      <s>3<t>4</t></s></r></d>
      """
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 4,
      rules: [
        .text("a", column: 0), .text("e", column: 1), .text("e/f", column: 1),
        .text("g", column: 2), .text("s", column: 3),
      ],
      dropped: ["g/h"])
    let reading = try Reading(xml, layout)
    #expect(reading.rows == [["x\nz", "u\nv", "1", "3"]])
    #expect(reading.columnCounts.map(\.untakenText) == [2, 0, 0, 1])
    #expect(
      reading.untaken.filter { $0.withText > 0 }.map(\.path) == ["a/b", "a/c/b", "s/t"])
  }
}
