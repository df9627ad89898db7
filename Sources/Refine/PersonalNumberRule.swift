/// Finds personal identity numbers (*personnummer*, *samordningsnummer*) in groups of digits.
///
/// ```text
/// 850412-1234  850412+1234  8504121234  19850412-1234  19 850412 - 1234  1985-04-12 1234
/// ```
///
/// A number with a valid date, a birth number other than 000 and a right check digit is always
/// found, with any of - – − + / . blank, one line break or nothing between its parts. With a
/// wrong check digit, what is written as such a number is still found, because a mistyped
/// number nearly identifies its owner; what is rather a date with a clock time ("20260517
/// 1800"), a date with an amount or ten digits without a separator (a case or article number)
/// is not. A number of an organisation has a third digit of 2 or more, hence no valid month,
/// and is left standing, as are dates and lone dates of birth.
struct PersonalNumberRule {
  /// What was found: the groups from the one asked for up to `end`, the bytes, the rule.
  struct Match {
    var end: Int
    var bytes: Range<Int>
    var rule: MaskingRule
  }

  private let bytes: UnsafePointer<UInt8>
  private let lower: Int
  private let limit: Int
  private let digits: [UInt8]
  private let groups: [DigitGroups.Group]
  private let first: Int
  private let last: Int

  /// Makes a rule for a piece of the groups and of the bytes; what lies outside is unseen.
  init(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ source: DigitGroups, _ piece: Range<Int>
  ) {
    self.bytes = bytes
    lower = range.lowerBound
    limit = range.upperBound
    digits = source.digits
    groups = source.groups
    first = piece.lowerBound
    last = piece.upperBound
  }

  /// The number that begins with the group at `index`, if one does.
  func match(at index: Int) -> Match? {
    interim(at: index) ?? complete(at: index, length: 12) ?? complete(at: index, length: 10)
      ?? valueAddedTax(at: index)
  }

  // MARK: Ten and twelve digits

  private func complete(at index: Int, length: Int) -> Match? {
    guard let parts = parts(from: index, length: length) else { return nil }
    let first = groups[index].first
    let shift = length - 10
    let century = length == 12 ? number(first, 2) : nil
    guard let day = validDay(first + shift, century: century, separator: parts.separator) else {
      return nil
    }
    if continuesAsDate(after: parts.end - 1, first + shift + 6) { return nil }
    let isNumber = number(first + shift + 6, 3) != 0 && checkDigitIsRight(first + shift)
    let rule: MaskingRule
    if isNumber {
      switch (length, day > 60) {
      case (12, false): rule = .personalNumber12
      case (12, true): rule = .coordinationNumber12
      case (_, false): rule = parts.separator == nil ? .personalNumberBare : .personalNumber10
      case (_, true):
        rule = parts.separator == nil ? .coordinationNumberBare : .coordinationNumber10
      }
    } else {
      guard looksWritten(parts, at: index, first: first, length: length) else { return nil }
      rule = length == 12 ? .invalidNumber12 : .invalidNumber10
    }
    // A bare mobile number can pass for the coordination number of someone born in 2007.
    if rule == .coordinationNumberBare, isMobilePrefix(first) { return nil }
    return Match(
      end: parts.end, bytes: groups[index].start..<groups[parts.end - 1].end, rule: rule)
  }

  private struct Parts {
    /// The group after the last one of the number.
    var end: Int
    /// The gap before the last four digits, when there is one.
    var separator: DigitGroups.Gap?
    /// A bit for each place, counted in digits, where a group ends inside the number.
    var ends: Int
  }

  /// Takes groups until they hold `length` digits; they may end only between year, month, day
  /// and birth number.
  private func parts(from index: Int, length: Int) -> Parts? {
    var parts = Parts(end: index, separator: nil, ends: 0)
    var total = 0
    while total < length {
      guard parts.end < last else { return nil }
      let group = groups[parts.end]
      total += group.count
      parts.end += 1
      if total == length { return parts }
      guard total < length, total % 2 == 0, total <= length - 4 else { return nil }
      parts.ends |= 1 << total
      if group.gap.contains(.wide) || !group.gap.isDisjoint(with: [.open, .close]) { return nil }
      if total == length - 4 {
        parts.separator = group.gap
      } else if !group.gap.isDisjoint(with: [.plus, .lineBreak, .doubled]) {
        return nil
      }
    }
    return nil
  }

  /// Where groups of twelve digits end when they are written as a number: nowhere, before the
  /// last four, after the century, both, or after year, month and day.
  private static let writtenInTwelve = [0, 1 << 8, 1 << 2, 1 << 2 | 1 << 8, 0b1_0101_0000]
  /// The same for ten: before the last four, or after year, month and day.
  private static let writtenInTen = [1 << 6, 0b101_0100]

  /// Whether digits with a wrong check digit are nevertheless written as a personal identity
  /// number.
  private func looksWritten(_ parts: Parts, at index: Int, first: Int, length: Int) -> Bool {
    let groupings = length == 12 ? Self.writtenInTwelve : Self.writtenInTen
    guard groupings.contains(parts.ends) else { return false }
    // Part of a longer number, such as a registry number that holds a date.
    if index > self.first, groups[index - 1].gap.isSubset(of: [.dash, .dot, .slash, .doubled]) {
      return false
    }
    guard let separator = parts.separator else { return length == 12 }
    if !separator.isDisjoint(with: [.slash, .dot, .lineBreak]) { return false }
    if !separator.isDisjoint(with: [.dash, .plus]) { return true }
    let last = first + length - 4
    let isClock = number(last, 2) < 24 && number(last + 2, 2) < 60
    return !isClock && !Units.follow(bytes, at: groups[parts.end - 1].end, to: limit)
  }

  /// Whether the last four digits are a year that goes on as a date: 2026-05-17 – 2026-05-20.
  private func continuesAsDate(after last: Int, _ four: Int) -> Bool {
    guard last + 1 < self.last, [19, 20].contains(number(four, 2)) else { return false }
    return groups[last].gap == .dash && groups[last + 1].count == 2
  }

  // MARK: Other forms

  /// Six or eight digits, a separator or none, a letter and three digits.
  private func interim(at index: Int) -> Match? {
    var end = index
    var total = 0
    while end < last, total < 8 {
      total += groups[end].count
      end += 1
      if total == 6 || total == 8, let match = interim(from: index, to: end, length: total) {
        return match
      }
      if total % 2 == 1 || !groups[end - 1].gap.isSubset(of: [.blank, .dash, .dot, .slash]) {
        return nil
      }
    }
    return nil
  }

  private func interim(from index: Int, to end: Int, length: Int) -> Match? {
    let first = groups[index].first
    let shift = length - 6
    var position = groups[end - 1].end
    var gap: DigitGroups.Gap = []
    var letter: UInt32 = 0
    while position < limit {
      let (scalar, size) = Utf8.decode(bytes, at: position, to: limit)
      position += size
      switch scalar {
      case 0x2D, 0x2010...0x2015, 0x2212: gap.insert(.dash)
      case 0x2B: gap.insert(.plus)
      default:
        if ScalarKind.of(scalar) == .blank {
          gap.insert(.blank)
          continue
        }
        if DigitGroups.isIgnorable(scalar) { continue }
        letter = scalar & ~0x20
      }
      if letter != 0 { break }
    }
    // T R S U W X J K L M N and P.
    guard letter < 0x80, "JKLMNPRSTUWX".utf8.contains(UInt8(letter)) else { return nil }
    var values: [UInt8] = [1]
    while position < limit, values.count < 5 {
      let (scalar, size) = Utf8.decode(bytes, at: position, to: limit)
      guard let value = ScalarKind.digitValue(scalar) else { break }
      values.append(value)
      position += size
    }
    guard values.count == 4, !Self.isWordByte(bytes, position, limit) else { return nil }
    let century = length == 8 ? number(first, 2) : nil
    guard validDay(first + shift, century: century, separator: gap) != nil else { return nil }
    // Without a dash only a right check digit (the letter counts as 1) tells it from a date
    // and a room or bus line.
    if gap.isDisjoint(with: [.dash, .plus]) {
      guard checkDigitIsRight(Array(digits[first + shift..<first + shift + 6]) + values) else {
        return nil
      }
    }
    return Match(end: end, bytes: groups[index].start..<position, rule: .personalNumberInterim)
  }

  /// SE, ten digits and 01.
  private func valueAddedTax(at index: Int) -> Match? {
    let group = groups[index]
    guard group.count == 12, group.start >= lower + 2, bytes[group.start - 2] | 0x20 == 0x73,
      bytes[group.start - 1] | 0x20 == 0x65, number(group.first + 10, 2) == 1,
      validDay(group.first, century: nil, separator: nil) != nil, checkDigitIsRight(group.first)
    else { return nil }
    return Match(end: index + 1, bytes: group.start..<group.end, rule: .personalNumberVAT)
  }

  // MARK: Dates and check digits

  /// The day as it is written (61–91 in a coordination number) when year, month and day make a
  /// date of birth.
  ///
  /// Without a century a year stands for the latest hundred years, or with + for those before;
  /// of all years that it can stand for only 1900, "00" with +, is no leap year.
  private func validDay(_ first: Int, century: Int?, separator: DigitGroups.Gap?) -> Int? {
    let year = number(first, 2)
    let month = number(first + 2, 2)
    let written = number(first + 4, 2)
    let day = written > 60 ? written - 60 : written
    guard (1...12).contains(month), day >= 1 else { return nil }
    var isLeap = year % 4 == 0
    if let century {
      guard (18...20).contains(century) else { return nil }
      if year == 0 { isLeap = century == 20 }
    } else if year == 0, let separator, separator.contains(.plus) {
      isLeap = false
    }
    let days: Int
    switch month {
    case 2: days = isLeap ? 29 : 28
    case 4, 6, 9, 11: days = 30
    default: days = 31
    }
    return day <= days ? written : nil
  }

  private func checkDigitIsRight(_ first: Int) -> Bool {
    checkDigitIsRight(digits[first..<first + 10])
  }

  /// Modulus 10 with the weights 2 and 1 in turn, over ten digits.
  private func checkDigitIsRight(_ ten: some Sequence<UInt8>) -> Bool {
    var sum = 0
    var weight = 2
    for digit in ten {
      let product = Int(digit) * weight
      sum += product > 9 ? product - 9 : product
      weight = 3 - weight
    }
    return sum % 10 == 0
  }

  private func isMobilePrefix(_ first: Int) -> Bool {
    digits[first] == 0 && digits[first + 1] == 7 && [0, 2, 3, 6, 9].contains(digits[first + 2])
  }

  private func number(_ first: Int, _ count: Int) -> Int {
    digits[first..<first + count].reduce(0) { $0 * 10 + Int($1) }
  }

  private static func isWordByte(
    _ bytes: UnsafePointer<UInt8>, _ position: Int, _ limit: Int
  ) -> Bool {
    guard position < limit else { return false }
    let byte = bytes[position]
    return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
