import DialogueModel
import Foundation
import Testing

@Suite struct CalendarDateTests {
  @Test func `every day from 1900 to 2100 agrees with Foundation's calendar`() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var last: CalendarDate?
    for days in stride(from: -25_567, through: 47_482, by: 1) {
      let day = try #require(CalendarDate(daysSince1970: days))
      #expect(day.daysSince1970 == days)
      if let last { #expect(last < day) }
      last = day
      guard days % 3 == 0 else { continue }
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekOfYear, .yearForWeekOfYear],
        from: Date(timeIntervalSince1970: Double(days) * 86_400))
      #expect(day.year == parts.year && day.month == parts.month && day.day == parts.day)
      #expect(day.isoWeek.week == parts.weekOfYear)
      #expect(day.isoWeek.year == parts.yearForWeekOfYear)
    }
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-01-00",
    "2026-01-32", "2026-+4-13", "2026/01/01", "", "2026-01-01-01", "٢٠٢٦-٠١-٠١",
  ])
  func `what is no day is refused`(text: String) { #expect(CalendarDate(text) == nil) }

  @Test func `a day is written as it is read`() {
    for text in ["2026-04-22", "2024-02-29", "0001-01-01", "9999-12-31"] {
      #expect(CalendarDate(text)?.description == text)
    }
  }
}
