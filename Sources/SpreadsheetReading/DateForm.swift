// How a number format shows a number: as it is, or as a date, a time or both.
enum DateForm: UInt8 {
  case number
  case date
  case time
  case dateTime
  // Formats that are a date in one language of East Asia and a time in another: by the value.
  case byValue

  // A format that has no code in the file, by ECMA-376 part 1, 18.8.30.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 45, 47: self = .time
    case 22: self = .dateTime
    case 32...35, 55, 56: self = .byValue
    // 46 is a duration, which is a number like any other.
    default: self = .number
    }
  }

  // A format by its code, such as `yyyy\-mm\-dd;@` or `[$-41D]d\ mmmm\ yyyy`.
  init(code: String) {
    guard let letters = Self.letters(of: code) else {
      self = .number
      return
    }
    var hasDate = false
    var hasTime = false
    for (index, run) in letters.enumerated() {
      switch run {
      case "y", "d": hasDate = true
      case "h", "s", "a": hasTime = true
      default:
        // `m` is minutes right after hours or right before seconds, and months elsewhere.
        let isMinutes =
          index > 0 && letters[index - 1] == "h"
          || index + 1 < letters.count && letters[index + 1] == "s"
        if isMinutes { hasTime = true } else { hasDate = true }
      }
    }
    self =
      switch (hasDate, hasTime) {
      case (true, true): .dateTime
      case (true, false): .date
      case (false, true): .time
      case (false, false): .number
      }
  }

  // The letters of the first section, each run of the same letter once, without what is quoted,
  // escaped or in brackets. `nil` for what shows a number or a duration.
  private static func letters(of code: String) -> [Character]? {
    var runs: [Character] = []
    var rest = Substring(code)
    var previous: Character = " "
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"":
        rest = rest.firstIndex(of: "\"").map { rest[rest.index(after: $0)...] } ?? ""
      case "\\", "_", "*":
        _ = rest.popFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        let letters = Set(inside.lowercased())
        if letters.count == 1, let letter = letters.first, "hms".contains(letter) { return nil }
      case "#", "?": return nil
      case "0":
        // Decimals of the seconds, and otherwise those of a number.
        guard runs.last == "s" else { return nil }
      default:
        let letter = Character(character.lowercased())
        if letter == "a", let length = halfDayLength(rest) {
          rest = rest.dropFirst(length)
          runs.append("a")
        } else if "ymdhs".contains(letter), previous != letter {
          runs.append(letter)
        }
        previous = letter
        continue
      }
      previous = " "
    }
    return runs
  }

  // What is left of `AM/PM` or `A/P` after its first letter.
  private static func halfDayLength(_ rest: Substring) -> Int? {
    let next = rest.prefix(4).lowercased()
    return next == "m/pm" ? 4 : next.hasPrefix("/p") ? 2 : nil
  }
}
