import DialogueModel
import Ingest
import TestSupport
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

  @Test(arguments: [
    "- ", "* ", "+ ", "• ", "-\t", "1. ", "1) ", "12. ", "999) ", "a) ", "B) ", "å) ", "  1. ",
  ]) func `an item begins with a mark, a number or a letter`(mark: String) {
    let (note, findings) = ManualNote.read(Self.head + mark + "ett: två\n", file: "n.md")
    #expect(note.items.map(\.text) == ["ett: två"])
    #expect(findings.isEmpty)
  }

  @Test(arguments: [
    "1.ett", "1 ett", "1000. ett", "ab) ett", "a. ett", "(1) ett", "1.) ett", "-ett",
  ])
  func `what only resembles a mark begins no item`(line: String) {
    let (note, findings) = ManualNote.read(Self.head + line + "\n", file: "n.md")
    #expect(note.items.isEmpty)
    #expect(findings.map(\.place.line) == [7])
  }

  @Test func `a numbered item is no header line`() {
    let (note, _) = ManualNote.read("datum: 2026-04-22\n1. ett: två\na) tre: fyra", file: "n.md")
    #expect(note.items.map(\.text) == ["ett: två", "tre: fyra"])
  }

  @Test func `an item beyond the limit is left out and told, and the others are read`() {
    let most = ManualNote.largestItem
    let longest = String(repeating: "å", count: most / 2)
    let (note, findings) = ManualNote.read(
      Self.head + "- \(longest)\n- \(longest)x\n- x\n  \(longest)\n- ett\n", file: "n.md")
    #expect(note.items.map(\.text.utf8.count) == [most, 3])
    #expect(findings.map(\.place.line) == [8, 9])
    #expect(findings.allSatisfy { $0.summary == "the item is longer than 262144 bytes" })
  }

  @Test func `items beyond the limit are left out and counted`() {
    let (note, findings) = ManualNote.read(
      Self.head + String(repeating: "- x\n", count: ManualNote.mostItems + 3), file: "n.md")
    #expect(note.items.count == ManualNote.mostItems)
    #expect(findings.map(\.place.line) == [ManualNote.mostItems + 7])
    #expect(findings.first?.summary.hasPrefix("3 items stand after the first 100000") == true)
  }

  @Test func `a thousand faults give a few findings that count them`() {
    let (_, findings) = ManualNote.read(String(repeating: "x: y\n", count: 1000), file: "n.md")
    #expect(findings.count == 23)
    let rest = findings.first {
      $0.summary == "980 more lines or marks cannot be read, the first here"
    }
    #expect(rest?.place.line == 21)
  }

  // Each of them took time that grows with the square of its length, or memory for each line.
  static let hostile: [String] = [
    "- \(String(repeating: "[x3]", count: 60_000))",
    "- a\(String(repeating: "[grupp: a=b]", count: 20_000)) b",
    "- \(String(repeating: "[grupp:,,,]", count: 20_000))", String(repeating: "\n", count: 300_000),
    String(repeating: "- ", count: 100_000), "- \(String(repeating: " x\n ", count: 60_000))",
    "-  e\(String(repeating: "\u{301}", count: 100_000))", String(repeating: "[", count: 300_000),
    "- \(String(repeating: "]", count: 200_000))", String(repeating: "1.\t", count: 80_000),
  ]

  @Test(arguments: hostile.indices) func `a hostile text is read at once`(index: Int) {
    let (note, findings) = ManualNote.read(Self.head + Self.hostile[index], file: "n.md")
    #expect(note.items.count <= 1 && findings.count <= 22)
    #expect(note.items.first.map { $0.text.utf8.count <= ManualNote.largestItem } != false)
  }

  @Test func `any text at all is read without a crash`() {
    var random = SeededGenerator(136)
    let alphabet = Array("- \n:[]x3å grupp=#\t\r*")
    for _ in 0..<2000 {
      let length = Int.random(in: 0..<60, using: &random)
      let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
      _ = ManualNote.read(text, file: "n.md")
    }
  }
}
