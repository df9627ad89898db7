import DialogueModel

/// Reads times as survey tools write them, from bytes and without allocation.
///
/// Known forms:
///
/// - `2026-04-14 09:12:33`, `2026-04-14T09:12`, `2026-04-14 09.12.33`, with or without seconds and
///   fractions; `2026/04/14`;
/// - `14/4/2026` and `4/14/2026` by the declared order, also with `.` or `-` between;
/// - `14 april 2026`, `14 apr. 2026 09:12`, `April 14, 2026`, in Swedish and English;
/// - `Thu Jul 07 2022 13:38:24 GMT+0000 (Coordinated Universal Time)`,
///   `Wed May 04 23:38:13 WIB 2022`, `Thu, 07 Jul 2022 13:38:24 +0000`;
/// - whole milliseconds or seconds from 1970.
///
/// A 12-hour clock has AM and PM, or fm and em. A zone (`Z`, `+02:00`, `CET`, `GMT+2`) is left
/// aside: the period is counted in the tool's own days. The order of day and month is the same for
/// all values, and never told from one of them.
public struct TimeReader: Sendable {
  /// The order of day and month where the year comes last.
  public var order: SourceProfile.DateOrder

  /// Makes a reader for one source.
  public init(order: SourceProfile.DateOrder) { self.order = order }

  /// Reads a time; `nil` when it is not written in a known form or is no time.
  public func read(_ bytes: UnsafeBufferPointer<UInt8>) -> SubmissionTime? {
    if let time = ISOTime(bytes) { return time.time }
    var scan = TimeScanner(bytes)
    scan.skipBlanks()
    guard let first = scan.number() else { return beginningWithWord(&scan) }
    if scan.isAtEnd { return epoch(first.value, digits: first.digits) }
    guard let separator = scan.take("-/.") else {
      return monthInWords(&scan, day: first)
    }
    guard let second = scan.number() else { return monthInWords(&scan, day: first) }
    guard scan.take("-/.") == separator, let third = scan.number() else { return nil }
    let date: CalendarDate?
    if first.digits == 4 {
      date = CalendarDate(year: first.value, month: second.value, day: third.value)
    } else {
      let year = third.digits == 2 ? 2000 + third.value : third.value
      guard third.digits == 2 || third.digits == 4 else { return nil }
      switch order {
      case .dayMonthYear:
        date = CalendarDate(year: year, month: second.value, day: first.value)
      case .monthDayYear:
        date = CalendarDate(year: year, month: first.value, day: second.value)
      case .yearMonthDay: return nil  // the order is not known, so nothing is guessed
      }
    }
    return time(date, &scan)
  }

  /// What stands after a date, to the end.
  private func time(_ date: CalendarDate?, _ scan: inout TimeScanner) -> SubmissionTime? {
    guard let day = date?.daysSince1970 else { return nil }
    scan.skipBlanks()
    _ = scan.take("T,")
    scan.skipBlanks()
    if scan.isAtEnd { return SubmissionTime(day: day) }
    guard let seconds = scan.clock(), scan.zone(), scan.isAtEnd else { return nil }
    return SubmissionTime(day: day, seconds: seconds)
  }

  // `14 april 2026`, `14-Apr-2026`: the day has been read, and a separator may have been.
  private func monthInWords(
    _ scan: inout TimeScanner, day: (value: Int, digits: Int)
  ) -> SubmissionTime? {
    guard day.digits <= 2, scan.skipBetween(), let month = scan.month(), scan.skipBetween(),
      let year = scan.number(), year.digits == 4
    else { return nil }
    return time(CalendarDate(year: year.value, month: month, day: day.value), &scan)
  }

  // `Thu Jul 07 2022 …`, `Wed May 04 23:38:13 WIB 2022`, `Thu, 07 Jul 2022 …`, `April 14, 2026`,
  // `den 14 april 2026`.
  private func beginningWithWord(_ scan: inout TimeScanner) -> SubmissionTime? {
    if scan.weekday() { _ = scan.skipBetween() }
    if let day = scan.number() { return monthInWords(&scan, day: day) }
    guard let month = scan.month(), scan.skipBetween(), let day = scan.number(), day.digits <= 2,
      scan.skipBetween()
    else { return nil }
    let start = scan.index
    if let year = scan.number(), year.digits == 4 {
      return time(CalendarDate(year: year.value, month: month, day: day.value), &scan)
    }
    scan.index = start
    guard let seconds = scan.clock(), scan.zone(), scan.skipBetween(),
      let year = scan.number(), year.digits == 4, scan.isAtEnd,
      let date = CalendarDate(year: year.value, month: month, day: day.value)
    else { return nil }
    return SubmissionTime(day: date.daysSince1970, seconds: seconds)
  }

  private func epoch(_ value: Int, digits: Int) -> SubmissionTime? {
    // 13 digits are milliseconds from 2001 on, 10 digits are seconds from 2001 on.
    let seconds: Int
    switch digits {
    case 13: seconds = value / 1000
    case 10: seconds = value
    default: return nil
    }
    return SubmissionTime(day: seconds / 86_400, seconds: seconds % 86_400)
  }
}
