import DialogueModel

/// Numbers, dates and lists as Swedish documents write them, without a locale.
enum Swedish {
  static let months = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
  ]
  static let words = [
    "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva",
    "tolv",
  ]
  static let missing = "uppgift saknas"

  /// A whole number with no-break spaces between thousands: *11 500*.
  static func number(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "\u{A0}" }
      text.append(digit)
    }
    return text
  }

  /// A number with a decimal comma, rounded half away from zero: *0,31*.
  static func decimal(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let scaled = (value.magnitude * power).rounded()
    guard scaled < 9e15 else { return "–" }
    let whole = Int(scaled) / Int(power)
    let rest = Int(scaled) % Int(power)
    let sign = value < 0 && scaled > 0 ? "−" : ""
    guard decimals > 0 else { return sign + number(whole) }
    let digits = String(rest)
    let padded = String(repeating: "0", count: max(0, decimals - digits.count)) + digits
    return "\(sign)\(number(whole)),\(padded)"
  }

  /// Two numbers with an en dash between them; one when they are the same.
  static func span(_ texts: [String]) -> String {
    guard let first = texts.first, let last = texts.last else { return "" }
    return first == last ? first : "\(first)–\(last)"
  }

  /// How many persons are missing, or how many there are more than parity: *11 saknas*.
  static func gap(_ gap: Double) -> String {
    let rounded = gap.rounded()
    guard rounded.magnitude < 9e15 else { return "–" }
    if rounded == 0 { return "ingen" }
    return number(Int(rounded.magnitude)) + (rounded > 0 ? " saknas" : " fler")
  }

  /// A small number in words, such as *fem*; in digits above twelve.
  static func word(_ number: Int) -> String {
    words.indices.contains(number) ? words[number] : Self.number(number)
  }

  /// A day: *2 juni 2026*.
  static func date(_ date: CalendarDate, withYear: Bool = true) -> String {
    let day = "\(date.day)\u{A0}\(months[date.month - 1])"
    return withYear ? "\(day)\u{A0}\(date.year)" : day
  }

  /// A day, or that it is not known.
  static func date(_ date: CalendarDate?) -> String {
    guard let date else { return missing }
    return Self.date(date)
  }

  /// Two days: *13 april–17 maj 2026*.
  static func period(_ from: CalendarDate, _ through: CalendarDate) -> String {
    if from == through { return date(from) }
    if from.year != through.year { return "\(date(from))–\(date(through))" }
    if from.month != through.month { return "\(date(from, withYear: false))–\(date(through))" }
    return "\(from.day)–\(date(through))"
  }

  /// A decision: *Kommunfullmäktige, 25 mars 2026, § 31*.
  static func decision(_ decision: BodyDecision) -> String {
    var parts = [decision.body, date(decision.date)]
    if let paragraph = decision.paragraph { parts.append("§\u{A0}\(paragraph)") }
    if let number = decision.registryNumber { parts.append(number) }
    return parts.joined(separator: ", ")
  }

  /// A list: *a, b och c*.
  static func list(_ items: [String], _ conjunction: String = "och") -> String {
    guard let last = items.last else { return "" }
    guard items.count > 1 else { return last }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// The words with a capital at the beginning.
  static func capitalised(_ words: String) -> String {
    guard let first = words.first else { return words }
    return first.uppercased() + words.dropFirst()
  }

  /// The words with a small letter at the beginning, unless they begin with an abbreviation.
  static func lowered(_ words: String) -> String {
    guard let first = words.first, words.dropFirst().first?.isUppercase != true else {
      return words
    }
    return first.lowercased() + words.dropFirst()
  }

  /// The words as a sentence: a capital first and a full stop last.
  static func sentence(_ words: String) -> String {
    let trimmed = trim(words)
    guard let last = trimmed.last else { return trimmed }
    return capitalised(trimmed) + (".!?…”\"".contains(last) ? "" : ".")
  }

  /// The words without blanks at both ends.
  static func trim(_ words: String) -> String {
    var text = words[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
