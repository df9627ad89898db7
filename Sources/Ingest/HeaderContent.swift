/// What the first rows of a table tell about its header, whatever tool wrote it.
enum HeaderContent {
  /// Whether a row has values and no names: shown by numbers alone, or by an e-mail address, or
  /// by dates, decimals and long numbers above others of the same kind where no name stands above
  /// such.
  static func isData(_ top: [String], others: ArraySlice<[String]>) -> Bool {
    let filled = top.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return false }
    let kinds = top.map(CellKind.init)
    if zip(top, kinds).allSatisfy({ $0.isEmpty || $1 == .number || $1 == .longNumber }) {
      return true
    }
    if kinds.contains(.email) { return true }
    var alike = 0
    for (column, kind) in kinds.enumerated() {
      let below = others.compactMap { column < $0.count ? CellKind($0[column]) : nil }
        .filter { $0 != .empty }
      guard let first = below.first, first != .words, below.allSatisfy({ $0 == first }) else {
        continue
      }
      if kind == .words { return false }
      if kind == first, kind != .number { alike += 1 }
    }
    return alike > 0
  }

  /// Whether the first row has questions over several columns, each of which stands once, and the
  /// second row has a name below every blank.
  static func continues(_ top: [String], in second: [String]) -> Bool {
    guard let begin = top.firstIndex(where: { !$0.isEmpty }),
      let end = second.lastIndex(where: { !$0.isEmpty })
    else { return false }
    let blanks = top.indices.filter { $0 > begin && $0 <= end && top[$0].isEmpty }
    guard blanks.count >= 2, blanks.count * 10 >= top.count else { return false }
    let named = blanks.filter { $0 < second.count && second[$0].contains(where: \.isLetter) }
    return named.count * 10 >= blanks.count * 9
  }

  /// Whether a cell is a time, or a number, and so no name.
  static func isValue(_ cell: String) -> Bool {
    switch CellKind(cell) {
    case .number, .longNumber, .time: true
    default: false
    }
  }

  /// What kind of thing a cell holds, as far as telling a name from a value goes.
  private enum CellKind {
    case empty
    case number
    case longNumber
    case time
    case email
    case words

    init(_ cell: String) {
      var cell = cell
      self = cell.withUTF8 { bytes in
        if bytes.isEmpty { return .empty }
        if let number = NumberForm(bytes) {
          return number.isInteger && number.digits < 5 ? .number : .longNumber
        }
        if TimeReader(order: .dayMonthYear).read(bytes) != nil
          || TimeReader(order: .monthDayYear).read(bytes) != nil
        {
          return .time
        }
        let isOneWord = !bytes.contains(0x20)
        guard isOneWord, let at = bytes.firstIndex(of: 0x40), at > 0 else { return .words }
        return bytes[(at + 1)...].contains(0x2E) ? .email : .words
      }
    }
  }
}
