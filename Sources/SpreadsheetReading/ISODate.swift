// Dates, times and durations as ISO 8601 writes them, as text like that of other cells.
enum ISODate {
  // `2026-04-14`, or `2026-04-14T09:12:33.5` with or without a zone, or `09:12:33`; anything
  // else as it is.
  static func text(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    let whole = String(decoding: bytes.prefix(64), as: UTF8.self)
    guard bytes.count <= 64 else { return String(decoding: bytes, as: UTF8.self) }
    let parts = whole.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let time = Clock(parts[1]) else { return whole }
    let day = time.rounded / 86_400
    let clock = SerialDate.time(time.rounded % 86_400)
    if parts[0].isEmpty { return clock }
    // A time that is rounded up to midnight belongs to the next day.
    let date = day == 0 ? String(parts[0]) : SerialDate.date(parts[0], plus: day)
    return date.map { "\($0) \(clock)\(time.zone)" } ?? whole
  }

  // `PT09H12M33S` as `09:12:33`; more than a day has more than 24 hours. `nil` for anything else.
  static func time(ofDuration bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count <= 64 else { return nil }
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest.removeFirst() }
    guard rest.popFirst() == "P" else { return nil }
    var seconds = 0.0
    var isTime = false
    var number = ""
    for character in rest {
      switch character {
      case "T": isTime = true
      case "0"..."9", ".": number.append(character)
      default:
        guard let value = Double(number), let unit = unit(character, isTime: isTime) else {
          return nil
        }
        seconds += value * unit
        number = ""
      }
    }
    guard number.isEmpty, seconds < 1e12 else { return nil }
    return (isNegative ? "-" : "") + SerialDate.time(Int(seconds.rounded()))
  }

  private static func unit(_ letter: Character, isTime: Bool) -> Double? {
    switch letter {
    case "D": isTime ? nil : 86_400
    case "H": isTime ? 3600 : nil
    case "M": isTime ? 60 : nil
    case "S": isTime ? 1 : nil
    default: nil
    }
  }

  // The time of a day and what follows it.
  private struct Clock {
    let rounded: Int
    let zone: Substring

    init?(_ text: Substring) {
      let clock = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
      let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2 || parts.count == 3, let hours = Int(parts[0]),
        let minutes = Int(parts[1]), hours < 25, minutes < 60
      else { return nil }
      guard let seconds = parts.count == 3 ? Double(parts[2]) : 0, seconds < 61 else {
        return nil
      }
      rounded = hours * 3600 + minutes * 60 + Int(seconds.rounded())
      let rest = text[clock.endIndex...]
      zone = rest == "Z" ? "" : rest
    }
  }
}
