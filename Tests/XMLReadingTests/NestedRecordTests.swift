import Records
import Testing
import XMLReading

@Suite struct NestedRecordTests {
  private static let comments = """
    <list>
    <c id="1"><t>ett</t>
      <c id="2"><t>två</t><c id="3"><t>tre</t></c><u>två igen</u></c>
      <t>ett igen</t>
      <replies><c id="4"><t>fyra</t></c></replies></c>
    <c id="5"/>
    </list>
    """

  @Test(arguments: [1, 2, 7, 64, 4096], [1, 2, 100])
  func `A record in a record is one of its own, delivered before the outer`(
    chunk: Int, records: Int
  ) throws {
    let layout = try XMLRecordLayout(
      record: "c", columnCount: 3,
      rules: [
        .text("@id", column: 0), .text("t", column: 1, separator: "|"),
        .allText(".", column: 2, separator: "|"),
      ])
    let reading = try Reading(Self.comments, layout, chunk: chunk, records: records)
    #expect(
      reading.rows == [
        ["3", "tre", "tre"], ["2", "två", "två|två igen"], ["4", "fyra", "fyra"],
        ["1", "ett|ett igen", "ett|ett igen"], ["5", "", ""],
      ])
    // Each has the line of its own start tag.
    #expect(reading.lines == [3, 3, 5, 2, 6])
    #expect(reading.numbers == [1, 2, 3, 4, 5])
    #expect(reading.fieldCounts == [2, 3, 2, 3, 1])
    #expect(reading.problems == [])
    #expect(reading.untaken.filter { $0.withText > 0 } == [])
  }

  @Test(arguments: [1, 9, 4096])
  func `An inner record that is too large takes nothing from the outer, nor it from the inner`(
    chunk: Int
  ) throws {
    let xml = """
      <d><r><v>a</v><r><v>too long</v><r><v>b</v></r></r><v>c</v></r>
      <r><v>too long</v><r><v>d</v></r><v>x</v><r><v>e</v></r></r>
      <r><v>f</v></r></d>
      """
    let reading = try Reading(
      xml, layout("r", "v"), limits: XMLLimits(valueLength: 5), chunk: chunk)
    #expect(reading.rows == [["b"], ["a\nc"], ["d"], ["e"], ["f"]])
    #expect(reading.undelivered.map(\.line) == [1, 2])
    #expect(reading.numbers == [1, 3, 4, 5, 7])
  }

  @Test func `The bytes of all open records count together`() throws {
    let xml = "<d><r><v>123456</v><r><v>7890</v></r><v>x</v></r><r><v>1234567890</v></r></d>"
    let reading = try Reading(xml, layout("r", "v"), limits: XMLLimits(recordLength: 9))
    #expect(reading.rows == [["123456\nx"]])
    #expect(reading.undelivered.map(\.kind) == [.recordTooLong, .recordTooLong])
  }

  @Test func `A file that ends in several records names each of them`() throws {
    let reading = try Reading("<d>\n<r><v>a</v>\n<r>\n<r><v>b</v></r><v>c</v>", layout("r", "v"))
    #expect(reading.rows == [["b"]])
    #expect(reading.undelivered.map(\.line) == [3, 2])
    #expect(reading.kinds == [.notWellFormed])
  }

  @Test func `What the outer record drops or skips is gone with the records in it`() throws {
    let xml = "<d><r><x><r><v>a</v></r></x><y off='1'><r><v>b</v></r></y><r><v>c</v></r></r></d>"
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 1, rules: [.text("v", column: 0)], dropped: ["x"],
      skippedWhere: [XMLSkipRule(attribute: "off", value: "1")])
    let reading = try Reading(xml, layout)
    #expect(reading.rows == [["c"], [""]])
    #expect(reading.dropCounts == [1])
    #expect(reading.skipCounts == [1])
  }

  @Test func `Keys and flowing text of inner and outer records do not mix`() throws {
    let xml = """
      <d><r><m><v>yttre <b>text</b></v><r><m><v>in<b>re</b></v><k>1</k></m><k>2</k></r><k>1</k></m></r>
      <r>a <b>b</b><r>c</r> d</r></d>
      """
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 2,
      rules: [
        .flowingText("m[k=1]/v", column: 0),
        .flowingText(".", except: ["m", "k"], column: 1, separator: "|"),
      ])
    for chunk in [1, 6, 4096] {
      let reading = try Reading(xml, layout, chunk: chunk, records: 1)
      #expect(
        reading.rows == [["inre", ""], ["yttre text", ""], ["", "c"], ["", "a b|d"]])
    }
  }

  @Test func `A record has to have its namespace inside a record too`() throws {
    let xml = "<r xmlns='urn:a'><v>1</v><r xmlns='urn:b'><v>2</v></r><r><v>3</v></r></r>"
    let reading = try Reading(xml, layout("r", "v", "r/v", namespace: "urn:a"))
    #expect(reading.rows == [["3", ""], ["1", "2"]])
  }

  @Test func `The root is the record whatever its name, and so is every child of one`() throws {
    for name in ["data", "medborgarförslag", "x"] {
      #expect(try Reading("<\(name)><v>a</v></\(name)>", layout("/*", "v")).rows == [["a"]])
    }
    let xml = "<forms><a><v>1</v><a><v>no</v></a></a><b><v>2</v></b></forms>"
    #expect(try Reading(xml, layout("/forms/*", "v")).rows == [["1"], ["2"]])
    #expect(try Reading(xml, layout("forms/*", "v")).rows == [["1"], ["2"]])
    #expect(try Reading(xml, layout("/other/*", "v")).rows == [])
  }
}
