// Finds where records end, by the quotes, without looking at every byte.
//
// It has to see the same record ends as one pass over the whole file, so it follows the rules of
// libcsv when it is not strict, but for one:
// - A quote opens a quoted field only where a field begins: after a delimiter, a line end or the
//   start of the file, with blanks between allowed. Elsewhere in an unquoted field it is text.
// - In a quoted field, a quote closes the field if a delimiter or a line end follows, with
//   blanks between allowed. A second quote at once is an escaped one. Anything else, also a
//   second quote after blanks: the quote is a stray one.
// - After a stray quote the field goes on, still quoted, if a later quote on the same line closes
//   it. To libcsv it goes on in any case, and one such quote takes all records up to the next
//   quote that happens to close. Here the field goes on as an unquoted one, to the next delimiter
//   or the line end. So a field with a stray quote ends on the line where that stands.
// The stray quotes are written down for the parser, which has to be of the same opinion.
// The stretches between quotes are crossed with `memchr`.
struct RecordScanner {
  enum Mode {
    case unquoted
    case quoted
    // After a quote in a quoted field, until what follows says whether it closed the field.
    case afterQuote
    // After a stray quote, until the rest of its line says whether the field is still quoted.
    case afterStrayQuote
  }

  private let dialect: CSVDialect
  private(set) var mode = Mode.unquoted
  // How far the bytes have been scanned.
  private(set) var position = 0
  // After the last record end that was seen, and after the first; 0 when none was seen.
  private(set) var lastCut = 0
  private(set) var firstCut = 0
  // The length of the first record without its line end.
  private(set) var firstLength = 0
  // Where the quoted field that is open, or was open last, begins.
  private var quoteOffset = 0
  // The stray quotes of the bytes at hand, in order. While the rest of a line is being read, those
  // from `firstAhead` on are there only if the field turns out to be unquoted.
  private var strayQuotes: [StrayQuote] = []
  private var firstAhead = 0
  private var ahead: LineAhead
  // Whether no field had begun where the bytes at hand begin.
  private var fieldNotBegun = true
  private var blanksAfterQuote = false

  init(_ dialect: CSVDialect) {
    self.dialect = dialect
    ahead = LineAhead(dialect)
  }

  // Where the quoted field begins that is open here, or may be still: negative when that was
  // dropped, and `nil` when none is.
  var openQuote: Int? {
    switch mode {
    case .unquoted: nil
    case .quoted, .afterQuote: quoteOffset
    case .afterStrayQuote: ahead.openQuote
    }
  }

  // The stray quotes before `offset`, where a record ends.
  func strayQuotes(before offset: Int) -> ArraySlice<StrayQuote> {
    strayQuotes.prefix { $0.offset < offset }
  }

  // Scans the bytes from `position` on. With more bytes to come, a CR at the very end is left
  // for later: an LF may follow it.
  mutating func scan(_ base: UnsafePointer<UInt8>, count: Int, isFinal: Bool) {
    var end = count
    if !isFinal && end > position && base[end - 1] == ByteSearch.carriageReturn { end -= 1 }
    while position < end {
      switch mode {
      case .unquoted: crossStretch(base, end)
      case .quoted:
        let quote = ByteSearch.first(dialect.quote, base, from: position, to: end)
        position = quote
        if quote < end {
          position = quote + 1
          blanksAfterQuote = false
          mode = .afterQuote
        }
      case .afterQuote: judgeQuote(base, end)
      case .afterStrayQuote: lookAhead(base, end)
      }
    }
    if isFinal && mode == .afterStrayQuote { settle(ahead.verdictAtEnd) }
    if isFinal && mode != .quoted && count > lastCut {
      if firstCut == 0 {
        firstCut = count
        firstLength = count
      }
      lastCut = count
    }
  }

  @inline(__always)
  private mutating func crossStretch(_ base: UnsafePointer<UInt8>, _ end: Int) {
    let quote = ByteSearch.first(dialect.quote, base, from: position, to: end)
    if let lineEnd = ByteSearch.lastLineEnd(base, from: position, to: quote) {
      if firstCut == 0 { noteFirstCut(base, quote) }
      lastCut = lineEnd + 1
    }
    position = quote
    guard quote < end else { return }
    position = quote + 1
    if opensField(base, quote) {
      quoteOffset = quote
      mode = .quoted
    }
  }

  private mutating func noteFirstCut(_ base: UnsafePointer<UInt8>, _ end: Int) {
    var index = position
    while index < end && base[index] != ByteSearch.lineFeed
      && base[index] != ByteSearch.carriageReturn
    {
      index += 1
    }
    firstLength = index
    let isPair =
      index + 1 < end && base[index] == ByteSearch.carriageReturn
      && base[index + 1] == ByteSearch.lineFeed
    firstCut = index + (isPair ? 2 : 1)
  }

  // Whether no field has begun at `offset`: back over blanks stands a delimiter or a line end.
  @inline(__always)
  private func opensField(_ base: UnsafePointer<UInt8>, _ offset: Int) -> Bool {
    var index = offset - 1
    while index >= 0 && dialect.isBlank(base[index]) { index -= 1 }
    guard index >= 0 else { return fieldNotBegun }
    let byte = base[index]
    return byte == dialect.delimiter || byte == ByteSearch.lineFeed
      || byte == ByteSearch.carriageReturn
  }

  @inline(__always)
  private mutating func judgeQuote(_ base: UnsafePointer<UInt8>, _ end: Int) {
    while position < end {
      let byte = base[position]
      if byte == dialect.delimiter || byte == ByteSearch.lineFeed
        || byte == ByteSearch.carriageReturn
      {
        // Where every field is quoted, the next one often begins at once.
        if byte == dialect.delimiter && position + 1 < end && base[position + 1] == dialect.quote {
          quoteOffset = position + 1
          position += 2
          mode = .quoted
        } else {
          mode = .unquoted
        }
        return
      }
      if dialect.isBlank(byte) {
        blanksAfterQuote = true
        position += 1
      } else if byte == dialect.quote && !blanksAfterQuote {
        mode = .quoted
        position += 1
        return
      } else {
        noteStrayQuote(base)
        return
      }
    }
  }

  // The byte at `position` says that the quote before it, with blanks between, is a stray one.
  @inline(never)
  private mutating func noteStrayQuote(_ base: UnsafePointer<UInt8>) {
    var quote = position - 1
    // It is not there any more only where its record is beyond the limit, and of no interest.
    while quote >= 0 && base[quote] != dialect.quote { quote -= 1 }
    firstAhead = strayQuotes.count
    strayQuotes.append(StrayQuote(at: quote, endsQuoting: true))
    ahead = LineAhead(dialect)
    mode = .afterStrayQuote
  }

  @inline(never)
  private mutating func lookAhead(_ base: UnsafePointer<UInt8>, _ end: Int) {
    if let verdict = ahead.read(base, from: &position, to: end, strayQuotes: &strayQuotes) {
      settle(verdict)
    }
  }

  private mutating func settle(_ verdict: LineAhead.Verdict) {
    switch verdict {
    case .closes:
      if firstAhead < strayQuotes.count {
        let first = StrayQuote(at: strayQuotes[firstAhead].offset, endsQuoting: false)
        strayQuotes.replaceSubrange(firstAhead..., with: CollectionOfOne(first))
      }
      mode = .afterQuote
    case .unquoted: mode = .unquoted
    case .unquotedThenOpen:
      quoteOffset = ahead.quoteOffset
      mode = .quoted
    }
  }

  // Forgets the first `count` bytes, which are at `base` still and have been scanned: what
  // comes after them will be at the beginning.
  mutating func drop(_ count: Int, _ base: UnsafePointer<UInt8>) {
    precondition(count <= position, "bytes are dropped after they were scanned")
    if mode == .unquoted { fieldNotBegun = opensField(base, count) }
    position -= count
    quoteOffset -= count
    ahead.moveBack(count)
    if !strayQuotes.isEmpty { dropStrayQuotes(count) }
    lastCut = 0
    firstCut = 0
    firstLength = 0
  }

  private mutating func dropStrayQuotes(_ count: Int) {
    let dropped = strayQuotes(before: count).count
    strayQuotes.removeFirst(dropped)
    // Fewer than were there before are dropped only with the record that they stand in.
    firstAhead = max(firstAhead - dropped, 0)
    for index in strayQuotes.indices { strayQuotes[index].moveBack(count) }
  }
}
