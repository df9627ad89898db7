import Records

// Finds the values of a column that are not UTF-8.
enum UTF8Check {
  // Gives the index of each such value. The column is looked at as a whole, which is fast; only
  // when something is wrong is each value looked at.
  static func invalidValues(of column: borrowing ByteColumn, report: (Int) -> Void) {
    switch wholeColumn(column.allBytes) {
    case .ascii: return
    case .valid where valuesBeginWithCharacters(column): return
    default: break
    }
    for index in 0..<column.count where wholeColumn(column.value(at: index)) == .invalid {
      report(index)
    }
  }

  private enum Verdict {
    case ascii
    case valid
    case invalid
  }

  private static func wholeColumn(_ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    guard let text = try? UTF8Span(validating: bytes.span) else { return .invalid }
    return text.isKnownASCII ? .ascii : .valid
  }

  // Two values that are cut in the middle of a character are valid together, and neither is
  // alone.
  private static func valuesBeginWithCharacters(_ column: borrowing ByteColumn) -> Bool {
    for index in 0..<column.count {
      if let first = column.value(at: index).first, first & 0xC0 == 0x80 { return false }
    }
    return true
  }
}
