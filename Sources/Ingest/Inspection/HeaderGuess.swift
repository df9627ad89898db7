/// How many of a table's first rows are header rows, from what stands in them.
struct HeaderGuess: Equatable {
  /// The number of header rows.
  var rows: Int
  /// What it was told by, in one line.
  var why: String

  /// Looks at the first rows of a table.
  ///
  /// - Parameters:
  ///   - first: The first rows, header rows and records alike.
  ///   - tool: The tool that they tell of.
  init(_ first: [[String]], tool: ToolRecognition.Result) {
    let expected = tool.headerRows
    guard let top = first.first else {
      self.init(rows: 1, why: "the file has no row")
      return
    }
    if let expected, tool.showsHeaderRows {
      self.init(rows: expected, why: tool.why)
    } else if let row = Self.importRow(first) {
      self.init(rows: row + 1, why: "row \(row + 1) has the import keys of Qualtrics")
    } else if first.count > 1, Self.isAnswerKindRow(first[1]) {
      self.init(rows: 2, why: "the second row has the kinds of answers of SurveyMonkey")
    } else if Self.isData(top, others: first.dropFirst()) {
      self.init(rows: 0, why: "the first row has values and no names")
    } else if first.count > 2, Self.continues(top, in: first[1]) {
      self.init(rows: 2, why: "the first row has blanks where the second has names")
    } else if let expected, expected == 1 {
      self.init(rows: 1, why: "as the tool writes it")
    } else if let expected, expected > 1 {
      let isShown = first.count >= expected && first[1].first?.isEmpty != false
      self.init(
        rows: isShown ? expected : 1,
        why: isShown ? "as the tool writes it" : "the second row begins with a value")
    } else {
      self.init(rows: 1, why: "the first row has names")
    }
  }

  private init(rows: Int, why: String) {
    self.rows = rows
    self.why = why
  }

  // Qualtrics writes {"ImportId":"QID1"} in the last header row.
  private static func importRow(_ rows: [[String]]) -> Int? {
    rows.prefix(4).firstIndex { row in
      let filled = row.filter { !$0.isEmpty }
      return filled.count > 1 && filled.count { $0.hasPrefix("{\"ImportId\"") } * 2 > filled.count
    }
  }

  // SurveyMonkey writes "Response" or "Open-Ended Response" below a question with one answer,
  // and nothing below the columns that it keeps for itself.
  private static func isAnswerKindRow(_ row: [String]) -> Bool {
    let kinds = ["response", "open-ended response"]
    return row.first?.isEmpty == true && row.contains { kinds.contains($0.lowercased()) }
  }

  // A question over several columns stands once, and the blanks after it mean that it goes on.
  private static func continues(_ top: [String], in second: [String]) -> Bool {
    guard let begin = top.firstIndex(where: { !$0.isEmpty }),
      let end = second.lastIndex(where: { !$0.isEmpty })
    else { return false }
    let blanks = top.indices.filter { $0 > begin && $0 <= end && top[$0].isEmpty }
    guard blanks.count >= 2, blanks.count * 10 >= top.count else { return false }
    let named = blanks.filter { $0 < second.count && second[$0].contains(where: \.isLetter) }
    return named.count * 10 >= blanks.count * 9
  }

  /// Whether a row has values and no names: shown by numbers alone, or by an e-mail address, or
  /// by dates, decimals and long numbers above others of the same kind where no name stands above
  /// such.
  private static func isData(_ top: [String], others: ArraySlice<[String]>) -> Bool {
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
