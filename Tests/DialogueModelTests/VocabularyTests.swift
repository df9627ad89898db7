import DialogueModel
import Testing

@Suite struct VocabularyTests {
  @Test func `every code is of the form area dot kebab-reason and has a meaning`() {
    #expect(FindingCode.all.count > 40)
    for code in FindingCode.all {
      let parts = code.rawValue.split(separator: ".", omittingEmptySubsequences: false)
      #expect(parts.count == 2, "\(code.rawValue)")
      let letters = code.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || "-.".contains($0) }
      #expect(letters, "\(code.rawValue)")
      #expect(code.meaning.hasSuffix("."))
    }
  }

  @Test func `an account balances when every record has an outcome`() {
    var account = SourceAccount(path: "a.csv", sha256: "", read: 3)
    account[.accepted] = 2
    #expect(!account.balances)
    account[.rejected] = 1
    #expect(account.balances)
    #expect(FlowAccount(sources: [account, account]).read == 6)
    #expect(FlowAccount(sources: [account, account])[.accepted] == 4)
  }

  @Test func `a period that ends before it begins is none`() throws {
    let april = try #require(CalendarDate("2026-04-13"))
    let may = try #require(CalendarDate("2026-05-17"))
    #expect(DialoguePeriod(from: may, through: april) == nil)
    let period = try #require(DialoguePeriod(from: april, through: may))
    #expect(period.contains(april) && period.contains(may))
    let later = try #require(CalendarDate("2026-05-18"))
    #expect(!period.contains(later))
  }
}
