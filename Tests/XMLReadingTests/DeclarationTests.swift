import Records
import Testing
import XMLReading

@Suite struct DeclarationTests {
  private static let body = "<r>\n<v>åäö</v></r>"

  @Test(arguments: [
    "<?xml version=\"1.0\"encoding=\"UTF_8\" standalone=\"no\"?>",
    "<?xml version=\"1.0\" encoding=\"UTF_8\"?>",
    "<?xml version=\"1.0\"encoding=\"UTF-8\"?>",
    "<?xml version='1.0' encoding='utf-8'standalone='yes'?>",
    "<?XML Version='1.0' Encoding='UTF-8' standalone='NO' ?>",
    "<?xmlversion='1.0'?>",
    "<?xml encoding='UTF-8'?>",
    "<?xml encoding='UTF-8' version='1.0'?>",
    "<?xml version=' 1.0 ' encoding='UTF-8 '?>",
    "\n  <?xml version='1.0' encoding='UTF-8'?>",
    "\u{FEFF}<?xml version='1.0'encoding='UTF_8'?>",
  ])
  func `A declaration whose meaning is plain is mended and reported`(text: String) throws {
    let reading = try Reading(text + Self.body, layout("r", "v"))
    #expect(reading.rows == [["åäö"]])
    #expect(reading.kinds == [.declarationMended])
    #expect(reading.problems.first?.line == 1)
    #expect(reading.problems.first?.detail == reading.prolog.mended.joined(separator: ", "))
    #expect(!reading.prolog.mended.isEmpty)
    #expect(reading.prolog.encoding == .utf8)
  }

  @Test(arguments: [
    "", "<?xml version=\"1.0\"?>", "<?xml version = '1.0' encoding\n=\t'utf-8' ?>",
    "<?xml version='1.0' encoding='utf8' standalone='no'?>", "<?xml-stylesheet href='a.xsl'?>",
    "<?xml version='1.1' encoding='UTF-8'?>", "<?xml version='1.0' encoding='US-ASCII'?>",
    "\u{FEFF}", "\u{FEFF}<?xml version='1.0'?>", " \n<!-- c -->",
  ])
  func `A declaration that can be read is left alone`(text: String) throws {
    let reading = try Reading(text + Self.body, layout("r", "v"))
    #expect(reading.rows == [["åäö"]])
    #expect(reading.problems == [])
  }

  @Test(arguments: [
    "<?xml version='2.0'?>", "<?xml version=1.0?>", "<?xml?>", "<?xml ?>",
    "<?xml version='1.0' version='1.0'?>", "<?xml version='1.0' lang='sv'?>",
    "<?xml version='1.0'", "<?xml version='1.0\"?>", "<?xml version='1.0' standalone='true'?>",
    "<!-- c --><?xml version='1.0'?>", "<?xml version='1.0' encoding='å'?>",
  ])
  func `A declaration that leaves doubt is refused`(text: String) throws {
    let reading = try Reading(text + Self.body, layout("r", "v"))
    #expect(reading.rows == [])
    #expect(reading.kinds == [.notWellFormed])
  }

  @Test func `The mending is said in words`() throws {
    let reading = try Reading(
      "<?xml version=\"1.0\"encoding=\"UTF_8\" standalone=\"no\"?><r/>", layout("r", "v"))
    #expect(
      reading.prolog.mended
        == ["no blank before encoding", "underscore in the name of the encoding"])
    #expect(reading.prolog.declaredEncoding == "UTF_8")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `Lines are counted as if nothing had been mended`(lineEnd: String) throws {
    let text = "<?xml version='1.0'" + lineEnd + "encoding='UTF_8'" + lineEnd + "?>" + lineEnd
    let reading = try Reading(text + "<d>\n<r/>\n<r></d>", layout("r", "v"))
    #expect(reading.lines == [5])
    #expect(reading.problems.last?.line == 6)
    #expect(reading.undelivered.map(\.line) == [6])
  }

  @Test func `A column is counted as if nothing had been mended`() throws {
    let plain = try Reading("<?xml version='1.0' encoding='UTF-8'?><d></e>", layout("r", "v"))
    let mended = try Reading("<?xml version='1.0'encoding='UTF_8' ?><d></e>", layout("r", "v"))
    #expect(plain.problems.last == mended.problems.last)
    #expect(plain.problems.last?.detail?.contains("column 4") == true)
  }

  @Test func `XML 1.1 is read, and its references to control characters are refused`() throws {
    let start = "<?xml version=\"1.1\" encoding=\"UTF-8\" standalone=\"no\"?>"
    let reading = try Reading(start + Self.body, layout("r", "v"))
    #expect(reading.rows == [["åäö"]])
    #expect(reading.prolog.version == "1.1")
    #expect(reading.problems == [])
    let control = try Reading(start + "<d><r/><r><v>a&#x1;</v></r></d>", layout("r", "v"))
    #expect(control.rows == [[""]])
    #expect(control.kinds == [.notWellFormed])
  }
}
