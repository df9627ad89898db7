// Reads the rest of a line after a stray quote, and says how the field goes on.
//
// Both readings are followed at the same time, so that nothing has to be read again, however long
// the line is and in however many pieces it comes:
// - Still quoted, as libcsv reads it: right when a later quote on the line closes the field.
// - Not quoted from the stray quote on: right when none does. The field ends at the next
//   delimiter, and other fields may follow. In those, a stray quote needs no look of its own: what
//   could close its field would have closed the first one.
struct LineAhead {
  enum Verdict {
    case closes
    case unquoted
    // And a later field of the line is quoted and open where the line ends.
    case unquotedThenOpen
  }

  private enum State {
    case fieldNotBegun
    case inField
    case quoted
    case afterQuote
    case afterQuoteAndBlanks
  }

  private let dialect: CSVDialect
  private var ifQuoted = State.quoted
  private var ifUnquoted = State.inField
  // In the second reading, the last quote that was seen in a quoted field.
  private var lastQuote = 0
  // In the second reading, where the quoted field that is open, or was open last, begins.
  private(set) var quoteOffset = 0

  init(_ dialect: CSVDialect) { self.dialect = dialect }

  // In the second reading, where the quoted field begins that is open, or may be still.
  var openQuote: Int? { ifUnquoted == .fieldNotBegun || ifUnquoted == .inField ? nil : quoteOffset }

  // Reads from `position` on, to the byte that decides, which is not passed. The stray quotes of
  // the second reading are added to `strayQuotes`. `nil` when more bytes are needed.
  mutating func read(
    _ base: UnsafePointer<UInt8>, from position: inout Int, to end: Int,
    strayQuotes: inout [StrayQuote]
  ) -> Verdict? {
    while position < end {
      let byte = base[position]
      let isLineEnd = byte == ByteSearch.lineFeed || byte == ByteSearch.carriageReturn
      if isLineEnd { return verdictAtEnd }
      if byte == dialect.delimiter && ifQuoted != .quoted { return .closes }
      stepIfQuoted(byte)
      stepIfUnquoted(byte, position, &strayQuotes)
      position += 1
    }
    return nil
  }

  // The verdict when the line, or the file, ends here.
  var verdictAtEnd: Verdict {
    if ifQuoted != .quoted { return .closes }
    return ifUnquoted == .quoted ? .unquotedThenOpen : .unquoted
  }

  mutating func moveBack(_ count: Int) {
    lastQuote -= count
    quoteOffset -= count
  }

  private mutating func stepIfQuoted(_ byte: UInt8) {
    if ifQuoted != .quoted && dialect.isBlank(byte) {
      ifQuoted = .afterQuoteAndBlanks
    } else if byte == dialect.quote && ifQuoted != .afterQuote {
      ifQuoted = .afterQuote
    } else {
      ifQuoted = .quoted
    }
  }

  private mutating func stepIfUnquoted(
    _ byte: UInt8, _ offset: Int, _ strayQuotes: inout [StrayQuote]
  ) {
    switch ifUnquoted {
    case .fieldNotBegun:
      if byte == dialect.quote {
        quoteOffset = offset
        ifUnquoted = .quoted
      } else if byte != dialect.delimiter && !dialect.isBlank(byte) {
        ifUnquoted = .inField
      }
    case .inField:
      if byte == dialect.delimiter { ifUnquoted = .fieldNotBegun }
    case .quoted:
      if byte == dialect.quote {
        lastQuote = offset
        ifUnquoted = .afterQuote
      }
    case .afterQuote, .afterQuoteAndBlanks:
      if byte == dialect.delimiter {
        ifUnquoted = .fieldNotBegun
      } else if dialect.isBlank(byte) {
        ifUnquoted = .afterQuoteAndBlanks
      } else if byte == dialect.quote && ifUnquoted == .afterQuote {
        ifUnquoted = .quoted
      } else {
        strayQuotes.append(StrayQuote(at: lastQuote, endsQuoting: true))
        ifUnquoted = .inField
      }
    }
  }
}
