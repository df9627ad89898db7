import DialogueModel
import Foundation
import ReferenceTables
import Testing

/// The ways in which statistics tables are downloaded and saved, with figures that we made up.
@Suite struct DialectTests {
  private func expectAll(
    _ bytes: [UInt8], _ comment: Comment, region: String = "9901", year: Int? = nil,
    source: SourceLocation = #_sourceLocation
  ) throws {
    let result = try convert(
      [bytes], with: options("0-15,16-64,65+", totals: ["16+"], year: year, region: region))
    #expect(result.figures == MadeUpTable.expected, comment, sourceLocation: source)
    #expect(result.codes(.error) == [], comment, sourceLocation: source)
    #expect(
      result.rows.allSatisfy { $0.date == CalendarDate("2019-12-31") }, comment,
      sourceLocation: source)
  }

  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func `delimiters and line ends make no difference`(delimiter: String, lineEnd: String) throws {
    for quote in ["\"", ""] {
      let table = MadeUpTable(delimiter: delimiter, quote: quote, lineEnd: lineEnd)
      try expectAll(Array(table.text.utf8), "\(quote)")
    }
  }

  @Test func `encodings make no difference`() throws {
    let text = MadeUpTable().text
    try expectAll([0xEF, 0xBB, 0xBF] + Array(text.utf8), "UTF-8 with a mark")
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    try expectAll(latin, "ISO-8859-1")
    try expectAll(
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "UTF-16")
    try expectAll(Array(text.decomposedStringWithCanonicalMapping.utf8), "decomposed")
  }

  @Test(arguments: [
    "2019", "X2019", "ar_2019", "år 2019", "Folkmängd 2019", "Folkmängd_2019", "Population 2019",
    "2019-12-31", "2019M12", "Antal 2019",
  ])
  func `the column of a year is known by its name`(name: String) throws {
    var table = MadeUpTable()
    table.header[3] = name
    try expectAll(Array(table.text.utf8), "\(name)")
  }

  @Test(arguments: [
    "9901 Mellanmåla", "9901", "9901 Mellanmåla kommun", "9901\u{A0}Mellanmåla",
  ])
  func `the region is known by its code`(region: String) throws {
    try expectAll(Array(MadeUpTable(region: region).text.utf8), "\(region)")
  }

  @Test func `the region is known by its name, and can be left out of the table`() throws {
    let table = Array(MadeUpTable(region: "Mellanmåla").text.utf8)
    try expectAll(table, "name", region: "mellanmåla")
    try expectAll(table, "code and name", region: "9901 Mellanmåla")
    let none = try convert(
      MadeUpTable(region: nil).text, with: options("0-15,16-64,65+", totals: ["16+"]))
    #expect(none.figures == MadeUpTable.expected)
    #expect(none.codes(.note).contains("reference.assumed"))
    let wrong = try convert(
      MadeUpTable(region: "Mellanmåla").text, with: options(region: "Storberga"))
    #expect(wrong.codes(.error) == ["reference.table"])
  }

  @Test func `code and name can stand in columns of their own`() throws {
    let rows = MadeUpTable().text.replacingOccurrences(of: "9901 Mellanmåla", with: "9901\",\"Mell")
      .replacingOccurrences(of: "\"region\"", with: "\"kod\",\"namn\"")
    try expectAll(Array(rows.utf8), "two columns")
  }

  @Test func `a spreadsheet takes the first zero of a code away`() throws {
    try expectAll(
      Array(MadeUpTable(region: "114").text.utf8), "Excel", region: "0114 Upplands Väsby")
  }

  @Test func `ages are read however they are written`() throws {
    let ways: [(Int) -> String] = [
      { String($0) }, { $0 == 100 ? "100+" : String($0) }, { $0 == 100 ? "100-w år" : "\($0) år" },
      { $0 == 100 ? "100 år och äldre" : "\($0)\u{A0}år" },
      { $0 == 100 ? "100 years and older" : "\($0) years" },
      { $0 == 100 ? "100+5" : "\($0)–\($0)" },
    ]
    for (index, way) in ways.enumerated() {
      try expectAll(Array(MadeUpTable(age: way).text.utf8), "way \(index)")
    }
  }

  @Test(arguments: [("kvinnor", "män"), ("women", "men"), ("2", "1"), ("Kvinna", "Man")])
  func `sexes are read however they are written`(women: String, men: String) throws {
    try expectAll(Array(MadeUpTable(women: women, men: men).text.utf8), "\(women)")
  }

  @Test(arguments: [" ", "\u{A0}", "\u{202F}", "\u{2009}"])
  func `thousands may be set apart by any blank`(blank: String) throws {
    let table = """
      region;ålder;Folkmängd 2019
      9901 Mellanmåla;0-15 år;1\(blank)234
      9901 Mellanmåla;16+ år;12\(blank)345\(blank)678
      """
    let result = try convert(table, with: options("0-15,16+"))
    #expect(result.figures == ["total/alla=12346912", "age/0-15=1234", "age/16+=12345678"])
  }

  @Test func `a spreadsheet's zero decimals are no harm`() throws {
    try expectAll(Array(MadeUpTable(delimiter: ";", number: { "\($0),0" }).text.utf8), ",0")
    try expectAll(Array(MadeUpTable(number: { "\($0).0" }).text.utf8), ".0")
  }

  @Test(arguments: [
    "\"Folkmängden efter region, ålder, kön och år\"",
    "Folkmängden efter region, ålder, kön och år",
    "Folkmängden efter region, civilstånd, ålder och kön. År 1968 - 2019",
  ])
  func `a title above and footnotes below belong to no row`(title: String) throws {
    for delimiter in [",", ";"] {
      let table = MadeUpTable(
        delimiter: delimiter, lead: [title, ""],
        tail: [
          "", "\"Uppgifterna avser, i förekommande fall, den 31 december, varje år, alltid\"",
          "Uppgifterna avser, i förekommande fall; den 31 december, varje år, alltid; och så vidare",
          "Källa:", "SCB",
        ])
      let result = try convert(
        table.text, with: options("0-15,16-64,65+", totals: ["16+"], named: false))
      #expect(result.figures == MadeUpTable.expected)
      #expect(result.isComplete)
      #expect(result.accounts.first?.unused[.text] == 4)
      let row = try #require(result.rows.first)
      #expect(row.table == title.replacingOccurrences(of: "\"", with: ""))
      #expect(row.source == "SCB, 9901 Mellanmåla")
    }
  }

  @Test func `without a publisher the title stands as the source, and that is said`() throws {
    let result = try convert(
      MadeUpTable(lead: ["Folkmängden efter region"]).text, with: options(named: false))
    #expect(result.rows.first?.source == "Folkmängden efter region, 9901 Mellanmåla")
    #expect(result.codes(.note).contains("reference.assumed"))
  }

  @Test func `without a title source and table have to be given`() throws {
    let result = try convert(MadeUpTable().text, with: options(named: false))
    #expect(result.codes(.error) == ["reference.table"])
    #expect(result.findings.last?.remedy.contains("--source and --table") == true)
    #expect(result.csv == nil)
  }

  @Test func `blank cells below a cell with text say the same, as in SCB's Excel files`() throws {
    var lines = ["Folkmängden efter region, ålder, kön och år;;;", ";;;", ";;;2019"]
    for a in 0...100 {
      lines.append("\(a == 0 ? "9901 Mellanmåla" : "");\(a)\(a == 100 ? "+" : "") år;män;\(2 * a)")
      lines.append(";;kvinnor;\(a + 1)")
    }
    lines += [";;;", "Källa:;;;", "SCB;;;"]
    try expectAll(Array(lines.joined(separator: "\r\n").utf8), "Excel")
  }

  @Test func `a line that says the delimiter is no title`() throws {
    try expectAll(Array(("sep=;\r\n" + MadeUpTable(delimiter: ";").text).utf8), "sep=")
  }

  @Test func `a column of row numbers is no age`() throws {
    let rows = MadeUpTable().text.split(separator: "\n").enumerated().map {
      ($0.offset == 0 ? "\"\"" : "\($0.offset)") + "," + $0.element
    }
    try expectAll(Array(rows.joined(separator: "\n").utf8), "row numbers")
  }

  @Test func `years may be rows`() throws {
    var lines = ["region,kön,ålder,år,Folkmängd"]
    for year in 2017...2020 {
      for a in 0...100 {
        let age = a == 100 ? "100+" : String(a)
        lines.append("9901 Mellanmåla,män,\(age),\(year),\(2 * a + (year - 2019))")
        lines.append("9901 Mellanmåla,kvinnor,\(age),\(year),\(a + 1)")
      }
    }
    let bytes = Array(
      lines.joined(separator: "\n").replacingOccurrences(of: ",-2", with: ",0")
        .replacingOccurrences(of: ",-1", with: ",0").utf8)
    try expectAll(bytes, "long", year: 2019)
    let without = try convert([bytes], with: options())
    #expect(without.codes(.error) == ["reference.table"])
  }

  @Test func `years, contents and sexes may be columns`() throws {
    var lines = [
      "region;ålder;Folkmängd män 2018;Folkmängd kvinnor 2018;Folkmängd män 2019;"
        + "Folkmängd kvinnor 2019;Folkökning män 2019;Folkökning kvinnor 2019"
    ]
    for a in 0...100 {
      lines.append("9901 Mellanmåla;\(a)\(a == 100 ? "+" : "") år;7;8;\(2 * a);\(a + 1);-3;9")
    }
    try expectAll(Array(lines.joined(separator: "\n").utf8), "wide", year: 2019)
  }

  @Test func `contents may be rows, and so may months`() throws {
    let table = """
      region,ålder,kön,tabellinnehåll,månad,värde
      9901 Mellanmåla,totalt,totalt,Folkmängd,2025M11,10
      9901 Mellanmåla,totalt,totalt,Folkökning,2025M11,3
      """
    let result = try convert(table, with: options())
    #expect(result.figures == ["total/alla=10"])
    #expect(result.rows.first?.date == CalendarDate("2025-11-30"))
    #expect(result.accounts.first?.unused == [.otherContents: 1])
  }
}
