import DialogueModel

/// Reads times as survey tools write them, from bytes and without allocation.
///
/// Known forms: `2026-04-14 09:12:33`, `2026-04-14T09:12`, `2026-04-14 09.12.33`, with or
/// without seconds, fractions, `Z` or an offset (which is left aside: the period is counted in
/// the tool's own days); `2026/04/14`; `14/4/2026` and `4/14/2026` by the declared order, also
/// with `.` or `-` between; a 12-hour clock with AM and PM; and whole milliseconds or seconds
/// from 1970.
public struct TimeReader: Sendable {
  /// The order of day and month where the year comes last.
  public var order: SourceProfile.DateOrder

  /// Makes a reader for one source.
  public init(order: SourceProfile.DateOrder) { self.order = order }

  /// Reads a time; `nil` when it is not written in a known form or is no time.
  public func read(_ bytes: UnsafeBufferPointer<UInt8>) -> SubmissionTime? {
    var scan = Scanner(bytes)
    scan.skipBlanks()
    guard let first = scan.number() else { return nil }
    if scan.isAtEnd { return epoch(first.value, digits: first.digits) }
    guard let separator = scan.take(oneOf: [0x2D, 0x2F, 0x2E]),  // - / .
      let second = scan.number(), scan.take(oneOf: [separator]) != nil,
      let third = scan.number()
    else { return nil }
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
    guard let date else { return nil }
    let day = date.daysSince1970
    scan.skipBlanks()
    _ = scan.take(oneOf: [0x54, 0x2C])  // T or a comma between date and time
    scan.skipBlanks()
    if scan.isAtEnd { return SubmissionTime(day: day) }
    guard let seconds = scan.clock() else { return nil }
    return SubmissionTime(day: day, seconds: seconds)
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

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func skipBlanks() {
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    }

    mutating func take(oneOf wanted: [UInt8]) -> UInt8? {
      guard index < bytes.count, wanted.contains(bytes[index]) else { return nil }
      index += 1
      return bytes[index - 1]
    }

    mutating func number() -> (value: Int, digits: Int)? {
      var value = 0
      var digits = 0
      while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39, digits < 16 {
        value = value * 10 + Int(bytes[index] - 0x30)
        digits += 1
        index += 1
      }
      return digits == 0 ? nil : (value, digits)
    }

    /// The rest as a time of day, in seconds from midnight.
    mutating func clock() -> Int? {
      guard var hour = number()?.value, take(oneOf: [0x3A, 0x2E]) != nil,
        let minute = number()?.value
      else { return nil }
      var second = 0
      if take(oneOf: [0x3A, 0x2E]) != nil {
        guard let value = number()?.value else { return nil }
        second = value
        if take(oneOf: [0x2E, 0x2C]) != nil { _ = number() }
      }
      skipBlanks()
      if index + 1 < bytes.count, bytes[index + 1] | 0x20 == 0x6D {  // am, pm
        let letter = bytes[index] | 0x20
        guard (1...12).contains(hour) else { return nil }
        if letter == 0x70 { hour = hour % 12 + 12 } else if letter == 0x61 { hour %= 12 }
        index += 2
      }
      if index < bytes.count, bytes[index] == 0x5A || bytes[index] == 0x7A {
        index += 1
      } else if take(oneOf: [0x2B, 0x2D]) != nil {
        guard number() != nil else { return nil }
        if take(oneOf: [0x3A]) != nil { _ = number() }
      }
      skipBlanks()
      guard isAtEnd, hour < 24, minute < 60, second <= 60 else { return nil }
      return hour * 3600 + minute * 60 + min(second, 59)
    }
  }
}
