import Records
import Testing
import XMLReading

@Suite struct LimitTests {
  @Test func `Nesting is read to the limit and not beyond`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + "x" + String(repeating: "</a>", count: depth)
    }
    let layout = try XMLRecordLayout(
      record: "/a", columnCount: 1, rules: [.allText(".", column: 0)])
    #expect(try Reading(nested(64), layout).rows == [["x"]])
    let deep = try Reading(nested(65), layout)
    #expect(deep.rows == [])
    #expect(deep.kinds == [.tooDeep])
    #expect(deep.problems.first?.expected == 64)
    #expect(try Reading(nested(3), layout, limits: XMLLimits(depth: 2)).kinds == [.tooDeep])
    #expect(try Reading(nested(1000), layout, limits: XMLLimits(depth: 1000)).rows == [["x"]])
  }

  private static let three = """
    <d>
    <r><v>a</v><w>1</w></r>
    <r><v>12345</v><v>67890</v><w>2</w></r>
    <r><v>b</v><w>3</w></r>
    </d>
    """

  @Test(arguments: [1, 30, 1 << 16])
  func `A record with too long a value is set aside and the reading goes on`(chunk: Int) throws {
    let layout = try layout("r", "v", "w")
    let limits = XMLLimits(valueLength: 10)
    let reading = try Reading(Self.three, layout, limits: limits, chunk: chunk)
    #expect(reading.rows == [["a", "1"], ["b", "3"]])
    #expect(reading.undelivered == [RecordProblem(.valueTooLong, line: 3, expected: 10)])
    #expect(reading.problems == [])
    // Numbers count the record that was set aside.
    #expect(reading.numbers == [1, 3])
    #expect(reading.lines == [2, 4])
    let enough = try Reading(Self.three, layout, limits: XMLLimits(valueLength: 11), chunk: chunk)
    #expect(enough.rows.count == 3)
  }

  @Test(arguments: [1, 30, 1 << 16])
  func `Too large a record is set aside and the reading goes on`(chunk: Int) throws {
    let layout = try layout("r", "v", "w")
    let limits = XMLLimits(recordLength: 11)
    let reading = try Reading(Self.three, layout, limits: limits, chunk: chunk)
    #expect(reading.rows == [["a", "1"], ["b", "3"]])
    #expect(reading.undelivered == [RecordProblem(.recordTooLong, line: 3, expected: 11)])
    #expect(try Reading(Self.three, layout, limits: XMLLimits(recordLength: 12)).rows.count == 3)
  }

  @Test func `Many records set aside keep the numbers right`() throws {
    let xml =
      "<d>"
      + (1...60).map { "<r><v>\($0 % 3 == 0 ? "too long a value" : "\($0)")</v></r>\n" }.joined()
      + "</d>"
    let expected = (1...60).filter { $0 % 3 != 0 }
    for chunk in [1, 100, 1 << 16] {
      let reading = try Reading(
        xml, layout("r", "v"), limits: XMLLimits(valueLength: 5), chunk: chunk, records: 7)
      #expect(reading.rows == expected.map { ["\($0)"] })
      #expect(reading.numbers == expected)
      #expect(reading.undelivered.count == 20)
    }
  }

  @Test func `A long text that nobody maps sets nothing aside`() throws {
    let long = String(repeating: "QUJD", count: 100_000)
    let xml = """
      <d><r><v>a</v><File><Data><![CDATA[\(long)]]></Data></File><x>\(long)</x><y>\(long)</y></r></d>
      """
    let layout = try layout("r", "v", dropped: ["File"])
    let limits = XMLLimits(valueLength: 1000, recordLength: 1000)
    #expect(try Reading(xml, layout, limits: limits).rows == [["a"]])
  }

  @Test func `An attached file larger than the parser's own limit is passed over`() throws {
    // libxml2 2.9 gives up on a CDATA section of more than 10 MB unless it is fed in sections.
    let long = String(repeating: "QUJDREVGR0hJSktMTU5PUFFSU1RVVldY", count: 400_000)
    let xml = "<d><r><v>a</v><File><![CDATA[\(long)]]></File></r><r><v>b</v></r></d>"
    let reading = try Reading(xml, layout("r", "v", dropped: ["File"]))
    #expect(reading.rows == [["a"], ["b"]])
    #expect(reading.problems == [])
  }

  @Test func `Too many attributes, too long a one or too long a name stop the reading`() throws {
    let many = (0..<300).map { " a\($0)=''" }.joined()
    let layout = try layout("r", "v", "@a")
    let counted = try Reading("<d><r/><r\(many)/></d>", layout)
    #expect(counted.rows.count == 1)
    #expect(counted.kinds == [.valueTooLong])
    #expect(counted.problems.first?.found == 300)
    let long = try Reading(
      "<d><r a='12345'/>\n<r a='123456'/></d>", layout, limits: XMLLimits(attributeLength: 5))
    #expect(long.rows == [["", "12345"]])
    #expect(long.kinds == [.valueTooLong])
    #expect(long.problems.first?.line == 2)
    let name = String(repeating: "n", count: 60_000)
    #expect(try Reading("<d><r/><\(name)/></d>", layout).kinds == [.valueTooLong])
    let comment = String(repeating: "c ", count: 5_500_000)
    #expect(try Reading("<d><r/><!--\(comment)--></d>", layout).kinds == [.valueTooLong])
  }

  @Test func `A tag with very many attributes is refused before they are compared`() throws {
    for start in ["a", "xmlns:a"] {
      let many = (0..<200_000).map { "\(start)\($0)='u' " }.joined()
      let reading = try Reading("<d><r/><r \(many)/></d>", layout("r", "v"))
      #expect(reading.kinds == [.valueTooLong])
      #expect(reading.rows.count == 1)
    }
    // Quotation marks inside a value are not attributes.
    let value = String(repeating: "&amp; a='b' c='d' ", count: 8000)
    #expect(try Reading("<r a=\"\(value)\"/>", layout("r", "@a")).problems == [])
  }

  @Test func `Too many different names stop the reading`() throws {
    let xml = "<d><r/>" + (0..<3000).map { "<n\($0)/>" }.joined() + "</d>"
    let layout = try layout("r", "v")
    #expect(try Reading(xml, layout).problems == [])
    let reading = try Reading(xml, layout, limits: XMLLimits(nameCount: 2000), chunk: 1000)
    #expect(reading.kinds == [.valueTooLong])
    #expect(reading.rows.count == 1)
  }

  @Test func `Beyond the limit of paths the values are still read`() throws {
    let xml =
      "<d>"
      + (0..<50).map { "<r><u\($0) x='1'><v>n</v>efter</u\($0)><v>\($0)</v><p><q\($0)/></p></r>" }
      .joined()
      + "</d>"
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 4,
      rules: [
        .text("v", column: 0), .text("**/v", column: 1), .text("*/@x", column: 2),
        .text("*", column: 3),
      ],
      dropped: ["u7"])
    let reading = try Reading(xml, layout, limits: XMLLimits(pathCount: 20))
    let whole = try Reading(xml, layout)
    #expect(!reading.pathsAreComplete)
    #expect(whole.pathsAreComplete)
    #expect(reading.rows == whole.rows)
    try #require(reading.rows.count == 50)
    #expect(reading.rows[3] == ["3", "n\n3", "1", "efter\n3"])
    #expect(reading.rows[7] == ["7", "7", "", "7"])
    #expect(reading.untaken.count <= 20)
    #expect(reading.dropCounts == [1])
  }
}
