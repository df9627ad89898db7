import DialogueModel
import Ingest
import Testing

@Suite struct ManualNoteTests {
  static let head = """
    aktivitet: bygdegarden
    datum: 2026-04-22
    plats: Råda bygdegård
    antecknare: nämndsekreteraren
    deltagare: 34


    """

  @Test func `a header and one viewpoint for each item`() {
    let (note, findings) = ManualNote.read(
      Self.head
        + """
        # Rubrik

        - Behåll hållplatsen. [grupp: age=65-79] [x3]
        - Belysning saknas vid
          Älvbron, sa flera.
        * Ett [ord] i texten står kvar
        """, file: "n.md")
    #expect(findings.isEmpty)
    #expect(note.activity == "bygdegarden")
    #expect(note.date == CalendarDate("2026-04-22"))
    #expect(note.participants == 34)
    #expect(
      note.items.map(\.text) == [
        "Behåll hållplatsen.", "Belysning saknas vid Älvbron, sa flera.",
        "Ett [ord] i texten står kvar",
      ])
    #expect(note.items.map(\.times) == [3, 1, 1])
    #expect(note.items[0].groups == ["age": "65-79"])
    #expect(note.items.map(\.line) == [9, 10, 12])
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `every line end gives the same note`(end: String) {
    let text = (Self.head + "- ett\n- två\n").replacing("\n", with: end)
    let (note, findings) = ManualNote.read(text, file: "n.md")
    #expect(findings.isEmpty)
    #expect(note.items.map(\.text) == ["ett", "två"])
    #expect(note.items.map(\.line) == [7, 8])
  }

  @Test func `what cannot be read is told with its line`() {
    let (note, findings) = ManualNote.read(
      """
      aktivitet: x
      datum: 22 april
      deltagare: många
      väder: sol

      Ett stycke före listan.
      - en punkt [grupp: fel]
      """, file: "n.md")
    #expect(note.items.count == 1)
    let told = findings.map { "\($0.code.rawValue) \($0.place.line ?? 0)" }
    #expect(told.contains("notes.header 2"))
    #expect(told.contains("notes.header 3"))
    #expect(told.contains("notes.header 4"))
    #expect(told.contains("notes.item 6"))
    #expect(told.contains("notes.item 7"))
    #expect(!findings.contains { $0.summary.contains("många") || $0.summary.contains("stycke") })
  }

  @Test func `any text at all is read without a crash`() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("- \n:[]x3å grupp=#\t\r*")
    for _ in 0..<2000 {
      let length = Int.random(in: 0..<60, using: &random)
      let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
      _ = ManualNote.read(text, file: "n.md")
    }
  }
}
