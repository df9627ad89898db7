/// The digits of one stretch of text, in the groups in which they are written, and what stands
/// between the groups.
///
/// "tel. 0563-187 76, 08-" gives the groups 0563, 187 and 76. Both kinds of number are looked
/// for in such groups, never in the text itself.
struct DigitGroups {
  /// What stands between two groups.
  struct Gap: OptionSet {
    var rawValue: UInt16
    /// A blank.
    static let blank = Gap(rawValue: 1)
    /// Four blanks or more: columns of a table rather than one number.
    static let wide = Gap(rawValue: 2)
    /// A line break.
    static let lineBreak = Gap(rawValue: 4)
    /// A hyphen, dash or minus sign.
    static let dash = Gap(rawValue: 8)
    static let plus = Gap(rawValue: 16)
    static let slash = Gap(rawValue: 32)
    static let dot = Gap(rawValue: 64)
    static let open = Gap(rawValue: 128)
    static let close = Gap(rawValue: 256)
    /// Two dashes or more, or two of the others.
    static let doubled = Gap(rawValue: 512)
  }

  /// A run of digits.
  struct Group {
    /// Its first byte in the text.
    var start: Int
    /// The byte after its last digit.
    var end: Int
    /// Where its digits begin in `digits`.
    var first: Int
    /// The number of its digits.
    var count: Int
    /// What stands after it and before the next group; empty after the last.
    var gap: Gap
  }

  /// The values of all digits, in order.
  private(set) var digits: [UInt8] = []
  /// The groups, in order.
  private(set) var groups: [Group] = []

  /// The bytes of ASCII that part groups, a bit for each; all stand before the letters.
  private static let parting: UInt64 = {
    var parting: UInt64 = 0
    for byte in UInt8(0)..<64 where byte &- 0x30 >= 10 {
      let isGap = [byte, 0x30].withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { readGap($0, from: 0, to: bytes.count) } != nil
      }
      if isGap { parting |= 1 << UInt64(byte) }
    }
    return parting
  }()

  /// Where ``read(_:from:to:)`` would stop, when the stretch from `start` is ASCII and has fewer
  /// digits than `few`, or else `nil`; the groups are as they were.
  func endOfFew(
    _ few: Int, _ bytes: UnsafePointer<UInt8>, from start: Int, to limit: Int
  ) -> Int? {
    let parting = Self.parting
    var count = 0
    var end = start
    var position = start
    while position < limit {
      let byte = bytes[position]
      position += 1
      if byte &- 0x30 < 10 {
        count += 1
        if count == few { return nil }
        end = position
      } else if byte >= 0x40 || parting &>> UInt64(byte) & 1 == 0 {
        return byte < 0x80 ? end : nil
      }
    }
    return end
  }

  /// Reads the groups from `start`, which is at a digit, and not beyond `limit`; returns where
  /// reading stopped.
  mutating func read(_ bytes: UnsafePointer<UInt8>, from start: Int, to limit: Int) -> Int {
    digits.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    var position = start
    while true {
      let end = readGroup(bytes, from: position, to: limit)
      guard let next = Self.readGap(bytes, from: end, to: limit) else { return end }
      groups[groups.count - 1].gap = next.gap
      position = next.end
    }
  }

  private mutating func readGroup(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to limit: Int
  ) -> Int {
    let first = digits.count
    var position = start
    var end = start
    while position < limit {
      let (scalar, length) = Utf8.decode(bytes, at: position, to: limit)
      if let value = ScalarKind.digitValue(scalar) {
        digits.append(value)
        end = position + length
      } else if !Self.isIgnorable(scalar) {
        break
      }
      position += length
    }
    groups.append(Group(start: start, end: end, first: first, count: digits.count - first, gap: []))
    return end
  }

  /// What stands from `start` to the next digit, or `nil` when that is no separator of groups.
  private static func readGap(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to limit: Int
  ) -> (gap: Gap, end: Int)? {
    var gap: Gap = []
    var blanks = 0
    var position = start
    while position < limit {
      let (scalar, length) = Utf8.decode(bytes, at: position, to: limit)
      if ScalarKind.digitValue(scalar) != nil { return (gap, position) }
      let sign: Gap
      switch scalar {
      case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: sign = .dash
      case 0x2B, 0xFF0B: sign = .plus
      case 0x2F, 0x2044, 0x2215, 0xFF0F: sign = .slash
      case 0x2E, 0xFF0E: sign = .dot
      case 0x28, 0xFF08: sign = .open
      case 0x29, 0xFF09: sign = .close
      // The CR of CR LF is no line break of its own; two LF are two paragraphs.
      case 0x0D: sign = position + 1 < limit && bytes[position + 1] == 0x0A ? [] : .lineBreak
      case 0x0A, 0x85, 0x2028, 0x2029: sign = .lineBreak
      default:
        if isIgnorable(scalar) {
          sign = []
        } else if ScalarKind.of(scalar) == .blank {
          blanks += 1
          gap.insert(.blank)
          sign = blanks >= 4 ? .wide : []
        } else {
          return nil
        }
      }
      if !sign.isEmpty, sign != .wide, gap.contains(sign) { gap.insert(.doubled) }
      gap.formUnion(sign)
      position += length
    }
    return nil
  }

  /// Whether a scalar shows nothing, so that it does not part digits: soft hyphen, zero-width
  /// characters, direction marks, variation selectors and the frame of a keycap.
  static func isIgnorable(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return false }
    switch ScalarKind.of(scalar) {
    case .invisible, .joiner: return true
    default: return (0xFE00...0xFE0F).contains(scalar) || scalar == 0x20E3
    }
  }
}
