import Records

// Finds the values of a column that are not UTF-8.
enum UTF8Check {
  // Gives the index of each such value. The column is looked at as a whole, which is fast; only
  // when something is wrong is each value looked at.
  static func invalidValues(of column: borrowing ByteColumn, report: (Int) -> Void) {
    switch verdict(on: column.allBytes) {
    case .ascii: return
    case .valid where valuesBeginWithCharacters(column): return
    default: break
    }
    for index in 0..<column.count where !isValid(column.value(at: index)) { report(index) }
  }

  enum Verdict {
    case ascii
    case valid
    case invalid
  }

  // `UTF8Span` has the last word, but reads text with letters like å one byte at a time. So each
  // stretch is first tested eight bytes at a time for the commonest case: nothing but ASCII
  // and well-formed characters of two bytes. Only a stretch with anything else goes to
  // `UTF8Span`. (5 GB/s instead of 1.5.)
  static func verdict(on bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return .ascii }
    let stretch = 1024
    var isASCII = true
    var start = 0
    guard !isContinuation(base[0]) else { return .invalid }
    // Pairs that reach beyond the end cannot be tested, so the last bytes go to `UTF8Span`.
    while start + stretch < bytes.count {
      switch testPairs(base + start, count: stretch) {
      case .ascii: start += stretch
      case .valid:
        isASCII = false
        start += stretch
      case .invalid:
        isASCII = false
        let end = afterCharacter(base, start + stretch, bytes.count)
        let first = beginOfCharacter(base, start)
        guard isValid(UnsafeBufferPointer(start: base + first, count: end - first)) else {
          return .invalid
        }
        start = end
      }
    }
    let first = beginOfCharacter(base, min(start, bytes.count - 1))
    let rest = UnsafeBufferPointer(start: base + first, count: bytes.count - first)
    guard let text = try? UTF8Span(validating: rest.span) else { return .invalid }
    return isASCII && text.isKnownASCII ? .ascii : .valid
  }

  // Whether every byte of the stretch is ASCII, or the first byte of a character of two bytes
  // with a continuation byte next, or such a continuation byte. `count` is a multiple of 8, and
  // one more byte is readable. `invalid` says only that it is something else.
  //
  // Eight bytes are one word, and the answer for each byte is in its highest bit: the compiler
  // turns this into vector code, which it does not do with comparisons of vectors.
  private static func testPairs(_ base: UnsafePointer<UInt8>, count: Int) -> Verdict {
    let highest: UInt64 = 0x8080_8080_8080_8080
    var all: UInt64 = 0
    var wrong: UInt64 = 0
    for offset in stride(from: 0, to: count, by: 8) {
      let start = UnsafeRawPointer(base + offset)
      let here = start.loadUnaligned(as: UInt64.self)
      let next = (start + 1).loadUnaligned(as: UInt64.self)
      all |= here
      let isFromC0 = here & (here &<< 1)
      let isFromE0 = isFromC0 & (here &<< 2)
      let isFirst = isFromC0 & ~isFromE0
      let isContinued = next & ~(next &<< 1)
      // C0 and C1 are the first bytes of two whose bits 1 to 4 are zero, and never valid.
      let isAboveC1 = (here & 0x1E1E_1E1E_1E1E_1E1E) &+ 0x7E7E_7E7E_7E7E_7E7E
      wrong |= (isFirst ^ isContinued) | isFromE0 | (isFirst & ~isAboveC1)
    }
    if all & highest == 0 && !isContinuation(base[count]) { return .ascii }
    return wrong & highest == 0 ? .valid : .invalid
  }

  private static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  // The first byte of the character that `offset` is in. No character is longer than four.
  private static func beginOfCharacter(_ base: UnsafePointer<UInt8>, _ offset: Int) -> Int {
    var begin = offset
    while begin > 0 && offset - begin < 3 && isContinuation(base[begin]) { begin -= 1 }
    return begin
  }

  private static func afterCharacter(
    _ base: UnsafePointer<UInt8>, _ offset: Int, _ count: Int
  ) -> Int {
    var after = offset
    while after < count && after - offset < 3 && isContinuation(base[after]) { after += 1 }
    return after
  }

  // Two values that are cut in the middle of a character are valid together, and neither is
  // alone.
  private static func valuesBeginWithCharacters(_ column: borrowing ByteColumn) -> Bool {
    for index in 0..<column.count {
      if let first = column.value(at: index).first, isContinuation(first) { return false }
    }
    return true
  }
}
