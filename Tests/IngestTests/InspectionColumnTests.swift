import DialogueModel
import Ingest
import TestSupport
import Testing

@Suite struct InspectionTypeTests {
  private static let types: [(cells: [String], type: InspectedFile.ValueType, form: String)] = [
    (["1", "-20", "300", "4"], .integer, "999"),
    (["1", "2,5", "-3.25", "4"], .number, "number with decimals"),
    (["2026-04-14", "2026-04-15", "2026-05-01"], .date, "9999-99-99"),
    (["2026-04-14 09:12:33", "2026-04-15 10:00:00"], .datetime, "9999-99-99 99:99:99"),
    (["2023-09-29 14.54.27", "2023-09-30 08.00.01"], .datetime, "9999-99-99 99.99.99"),
    (["2026-04-14T09:12Z", "2026-04-15T10:00Z"], .datetime, "9999-99-99T99:99Z"),
    (["Ja tack", "Nej tack", "Ja tack", "Nej tack", "Ja tack"], .choice, "2 choices"),
    (["Ja", "Ja", "", "Ja"], .choice, "1 choice"),
    (["sv-1", "en-2", "fi-3"], .code, "aa-9"),
    (["alfa", "b", "gamma"], .code, "one word, 1–5 characters"),
    (["!", "?", "-"], .code, "one word, 1 character"),
    (["Mer ljus vid bussen", "Å, nej", "Gräset är långt"], .text, "free text, 6–19 characters"),
    (["", " ", ""], .empty, "empty in every record"),
    // A zero in front is part of a name and not of a number.
    (["07011", "12345"], .code, "99999"),
    // One value of another kind, and the whole column is of no type but text.
    (["1", "2", "tre stycken"], .text, "free text, 1–11 characters"),
  ]

  @Test(arguments: types)
  func `A type holds for all values of a column`(
    cells: [String], type: InspectedFile.ValueType, form: String
  ) throws {
    let column = try column("Fråga", cells)
    #expect(column.type == type)
    #expect(column.form == form)
    let filled = cells.filter { $0.contains { $0 != " " } }
    #expect(column.filled == filled.count)
    #expect(column.distinct == Set(filled).count)
    #expect(column.isDistinctExact)
  }

  @Test func `Long numbers of characters have a no-break blank`() throws {
    let cells = [String(repeating: "ord ", count: 303) + "x", "kort text"]
    #expect(try column("Fråga", cells).form == "free text, 9–1\u{A0}213 characters")
  }

  private static let orders: [(cells: [String], order: SourceProfile.DateOrder?)] = [
    (["3/4/2026 10:00", "14/4/2026 11:00"], .dayMonthYear),
    (["3/4/2026 10:00", "4/14/2026 11:00"], .monthDayYear),
    (["3/4/2026 10:00", "5/6/2026 11:00"], nil),
    (["2026-04-03", "2026-04-14"], .yearMonthDay),
  ]

  @Test(arguments: orders)
  func `The order of day and month shows in the whole column or not at all`(
    cells: [String], order: SourceProfile.DateOrder?
  ) throws {
    let column = try column("Datum", cells)
    #expect(column.type == .date || column.type == .datetime)
    #expect(column.dateOrder == order)
    #expect(column.form.hasSuffix("unclear") == (order == nil))
  }

  @Test func `Days that contradict each other are no dates`() throws {
    let column = try column("Datum", ["14/4/2026", "4/14/2026", "1/2/2026"])
    #expect(column.type == .code)
    #expect(column.dateOrder == nil)
  }

  @Test func `Answers to an open question are no choices, though many say the same`() throws {
    let texts = (0..<20).map { "Det här är svar nummer \($0) och det är ganska långt" }
    let column = try column("Fråga", Array(repeating: "nej", count: 60) + texts)
    #expect(column.type == .text)
    #expect(column.role == .text)
  }

  @Test func `Different values are counted exactly to ten thousand`() throws {
    let exact = try column("Kod", (0..<10_000).map { "k\($0)" })
    #expect(exact.distinct == 10_000 && exact.isDistinctExact)
    let more = try column("Kod", (0..<10_001).map { "k\($0)" })
    #expect(more.distinct == 10_000 && !more.isDistinctExact)
    #expect(more.filled == 10_001)
  }

  @Test func `The values of a record with too many fields are not counted`() throws {
    let file = try inspect("id;antal\r\n1;5\r\n2;Anna;Andersson\r\n3;7\r\n")
    #expect(file.records == 3)
    #expect(file.raggedRecords == 1)
    #expect(file.firstRaggedLine == 3)
    #expect(file.columns.map(\.filled) == [2, 2])
    #expect(try file.column("antal").type == .integer)
    #expect(file.codes.contains("csv.field-count"))
  }
}

@Suite struct InspectionRoleTests {
  private static let personal = [
    "E-post", "Din e-postadress", "E-mail", "Email Address", "RecipientEmail", "Namn",
    "Vad heter du?", "Ditt namn och telefonnummer", "Förnamn", "first_name", "userName",
    "Telefon", "Mobilnummer (frivilligt)", "ip", "IP-adress", "IPAddress", "Personnummer",
    "Gatuadress", "Postnummer", "author-id", "LocationLatitude", "Kontakt [E-post]",
    "Namn på vårdnadshavare",
  ]

  @Test(arguments: personal)
  func `A column whose name says personal data is dropped`(name: String) throws {
    let column = try column(name, ["Anna Andersson", "Bo Berg", "", "Cia Ceder"])
    #expect(column.role == .dropped)
    #expect(column.type == nil && column.distinct == nil)
    #expect(column.filled == 3)
    #expect(column.form == "personal data, not read")
    #expect(!column.why.isEmpty)
  }

  private static let impersonal = [
    "Vill du ha svar via e-post?", "Namn på hållplatsen", "Vad tycker du om adressen?",
    "Telefonkö", "Hur fungerar telefonen i kommunhuset?", "name of the bus stop",
  ]

  @Test(arguments: impersonal)
  func `A question that only mentions such a thing is not`(name: String) throws {
    let cells = ["Ett svar som är ganska långt", "Ett annat svar", "Ett tredje svar"]
    #expect(try column(name, cells).role != .dropped)
  }

  @Test func `An identifier has its own value in every record`() throws {
    let unique = try inspect(table(["svarsid", "Fråga"], [["a1", "x"], ["a2", "y"]]))
    #expect(unique.names(.id) == ["svarsid"])
    let shared = try inspect(table(["svarsid", "Fråga"], [["a1", "x"], ["a1", "y"]]))
    #expect(shared.names(.id) == [])
    #expect(try shared.column("svarsid").why.contains("not every record"))
  }

  @Test func `Of several times the one of submission is used`() throws {
    let times = ["2026-04-14 09:00", "2026-04-15 09:00"]
    let file = try inspect(
      table(
        ["id", "Start", "Skapad", "Inskickad", "Fråga"],
        times.enumerated().map { ["\($0.offset)", $0.element, $0.element, $0.element, "x"] }))
    #expect(file.names(.time) == ["Inskickad"])
    #expect(try file.column("Start").role == .unmapped)
  }

  @Test func `Milliseconds are a time when the name says so`() throws {
    let cells = ["1651682293119", "1651699230294", "1651699163952"]
    let named = try column("timestamp", cells)
    #expect(named.role == .time && named.type == .integer)
    #expect(named.form == "milliseconds from 1970")
    #expect(try column("Kod", cells).role == .unmapped)
  }

  @Test func `Roles come from the form of the values where the name says nothing`() throws {
    let words = ["Det behövs mer ljus", "Bussen går för sent på kvällen", "Jag vill ha en bänk"]
    #expect(try column("Q1", words).role == .text)
    let choices = ["Ja", "Nej", "Ja", "Nej", "Ja", "Nej"]
    #expect(try column("Q1", choices).role == .closed)
    #expect(try column("Q1", ["kort", "ett ord", "två ord"]).role == .unmapped)
    #expect(try column("Q1", ["7", "1000", "33"]).role == .unmapped)
    #expect(try column("Q1", ["", "", ""]).role == .unmapped)
    let steps = ["1", "5", "3", "1", "5", "3", "5", "1"]
    #expect(try column("Hur trygg är du?", steps).role == .closed)
    #expect(try column("Antal barn", steps).role == .unmapped)
    #expect(try column("Språk", ["sv", "en", "sv"]).role == .language)
  }

  private static let background: [(name: String, cells: [String], dimension: String)] = [
    ("Hur gammal är du?", ["41", "17", "80"], "age"), ("Din ålder", ["ung", "gammal"], "age"),
    ("Kön", ["A", "B", "A", "B"], "sex"), ("Var bor du?", ["Norr", "Söder", "Norr"], "place"),
    // Nothing in the name: the answers are those that the target groups know.
    ("G03Q01", ["16-24 år", "25–44 år", "80+", "16-24 år", "25–44 år", "80+"], "age"),
    (
      "G03Q02", ["Kvinna", "MAN", "Vill inte svara", "Kvinna", "MAN", "Vill inte svara"], "sex"
    ),
    ("G03Q03", ["Råda", "Ekshärad", "Råda", "Ekshärad"], "place"),
  ]

  @Test(arguments: background)
  func `Background is told from the name or from the answers`(
    name: String, cells: [String], dimension: String
  ) throws {
    let column = try column(name, cells)
    #expect(column.role == .background)
    #expect(column.dimension == dimension)
  }

  @Test func `Yes and no are answers to too many questions to tell one`() throws {
    let column = try column("G03Q04", ["Ja", "Nej", "Ja", "Nej", "Vill inte svara", "Ja"])
    #expect(column.role == .closed)
    #expect(column.dimension == nil)
  }

  @Test func `Columns that dialogue yaml cannot name have no role`() throws {
    let text = "Ett svar som är långt nog för att vara fritext"
    let file = try inspect(
      table(
        ["id", "Fråga", "", "fråga"], [["1", text, text, text], ["2", text + "!", "x", "y"]]))
    #expect(file.columns.map(\.role) == [.id, .text, .unmapped, .unmapped])
    #expect(file.columns[2].why.contains("no name"))
    #expect(file.columns[3].why.contains("stands before"))
  }

  @Test func `Every column says why it has its role`() throws {
    for name in [
      "skolskjuts-rada/inputs/webbenkat.csv", "skolskjuts-rada/inputs/foraldraenkat.csv",
    ] {
      let file = Pipelines.inspector.one(path: TestPlaces.package + "/samples/" + name)
      #expect(!file.columns.isEmpty)
      #expect(file.columns.allSatisfy { !$0.why.isEmpty && !$0.form.isEmpty })
    }
  }
}
