/// Finds e-mail addresses, and those in which "at" is spelled out.
///
/// ```text
/// anna.exempel+dialog@example.se   förnamn@räksmörgås.example   anna (at) example.se
/// anna[at]example[dot]se           anna @ example.com           anna.exempel@kommun
/// ```
///
/// Punctuation after an address is no part of it. A name with a sign before it, "@kommunen", is
/// a name in a social medium and stays.
struct EmailRule {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int

  init(_ text: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>) {
    bytes = base
    count = text.count
  }

  /// Adds every address of the text, in order.
  func find(into hits: inout [MaskingHit]) {
    var search = CandidateSearch(bytes, count: count)
    var index = search.addressSign(from: 0)
    while index < count {
      let lower = hits.last?.end ?? 0
      let hit = bytes[index] == 0x40 ? atSign(at: index, lower) : spelledAt(at: index, lower)
      if let hit { hits.append(hit) }
      index = search.addressSign(from: hit?.end ?? index + 1)
    }
  }

  // MARK: The two forms

  private func atSign(at index: Int, _ lower: Int) -> MaskingHit? {
    let after = skipBlanks(from: index + 1)
    let beforeSign = skipBlanks(before: index, lower)
    // "följ oss @kommunen": a blank before the sign and none after it.
    if beforeSign < index, after == index + 1 { return nil }
    guard let local = localPart(before: beforeSign, lower) else { return nil }
    if let end = domain(from: after, isSpelled: false) {
      return MaskingHit(start: local, end: end, rule: .email)
    }
    guard after == index + 1, hasInnerDot(local, beforeSign), let label = label(from: after),
      let end = topLevelEnd(after, label)
    else { return nil }
    return MaskingHit(start: local, end: end, rule: .emailIncomplete)
  }

  private func spelledAt(at index: Int, _ lower: Int) -> MaskingHit? {
    var position = skipBlanks(from: index + 1)
    let wordStart = position
    while position < count, isASCIILetter(bytes[position]) || bytes[position] == 0x2D {
      position += 1
    }
    let isSign = position == wordStart && position < count && bytes[position] == 0x40
    if isSign { position += 1 }
    let word = lowercased(wordStart, position)
    guard ["at", "a", "snabel-a", "snabela", "@"].contains(word) else { return nil }
    position = skipBlanks(from: position)
    guard position < count, bytes[position] == closer(of: bytes[index]) else { return nil }
    let before = skipBlanks(before: index, lower)
    let after = skipBlanks(from: position + 1)
    // "(a)" with blanks round it is a point of a list.
    if word == "a", before < index || after > position + 1 { return nil }
    guard let local = localPart(before: before, lower),
      let end = domain(from: after, isSpelled: true)
    else { return nil }
    return MaskingHit(start: local, end: end, rule: .emailSpelled)
  }

  // MARK: Local part

  /// Where the local part that ends at `end` begins, or `nil` when there is none.
  private func localPart(before end: Int, _ lower: Int) -> Int? {
    if end > lower + 1, bytes[end - 1] == 0x22 {
      var quote = end - 2
      // Not across a line, nor across what is masked, which stands in brackets.
      while quote > lower, !"\"\n[]".utf8.contains(bytes[quote]) { quote -= 1 }
      if bytes[quote] == 0x22, quote < end - 2 { return quote }
    }
    var start = end
    while let (scalar, position) = Utf8.scalar(bytes, before: start, from: lower) {
      guard isLocal(scalar) else { break }
      start = position
    }
    // Marks of quotation, emphasis and lists before an address are no part of it.
    while start < end, ".-'+*#!$~%^".utf8.contains(bytes[start]) { start += 1 }
    return start < end ? start : nil
  }

  /// What a local part is made of in practice.
  ///
  /// The standard also allows & = / ?, which far
  /// oftener stand before an address in a link than in one.
  private func isLocal(_ scalar: UInt32) -> Bool {
    if scalar >= 0x80 { return isLetter(scalar) || DigitGroups.isIgnorable(scalar) }
    return isAlphanumeric(UInt8(scalar)) || "._%+-'~!#$*^".utf8.contains(UInt8(scalar))
  }

  private func hasInnerDot(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    return (start + 1..<end - 1).contains { bytes[$0] == 0x2E }
  }

  // MARK: Domain

  /// The end of the domain that begins at `start`: labels with dots between them, the last of
  /// two letters or more.
  private func domain(from start: Int, isSpelled: Bool) -> Int? {
    var valid: Int?
    var position = start
    while let end = label(from: position) {
      if position > start, let topLevelEnd = topLevelEnd(position, end) {
        valid = topLevelEnd
      }
      guard let next = dot(at: end, isSpelled: isSpelled) else { break }
      // "… anna@example.se.Sedan": the blank after the full stop was left out.
      if valid == end, end - position <= 3, next < count, isUpper(bytes[next]),
        !(position..<end).contains(where: { isUpper(bytes[$0]) })
      {
        break
      }
      position = next
    }
    return valid
  }

  /// The end of the label that begins at `start`, or `nil` when none does.
  private func label(from start: Int) -> Int? {
    var position = start
    var end = start
    while position < count {
      let (scalar, length) = Utf8.decode(bytes, at: position, to: count)
      let isWord =
        scalar < 0x80
        ? isAlphanumeric(UInt8(scalar)) : isLetter(scalar) || DigitGroups.isIgnorable(scalar)
      guard isWord || scalar == 0x2D && position > start else { break }
      position += length
      if isWord { end = position }
    }
    return end > start ? end : nil
  }

  /// Where a label ends as a top level, which has two letters or more and nothing else.
  ///
  /// Digits behind them belong to what follows: "anna@example.se070-…".
  private func topLevelEnd(_ start: Int, _ end: Int) -> Int? {
    if end - start > 4, lowercased(start, start + 4) == "xn--" { return end }
    var position = start
    while position < end, bytes[position] >= 0x80 || isASCIILetter(bytes[position]) {
      position += 1
    }
    return position - start >= 2 ? position : nil
  }

  /// Where the next label begins when a dot stands at `index`, as a sign or, in an address
  /// that is spelled out, as a word.
  private func dot(at index: Int, isSpelled: Bool) -> Int? {
    if index < count, bytes[index] == 0x2E { return index + 1 }
    guard isSpelled else { return nil }
    let start = skipBlanks(from: index)
    guard start < count else { return nil }
    let close = closer(of: bytes[start])
    let wordStart = close == nil ? start : skipBlanks(from: start + 1)
    var end = wordStart
    while end < count, isASCIILetter(bytes[end]) || bytes[end] == 0x2E { end += 1 }
    guard ["dot", "punkt", "."].contains(lowercased(wordStart, end)) else { return nil }
    guard let close else {
      let next = skipBlanks(from: end)
      return start > index && next > end ? next : nil
    }
    let closing = skipBlanks(from: end)
    guard closing < count, bytes[closing] == close else { return nil }
    return skipBlanks(from: closing + 1)
  }

  // MARK: Characters

  private func closer(of byte: UInt8) -> UInt8? {
    switch byte {
    case 0x28: 0x29
    case 0x3C: 0x3E
    case 0x5B: 0x5D
    case 0x7B: 0x7D
    default: nil
    }
  }

  /// Skips at most two blanks.
  private func skipBlanks(from index: Int) -> Int {
    var position = index
    for _ in 0..<2 where position < count {
      let (scalar, length) = Utf8.decode(bytes, at: position, to: count)
      guard ScalarKind.of(scalar) == .blank else { break }
      position += length
    }
    return position
  }

  private func skipBlanks(before index: Int, _ lower: Int) -> Int {
    var position = index
    for _ in 0..<2 {
      guard let (scalar, start) = Utf8.scalar(bytes, before: position, from: lower),
        ScalarKind.of(scalar) == .blank
      else { break }
      position = start
    }
    return position
  }

  private func isLetter(_ scalar: UInt32) -> Bool {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    if properties.isAlphabetic { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return false
    }
  }

  private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private func isAlphanumeric(_ byte: UInt8) -> Bool { isASCIILetter(byte) || byte &- 0x30 < 10 }

  private func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  private func lowercased(_ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
      .lowercased()
  }
}
