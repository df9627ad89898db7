import Records
import Testing
import XMLReading

@Suite struct LookupTests {
  private static let xml = """
    <channel><form><id>3</id><field><id>12</id><name>Vad <b>tycker</b> du?</name></field>
    <field><id>13</id><name><![CDATA[Ort]]></name></field><field><id>14</id><name/></field>
    <field><id>12</id><name>Annat</name></field><field><id>13</id><name>Ort</name></field></form>
    <item><field><id>99</id><name>Hemlig</name></field></item></channel>
    """

  private func read(
    _ xml: String, key: String = "id", name: String = "name", most: Int = 10_000, chunk: Int = 64
  ) throws -> XMLLookup {
    try XMLLookup.read(
      .bytes(Array(xml.utf8), chunkSize: chunk), element: "form/field", key: key, name: name,
      most: most)
  }

  @Test(arguments: [1, 7, 4096])
  func `Keys and their names are read from the elements at the path`(chunk: Int) throws {
    let lookup = try read(Self.xml, chunk: chunk)
    #expect(lookup.names == ["12": "Vad tycker du?", "13": "Ort"])
    #expect(lookup.incomplete == 1)
    #expect(lookup.contradicting == 1)
    #expect(lookup.surplus == 0)
    #expect(lookup.problems == [])
  }

  @Test func `Attributes hold keys and names too`() throws {
    let xml = "<form><field id='a' name='b'/><field id='c'>d</field></form>"
    #expect(try read(xml, key: "@id", name: "@name").names == ["a": "b"])
    #expect(try read(xml, key: "@id", name: ".").names == ["c": "d"])
  }

  @Test func `What is too much is counted and what is too long is set aside`() throws {
    let many = (0..<20).map { "<field><id>\($0)</id><name>n</name></field>" }.joined()
    let lookup = try read("<form>\(many)</form>", most: 5)
    #expect(lookup.names.count == 5)
    #expect(lookup.surplus == 15)
    let long = String(repeating: "n", count: XMLLookup.longestName + 1)
    let other = try read("<form><field><id>1</id><name>\(long)</name></field>\(many)</form>")
    #expect(other.names.count == 20)
    #expect(other.problems.map(\.kind) == [.valueTooLong])
    let broken = try read("<form>\(many)<x></form>")
    #expect(broken.names.count == 20)
    #expect(broken.problems.map(\.kind) == [.notWellFormed])
  }

  @Test func `Paths that cannot be meant are refused`() {
    #expect(throws: XMLLayoutError.self) { try read(Self.xml, key: "/id") }
    #expect(throws: XMLLayoutError.self) { try read(Self.xml, name: "") }
  }
}
