// Turns the numbers that Excel keeps for dates and times into text.
//
// A date is a number of days, and the time is the fraction. In the usual system day 1 is
// 1 January 1900 and day 60 is 29 February 1900, which never was: Lotus 1-2-3 had it, and Excel
// took it over. So does the text, because it is what the spreadsheet shows.
struct SerialDate {
  let is1904: Bool

  private static let secondsPerDay = 86_400
  // 31 December 9999, the last day that Excel knows.
  private static let lastDay1900 = 2_958_465
  private static let lastDay1904 = 2_957_003

  // The text of a number in a format, or `nil` where there is no such date: it is then a number.
  func text(of serial: Double, as form: DateForm) -> String? {
    let last = is1904 ? Self.lastDay1904 : Self.lastDay1900
    guard serial >= 0, serial < Double(last + 1) else { return nil }
    // Times are kept as fractions that do not come out even, so they are rounded to the second.
    let seconds = Int((serial * Double(Self.secondsPerDay)).rounded())
    let day = seconds / Self.secondsPerDay
    guard day <= last else { return nil }
    let time = Self.time(seconds % Self.secondsPerDay)
    switch form {
    case .number: return nil
    case .time: return time
    case .date: return date(day)
    case .dateTime:
      // Before the first day there is only a time.
      guard let date = date(day) else { return time }
      return "\(date) \(time)"
    case .byValue:
      let hasTime = seconds % Self.secondsPerDay != 0
      guard let date = date(day), day > 0 else { return time }
      return hasTime ? "\(date) \(time)" : date
    }
  }

  private func date(_ day: Int) -> String? {
    if is1904 { return Self.date(daysSince1970: day - 24_107) }
    switch day {
    case 0: return nil
    case 60: return "1900-02-29"
    case ..<60: return Self.date(daysSince1970: day - 25_568)
    default: return Self.date(daysSince1970: day - 25_569)
    }
  }

  // The Gregorian calendar by eras of 400 years, each beginning on a 1 March.
  private static func date(daysSince1970 day: Int) -> String {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return "\(padded(year, 4))-\(padded(month))-\(padded(dayOfMonth))"
  }

  // A date written as `2026-04-14`, so many days later; `nil` for what is none.
  static func date(_ text: Substring, plus days: Int) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let marchYear = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let era = marchYear / 400
    let yearOfEra = marchYear % 400
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return date(daysSince1970: era * 146_097 + dayOfEra - 719_468 + days)
  }

  static func time(_ seconds: Int) -> String {
    "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
  }

  private static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }
}
