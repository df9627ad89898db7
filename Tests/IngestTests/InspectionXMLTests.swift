import Ingest
import Testing

@Suite struct InspectionXMLTests {
  private static func instance(_ id: Int, _ values: String) -> String {
    """
    <FlowInstance><Header><Flow><FamilyID>161</FamilyID><Version>\(id % 2)</Version></Flow>
    <FlowInstanceID>\(id)</FlowInstanceID>
    <Poster><Firstname>Kalle</Firstname><Email>kalle@example.se</Email></Poster>
    <FirstSubmitted>2026-04-1\(id % 10)T10:00:00</FirstSubmitted></Header>
    <Values>\(values)</Values></FlowInstance>
    """
  }

  private static func question(_ name: String, _ answer: String) -> String {
    "<\(name)><QueryID>1</QueryID><Name>Frågans text</Name>\(answer)</\(name)>"
  }

  private static let namespace =
    "http://www.oeplatform.org/version/2.0/schemas/flowinstance"

  @Test func `A wrapped export of Open ePlatform has its fields and drops its people`() throws {
    let contact = Self.question(
      "kontakt", "<Firstname>Kalle</Firstname><MobilePhone>070-1740611</MobilePhone>")
    let items = (1...6).map { number in
      Self.instance(
        number == 6 ? 1 : number,
        Self.question("synpunkt", "<Value>Mer ljus vid hållplats \(number)</Value>")
          + Self.question("val", "<Value>\(number % 2 == 0 ? "Ja" : "Nej")</Value>") + contact)
    }
    let file = try inspect(
      "<?xml version=\"1.1\" encoding=\"ISO-8859-1\"?>\n<FlowInstances xmlns=\"\(Self.namespace)\">"
        + items.joined() + "</FlowInstances>")
    #expect(file.container == "xml")
    #expect(file.xml?.version == "1.1")
    #expect(file.xml?.root == "FlowInstances")
    #expect(file.xml?.record == "/FlowInstances/FlowInstance")
    #expect(file.xml?.recordElements == 6)
    #expect(file.xml?.forms == 1)
    #expect(file.xml?.formVersions == 2)
    #expect(file.records == 6)
    #expect(file.tool.name == "Open ePlatform" && file.tool.confidence == .certain)
    let id = try file.column("Header/FlowInstanceID")
    #expect(id.role == .id && id.filled == 6 && id.distinct == 5)
    #expect(try file.column("Values/synpunkt").role == .text)
    #expect(try file.column("Values/synpunkt").distinct == 6)
    #expect(try file.column("Values/val").role == .closed)
    #expect(file.dropped == ["Header/Poster", "Values/kontakt"])
    #expect(try file.column("Values/kontakt").filled == 6)
    #expect(file.source?.profile == "open-eplatform")
    #expect(file.source?.text == ["Values/synpunkt"])
    #expect(file.source?.contact == ["Values/kontakt/**"])
    let json = String(decoding: try file.json, as: UTF8.self)
    #expect(!json.contains("Kalle") && !json.contains("1740611") && !json.contains("Mer ljus"))
    #expect(!json.contains("Frågans text"))
  }

  @Test func `A tool that lost its namespace is likely`() throws {
    let file = try inspect(Self.instance(3, Self.question("synpunkt", "<Value>Hej</Value>")))
    #expect(file.tool.name == "Open ePlatform")
    #expect(file.tool.confidence == .likely)
  }

  @Test func `Any list of records gets its fields`() throws {
    let items = (1...5).map { number in
      "<svar nr=\"\(number)\"><tid>2026-04-1\(number)</tid><epost>a\(number)@example.se</epost>"
        + "<fritext>Det här är svar nummer \(number) av fem</fritext></svar>"
    }
    let file = try inspect("<export><skapad>2026</skapad>" + items.joined() + "</export>")
    #expect(file.kind == .submissions)
    #expect(file.tool.name == nil && file.tool.profile == "generic-xml")
    #expect(file.xml?.record == "/export/svar")
    #expect(file.records == 5)
    #expect(file.columns.map(\.name) == ["@nr", "tid", "epost", "fritext"])
    #expect(file.columns.map(\.role) == [.id, .time, .dropped, .text])
    #expect(file.source?.record == "/export/svar")
    #expect(file.source?.contact == ["epost"])
  }

  @Test func `Text of the record element itself is a field`() throws {
    let items = (1...4).map { "<svar>Det här är svar nummer \($0) av fyra</svar>" }.joined()
    let file = try inspect("<export>\(items)</export>")
    #expect(file.columns.map(\.name) == ["."])
    #expect(file.source?.text == ["."])
  }

  @Test func `One document of an unknown kind is not said to be a submission`() throws {
    let file = try inspect("<brev><text>Det här är ett ganska långt brev till oss</text></brev>")
    #expect(file.kind == .unknown)
    #expect(file.source == nil)
  }

  private static let pages = [
    "<!DOCTYPE html><html><head><title>Fel</title></head><body>500<br></body></html>",
    "<html><body><p>Logga in</p></body></html>",
    "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>",
    "<HTML><BODY><P>Fel</BODY></HTML>",
  ]

  @Test(arguments: pages)
  func `A page of a server is no export, whatever its ending`(page: String) throws {
    let file = try inspect(page)
    #expect(file.container == "html")
    #expect(file.kind == .unknown)
    #expect(file.codes == ["xml.no-record"])
    #expect(file.source == nil)
  }

  @Test func `A form definition and a LimeSurvey structure are no submissions`() throws {
    let form = try inspect(
      "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\">"
        + "<h:head><model><instance><data id=\"x\"><a/></data></instance></model></h:head>"
        + "</h:html>")
    #expect(form.kind == .structure && form.tool.name == "OpenRosa")
    func document(_ type: String) throws -> InspectedFile {
      try inspect(
        "<document><LimeSurveyDocType>\(type)</LimeSurveyDocType><responses><rows>"
          + (1...3).map { "<row><id>\($0)</id><q1>Ett svar som är långt \($0)</q1></row>" }.joined()
          + "</rows></responses></document>")
    }
    #expect(try document("Survey").kind == .structure)
    let answers = try document("Responses")
    #expect(answers.kind == .submissions)
    #expect(answers.records == 3)
    #expect(answers.xml?.record == "/document/responses/rows/row")
    #expect(answers.source?.profile == "limesurvey-xml")
  }

  @Test func `A document type is refused, and what was read before a fault is counted`() throws {
    let typed = try inspect("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    #expect(typed.container == "xml" && typed.kind == .unknown && typed.records == 0)
    #expect(typed.codes == ["xml.document-type"])
    #expect(typed.xml?.hasDocumentType == true)
    let cut = try inspect(
      "<e>" + (1...3).map { "<s><t>Ett svar som är ganska långt \($0)</t></s>" }.joined() + "<s>")
    #expect(cut.codes.contains("xml.not-well-formed"))
    #expect(cut.records == 4, "three whole records and one that was cut off")
    #expect(cut.columns.first?.filled == 3)
  }

  private static let encodings: [(text: String, latin: Bool, name: String?, evidence: String)] = [
    (
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>hållplats</a>", true, "iso-8859-1",
      "declared, and no byte contradicts it"
    ),
    (
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>hållplats</a>", false, "iso-8859-1",
      "declared iso-8859-1, and the bytes fit as utf-8"
    ),
    ("<a>hållplats</a>", false, "utf-8", "nothing is declared, and no byte contradicts it"),
    (
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><a>b</a>", false, "utf-8",
      "declared, and no byte contradicts it"
    ),
    (
      "<?xml version=\"1.0\" encoding=\"koi8-r\"?><a>b</a>", false, nil,
      "declared koi8-r, which is not an encoding that can be read"
    ),
  ]

  @Test(arguments: encodings)
  func `The encoding is told with its evidence`(
    text: String, latin: Bool, name: String?, evidence: String
  ) throws {
    let bytes = latin ? text.unicodeScalars.map { UInt8($0.value) } : Array(text.utf8)
    let file = try inspect(bytes)
    #expect(file.encoding.name == name)
    #expect(file.encoding.evidence == evidence)
  }
}
