import Testing
import XMLReading

@Suite struct ChunkTests {
  // Everything that could be cut in two: characters, references, CDATA and its end, comments,
  // quotes with `>` in them, line ends, empty tags.
  private static let pieces: [String] = [
    "<r a='1 > 2' b=\"it's\"><v>å€🙂&amp;&#229;</v></r>",
    "<r><v><![CDATA[ ]] ]> &lt;]]></v></r>",
    "<r><v>a<![CDATA[]]>b<![CDATA[ö]]]]><![CDATA[>]]></v><!-- <r> ' > - --></r>",
    "<r\n a = '>' \r\n/><?pi <r>' ?>",
    "<r><v> x\r\n\r y </v>\r\n</r>",
    "<r><v>" + String(repeating: "åäö]] ", count: 200) + "</v></r>",
    "<r><v><![CDATA[" + String(repeating: "åäö]]", count: 200) + "]]></v></r>",
    "<r b='" + String(repeating: "> å ", count: 100) + "'/>",
  ]
  private static let xml =
    "<?xml version=\"1.0\"encoding=\"UTF_8\" standalone=\"no\"?>\n<d>" + pieces.joined() + "</d>"

  @Test(arguments: [1, 2, 3, 5, 7, 11, 64, 300, 511, 512, 513, 4096])
  func `The size of the chunks makes no difference`(chunk: Int) throws {
    let layout = try layout("r", "v", "@a", "@b")
    let whole = try Reading(Self.xml, layout, chunk: 1 << 20)
    try #require(whole.rows.count == 8)
    #expect(whole.rows[0] == ["å€🙂&å", "1 > 2", "it's"])
    #expect(whole.rows[1][0] == "]] ]> &lt;")
    #expect(whole.rows[2][0] == "abö]]>")
    #expect(whole.kinds == [.declarationMended])
    #expect(try Reading(Self.xml, layout, chunk: chunk) == whole)
  }

  @Test(arguments: [1, 2, 3, 7, 511, 4096])
  func `The size of the chunks makes no difference in other encodings`(chunk: Int) throws {
    let body = "<d>\n<r><v>å€🙂ö</v></r>" + String(repeating: "<r><v>🙂x</v></r>", count: 60) + "</d>"
    let layout = try layout("r", "v")
    for bytes in [
      utf16(body, bigEndian: false), utf16(body, bigEndian: true),
      utf16(body, bigEndian: false, mark: false),
      latin1("<?xml version='1.0' encoding='iso-8859-1'?>\n<d>")
        + latin1(String(repeating: "<r><v>åäö</v></r>\n", count: 80)) + latin1("</d>"),
    ] {
      let whole = try Reading(bytes, layout, chunk: 1 << 20)
      #expect(whole.problems == [])
      #expect(whole.rows.count > 60)
      #expect(try Reading(bytes, layout, chunk: chunk) == whole)
    }
  }

  @Test(arguments: [1, 2, 7, 100])
  func `A fault is found at the same place whatever the chunks`(chunk: Int) throws {
    let xml = "<d>\n<r><v>a</v></r>\n<r><v>b</w></r>\n</d>"
    let layout = try layout("r", "v")
    let whole = try Reading(xml, layout)
    #expect(whole.rows == [["a"]])
    #expect(whole.kinds == [.notWellFormed])
    #expect(whole.problems.first?.line == 3)
    #expect(try Reading(xml, layout, chunk: chunk) == whole)
  }

  @Test func `A file cut off at any byte gives whole records and no others`() throws {
    let xml = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <d><r a="1"><v>å</v><w>1</w></r><!-- c --><r a="2"><v><![CDATA[ö]]></v><w>2</w></r>
      <r a="3"><v>&amp;</v><w/></r></d>
      """.utf8)
    let layout = try layout("r", "@a", "v", "w")
    let rows = [["1", "å", "1"], ["2", "ö", "2"], ["3", "&", ""]]
    #expect(try Reading(xml, layout).rows == rows)
    let ends = Reading.ends(of: "</r>", in: xml)
    for length in 0..<xml.count {
      let reading = try Reading(Array(xml[..<length]), layout, chunk: 1 + length % 9)
      let whole = ends.count { $0 <= length }
      #expect(reading.rows == Array(rows[..<whole]), "cut off at byte \(length)")
      #expect(reading.problems.count == 1, "cut off at byte \(length)")
      #expect(reading.undelivered.count <= 1)
    }
  }

  @Test func `The record that a file ends inside is counted as not delivered`() throws {
    let reading = try Reading("<d>\n<r><v>a</v></r>\n<r><v>b</v>", layout("r", "v"))
    #expect(reading.rows == [["a"]])
    #expect(reading.kinds == [.notWellFormed])
    #expect(reading.undelivered.map(\.line) == [3])
  }
}

extension Reading {
  // The offsets just after each place where `text` stands.
  static func ends(of text: String, in bytes: [UInt8]) -> [Int] {
    let wanted = Array(text.utf8)
    return (0...(bytes.count - wanted.count)).filter {
      Array(bytes[$0..<($0 + wanted.count)]) == wanted
    }.map { $0 + wanted.count }
  }
}
