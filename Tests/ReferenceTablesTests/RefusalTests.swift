import DialogueModel
import Foundation
import ReferenceTables
import Testing

/// What is refused, with the code, and what is told on the way.
@Suite struct RefusalTests {
  private func refuses(
    _ table: String, _ code: String, with options: ReferenceOptions,
    source: SourceLocation = #_sourceLocation
  ) throws {
    let result = try convert(table, with: options)
    #expect(result.codes(.error).contains(code), sourceLocation: source)
    #expect(!result.isComplete, sourceLocation: source)
    #expect(result.csv == nil, sourceLocation: source)
  }

  @Test(arguments: ["0-15,15-24", "16-24,20", "65+,80+", "16-24,16-24"])
  func `bands that overlap are refused`(bands: String) throws {
    let error = #expect(throws: InspelError.self) { try AgeBands(written: bands) }
    #expect(error?.code.rawValue == "reference.bands")
  }

  @Test(arguments: [
    "", "a", "16-24,", "24-16", "0-15;16+", "-", "+", "151+", "99999999999999999999",
    "totalt", "16-24-30",
  ])
  func `bands that cannot be read are refused`(bands: String) {
    #expect(throws: InspelError.self) { try AgeBands(written: bands) }
  }

  @Test func `bands may come in any order and any spelling`() throws {
    let bands = try AgeBands(written: " 80+, 16–24 år,0-15 ,18-w".replacing(",18-w", with: ""))
    #expect(bands.bands.map(\.key) == ["0-15", "16-24", "80+"])
  }

  @Test func `a gap between bands is told`() throws {
    let result = try convert(MadeUpTable().text, with: options("0-15,20-64,65+"))
    let gap = try #require(result.findings.first { $0.code.rawValue == "reference.bands" })
    #expect(gap.severity == .note)
    #expect(gap.summary == "no band has the ages 16-19")
    #expect(result.isComplete)
    let account = try #require(result.accounts.first)
    #expect(account.outsideBands == MadeUpTable.sum(16...19))
    #expect((account.inBands ?? 0) + (account.outsideBands ?? 0) == MadeUpTable.sum(0...100))
  }

  private static let fiveYears = """
    region;ålder;Folkmängd 2019
    9901 Mellanmåla;0-4 år;10
    9901 Mellanmåla;5-9 år;20
    9901 Mellanmåla;10-14 år;30
    9901 Mellanmåla;15-19 år;40
    9901 Mellanmåla;20+ år;50
    """

  @Test func `classes that fit inside a band are summed`() throws {
    let result = try convert(Self.fiveYears, with: options("0-9,10-14,15+"))
    #expect(
      result.figures == ["total/alla=150", "age/0-9=30", "age/10-14=30", "age/15+=90"])
  }

  @Test(arguments: [
    ("0-15,20+", "the age class 15-19 does not fit in it"),
    ("16-19,20+", "the age class 15-19 does not fit in it"),
    ("0-9,65+", "the age class 20+ does not fit in it"),
    ("0-14,15-64", "the age class 20+ does not fit in it"),
  ])
  func `a band that a class does not fit is refused and says which`(
    bands: String, why: String
  ) throws {
    let result = try convert(Self.fiveYears, with: options(bands))
    #expect(result.codes(.error) == ["reference.age-class"])
    #expect(result.findings.first { $0.severity == .error }?.summary.hasSuffix(why) == true)
    #expect(result.csv == nil)
  }

  @Test func `an age that is not in the table is named`() throws {
    let result = try convert(MadeUpTable(ages: 16...100).text, with: options("0-24,25+"))
    #expect(
      result.findings.contains {
        $0.summary == "the band 0-24 cannot be made: the table has no class for age 0"
      })
  }

  @Test func `a table that begins at 16 gives 16 and older, and no total of all`() throws {
    let table = MadeUpTable(ages: 16...100).text
    let result = try convert(table, with: options("16-64,65+", totals: ["16+"]))
    #expect(result.isComplete)
    #expect(
      result.figures == MadeUpTable.expected.filter { !$0.contains("alla") && $0 != "age/0-15=376" }
    )
    let left = try #require(
      result.findings.first { $0.code.rawValue == "reference.age-class" })
    #expect(left.severity == .note)
    #expect(left.consequence == "The row total;alla is left out.")
    try refuses(table, "reference.age-class", with: options("16+", totals: ["16+", "alla"]))
  }

  @Test func `a table that ends before 100 has no oldest class`() throws {
    try refuses(
      MadeUpTable(ages: 0...99).text, "reference.age-class", with: options("0-15,16-64,65+"))
  }

  @Test func `a table without its last women is not taken for whole`() throws {
    let whole = MadeUpTable().text.split(separator: "\n")
    try refuses(
      whole.dropLast().joined(separator: "\n"), "reference.value", with: options("0-64,65+"))
    // A line that was cut off in the middle can be no row.
    try refuses(
      whole.dropLast().joined(separator: "\n") + "\n\"9901 Mellanmåla\",\"100+ år\",",
      "reference.value", with: options("0-64,65+"))
  }

  @Test func `men alone are no total`() throws {
    let men = MadeUpTable().text.split(separator: "\n").filter { !$0.contains("kvinnor") }
    try refuses(men.joined(separator: "\n"), "reference.value", with: options("0-64,65+"))
  }

  @Test(arguments: ["..", ".", "", "…"])
  func `a figure that is not published leaves its band unmade`(cell: String) throws {
    let table = MadeUpTable(number: { $0 == 2 * 99 ? cell : String($0) }).text
    let result = try convert(table, with: options("0-64,65+", totals: ["16-64"]))
    #expect(result.codes(.error) == ["reference.value"])
    #expect(result.accounts.first?.unused[.missing] == 1)
    // The line of the figure: two for each age, the header first.
    #expect(result.findings.first { $0.severity == .error }?.place.line == 2 + 2 * 99)
    #expect(result.figures.contains("age/0-64=\(MadeUpTable.sum(0...64))"))
  }

  @Test func `a dash is nobody`() throws {
    let result = try convert(
      MadeUpTable(number: { $0 == 2 * 0 ? "-" : String($0) }).text, with: options("0,1+"))
    #expect(result.figures.prefix(2) == ["total/alla=15251", "age/0=1"])
  }

  @Test(arguments: [
    "-5", "1.5", "1,234", "12 34", "1e3", "abc", "0x10", "٣", "123456789012",
    "99999999999999999999999999999", "1.000", "+5", "5%", "=SUMMA(A1)",
  ])
  func `a figure that is no whole number is refused`(cell: String) throws {
    var table = MadeUpTable()
    table.number = { $0 == 2 * 99 ? "\"\(cell)\"" : String($0) }
    try refuses(table.text, "reference.value", with: options("0-64,65+"))
  }

  @Test func `the largest figures can be summed`() throws {
    let result = try convert(
      MadeUpTable(number: { _ in "99999999999" }).text, with: options("0-64,65+"))
    #expect(result.rows.first?.count == 202 * 99_999_999_999)
  }

  @Test func `the same age and sex twice is refused when the figures differ`() throws {
    let table = MadeUpTable(tail: ["\"9901 Mellanmåla\",\"16 år\",\"män\",33"])
    try refuses(table.text, "reference.repeated", with: options("0-64,65+"))
  }

  @Test func `the same age and sex twice is used once when the figures agree`() throws {
    let table = MadeUpTable(tail: ["\"9901 Mellanmåla\",\"16 år\",\"män\",32"])
    let result = try convert(table.text, with: options("0-15,16-64,65+", totals: ["16+"]))
    #expect(result.figures == MadeUpTable.expected)
    #expect(result.codes(.warning) == ["reference.repeated"])
    #expect(result.accounts.first?.unused == [.repeated: 1])
  }

  @Test func `an age or a sex that cannot be read is refused`() throws {
    for row in ["\"uppgift saknas\",\"män\"", "\"16 år\",\"okänt\"", "\"05-sep\",\"män\""] {
      let table = MadeUpTable(tail: [
        "\"9901 Mellanmåla\",\(row),7", "\"9901\",\"totalt\",\"män\",1",
      ])
      let result = try convert(table.text, with: options("0-64,65+"))
      #expect(!result.isComplete)
      #expect(result.accounts.first?.unused[.unreadable] ?? 0 > 0)
    }
  }

  @Test func `a region or a year that is not there is refused`() throws {
    try refuses(MadeUpTable().text, "reference.table", with: options(region: "1783"))
    try refuses(MadeUpTable().text, "reference.table", with: options(year: 2018))
  }

  @Test func `a division that was not asked for is refused without its total`() throws {
    let rows = """
      region,födelseregion,Folkmängd 2019
      9901 Mellanmåla,född i Sverige,10
      9901 Mellanmåla,utrikes född,5
      """
    try refuses(rows, "reference.table", with: options())
    let result = try convert(rows + "\n9901 Mellanmåla,totalt,15", with: options())
    #expect(result.figures == ["total/alla=15"])
    #expect(result.accounts.first?.unused == [.partOfTotal: 2])
  }

  @Test func `civil statuses are summed when all four are there`() throws {
    let rows = """
      region,civilstånd,ålder,kön,Folkmängd 2019
      9901 Mellanmåla,ogifta,16+ år,män,1
      9901 Mellanmåla,gifta,16+ år,män,2
      9901 Mellanmåla,skilda,16+ år,män,4
      9901 Mellanmåla,änkor/änklingar,16+ år,män,8
      9901 Mellanmåla,ogifta,16+ år,kvinnor,16
      9901 Mellanmåla,gifta,16+ år,kvinnor,32
      9901 Mellanmåla,skilda,16+ år,kvinnor,64
      9901 Mellanmåla,änkor/änklingar,16+ år,kvinnor,128
      """
    let result = try convert(rows, with: options("16+", totals: ["16+"]))
    #expect(result.figures == ["total/16+=255", "age/16+=255", "sex/kvinna=240", "sex/man=15"])
    let lines = rows.split(separator: "\n")
    try refuses(lines.dropLast().joined(separator: "\n"), "reference.value", with: options("16+"))
    try refuses(
      lines.filter { !$0.contains("skilda") }.joined(separator: "\n"), "reference.table",
      with: options("16+"))
  }

  @Test func `tables that disagree or are for different days are refused`() throws {
    let one = "region,Folkmängd 2019\n9901 Mellanmåla,10"
    let other = try convert(one, one.replacing(",10", with: ",11"), with: options())
    #expect(other.codes(.error) == ["reference.repeated"])
    let later = try convert(one, one.replacing("2019", with: "2020"), with: options())
    #expect(later.codes(.error).contains("reference.table"))
    #expect(try convert(one, one, with: options()).isComplete)
  }

  @Test func `growth is not taken for a number of people without a word`() throws {
    let result = try convert(
      "region,Folkökning 2019\n9901 Mellanmåla,10", with: options())
    #expect(result.codes(.warning) == ["reference.assumed"])
  }

  /// A region without a code under one that has it: the code is not carried down.
  @Test func `a blank code is not that of the row above`() throws {
    let rows = """
      level,name,code,year,population
      tatort,Storby,T9901,2019,10
      tatort,Lillby,,2020,5
      """
    try refuses(rows, "reference.table", with: options(year: 2020, region: "T9901"))
    let first = """
      code,name,year,population
      T9901,Storby,2019,10
      ,Lillby,2020,5
      """
    try refuses(first, "reference.table", with: options(year: 2020, region: "T9901"))
    let found = try convert(first, with: options(year: 2020, region: "Lillby"))
    #expect(found.figures == ["total/alla=5"])
  }

  @Test func `one part of a division is not taken for everybody without a word`() throws {
    let result = try convert(
      "region,civilstånd,Folkmängd 2019\n9901 Mellanmåla,gifta,10", with: options())
    #expect(result.codes(.warning) == ["reference.assumed"])
    #expect(
      result.findings.contains {
        $0.summary == "column 2, \"civilstånd\", has one value, and it is not called a total"
      })
  }
}
