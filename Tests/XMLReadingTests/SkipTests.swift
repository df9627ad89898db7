import Records
import Testing
import XMLReading

@Suite struct SkipTests {
  private static let skips = [
    XMLSkipRule(attribute: "relevant", value: "false"),
    XMLSkipRule(attribute: "hidden", value: "1"),
  ]

  @Test(arguments: [1, 3, 4096])
  func `Elements with the attribute are not there, with all in them`(chunk: Int) throws {
    let xml = """
      <form xmlns:fr="urn:fr"><g><f fr:relevant="false">x<b>y</b></f><f fr:relevant="true">1</f>
      <c relevant=" false "/><d hidden="1"><e relevant="false">z</e></d><d hidden="0">2</d></g></form>
      """
    let layout = try XMLRecordLayout(
      record: "/form", columnCount: 2,
      rules: [.flowingText(".", column: 0, separator: "|"), .text("**/@relevant", column: 1)],
      skippedWhere: Self.skips)
    let reading = try Reading(xml, layout, chunk: chunk)
    #expect(reading.rows == [["1|2", "true"]])
    #expect(reading.skipCounts == [2, 1])
    #expect(reading.untaken.map(\.path) == ["g/d/@hidden"])
    #expect(reading.fieldCounts == [4])
  }

  @Test func `A skipped record is none, and a skipped key decides nothing`() throws {
    let xml = """
      <d><r relevant="false"><v>a</v></r><r><m><k relevant="false">1</k><v>b</v><k>2</k></m></r></d>
      """
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 2,
      rules: [.text("m[k=1]/v", column: 0), .text("m[k=2]/v", column: 1)],
      skippedWhere: Self.skips)
    let reading = try Reading(xml, layout)
    #expect(reading.rows == [["", "b"]])
    #expect(reading.numbers == [1])
    #expect(reading.skipCounts == [2, 0])
  }
}
