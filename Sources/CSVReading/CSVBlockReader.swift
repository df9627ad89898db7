import Records

/// Cuts a CSV file into blocks of whole records.
///
/// The cut is exact: parsing the blocks one by one, in any order, gives the records that one
/// pass over the whole file would give, stray and missing quotes included; see ``CSVParser`` for
/// the rules. Memory is bounded by
/// the limits: a longer record is skipped and reported.
public final class CSVBlockReader {
  /// The source that the reader reads; its problems and counts are of interest at the end.
  public let source: UTF8Source
  /// The dialect of the file.
  public let dialect: CSVDialect
  /// The number of bytes in a block, unless one record is longer.
  public let blockSize: Int
  /// How much the file may ask for.
  public let limits: CSVLimits
  /// The number of columns that the batches will have, by which blocks are cut; see
  /// ``CSVLimits/cells``.
  ///
  /// Reading the header sets it to the number of its fields. Without header rows it is 1 until a
  /// caller sets it.
  public var columnCount = 1 {
    willSet { precondition(newValue > 0, "a block is for at least one column") }
  }

  private var scanner: RecordScanner
  // What was read and not delivered yet. It is at the beginning of the next block.
  private let pending = CSVBlock()
  // The number of bytes to read for the next block; smaller than `blockSize` for a while after a
  // block that had too many cells.
  private var nextSize: Int
  private var line = 1
  private var sequence = 0
  private var hasBegun = false
  private var sourceHasEnded = false
  private var hasFinished = false

  /// Makes a reader at the beginning of a source.
  public init(
    _ source: UTF8Source, dialect: CSVDialect, blockSize: Int = 1 << 20,
    limits: CSVLimits = CSVLimits()
  ) {
    self.source = source
    self.dialect = dialect
    // A block may get a few bytes more. It is to stay below the limit all the same: then only
    // the first record of a block that grew can be beyond the limit, and no other is measured.
    self.blockSize = min(max(blockSize, 1), limits.recordBytes - 4)
    self.limits = limits
    nextSize = self.blockSize
    scanner = RecordScanner(dialect)
  }

  /// Reads the first records as header rows; the blocks begin after them.
  ///
  /// Call it once, before the first block, also for a file without header rows (0): a line that
  /// says the delimiter is passed over here. Blank lines before and between are passed over. A
  /// record beyond a limit ends the header, and the blocks begin with it.
  public func readHeader(rows: Int) throws(SourceError) -> CSVHeader {
    precondition(!hasBegun, "the header is read once, before the first block")
    hasBegun = true
    var header = HeaderBuilder(dialect: dialect, rows: rows, limits: limits)
    while !header.isComplete {
      guard let end = try endOfRecord(&header.problems) else { break }
      let record = UnsafeBufferPointer(rebasing: pending.bytes[..<end])
      guard header.add(record, line: line) else { break }
      line += LineCounter.count(record).lineEnds
      pending.removeFirst(end)
    }
    columnCount = max(columnCount, header.header.fieldCount)
    return header.header
  }

  /// Fills `block` with the next whole records.
  ///
  /// - Returns: `false` at the end of the file. A block may have no records and yet a rejected
  ///   one.
  public func next(into block: CSVBlock) throws(SourceError) -> Bool {
    if !hasBegun { _ = try readHeader(rows: 0) }
    while !hasFinished {
      try fillNext(block)
      guard block.count == 0 && block.rejected.isEmpty else {
        sequence += 1
        return true
      }
    }
    return false
  }

  private func fillNext(_ block: CSVBlock) throws(SourceError) {
    block.reset(sequence: sequence, firstLine: line)
    var goal = max(nextSize, pending.count)
    block.reserve(goal)
    block.append(pending.bytes)
    pending.count = 0
    while true {
      try fill(block, to: goal)
      scanner.scan(block.base, count: block.count, isFinal: sourceHasEnded)
      if scanner.firstLength > limits.recordBytes {
        try skipRecord(block)
        break
      }
      if scanner.lastCut > 0 || sourceHasEnded {
        deliver(block)
        break
      }
      // Two bytes more than the limit, so that a CR LF after the longest record is seen.
      if goal >= limits.recordBytes + 2 {
        try skipRecord(block)
        break
      }
      goal = min(goal * 2, limits.recordBytes + 2)
      block.reserve(goal)
    }
  }

  private func fill(_ block: CSVBlock, to goal: Int) throws(SourceError) {
    while !sourceHasEnded && block.count < goal {
      // A source wants room for the longest character; the few bytes more are harmless.
      let wanted = max(goal - block.count, 4)
      if block.capacity < block.count + wanted { block.reserve(block.count + wanted) }
      let count = try source.read(
        into: UnsafeMutableBufferPointer(start: block.base + block.count, count: wanted))
      if count == 0 { sourceHasEnded = true }
      block.count += count
    }
  }

  private func deliver(_ block: CSVBlock) {
    let all = block.bytes
    let cut = scanner.lastCut
    block.count = cut
    block.countLines()
    if let early = cutByCells(block) {
      pending.append(UnsafeBufferPointer(rebasing: all[early...]))
      block.strayQuotes.append(contentsOf: scanner.strayQuotes(before: early))
      scanner = RecordScanner(dialect)
      block.count = early
      block.countLines()
      line += block.lineCount
      nextSize = min(max(2 * early, 1 << 12), blockSize)
      return
    }
    block.strayQuotes.append(contentsOf: scanner.strayQuotes(before: cut))
    nextSize = min(2 * nextSize, blockSize)
    if sourceHasEnded {
      hasFinished = true
      if cut < all.count {
        let opened = UnsafeBufferPointer(rebasing: all[..<(scanner.openQuote ?? cut)])
        reject(
          block, openedOnLine: line + lineEnds(in: opened), firstLine: line + block.lineCount,
          lastLine: line + lineEnds(in: all))
      }
    } else {
      pending.append(UnsafeBufferPointer(rebasing: all[cut...]))
    }
    scanner.drop(cut, block.base)
    line += block.lineCount
  }

  // Where to cut a block of whole records that has more lines than its cells allow: after the last
  // record within them, or else after the first. `nil` when there is nothing to cut.
  private func cutByCells(_ block: CSVBlock) -> Int? {
    let lines = max(limits.cells / columnCount, 1)
    guard block.lineCount > lines else { return nil }
    var end = 0
    for _ in 0..<lines {
      guard
        let next = ByteSearch.afterLine(block.base, from: end, to: block.count, isFinal: true)
      else { return nil }
      end = next
    }
    var first = RecordScanner(dialect)
    first.scan(block.base, count: end, isFinal: false)
    let cut = first.lastCut > 0 ? first.lastCut : scanner.firstCut
    return cut < block.count ? cut : nil
  }

  // The record at the beginning of the block is longer than the limit: it is read to its end in
  // pieces, which are thrown away. What comes after it is kept for the next block.
  private func skipRecord(_ block: CSVBlock) throws(SourceError) {
    let firstLine = line
    var openedOnLine = line
    var skippedBytes = 0
    var isBlank = true
    while true {
      if scanner.firstCut > 0 || sourceHasEnded { break }
      if let quote = scanner.openQuote, quote >= 0 {
        let opened = UnsafeBufferPointer(rebasing: block.bytes[..<quote])
        openedOnLine = line + lineEnds(in: opened)
      }
      let scanned = scanner.position
      line += lineEnds(in: UnsafeBufferPointer(rebasing: block.bytes[..<scanned]))
      skippedBytes += scanned
      isBlank = isBlank && self.isBlank(block.bytes[..<scanned])
      scanner.drop(scanned, block.base)
      block.removeFirst(scanned)
      try fill(block, to: max(blockSize, block.count + 4))
      scanner.scan(block.base, count: block.count, isFinal: sourceHasEnded)
    }
    if scanner.mode != .quoted || scanner.firstCut > 0 {
      let cut = scanner.firstCut
      // A very long line of blanks is still no record.
      if !isBlank || !self.isBlank(block.bytes[..<scanner.firstLength]) {
        block.rejected.append(
          RecordProblem(
            .recordTooLong, line: firstLine, expected: limits.recordBytes,
            found: skippedBytes + scanner.firstLength, detail: "bytes in the record"))
      }
      line += lineEnds(in: UnsafeBufferPointer(rebasing: block.bytes[..<cut]))
      pending.append(UnsafeBufferPointer(rebasing: block.bytes[cut...]))
      scanner = RecordScanner(dialect)
    } else {
      if let quote = scanner.openQuote, quote >= 0 {
        let opened = UnsafeBufferPointer(rebasing: block.bytes[..<quote])
        openedOnLine = line + lineEnds(in: opened)
      }
      let last = line + lineEnds(in: block.bytes)
      reject(block, openedOnLine: openedOnLine, firstLine: firstLine, lastLine: last)
      hasFinished = true
    }
    block.count = 0
  }

  private func reject(
    _ block: CSVBlock, openedOnLine: Int, firstLine: Int, lastLine: Int
  ) {
    block.rejected.append(
      RecordProblem(
        .unterminatedQuote, line: openedOnLine,
        detail: "the record begins on line \(firstLine), and the open quote takes everything to"
          + " the end of the file on line \(lastLine)"))
  }

  private func isBlank(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.allSatisfy { dialect.isBlank($0) }
  }

  private func lineEnds(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    LineCounter.count(bytes).lineEnds
  }

  // The offset after the record that `pending` begins with; reads on until it is there. `nil`
  // at the end of the file and for a record that cannot be read, which stays in `pending`. What
  // it says does not depend on how much is read at a time, so a record beyond the limit, which
  // may be seen whole or not, has no size here: the blocks will tell it.
  private func endOfRecord(_ problems: inout [RecordProblem]) throws(SourceError) -> Int? {
    var scanner = RecordScanner(dialect)
    var searched = 0
    func isTooLong(_ length: Int) -> Bool {
      guard length > limits.recordBytes else { return false }
      problems.append(
        RecordProblem(
          .recordTooLong, line: line, expected: limits.recordBytes, detail: "bytes in the record"))
      return true
    }
    while true {
      if let end = ByteSearch.afterLine(
        pending.base, from: searched, to: pending.count, isFinal: sourceHasEnded)
      {
        // To the scanner every line is final: its end is known.
        scanner.scan(pending.base, count: end, isFinal: true)
        if scanner.lastCut == end { return isTooLong(scanner.firstLength) ? nil : end }
        searched = end
        continue
      }
      if sourceHasEnded {
        guard pending.count > 0, !isTooLong(pending.count) else { return nil }
        scanner.scan(pending.base, count: pending.count, isFinal: true)
        if scanner.lastCut == pending.count { return pending.count }
        problems.append(RecordProblem(.unterminatedQuote, line: line))
        return nil
      }
      // Two bytes more than the limit, so that a CR LF after the longest record is seen.
      if pending.count >= limits.recordBytes + 2 {
        _ = isTooLong(pending.count)
        return nil
      }
      let goal = min(max(blockSize, pending.count * 2), limits.recordBytes + 2)
      pending.reserve(goal)
      try fill(pending, to: goal)
    }
  }
}
