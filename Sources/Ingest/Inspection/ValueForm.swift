/// The words for the form of a column's values.
enum ValueForm {
  static func words(_ statistics: ColumnStatistics) -> String {
    switch statistics.type {
    case .empty: return "empty in every record"
    case .integer: return String(repeating: "9", count: min(statistics.mostDigits, 18))
    case .number: return "number with decimals"
    case .date, .datetime:
      let unclear = statistics.dateOrder == nil ? ", order of day and month unclear" : ""
      return statistics.form.time + unclear
    case .choice:
      let count = statistics.distinct.count
      return count == 1 ? "1 choice" : "\(count) choices"
    case .code:
      if let form = statistics.form.uniform { return form }
      return "one word, \(length(statistics))"
    case .text: return "free text, \(length(statistics))"
    }
  }

  private static func length(_ statistics: ColumnStatistics) -> String {
    let (low, high) = (statistics.shortest, statistics.longest)
    let unit = high == 1 ? "character" : "characters"
    return low == high
      ? "\(number(high)) \(unit)" : "\(number(low))–\(number(high)) \(unit)"
  }

  /// A whole number with a no-break blank between thousands.
  static func number(_ value: Int) -> String {
    var digits = Array(String(value))
    var place = digits.count - 3
    while place > 0 {
      digits.insert("\u{A0}", at: place)
      place -= 3
    }
    return String(digits)
  }
}
