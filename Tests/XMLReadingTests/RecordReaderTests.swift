import Foundation
import Records
import Testing
import XMLReading

@Suite struct RecordReaderTests {
  @Test func `Repeated values are joined with the separator of the rule`() throws {
    let xml = "<r><v>a</v><w>x</w><v> </v><v>b</v></r>"
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 2,
      rules: [.text("v", column: 0, separator: "; "), .text("v", column: 1)])
    #expect(try Reading(xml, layout).rows == [["a; b", "a\nb"]])
  }

  @Test func `All text of an element leaves out the named children`() throws {
    let xml = """
      <f><Values>
        <synpunkt><QueryID>1</QueryID><Name><![CDATA[Din synpunkt]]></Name>
          <Value>ett</Value><Value><![CDATA[ två ]]></Value><File><Name>plan.pdf</Name></File>
        </synpunkt>
        <rubrik><Name>Rubrik</Name><Rubrik>tre</Rubrik></rubrik>
      </Values></f>
      """
    let layout = try XMLRecordLayout(
      record: "f", columnCount: 3,
      rules: [
        .allText("Values/synpunkt", except: ["QueryID", "Name"], column: 0, separator: "|"),
        .allText("Values/synpunkt", except: ["QueryID", "**/Name"], column: 1, separator: "|"),
        .allText("Values/*", except: ["QueryID", "Name"], column: 2, separator: "|"),
      ])
    let reading = try Reading(xml, layout)
    #expect(reading.rows == [["ett|två|plan.pdf", "ett|två", "ett|två|plan.pdf|tre"]])
    // What a rule leaves out on purpose is not something that nobody mapped.
    #expect(reading.untaken.filter { $0.withText > 0 } == [])
  }

  @Test func `An exception never takes the matched element itself`() throws {
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 1, rules: [.allText("q", except: ["**"], column: 0)])
    #expect(try Reading("<r><q>a<b>c</b></q></r>", layout).rows == [["a"]])
  }

  @Test func `An exception of one rule is taken by another`() throws {
    let xml = "<r><q><Name>fråga</Name><Value>svar</Value></q></r>"
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 2,
      rules: [.text("q/Name", column: 0), .allText("q", except: ["Name"], column: 1)])
    #expect(try Reading(xml, layout).rows == [["fråga", "svar"]])
  }

  @Test func `Text around child elements is several values`() throws {
    let xml = "<r><p>Hej <b>du</b> där<!-- c -->a<?pi?><![CDATA[ & nu]]></p></r>"
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 2,
      rules: [.text("p", column: 0, separator: " "), .allText("p", column: 1, separator: " ")])
    #expect(try Reading(xml, layout).rows == [["Hej dära & nu", "Hej du dära & nu"]])
  }

  @Test func `Indentation is trimmed and inner blanks are kept`() throws {
    let xml = "<r a=\" x \"><v>\n\t  a  b\n c \r\n\t</v><w> \n </w></r>"
    #expect(try Reading(xml, layout("r", "v", "w", "@a")).rows == [["a  b\n c", "", "x"]])
  }

  @Test func `References are resolved and line ends are made one`() throws {
    let xml = "<r a='&quot;1&#229;'><v>a &amp; b &lt; c&#xE5;\r\nd\re</v></r>"
    #expect(try Reading(xml, layout("r", "v", "@a")).rows == [["a & b < cå\nd\ne", "\"1å"]])
  }

  @Test func `Names are matched whatever the prefix`() throws {
    let xml = """
      <x:doc xmlns:x="urn:one" xmlns:y="urn:two">
        <x:rec y:id="1"><v>a</v></x:rec><y:rec id="2"><x:v>b</x:v></y:rec>
        <rec xmlns="urn:one" id="3"><v xmlns="">c</v></rec><rec id="4"><v>d</v></rec></x:doc>
      """
    #expect(
      try Reading(xml, layout("rec", "@id", "v")).rows
        == [["1", "a"], ["2", "b"], ["3", "c"], ["4", "d"]])
    #expect(
      try Reading(xml, layout("rec", "@id", "v", namespace: "urn:one")).rows
        == [["1", "a"], ["3", "c"]])
    #expect(try Reading(xml, layout("rec", "@id", namespace: "urn:three")).rows == [])
  }

  @Test func `A prefix that is declared nowhere is read as no namespace`() throws {
    let reading = try Reading("<r><x:v x:a='1'>a</x:v></r>", layout("r", "v", "v/@a"))
    #expect(reading.rows == [["a", "1"]])
    #expect(reading.problems == [])
  }

  @Test func `Dropped text is in no column and no count of untaken paths`() throws {
    let xml = """
      <r><Header><Poster id="p"><Name>Hemlig</Name></Poster><Id>1</Id></Header>
      <Values><contact><Name>Hemlig</Name><citizenIdentifier>19</citizenIdentifier></contact>
      <a ssn="Hemlig">b</a></Values></r>
      """
    let layout = try XMLRecordLayout(
      record: "r", columnCount: 1,
      rules: [
        .allText(".", column: 0, separator: "|"), .text("Header/Poster/@id", column: 0),
        .text("**/@ssn", column: 0),
      ],
      dropped: ["Header/Poster", "Values/contact", "**/citizenIdentifier", "**/@ssn"])
    let reading = try Reading(xml, layout)
    #expect(reading.rows == [["1|b"]])
    #expect(reading.dropCounts == [1, 1, 0, 1])
    #expect(reading.untaken == [])
  }

  @Test func `What no rule takes is counted, inside records and outside`() throws {
    let xml = """
      <list source="s"><head>x</head>
      <r id="1"><a>1</a><b/><b>t</b></r><r id="2"><a>2</a><c><b>u</b></c></r><R><a>3</a></R></list>
      """
    let reading = try Reading(xml, layout("r", "a"))
    #expect(reading.rows == [["1"], ["2"]])
    func count(_ path: String, _ inside: Bool, _ seen: Int, _ withText: Int) -> XMLPathCount {
      XMLPathCount(path: path, isInsideRecord: inside, seen: seen, withText: withText)
    }
    #expect(
      reading.untaken == [
        count("/list", false, 1, 0), count("/list/@source", false, 1, 1),
        count("/list/head", false, 1, 1), count(".", true, 2, 0), count("@id", true, 2, 2),
        count("b", true, 2, 1), count("c", true, 1, 0), count("c/b", true, 1, 1),
        count("/list/R", false, 1, 0), count("/list/R/a", false, 1, 1),
      ])
    #expect(reading.fieldCounts == [3, 3])
  }

  @Test func `The root can be the record, and hold all text itself`() throws {
    #expect(try Reading("<r a='1'> x </r>", layout("/r", ".", "@a")).rows == [["x", "1"]])
    #expect(try Reading("<r/>", layout("r", ".")).rows == [[""]])
  }

  @Test func `A record has the line of its start tag`() throws {
    let xml = """
      <?xml version="1.0"?>
      <!-- one
           two -->
      <list>
        <r
           a="1"

           b="x
      y">
          <v>a</v></r><r a="2"/>

        <r a='3'>
        </r>
      </list>
      """
    for chunk in [1, 3, 1 << 16] {
      let reading = try Reading(xml, layout("r", "@a"), chunk: chunk)
      #expect(reading.rows == [["1"], ["2"], ["3"]])
      #expect(reading.lines == [5, 10, 12])
    }
  }

  @Test func `A file without the record gives none and counts what it has`() throws {
    let reading = try Reading("<a><b>c</b></a>", layout("r", "v"))
    #expect(reading.rows == [])
    #expect(reading.problems == [])
    #expect(reading.untaken.map(\.path) == ["/a", "/a/b"])
  }

  @Test func `Every byte passes the caller once, as it stands in the file`() throws {
    let xml =
      latin1("<?xml version='1.0' encoding='ISO-8859-1'?><d>")
      + latin1(String(repeating: "<r>å</r>", count: 500)) + latin1("</d><broken")
      + [UInt8](repeating: 0x41, count: 3000)
    for chunk in [1, 100, 1 << 16] {
      var seen: [UInt8] = []
      let layout = try layout("r", ".")
      let reader = XMLRecordReader(.bytes(xml, chunkSize: chunk), layout: layout) {
        seen.append(contentsOf: $0)
      }
      let batch = RecordBatch(columnCount: 1)
      while try reader.read(into: batch) {}
      try reader.readRest()
      #expect(seen == xml)
    }
  }

  @Test func `A file and a pipe are read like bytes in memory`() throws {
    let xml =
      "<?xml version='1.0' encoding='ISO-8859-1'?>\n<d>"
      + (0..<400).map { "<r><v>Räksmörgås \($0)</v></r>\n" }.joined() + "</d>"
    let layout = try layout("r", "v")
    let expected = try Reading(latin1(xml), layout)
    #expect(expected.rows.count == 400)
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(latin1(xml)).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(try Reading(.file(try InputFile(path: url.path)), layout) == expected)
    // Fits into the buffer of a pipe, so that one thread can do both.
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(latin1(xml)))
    try pipe.fileHandleForWriting.close()
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    #expect(try Reading(.fileDescriptor(descriptor, chunkSize: 100), layout) == expected)
  }

  @Test func `A source that cannot be read throws the system's reason`() throws {
    let reader = XMLRecordReader(.fileDescriptor(-1), layout: try layout("r", "v"))
    let batch = RecordBatch(columnCount: 1)
    #expect(throws: SourceError.self) { try reader.read(into: batch) }
    #expect(reader.isFinished)
    #expect(batch.count == 0)
  }
}
