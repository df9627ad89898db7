import DialogueFiles
import DialogueModel
import Testing

@Suite struct ReferencePopulationFileTests {
  private static let dimensions = [
    TargetGroupDimension(
      id: "age", label: "Ålder",
      groups: [
        TargetGroup(id: "16-24", label: "16–24"), TargetGroup(id: "25+", label: "25+"),
      ]),
    TargetGroupDimension(
      id: "sex", label: "Kön",
      groups: [
        TargetGroup(id: "kvinna", label: "K"),
        TargetGroup(id: "man", label: "M", mirrorOf: "kvinna"),
      ]),
    TargetGroupDimension(
      id: "place", label: "Ort", groups: [TargetGroup(id: "rada", label: "R")],
      noReference: "Skälet."),
  ]

  private static let table = """
    group;value;count;source;table;date;count_high
    total;16+;100;SCB;Folkmängd;2025-12-31;
    age;16-24;10;SCB;Folkmängd;2025-12-31;12
    age;25+;90;SCB;Folkmängd;2025-12-31;
    sex;kvinna;49;SCB;Folkmängd;2025-12-31;
    sex;man;51;SCB;Folkmängd;2025-12-31;
    """

  private func load(
    _ table: String, noReference: [String: String] = [:]
  ) -> (ReferencePopulationFile?, [Finding]) {
    let rows = table.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      (
        line: $0.offset + 1,
        fields: $0.element.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      )
    }
    return ReferencePopulationFile.load(
      rows: rows, file: "p.csv", dimensions: Self.dimensions, noReference: noReference)
  }

  @Test func `the rows are read with their lines`() throws {
    let (file, findings) = load(Self.table)
    #expect(findings == [])
    let read = try #require(file)
    #expect(read.lines == [2, 3, 4, 5, 6])
    #expect(read.population.row(dimension: "total", value: "16+")?.count == 100)
    let young = try #require(read.population.row(dimension: "age", value: "16-24"))
    #expect(young.count == 10)
    #expect(young.countHigh == 12)
    #expect(young.source == "SCB")
    #expect(young.date == CalendarDate("2025-12-31"))
  }

  @Test func `a row may be of the population of certain channels only`() throws {
    let (file, findings) = load(
      """
      group;value;count;universe;source;table;date
      total;16+;100;;SCB;Folkmängd;2025-12-31
      total;skolan;20;;SCB;Elever;2025-12-31
      age;16-24;10;;SCB;Folkmängd;2025-12-31
      age;25+;90;;SCB;Folkmängd;2025-12-31
      sex;kvinna;49;;SCB;Folkmängd;2025-12-31
      sex;man;51;;SCB;Folkmängd;2025-12-31
      sex;kvinna;12;total/skolan;SCB;Elever;2025-12-31
      sex;man;8;total/skolan;SCB;Elever;2025-12-31
      """)
    #expect(findings == [])
    let read = try #require(file).population
    func women(_ universe: String?) -> Int? {
      read.row(dimension: "sex", value: "kvinna", universe: universe)?.count
    }
    #expect(women(nil) == 49)
    #expect(women("total/skolan") == 12)
    #expect(women("total/16+") == 49)
    // Of the ages there are none for the school, so the general ones are looked at.
    #expect(read.row(dimension: "age", value: "16-24", universe: "total/skolan")?.count == 10)
  }

  @Test(arguments: [
    ("sex;kvinna;12;total/skolan", "group.reference-unknown"),
    ("total;skolan;12;total/16+", "reference.row"),
    ("sex;kvinna;99;total/16+\nsex;man;2;total/16+", "reference.sum"),
    ("sex;kvinna;9;total/16+\nsex;kvinna;9;total/16+", "reference.row"),
  ])
  func `a universe that cannot be meant is told`(rows: String, code: String) {
    let more = rows.split(separator: "\n").map { $0 + ";SCB;T;2025-12-31" }
    let (_, findings) = load(
      """
      group;value;count;universe;source;table;date
      total;16+;100;;SCB;Folkmängd;2025-12-31
      age;16-24;10;;SCB;Folkmängd;2025-12-31
      age;25+;90;;SCB;Folkmängd;2025-12-31
      sex;kvinna;49;;SCB;Folkmängd;2025-12-31
      sex;man;51;;SCB;Folkmängd;2025-12-31
      \(more.joined(separator: "\n"))
      """)
    #expect(findings.map(\.code.rawValue) == [code])
  }

  @Test func `columns may stand in any order, and empty rows are passed over`() throws {
    let (file, findings) = load(
      """
      date;count;GROUP; value ;table;source
      2025-12-31;100;total;16+;Folkmängd;SCB
      ;;;;;

      2025-12-31;10;age;16-24;Folkmängd;SCB
      """, noReference: ["age/25+": "x", "sex": "y"])
    #expect(findings == [])
    #expect(file?.lines == [2, 5])
  }

  @Test(arguments: [
    ("age;16-24;10;", "age;16-24;tio;", "reference.row 3 count"),
    ("age;16-24;10;", "age;16-24;1 000;", "reference.row 3 count"),
    ("age;16-24;10;", "age;16-24;-10;", "reference.row 3 count"),
    ("age;16-24;10;", "age;16-24;99999999999999999999;", "reference.row 3 count"),
    ("2025-12-31;12", "31/12 2025;12", "reference.row 3 date"),
    ("2025-12-31;12", "2025-+2-21;12", "reference.row 3 date"),
    ("2025-12-31;12", "2025-12-31;9", "reference.row 3 count_high"),
    ("age;16-24;10;SCB", "age;16-24;10;", "reference.row 3 source"),
    ("age;16-24;", "age;25+;", "reference.row 4 value"),
    ("age;16-24;", "agee;16-24;", "group.reference-unknown 3 group"),
    ("age;16-24;", "age;16-25;", "group.reference-unknown 3 value"),
  ])
  func `a row that cannot be used is named with its line`(
    old: String, new: String, expected: String
  ) {
    let (file, findings) = load(Self.table.replacing(old, with: new))
    #expect(words(findings).first == expected)
    #expect(findings.first?.severity == .error)
    #expect(file?.population.rows.count == 4)
  }

  @Test func `an unknown group is met with the nearest name`() {
    let (_, findings) = load(Self.table.replacing("age;16-24;", with: "age;16-25;"))
    #expect(findings.first?.consequence == "The row is not used. The nearest name is \"16-24\".")
  }

  @Test func `a group without a figure is warned of, once for a whole dimension`() {
    let lines = Self.table.split(separator: "\n")
    let oneGroup = load((lines[0...2] + lines[4...]).joined(separator: "\n"))
    #expect(words(oneGroup.1) == ["group.reference-missing – –"])
    #expect(oneGroup.1.first?.summary == "group \"age/25+\" has no reference figure")
    let noSex = load(lines[0...3].joined(separator: "\n"))
    #expect(noSex.1.map(\.summary) == ["dimension \"sex\" has no reference figure"])
    #expect(noSex.1.first?.severity == .warning)
    let told = load(lines[0...3].joined(separator: "\n"), noReference: ["sex": "Skälet."])
    #expect(told.1 == [])
  }

  @Test func `groups that are more than the whole population are warned of`() {
    let (_, findings) = load(Self.table.replacing("sex;man;51", with: "sex;man;52"))
    #expect(words(findings) == ["reference.sum – –"])
    #expect(findings.first?.summary.contains("are 101, of a population of 100") == true)
  }

  @Test func `a header without a column is refused, and a mistyped column is named`() {
    let (file, findings) = load(
      Self.table.replacing("group;value;count", with: "group;vlaue;count"))
    #expect(file == nil)
    #expect(words(findings) == ["reference.row 1 –", "reference.row 1 –"])
    #expect(findings[0].consequence == "The nearest name is \"value\".")
    #expect(findings[1].summary == "the header lacks value")
  }

  @Test func `a table without rows is empty`() {
    #expect(words(load("").1) == ["file.empty – –"])
  }
}
