import DialogueModel

/// Writes dates and numbers as Swedish documents do, with no-break spaces inside them.
enum SwedishWords {
  private static let space = "\u{A0}"
  private static let months = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
  ]

  /// A day as *17 maj 2026*.
  static func date(_ date: CalendarDate, withYear: Bool = true) -> String {
    let day = "\(date.day)\(space)\(months[date.month - 1])"
    return withYear ? "\(day)\(space)\(date.year)" : day
  }

  /// A period as *13 april–17 maj 2026*.
  static func period(_ period: DialoguePeriod) -> String {
    let isOneYear = period.from.year == period.through.year
    return "\(date(period.from, withYear: !isOneYear))–\(date(period.through))"
  }

  /// A number as *40 000*.
  static func number(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var groups: [Substring] = []
    var rest = Substring(digits)
    while rest.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    groups.append(rest)
    return (number < 0 ? "−" : "") + groups.reversed().joined(separator: space)
  }

  /// A decision as *Kommunfullmäktige, 25 mars 2026, § 31*.
  static func decision(_ decision: BodyDecision) -> String {
    var parts = [decision.body]
    if let day = decision.date { parts.append(date(day)) }
    if let paragraph = decision.paragraph { parts.append("§\(space)\(paragraph)") }
    return parts.joined(separator: ", ")
  }

  /// The sentence with a capital at its beginning.
  static func sentence(_ words: String) -> String {
    guard let first = words.first else { return words }
    return first.uppercased() + words.dropFirst()
  }
}
