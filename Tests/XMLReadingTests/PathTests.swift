import Testing
import XMLReading

@Suite struct PathTests {
  @Test(arguments: [
    "", "/", "a//b", "a/", "@", "a/@", "@a/b", "ns:a", "a[1]", "a/text()", "1a", "a b",
  ])
  func `A path that cannot be meant is refused`(text: String) {
    #expect(throws: XMLLayoutError.self) { try XMLPath(text) }
  }

  @Test(arguments: [
    ".", "a", "a/b", "*", "**", "**/a", "a/**", "/a/b", "@id", "a/@*", "**/@id", "å-ä.ö_1",
    "a[b=1]/c", "*[@b='c d']/@e", "a[b=x][@c=\"y'z/\"]",
  ])
  func `A path says what was written`(text: String) throws {
    #expect(try XMLPath(text).description == text)
  }

  @Test func `Paths that take the same are equal`() throws {
    #expect(try XMLPath("a/**/**/b") == XMLPath("a/**/b"))
    #expect(try XMLPath("a/b") != XMLPath("/a/b"))
    #expect(try XMLPath("a/b") != XMLPath("a/@b"))
  }

  @Test(
    arguments: [
      ("b", ["b1"]), ("*", ["b1", "own"]), ("d/b", ["b2"]), ("d/*", ["b2", "e1"]),
      ("**/b", ["b1", "b2", "b3"]), ("d/**", ["own", "b2", "e1", "b3"]), ("*/b", ["b2"]),
      ("**/e/b", ["b3"]), ("d/**/b", ["b2", "b3"]), (".", ["top"]),
      ("**", ["top", "b1", "own", "b2", "e1", "b3"]), ("@x", ["x1"]), ("d/@x", ["x2"]),
      ("**/@x", ["x1", "x2", "x3"]), ("d/@*", ["x2", "y2"]), ("B", []), ("e", []),
    ])
  func `A path takes these values and no others`(path: String, expected: [String]) throws {
    let xml = """
      <r x="x1">top<b>b1</b><d x="x2" y="y2">own<b>b2</b><e x="x3">e1<b>b3</b></e></d></r>
      """
    let reading = try Reading(xml, layout("r", path))
    #expect(reading.rows == [[expected.joined(separator: "\n")]])
  }

  @Test func `A record path from the root takes only that element`() throws {
    let xml = """
      <document><answers><rows><row><v>a</v></row></rows></answers>
      <responses><rows><row><v>b</v></row><row><v>c</v></row></rows></responses></document>
      """
    let values = { (path: String) in try Reading(xml, layout(path, "v")).rows.map { $0[0] } }
    #expect(try values("row") == ["a", "b", "c"])
    #expect(try values("responses/rows/row") == ["b", "c"])
    #expect(try values("/document/responses/rows/row") == ["b", "c"])
    #expect(try values("/document/*/rows/row") == ["a", "b", "c"])
    #expect(try values("/row") == [])
    #expect(try values("/*") == [""])
  }

  @Test func `A layout that cannot be used is refused`() throws {
    #expect(throws: XMLLayoutError.self) { try layout("a/@b", "c") }
    #expect(throws: XMLLayoutError.self) { try layout(".", "c") }
    #expect(throws: XMLLayoutError.self) { try layout("a", "/a/c") }
    #expect(throws: XMLLayoutError.self) { try layout("a", "b", dropped: ["/a/c"]) }
    #expect(throws: XMLLayoutError.self) { try layout("a", "b", dropped: ["."]) }
    #expect(throws: XMLLayoutError.self) {
      try XMLRecordLayout(record: "a", columnCount: 1, rules: [.text("b", column: 1)])
    }
    #expect(throws: XMLLayoutError.self) {
      try XMLRecordLayout(record: "a", columnCount: 1, rules: [.allText("@b", column: 0)])
    }
  }
}
