import DialogueModel
import Foundation
import Ingest
import TestSupport
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
    // Google Forms.
    ("2026/04/14 9:12:33 fm CET", 33_153), ("2026/04/14 9:12:33 em CEST", 76_353),
    ("2026/04/14 9:12:33 AM GMT+2", 33_153), ("2026/04/14 12:05:00 em EET", 43_500),
    ("2026/04/14 12:05:00 fm EET", 300), ("2026-04-14 9:12 f.m.", 33_120),
    ("2026-04-14 9:12:33\u{202F}PM", 76_353), ("2026-04-14 09:12:33 UTC", 33_153),
    ("2026-04-14T09:12:33.123456+02:00", 33_153), ("2026-04-14T09:12:33z", 33_153),
    // The month in words.
    ("14 april 2026", 0), ("14 apr 2026 09:12", 33_120), ("14 Apr. 2026, 09:12:33", 33_153),
    ("den 14 april 2026", 0), ("tisdag 14 april 2026 09.12", 33_120), ("14-Apr-2026", 0),
    ("April 14, 2026", 0), ("Apr 14 2026 9:12 PM", 76_320),
    ("Tue Apr 14 2026 09:12:33 GMT+0000 (Coordinated Universal Time)", 33_153),
    ("Tue Apr 14 09:12:33 WIB 2026", 33_153), ("Tue, 14 Apr 2026 09:12:33 +0000", 33_153),
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

  @Test(
    arguments: zip(
      [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
        "oktober", "november", "december",
      ], 1...12))
  func `every month has its Swedish name, whole and short`(name: String, month: Int) throws {
    #expect(read("3 \(name) 2026") == (try time(2026, month, 3)))
    #expect(read("3 \(name.prefix(3)) 2026") == (try time(2026, month, 3)))
    #expect(read("3 \(name.uppercased()) 2026") == (try time(2026, month, 3)))
  }

  @Test func `the order of another row changes nothing`() throws {
    // The second can only be read with the month first; the reader does not learn from it.
    let reader = TimeReader(order: .dayMonthYear)
    func read(_ text: String) -> SubmissionTime? {
      var text = text
      return text.withUTF8 { reader.read($0) }
    }
    #expect(read("10/9/2024 11:02") == (try time(2024, 9, 10, 39_720)))
    #expect(read("4/14/2026 11:02") == nil)
    #expect(read("10/9/2024 11:02") == (try time(2024, 9, 10, 39_720)))
  }

  @Test func `seconds and milliseconds from 1970`() throws {
    #expect(read("1776157953") == (try time(2026, 4, 14, 33_153)))
    #expect(read("1776157953123") == (try time(2026, 4, 14, 33_153)))
    #expect(read("20260414") == nil)
  }

  /// With a blank before it, a time is read part by part, whatever its form.
  @Test func `the commonest form is read as all others are`() {
    var random = SeededGenerator(81)
    let signs = Array("0123456789-:T Z.+,/zAå").map(String.init)
    var values: [String] = []
    for month in 0...13 {
      for day in 0...32 {
        for year in ["0000", "1900", "2000", "2024", "2026"] {
          let date = year + String(format: "-%02d-%02d", month, day)
          values += [date + "T09:12:33Z", date + " 23:59:60"]
        }
      }
    }
    for number in 0...99 {
      let digits = String(format: "%02d", number)
      values += ["\(digits):12:33", "09:\(digits):33", "09:12:\(digits)"].flatMap {
        ["2026-04-14T\($0)", "2026-04-14 \($0)Z", "2026-04-14T\($0)Zx"]
      }
    }
    for value in values.shuffled(using: &random).prefix(500) {
      let characters = value.map(String.init)
      for place in characters.indices {
        for sign in signs {
          var changed = characters
          changed[place] = sign
          values.append(changed.joined())
        }
      }
    }
    var read = 0
    for value in values {
      let time = self.read(value)
      if time != nil { read += 1 }
      if time != self.read(" " + value) { Issue.record("\(value): \(String(describing: time))") }
    }
    #expect(read > 10_000 && read < values.count)
  }

  @Test(arguments: [
    "", " ", "i går", "2026-13-01", "2026-02-29", "2026-04-14 25:00", "2026-04-14 09:61",
    "2026-04-14 x", "2026-04", "2026-04-14T", "99999999999999999999", "2026-04-14 09",
    "april", "april 2026", "31 februari 2026", "14 april", "14 aprilskämt 2026", "den 14",
    "x april",
    "mars 14", "14 april 26", "2026-04-14 09:12 cet", "2026-04-14 13:12 PM", "2026-04-14 09:12 (x",
    "Tue Apr 14 09:12:33 WIB", "Tue Apr 14 09:12:33 WIB 2026 x", "14april2026", "14. april 2026 em",
    "2026-04-14 09:12 ABCDEFG", "2026-04-14 09:12 +", "\u{E5}", "m\u{E5}n", "fredag",
  ])
  func `what is no time is not read as one`(text: String) {
    if text == "2026-04-14T" {
      #expect(read(text)?.seconds == 0)
    } else {
      #expect(read(text) == nil)
    }
  }
}
