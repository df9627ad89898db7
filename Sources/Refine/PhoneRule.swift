/// Finds telephone numbers in groups of digits.
///
/// ```text
/// 070-174 06 05   0701740605   +46 (0)70-174 06 05   0046 8 465 004 00   (0980) 319 200
/// 031/390 06 00   08.465.004.00   070 – 174 06 05    +47 22 00 00 00
/// ```
///
/// The number has to fit the Swedish numbering plan: 08 and six to eight digits; one of the
/// areas of three digits and five to seven; any other area, of four digits, and five or six; a
/// mobile number or 010 has ten in all. No subscriber number begins with 0. That leaves out
/// short numbers (112, 1177, 114 14), opening hours (0800–1600), years, dates, postcodes and
/// registry numbers. Numbers of other countries need + or 00.
struct PhoneRule {
  /// What was found: the groups from the one asked for up to `end`, the bytes, the rule, and
  /// the digits as dialled in Sweden.
  struct Match {
    var end: Int
    var bytes: Range<Int>
    var rule: MaskingRule
    var dialled: [UInt8]
  }

  private struct Candidate {
    var end: Int
    /// 3: the length is right to the digit; 2: it is within the plan; 1: one digit off, and
    /// written as a telephone number.
    var rank: Int
    var rule: MaskingRule
  }

  private let bytes: UnsafePointer<UInt8>
  private let lower: Int
  private let upper: Int
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
    upper = range.upperBound
    digits = source.digits
    groups = source.groups
    first = piece.lowerBound
    last = piece.upperBound
  }

  /// The number that begins with the group at `index`, if one does.
  func match(at index: Int) -> Match? {
    let group = groups[index]
    var start = group.start
    let sign = byte(before: start)
    let isPlus = sign == 0x2B
    if isPlus {
      start -= 1
    } else if sign == 0x20, byte(before: start - 1) == 0x2B, begins(group.first, "46") {
      start -= 2
    }
    let hasPlus = start < group.start
    let isOpen = byte(before: start) == 0x28
    guard mayBegin(at: isOpen ? start - 1 : start, index: index, hasPlus: hasPlus) else {
      return nil
    }

    let form: Form
    if hasPlus {
      form = begins(group.first, "46") ? .swedish(prefix: 2) : .foreign(prefix: 0)
    } else if group.count >= 2, begins(group.first, "00") {
      // Behind letters 00 is part of an account or article number: "SE00 …".
      if isLetter(byte(before: start)) { return nil }
      form = begins(group.first, "0046") ? .swedish(prefix: 4) : .foreign(prefix: 2)
    } else if digits[group.first] == 0 {
      // A lone 0 is a trunk prefix only in brackets; "0-10-20-30-40" is a scale.
      guard group.count > 1 || isOpen && group.gap.contains(.close) else { return nil }
      form = .domestic
    } else if group.count == 11, begins(group.first, "467") {
      form = .swedish(prefix: 2)
    } else {
      return nil
    }
    guard let best = best(form, from: index, isOpen: isOpen) else { return nil }
    if best.rank < 3 {
      if best.end < last, isTail(groups[best.end - 1].gap, groups[best.end]) { return nil }
      if best.end == index + 1, isLetter(byte(before: start)), isLetter(byte(after: group.end)) {
        return nil
      }
    }
    // A bracket belongs to the number when it is closed inside it.
    let closes = groups[index..<best.end - 1].contains { $0.gap.contains(.close) }
    if isOpen, closes { start -= 1 }
    return Match(
      end: best.end, bytes: start..<groups[best.end - 1].end, rule: best.rule,
      dialled: dialled(form, index, best.end))
  }

  private enum Form: Equatable {
    case domestic
    case swedish(prefix: Int)
    case foreign(prefix: Int)
  }

  // MARK: Where a number may begin

  private func mayBegin(at start: Int, index: Int, hasPlus: Bool) -> Bool {
    if let before = byte(before: start) {
      if before &- 0x30 < 10 { return false }
      // "0,070 174": the decimals of a number.
      if [0x2C, 0x2E, 0x3A].contains(before), let digit = byte(before: start - 1),
        digit &- 0x30 < 10
      {
        return false
      }
    }
    guard index > first, !hasPlus else { return true }
    return !groups[index - 1].gap.isDisjoint(with: [.blank, .lineBreak, .open])
  }

  private func byte(before index: Int) -> UInt8? { index > lower ? bytes[index - 1] : nil }

  private func byte(after index: Int) -> UInt8? { index < upper ? bytes[index] : nil }

  private func isLetter(_ byte: UInt8?) -> Bool { byte.map { ($0 | 0x20) &- 0x61 < 26 } ?? false }

  // MARK: Where it ends

  /// Tries every end and takes the one that fits best; of equals, the longest.
  private func best(_ form: Form, from index: Int, isOpen: Bool) -> Candidate? {
    var best: Candidate?
    var total = 0
    var end = index
    while end < last {
      let count = groups[end].count
      if end > index, count < 2, !mayBeOneDigit(form, index, total) { break }
      total += count
      end += 1
      if total > 17 { break }
      if let found = judge(form, index, end, total), found.rank >= best?.rank ?? 0 {
        best = found
      }
      if end < last, !joins(form, at: end, from: index, isOpen: isOpen) { break }
    }
    return best
  }

  /// One digit is a group only as a trunk 0, a country code, the area 8, or the last or last but
  /// one digit of a mobile number; else it counts something: "070-174 06 05 2 barn".
  private func mayBeOneDigit(_ form: Form, _ index: Int, _ total: Int) -> Bool {
    guard form == .domestic else { return total <= 4 }
    return total == 1 || isMobilePrefix(groups[index].first + 1) && (8...9).contains(total)
  }

  /// Whether the group at `end` can belong to the number with the one before it.
  private func joins(_ form: Form, at end: Int, from index: Int, isOpen: Bool) -> Bool {
    let gap = groups[end - 1].gap
    if !gap.isDisjoint(with: [.plus, .lineBreak, .wide]) { return false }
    // "+46 (0)70" and "+1 (202) 555": a bracket may open before a lone 0 or behind the country
    // code, and close after it.
    if gap.contains(.open) {
      let isTrunk = groups[end].count == 1 && digits[groups[end].first] == 0
      return isTrunk || form != .domestic && end - index == 1
    }
    if gap.contains(.close) {
      let opened = groups[index..<end].dropLast().contains { $0.gap.contains(.open) }
      return (isOpen || opened) && end - index <= 2
    }
    return true
  }

  /// Whether the digits after a number show that it was none: "0500-12345-2026-1".
  private func isTail(_ gap: DigitGroups.Gap, _ next: DigitGroups.Group) -> Bool {
    gap == .dash && next.count >= 4 && digits[next.first] != 0
  }

  private func judge(_ form: Form, _ index: Int, _ end: Int, _ total: Int) -> Candidate? {
    let first = groups[index].first
    switch form {
    case .domestic:
      return judgeDomestic(index, end, total)
    case .swedish(let prefix):
      guard total > prefix + 1 else { return nil }
      let trunk = digits[first + prefix] == 0 ? 1 : 0
      let length = total - prefix - trunk
      guard digits[first + prefix + trunk] != 0 else { return nil }
      let isMobile = isMobilePrefix(first + prefix + trunk)
      switch (length, isMobile) {
      case (9, true): return Candidate(end: end, rank: 3, rule: .phoneCountryCode)
      case (8, true), (10, true): return Candidate(end: end, rank: 1, rule: .phoneCountryCode)
      case (7...9, false): return Candidate(end: end, rank: 2, rule: .phoneCountryCode)
      default: return nil
      }
    case .foreign(let prefix):
      return judgeForeign(index, end, total, prefix)
    }
  }

  private func judgeForeign(_ index: Int, _ end: Int, _ total: Int, _ prefix: Int) -> Candidate? {
    let first = groups[index].first + prefix
    let length = total - prefix
    guard length >= 8, length <= 15, digits[first] != 0 else { return nil }
    if prefix == 2, length < 9 { return nil }
    let after = groups[end - 1].end
    if Units.follow(bytes, at: after, to: upper) { return nil }
    // "+12 500 000": thousands.
    let isThousands =
      end - index > 1
      && groups[index + 1..<end].allSatisfy { $0.count == 3 }
      && groups[index..<end - 1].allSatisfy { $0.gap == .blank }
    if isThousands, length <= 9 { return nil }
    let isExact = NumberingPlan.foreignLengths.contains {
      begins(first, $0.code) && length == $0.length
    }
    return Candidate(end: end, rank: isExact ? 3 : 2, rule: .phoneForeign)
  }

  private func judgeDomestic(_ index: Int, _ end: Int, _ total: Int) -> Candidate? {
    let first = groups[index].first
    guard total >= 7, total <= 11, digits[first + 1] != 0 else { return nil }
    guard !isDateOrHours(index, end), !isAmount(index, end) else { return nil }
    let inside = groups[index..<end - 1].map(\.gap)
    // A stroke parts the area from the rest; two part a list of areas: 070/072/073.
    if inside.dropFirst().contains(where: { $0.contains(.slash) }) { return nil }
    let head = groups[index].count == 1 ? 1 + groups[index + 1].count : groups[index].count
    let hasDots = inside.contains { $0.contains(.dot) }
    let isDotted = inside.allSatisfy { $0 == .dot }
    if isMobilePrefix(first + 1) {
      // "07.05 08.05 09.15" are times; a dot by itself stands behind the prefix only.
      let isLed = head >= 3 && !inside.dropFirst().contains { $0.contains(.dot) }
      if hasDots, !isDotted, !isLed { return nil }
      if total == 10 { return Candidate(end: end, rank: 3, rule: .phoneMobile) }
      // A digit too few or too many, and yet written as a number: 070-174 06 5.
      let isWritten = head == 3 || head == 4
      guard total != 10, total >= 9, isWritten, let gap = inside.first,
        !gap.isDisjoint(with: [.dash, .slash])
      else { return nil }
      return Candidate(end: end, rank: 1, rule: .phoneMobile)
    }
    let area = NumberingPlan.areaLength(digits[first..<first + total])
    if area == 3, digits[first + 1] == 1, digits[first + 2] == 0, total != 10 { return nil }
    guard total <= 10, NumberingPlan.subscriberLengths(area: area).contains(total - area),
      digits[first + area] != 0
    else { return nil }
    if hasDots, !isDotted { return nil }
    let fits = head == area || head == total || head >= area + 2 && total >= 9
    return fits ? Candidate(end: end, rank: 2, rule: .phoneArea) : nil
  }

  /// 08-12-2026 and 08122026; 08.15–16.45 and 08 15 - 16 45.
  private func isDateOrHours(_ index: Int, _ end: Int) -> Bool {
    let counts = groups[index..<end].map(\.count)
    let first = groups[index].first
    let pairs = stride(from: 0, to: 8, by: 2).map { place in
      first + place + 1 < digits.count
        ? Int(digits[first + place]) * 10 + Int(digits[first + place + 1]) : 100
    }
    if counts == [2, 2, 4] || counts == [8] {
      return (1...31).contains(pairs[0]) && (1...12).contains(pairs[1])
        && [19, 20].contains(pairs[2])
    }
    if counts == [2, 2, 2, 2] {
      return pairs[0] < 24 && pairs[1] < 60 && pairs[2] < 24 && pairs[3] < 60
        && groups[index + 1].gap.contains(.dash) && !groups[index].gap.contains(.dash)
    }
    return false
  }

  /// "2 054 123 456": thousands that go on from a number before.
  private func isAmount(_ index: Int, _ end: Int) -> Bool {
    index > first && groups[index - 1].gap == .blank
      && groups[index..<end].allSatisfy { $0.count == 3 }
      && groups[index..<end - 1].allSatisfy { $0.gap == .blank }
  }

  // MARK: Digits

  private func isMobilePrefix(_ first: Int) -> Bool {
    first + 1 < digits.count && digits[first] == 7 && [0, 2, 3, 6, 9].contains(digits[first + 1])
  }

  private func begins(_ first: Int, _ prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard first + length <= digits.count else { return false }
    return (0..<length).allSatisfy { digits[first + $0] == prefix.utf8Start[$0] - 0x30 }
  }

  /// The digits as they are dialled in Sweden, to compare with a list of public numbers.
  private func dialled(_ form: Form, _ index: Int, _ end: Int) -> [UInt8] {
    let range = groups[index].first..<groups[end - 1].first + groups[end - 1].count
    switch form {
    case .domestic: return Array(digits[range])
    case .swedish(let prefix): return [0] + digits[range].dropFirst(prefix).drop { $0 == 0 }
    case .foreign(let prefix): return [0, 0] + digits[range].dropFirst(prefix)
    }
  }
}
