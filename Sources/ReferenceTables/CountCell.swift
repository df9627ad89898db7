// What a cell with a figure says.
enum CountCell: Equatable {
  case count(Int)
  case missing
  case unreadable

  // Eleven digits: more people than there will be, and sums that cannot overflow.
  static let mostDigits = 11

  // Reads `9973`, `9 973` with any kind of blank, `9973,0` and `-`, which SCB prints for none.
  // `..` and `.` are figures that are not published or cannot be, and so is an empty cell.
  init(_ text: String) {
    let plain = CellText.plain(text)
    switch plain {
    case "", ".", "..", "...", "…": self = .missing
    case "-": self = .count(0)
    default: self = Self.number(plain).map { .count($0) } ?? .unreadable
    }
  }

  private static func number(_ plain: String) -> Int? {
    var whole = plain[...]
    if let mark = plain.lastIndex(where: { $0 == "," || $0 == "." }) {
      // A spreadsheet's `9973,0`. With three digits after the mark it could be a thousand.
      let decimals = plain[plain.index(after: mark)...]
      guard (1...2).contains(decimals.utf8.count), decimals.utf8.allSatisfy({ $0 == 0x30 })
      else { return nil }
      whole = plain[..<mark]
    }
    let groups = whole.split(separator: " ", omittingEmptySubsequences: false)
    guard let first = groups.first, groups.count == 1 || (1...3).contains(first.utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return CellText.number(groups.joined(), most: mostDigits)
  }
}
