/// Goes through the bytes of a time, part by part.
struct TimeScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The place of the next byte.
  var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func skipBlanks() {
    while index < bytes.count {
      if bytes[index] == 0x20 || bytes[index] == 0x09 {
        index += 1
      } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        index += 2  // U+00A0, a blank that does not break
      } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0xAF
      {
        index += 3  // U+202F, the narrow one
      } else {
        return
      }
    }
  }

  /// Passes over a point, comma, hyphen or slash and blanks around it; `false` when nothing of
  /// the kind is there and the next byte goes on with what was read.
  mutating func skipBetween() -> Bool {
    let start = index
    _ = take(".")
    skipBlanks()
    _ = take(",-/")
    skipBlanks()
    if index > start || start == 0 { return true }
    switch bytes[start - 1] {
    case 0x20, 0x09, 0x2C, 0x2D, 0x2E, 0x2F, 0xA0, 0xAF: return true
    default: return false
    }
  }

  /// Passes over the next byte when it is one of some ASCII characters.
  mutating func take(_ wanted: StaticString) -> UInt8? {
    guard index < bytes.count, wanted.withUTF8Buffer({ $0.contains(bytes[index]) }) else {
      return nil
    }
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

  // MARK: Words

  /// The number of a month that is written in letters.
  mutating func month() -> Int? {
    let length = wordLength()
    guard length >= 3 else { return nil }
    for (number, names) in Self.months.enumerated() {
      guard names.contains(where: { stands($0, length: length) }) else { continue }
      index += length
      return number + 1
    }
    return nil
  }

  /// Passes over a day of the week, or the word `den`; `false` when there is none.
  mutating func weekday() -> Bool {
    let length = wordLength()
    guard Self.weekdays.contains(where: { stands($0, length: length) }) else { return false }
    index += length
    return true
  }

  private func wordLength() -> Int {
    var end = index
    while end < bytes.count,
      bytes[end] | 0x20 >= 0x61 && bytes[end] | 0x20 <= 0x7A || bytes[end] >= 0x80,
      end - index < 16
    {
      end += 1
    }
    return end - index
  }

  // The names are in lower case; a letter beyond ASCII has to be written so.
  private func stands(_ name: StaticString, length: Int) -> Bool {
    guard name.utf8CodeUnitCount == length else { return false }
    return name.withUTF8Buffer { name in
      name.indices.allSatisfy { offset in
        let byte = bytes[index + offset]
        return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == name[offset]
      }
    }
  }

  private static let months: [[StaticString]] = [
    ["jan", "januari", "january"], ["feb", "februari", "february"], ["mar", "mars", "march"],
    ["apr", "april"], ["maj", "may"], ["jun", "juni", "june"], ["jul", "juli", "july"],
    ["aug", "augusti", "august"], ["sep", "sept", "september"],
    ["okt", "oct", "oktober", "october"], ["nov", "november"], ["dec", "december"],
  ]

  private static let weekdays: [StaticString] = [
    "den", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "mån", "tis", "ons", "tor", "tors", "fre", "lör",
    "sön", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
  ]

  // MARK: Clock and zone

  /// A time of day, in seconds from midnight.
  mutating func clock() -> Int? {
    guard var hour = number()?.value, take(":.") != nil,
      let minute = number()?.value
    else { return nil }
    var second = 0
    if take(":.") != nil {
      guard let value = number()?.value else { return nil }
      second = value
      if take(".,") != nil { _ = number() }
    }
    skipBlanks()
    if let isAfternoon = halfOfDay() {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    return hour * 3600 + minute * 60 + min(second, 59)
  }

  /// Whether AM or fm, PM or em stands here, with or without points.
  private mutating func halfOfDay() -> Bool? {
    guard index < bytes.count else { return nil }
    let isAfternoon: Bool
    switch bytes[index] | 0x20 {
    case 0x61, 0x66: isAfternoon = false  // a, f
    case 0x70, 0x65: isAfternoon = true  // p, e
    default: return nil
    }
    var end = index + 1
    if end < bytes.count, bytes[end] == 0x2E { end += 1 }
    guard end < bytes.count, bytes[end] | 0x20 == 0x6D else { return nil }  // m
    end += 1
    if end < bytes.count, bytes[end] == 0x2E { end += 1 }
    index = end
    return isAfternoon
  }

  /// Passes over a zone and what stands in parentheses after it; `false` when it is none.
  mutating func zone() -> Bool {
    skipBlanks()
    // A name in capitals; `z` alone is UTC too.
    if index < bytes.count, bytes[index] == 0x7A { index += 1 }
    var letters = 0
    while index < bytes.count, bytes[index] >= 0x41, bytes[index] <= 0x5A, letters < 5 {
      index += 1
      letters += 1
    }
    if take("+-") != nil {
      guard number() != nil else { return false }
      if take(":") != nil, number() == nil { return false }
    }
    skipBlanks()
    if take("(") != nil {
      while index < bytes.count, bytes[index] != 0x29 { index += 1 }
      guard take(")") != nil else { return false }
    }
    skipBlanks()
    return true
  }
}
