import DialogueModel

// Reads the day that figures describe.
enum StatisticsDay {
  // `2019` is the last day of the year, `2025M11` the last day of the month: Swedish population
  // statistics count who is registered then. A whole date is itself.
  static func read(_ text: String) -> CalendarDate? {
    let plain = CellText.plain(text)
    if let date = CalendarDate(plain) { return date }
    if plain.utf8.count == 4, let year = year(plain) { return lastDay(ofYear: year) }
    let parts = plain.split(separator: "m", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, let year = year(parts[0]),
      let month = CellText.number(parts[1], most: 2), (1...12).contains(month)
    else { return nil }
    return (28...31).reversed().lazy.compactMap {
      CalendarDate(year: year, month: month, day: $0)
    }.first
  }

  static func lastDay(ofYear year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: 12, day: 31)
  }

  private static func year(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 4, let year = CellText.number(text, most: 4),
      (1749...2199).contains(year)
    else { return nil }
    return year
  }
}
