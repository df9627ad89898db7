/// What the rule for telephone numbers needs of the numbering plans.
enum NumberingPlan {
  /// The number of digits in the area code, or in the national series, that a Swedish number
  /// begins with: 08 has two, the large areas and 010, 020 and the mobile series three, all
  /// others four.
  static func areaLength(_ digits: ArraySlice<UInt8>) -> Int {
    let start = digits.startIndex
    guard digits.count >= 3 else { return 4 }
    if digits[start + 1] == 8 { return 2 }
    let code = Int(digits[start + 1]) * 10 + Int(digits[start + 2])
    return threeDigitCodes.contains(code) ? 3 : 4
  }

  private static let threeDigitCodes: Set<Int> = [
    10, 11, 13, 16, 18, 19, 20, 21, 23, 26, 31, 33, 35, 36, 40, 42, 44, 46, 54, 60, 63, 70, 72, 73,
    76, 79, 90,
  ]

  /// How many digits may follow an area code of a length.
  static func subscriberLengths(area: Int) -> ClosedRange<Int> {
    switch area {
    case 2: 6...8
    case 3: 5...7
    default: 5...6
    }
  }

  /// Country code and number of digits in all, where numbers of a country have one length.
  ///
  /// Used only to see where a number ends when more digits follow it.
  static let foreignLengths: [(code: StaticString, length: Int)] = [
    ("1", 11), ("7", 11), ("31", 11), ("33", 11), ("34", 11), ("41", 11), ("44", 12), ("45", 10),
    ("47", 10), ("48", 11), ("90", 12), ("354", 10), ("380", 12), ("963", 12), ("964", 13),
  ]
}
