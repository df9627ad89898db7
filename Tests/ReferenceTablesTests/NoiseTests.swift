import DialogueModel
import ReferenceTables
import Testing

/// Tables as SCB publishes them from 2025: several divisions by age, totals, and noise.
@Suite struct NoiseTests {
  private func table(year: Int, total: Int, fives: Int = 0) -> String {
    var lines = ["region;civilstånd;ålder;kön;Folkmängd \(year)"]
    func add(_ age: String, _ men: Int, _ women: Int, _ both: Int) {
      for status in ["totalt, samtliga civilstånd", "ogifta"] {
        lines.append("9901 Mellanmåla;\(status);\(age);män;\(men)")
        lines.append("9901 Mellanmåla;\(status);\(age);kvinnor;\(women)")
        lines.append("9901 Mellanmåla;\(status);\(age);totalt, samtliga män och kvinnor;\(both)")
      }
    }
    for a in 0...99 { add("\(a) år", 2 * a, a + 1, 3 * a + 1) }
    add("100+ år", 200, 101, 301)
    for a in stride(from: 0, through: 95, by: 5) {
      let both = MadeUpTable.sum(a...a + 4)
      add("\(a)-\(a + 4) år", both, 0, both + fives)
    }
    // The same class under the code of another division.
    add("100+ år", 200, 101, 301)
    add("totalt, samtliga åldrar", 10_100, 5151, total)
    return lines.joined(separator: "\n")
  }

  @Test func `of divisions that overlap the fewest published figures are used`() throws {
    let result = try convert(
      table(year: 2025, total: 15_251, fives: 1), with: options("0-15,16-19,20-24,25+"))
    // 0-15 is three classes of five years and one of one; 20-24 is one class.
    #expect(
      result.figures == [
        "total/alla=15251", "age/0-15=\(MadeUpTable.sum(0...15) + 3)",
        "age/16-19=\(MadeUpTable.sum(16...19))", "age/20-24=\(MadeUpTable.sum(20...24) + 1)",
        "age/25+=\(MadeUpTable.sum(25...100) + 15)", "sex/kvinna=5151", "sex/man=10100",
      ])
    #expect(result.isComplete)
    let account = try #require(result.accounts.first)
    #expect(account.unused[.partOfTotal] ?? 0 > 300)
    #expect(account.unused[.repeated] == 3)
    #expect(account.publishedTotal == 15_251)
  }

  @Test func `parts that do not sum are noted from 2025, and the total kept`() throws {
    let result = try convert(table(year: 2025, total: 15_249), with: options("0-64,65+"))
    #expect(result.rows.first?.count == 15_249)
    #expect(result.isComplete)
    let differs = result.findings.filter { $0.code.rawValue == "reference.differs" }
    #expect(differs.map(\.severity) == [.note, .note])
    #expect(differs.first?.summary == "all ages sum to 15251, and the table's total is 15249")
  }

  @Test(arguments: [(2019, 15_249), (2025, 14_000)])
  func `parts that do not sum are a warning when noise cannot be the reason`(
    year: Int, total: Int
  ) throws {
    let result = try convert(table(year: year, total: total), with: options("0-64,65+"))
    #expect(result.isComplete)
    #expect(result.rows.first?.count == total)
    let differs = result.findings.filter { $0.code.rawValue == "reference.differs" }
    #expect(differs.first?.severity == .warning)
  }
}
