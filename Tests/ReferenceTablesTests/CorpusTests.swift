import DialogueModel
import ReferenceTables
import Testing

/// Figures of SCB, as they were downloaded; see the corpus for where they come from.
@Suite(.enabled(if: corpus != nil, "INSPEL_CORPUS does not name the folder of real files"))
struct CorpusTests {
  private func convert(
    _ files: [String], _ options: ReferenceOptions
  ) throws -> ConvertedReference {
    let folder = try #require(corpus)
    return ReferenceConversion(options).convert(files.map { folder + $0 })
  }

  private static let ages = "hagfors_2019_age_sex_1year.csv"

  @Test func `the sample's population of 16 and older comes out to the last figure`() throws {
    let result = try convert(
      [Self.ages],
      options("16-24,25-44,45-64,65-79,80+", totals: ["16+"], region: "Hagfors"))
    #expect(
      result.figures == [
        "total/alla=11606", "total/16+=9973", "age/16-24=931", "age/25-44=2175",
        "age/45-64=3406", "age/65-79=2459", "age/80+=1002", "sex/kvinna=4820", "sex/man=5153",
      ])
    #expect(result.isComplete)
    let account = try #require(result.accounts.first)
    #expect(account.inBands == 9973)
    #expect(account.outsideBands == 11_606 - 9973)
    #expect(account.rows == 202)
    #expect(account.used == 202)
    #expect(result.rows.allSatisfy { $0.date == CalendarDate("2019-12-31") })
  }

  @Test func `bands over all ages sum to 11,606`() throws {
    let result = try convert(
      [Self.ages], options("0-15,16-24,25-44,45-64,65-79,80+", region: "1783"))
    #expect(
      result.figures == [
        "total/alla=11606", "age/0-15=1633", "age/16-24=931", "age/25-44=2175", "age/45-64=3406",
        "age/65-79=2459", "age/80+=1002", "sex/kvinna=5609", "sex/man=5997",
      ])
    // The file names Hagfors and no code: that it is 1783 is told, with a warning.
    #expect(result.codes(.warning) == ["reference.assumed"])
    #expect(result.accounts.first?.outsideBands == 0)
  }

  @Test(arguments: [(1950, 0), (2018, 11_698), (2019, 11_606)])
  func `a wide table of years gives the year that is asked for`(year: Int, count: Int) throws {
    let result = try convert(
      ["folkmangd_1950_2019_wide_semicolon_bom_crlf.csv"], options(year: year, region: "Hagfors"))
    #expect(result.isComplete)
    #expect(result.rows.first?.value == "alla")
    if count > 0 { #expect(result.rows.map(\.count) == [count]) }
    #expect(result.accounts.first?.rows == 290)
    #expect(result.accounts.first?.columnsLeftOut == 69)
    #expect(result.accounts.first?.unused == [.otherRegion: 289])
  }

  @Test func `a wide table of years without a year is refused`() throws {
    let result = try convert(
      ["folkmangd_1950_2019_wide_semicolon_bom_crlf.csv"], options(region: "Hagfors"))
    #expect(result.codes(.error) == ["reference.table"])
    #expect(result.csv == nil)
  }

  @Test func `a long table gives the row of the code and the year`() throws {
    let result = try convert(
      ["hagfors_totals_and_localities.csv"], options(year: 2019, region: "1783"))
    #expect(result.figures == ["total/alla=11606"])
    #expect(result.accounts.first?.unused == [.otherRegion: 8, .otherDate: 8])
  }

  @Test func `a name that two places have is refused`() throws {
    let result = try convert(
      ["hagfors_totals_and_localities.csv"], options(year: 2015, region: "Hagfors"))
    #expect(result.codes(.error) == ["reference.table"])
  }

  @Test func `bands cannot come from a table without ages`() throws {
    let result = try convert(
      ["hagfors_totals_and_localities.csv"], options("16+", year: 2019, region: "1783"))
    #expect(result.codes(.error) == ["reference.age-class"])
  }

  @Test func `tables that agree can be named together`() throws {
    let result = try convert(
      ["hagfors_totals_and_localities.csv", Self.ages],
      options("16-64,65+", year: 2019, region: "1783 Hagfors"))
    #expect(result.isComplete)
    #expect(
      result.figures == [
        "total/alla=11606", "age/16-64=6512", "age/65+=3461", "sex/kvinna=5609", "sex/man=5997",
      ])
  }
}
