import DialogueModel
import Foundation

/// The time that a run's documents carry: given with `--at`, so that it can be given again.
struct RunTime: Sendable, Equatable {
  /// The time as it is printed, such as `2026-06-02T08:00+02:00`.
  let text: String
  /// The day.
  let date: CalendarDate

  /// Reads a time as the command line gives it.
  init(_ text: String) throws(InspelError) {
    guard let date = CalendarDate(text.prefix(10)), Self.isTime(text.dropFirst(10)) else {
      throw InspelError(
        .usage, "the time \"\(text.prefix(40))\" cannot be read",
        remedy: "Write it as 2026-06-02T08:00+02:00 or 2026-06-02.")
    }
    self.text = text
    self.date = date
  }

  /// The time on the clock, to the minute, in UTC.
  static func now() -> RunTime {
    let seconds = Int(Date().timeIntervalSince1970)
    let day = CalendarDate(daysSince1970: seconds / 86_400)
    let minute = seconds % 86_400 / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = day.map(\.description) ?? "1970-01-01"
    let text = "\(date)T\(two(minute / 60)):\(two(minute % 60))Z"
    guard let time = try? RunTime(text) else { preconditionFailure("the clock has a time") }
    return time
  }

  private static func isTime(_ rest: Substring) -> Bool {
    if rest.isEmpty { return true }
    guard rest.first == "T" else { return false }
    var clock = rest.dropFirst()
    if clock.last == "Z" {
      clock = clock.dropLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard isClock(clock[clock.index(after: sign)...], hours: 0...23) else { return false }
      clock = clock[..<sign]
    }
    return isClock(clock, hours: 0...23)
  }

  private static func isClock(_ text: Substring, hours: ClosedRange<Int>) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 }),
      let hour = Int(parts[0]), hours.contains(hour)
    else { return false }
    return parts.dropFirst().allSatisfy { Int($0).map { (0...59).contains($0) } ?? false }
  }
}
