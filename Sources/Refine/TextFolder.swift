internal import CPrefetch

/// Brings a value to its folded form: NFC, one kind of line break, single blanks, nothing
/// invisible.
///
/// One pass. As long as nothing has to be changed nothing is copied, so a value that is
/// already in its folded form, as most are, costs the search for notable bytes and no more.
/// The pass also notes whether the value may hold personal data at all.
///
/// One of the files with unsafe code: it reads the value through its pointer.
struct TextFolder: ~Copyable {
  /// The folded form, when `fold` has said that it differs from the value.
  private(set) var output = ByteBuffer()
  /// How the folded form came from the value.
  private(set) var edits = EditList()
  /// Whether the value has digits enough for a number, or an "at" in one of its forms.
  private(set) var mayHoldPersonalData = false

  // The value under work; only good during `fold`.
  private var base: UnsafePointer<UInt8>
  private var count = 0
  /// How much of the value has been copied to the output or left out of it.
  private var copied = 0
  private var digitCount = 0
  private var digitEnd = 0
  private let composer = LatinComposer.shared

  init() { base = UnsafePointer(output.base) }

  /// Folds a value and says whether the folded form differs from it.
  mutating func fold(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    mayHoldPersonalData = false
    edits.removeAll()
    guard let start = value.baseAddress, value.count > 0 else { return false }
    base = start
    count = value.count
    copied = 0
    digitCount = 0
    output.removeAll()
    if count > Self.longEnough { fetchNext() }

    var index = start[0] == 0x20 ? foldSpace(at: 0) : 0
    var afterBlank: UInt64 = 0
    while index < count {
      if let next = endOfPlainBytes(from: index) {
        index = next
        afterBlank = base[index - 1] == 0x20 ? 0x80 : 0
        continue
      }
      let word = NotableBytes.word(base, at: index, count: count)
      var (notable, endsWithBlank) = NotableBytes.mask(of: word, afterBlank: afterBlank)
      while notable != 0 {
        let next = handle(at: index + notable.trailingZeroBitCount >> 3)
        if next >= index + 8 {
          index = next - 8
          endsWithBlank = 0
          break
        }
        notable &= ~0 << UInt64((next - index) * 8)
      }
      afterBlank = endsWithBlank
      index += 8
    }
    if copied < count, base[count - 1] == 0x20 { _ = foldSpace(at: count - 1) }
    if edits.isEmpty { return false }
    flush(to: count)
    return true
  }

  /// Asks for what stands after the value, which in a column is the next one to be folded.
  ///
  /// Between two texts so much else is done that the processor has given up following them.
  private func fetchNext() {
    for line in 0..<4 { prefetch(base + count + 64 &* line) }
  }

  /// The length from which on a value is a text, and the next one probably too.
  private static let longEnough = 64

  /// Gives the edits away for others, whose storage the next value takes over.
  mutating func exchangeEdits(with others: inout EditList) { swap(&edits, &others) }

  /// Passes over a stretch with no notable byte in it; `nil` when there is one, or the value has no
  /// stretch.
  ///
  /// The last stretch ends with the value, so that it holds bytes once more.
  @inline(__always)
  private func endOfPlainBytes(from index: Int) -> Int? {
    guard index > 0, count > NotableBytes.stretch else { return nil }
    let place = min(index, count - NotableBytes.stretch)
    return NotableBytes.arePlain(at: base + place) ? place + NotableBytes.stretch : nil
  }

  /// Does what the notable byte at `index` asks for; returns where to go on, which is after it.
  private mutating func handle(at index: Int) -> Int {
    let byte = base[index]
    switch byte {
    case 0x30...0x39: return noteDigits(at: index)
    case 0x40:
      mayHoldPersonalData = true
      return index + 1
    case 0x28, 0x3C, 0x5B, 0x7B:
      noteBracket(at: index)
      return index + 1
    case 0x00...0x20, 0x7F: return foldSpace(at: index)
    case 0x80...: break
    default: return index + 1
    }
    let (scalar, length) = Utf8.decode(base, at: index, to: count)
    switch ScalarKind.of(scalar) {
    case .inert: return index + length
    case .digit:
      mayHoldPersonalData = true
      return index + length
    case .blank, .lineBreak, .invisible: return foldSpace(at: index)
    case .joiner:
      return keepsJoiner(at: index, length: length) ? index + length : foldSpace(at: index)
    case .complex: return foldComplex(at: index)
    }
  }

  // MARK: Signs of personal data

  /// Counts digits across what may stand between the groups of one number.
  private mutating func noteDigits(at index: Int) -> Int {
    var end = index
    while end < count, base[end] &- 0x30 < 10 { end += 1 }
    if mayHoldPersonalData { return end }
    var joins = digitCount > 0
    var position = digitEnd
    while joins, position < index {
      switch base[position] {
      case 0x00...0x20, 0x28, 0x29, 0x2B, 0x2D...0x2F, 0x7F...: position += 1
      default: joins = false
      }
    }
    digitCount = (joins ? digitCount : 0) + end - index
    digitEnd = end
    if digitCount >= PersonalDataMasker.fewestDigits { mayHoldPersonalData = true }
    return end
  }

  /// Looks behind a bracket for "at", "a", "@" or "snabel-a".
  private mutating func noteBracket(at index: Int) {
    var position = index + 1
    while position < count, base[position] == 0x20 { position += 1 }
    guard position < count else { return }
    let letter = base[position] | 0x20
    // A byte that is not ASCII, or a control character, may be a blank or something that folding
    // removes.
    if base[position] < 0x20 || letter == 0x61 || letter == 0x73 || letter < 0x28 || letter > 0x7E {
      mayHoldPersonalData = true
    }
  }

  // MARK: White space and what is invisible

  /// Folds the run of white space and invisible characters that holds the one at `index`;
  /// returns its end.
  private mutating func foldSpace(at index: Int) -> Int {
    var start = index
    while start > copied, base[start - 1] == 0x20 { start -= 1 }
    var end = start
    var blanks = 0
    var lines = 0
    scan: while end < count {
      let (scalar, length) = Utf8.decode(base, at: end, to: count)
      switch ScalarKind.of(scalar) {
      case .blank: blanks += 1
      case .lineBreak:
        // CR LF is one line break: the LF counts, the CR before it does not.
        if scalar != 0x0D || end + 1 >= count || base[end + 1] != 0x0A { lines += 1 }
      case .invisible, .joiner: break
      case .inert, .complex, .digit: break scan
      }
      end += length
    }
    let atEdge = end == count || output.count + start - copied == 0
    let folded: StaticString
    if atEdge {
      folded = ""
    } else if lines > 0 {
      folded = lines > 1 ? "\n\n" : "\n"
    } else {
      folded = blanks > 0 ? " " : ""
    }
    let length = folded.utf8CodeUnitCount
    if length == end - start, length == 0 || base[start] == folded.utf8Start[0],
      length < 2 || base[start + 1] == folded.utf8Start[1]
    {
      return end
    }
    flush(to: start)
    let refinedStart = output.count
    output.append(folded.utf8Start, count: length)
    edits.append(original: start..<end, refined: refinedStart..<output.count)
    copied = end
    return end
  }

  /// Whether the joiner is part of how something is written: between two emoji, or between
  /// letters of the scripts from Arabic to Burmese.
  private func keepsJoiner(at index: Int, length: Int) -> Bool {
    guard index + length < count, let before = scalarBefore(index) else { return false }
    return Self.keepsJoiner(
      between: before, and: Utf8.decode(base, at: index + length, to: count).value)
  }

  private static func keepsJoiner(between before: UInt32, and after: UInt32) -> Bool {
    if (0x0600...0x109F).contains(before) { return (0x0600...0x109F).contains(after) }
    return (before == 0xFE0F || isEmoji(before)) && isEmoji(after)
  }

  private static func isEmoji(_ scalar: UInt32) -> Bool {
    scalar >= 0x2190 && Unicode.Scalar(scalar)?.properties.isEmoji == true
  }

  private func scalarBefore(_ index: Int) -> UInt32? {
    if index > copied { return Utf8.scalar(base, before: index, from: copied)?.value }
    return Utf8.scalar(UnsafePointer(output.base), before: output.count, from: 0)?.value
  }

  // MARK: Normal form

  /// Brings the scalar at `index`, with what it may join with, to NFC; returns the end.
  private mutating func foldComplex(at index: Int) -> Int {
    let lead = base[index]
    if index > copied, lead == 0xCC || lead == 0xCD, endsMarks(at: index + 2) {
      let start = Utf8.scalarStart(base, before: index, from: copied)
      let letter = Utf8.decode(base, at: start, to: index).value
      let mark = Utf8.decode(base, at: index, to: count).value
      if let composite = composer.compose(letter, mark) {
        flush(to: start)
        let refinedStart = output.count
        output.append(scalar: composite)
        edits.append(original: start..<index + 2, refined: refinedStart..<output.count)
        copied = index + 2
        return index + 2
      }
      // An ASCII letter with one mark for which there is no composite stays as it is; four
      // marks of the range are themselves written otherwise in NFC.
      let isOther = (0x340...0x341).contains(mark) || (0x343...0x344).contains(mark)
      if letter < 0x80, mark < 0x370, !isOther { return index + 2 }
    }
    return normalizeSegment(at: index)
  }

  /// Whether nothing at `index` can attach to a mark before it, not even behind an invisible
  /// character that is going to be removed.
  @inline(__always)
  private func endsMarks(at index: Int) -> Bool {
    guard index < count else { return index == count }
    let byte = base[index]
    return byte < 0x7F && (byte >= 0x20 || byte == 0x0A) || byte >= 0xC3 && byte < 0xCC
  }

  /// Leaves to `Foundation` the scalar at `index`, the safe scalar before it and all that may
  /// join with them.
  private mutating func normalizeSegment(at index: Int) -> Int {
    flush(to: index)
    var start = output.count
    while let before = Utf8.scalar(UnsafePointer(output.base), before: start, from: 0) {
      let kind = ScalarKind.of(before.value)
      // Nothing joins with white space.
      if kind == .blank || kind == .lineBreak { break }
      start = before.start
      if kind != .complex { break }
    }
    // Edits in these bytes are taken back: a removal leaves a gap in the origins, any other
    // makes the segment one edit.
    let text = edits
    var isWhole = false
    var hasGaps = false
    while let last = edits.edits.last, Int(last.refinedEnd) > start {
      isWhole = isWhole || !last.refined.isEmpty
      hasGaps = true
      start = min(start, Int(last.refinedStart))
      edits.removeLast()
    }
    let origin = edits.edits.last.map { start - Int($0.refinedEnd) + Int($0.originalEnd) } ?? start
    var segment = Segment(
      raw: Array(UnsafeBufferPointer(start: output.base + start, count: output.count - start)),
      origins: (start..<output.count).map { text.originalRange(of: $0..<$0 + 1).lowerBound },
      hasGaps: hasGaps)
    let end = gather(into: &segment, from: index)
    let normal = Normalizer.nfc(segment.raw)
    if !isWhole, !segment.hasGaps, normal == segment.raw { return end }

    output.truncate(to: start)
    var original = origin
    for piece in isWhole ? [] : Normalizer.pieces(of: segment.raw, normalizedTo: normal) {
      let first = segment.origins[piece.raw.lowerBound]
      let last = segment.origins[piece.raw.upperBound - 1] + 1
      let from = output.count
      if first > original { edits.append(original: original..<first, refined: from..<from) }
      output.append(piece.normal)
      if piece.isChanged || last - first > piece.raw.count {
        edits.append(original: first..<last, refined: from..<output.count)
      }
      original = last
    }
    if isWhole {
      output.append(normal)
      edits.append(original: origin..<end, refined: start..<output.count)
    } else if end > original {
      edits.append(original: original..<end, refined: output.count..<output.count)
    }
    copied = end
    return end
  }

  /// Bytes that are to be normalised together, and where in the value each stood.
  private struct Segment {
    var raw: [UInt8]
    var origins: [Int]
    /// Whether something invisible was left out.
    var hasGaps: Bool
  }

  /// Adds the scalars from `index` that may join with those before them, leaving out what is
  /// invisible; returns where the first one stands that may not.
  private func gather(into segment: inout Segment, from index: Int) -> Int {
    var end = index
    var last: UInt32 = 0
    while end < count {
      let (scalar, length) = Utf8.decode(base, at: end, to: count)
      switch ScalarKind.of(scalar) {
      case .complex:
        segment.raw.append(contentsOf: UnsafeBufferPointer(start: base + end, count: length))
        segment.origins.append(contentsOf: end..<end + length)
        last = scalar
      case .invisible: segment.hasGaps = true
      case .joiner:
        if end + length < count,
          Self.keepsJoiner(
            between: last, and: Utf8.decode(base, at: end + length, to: count).value)
        {
          return end
        }
        segment.hasGaps = true
      case .inert, .blank, .lineBreak, .digit: return end
      }
      end += length
    }
    return end
  }

  /// Copies what stands between the last change and `index`.
  @inline(__always)
  private mutating func flush(to index: Int) {
    output.append(base + copied, count: index - copied)
    copied = index
  }
}
