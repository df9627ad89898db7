import Records

/// A stretch of a CSV file that holds whole records only, as UTF-8.
///
/// A block is filled by a `CSVBlockReader` and parsed by a `CSVParser`, often by one of several
/// at the same time, and then used again. It has one owner at a time and is handed over, never
/// shared: that is what makes `Sendable` true.
public final class CSVBlock: @unchecked Sendable {
  /// The place of the block in the file: 0, 1, 2 and so on.
  public internal(set) var sequence = 0
  /// The line of the file on which the block begins, counted from 1.
  public internal(set) var firstLine = 1
  /// The number of line ends in the block.
  public internal(set) var lineCount = 0
  /// Records that stood after those of this block and are not delivered, one problem for each.
  ///
  /// `recordTooLong` and `unterminatedQuote`. Each counts as one record read and rejected; the
  /// parser passes them on in `RecordBatch.undelivered`.
  public internal(set) var rejected: [RecordProblem] = []

  // The stray quotes of the records, in order: those that end the quoting of their field, which the
  // parser has to read in another way than libcsv, and the others, which are only to be told.
  var strayQuotes: [StrayQuote] = []
  var hasLoneCarriageReturns = false
  private(set) var base: UnsafeMutablePointer<UInt8>
  /// The number of bytes that the block has room for.
  public private(set) var capacity: Int
  var count = 0

  /// Makes an empty block.
  public init() {
    capacity = 256
    base = .allocate(capacity: capacity)
  }

  // A block of its own for bytes that are whole records already.
  convenience init(
    _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, strayQuotes: some Sequence<StrayQuote>
  ) {
    self.init()
    append(bytes)
    self.strayQuotes.append(contentsOf: strayQuotes)
    self.firstLine = firstLine
    countLines()
  }

  deinit { base.deallocate() }

  /// The bytes of the records; the pointer is good until the block is filled again.
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  func reset(sequence: Int, firstLine: Int) {
    self.sequence = sequence
    self.firstLine = firstLine
    lineCount = 0
    rejected.removeAll(keepingCapacity: true)
    strayQuotes.removeAll()
    hasLoneCarriageReturns = false
    count = 0
  }

  // Room for `capacity` bytes; what is there is kept. A block that once held a very long record
  // is made small again when it is empty.
  func reserve(_ capacity: Int) {
    let isOversized = count == 0 && self.capacity > 4 * capacity
    guard self.capacity < capacity || isOversized else { return }
    let replacement = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    replacement.update(from: base, count: count)
    base.deallocate()
    base = replacement
    self.capacity = capacity
  }

  func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let start = source.baseAddress, !source.isEmpty else { return }
    if capacity < count + source.count { reserve(count + source.count) }
    (base + count).update(from: start, count: source.count)
    count += source.count
  }

  // Takes the first `dropped` bytes away.
  func removeFirst(_ dropped: Int) {
    guard dropped > 0 else { return }
    base.update(from: base + dropped, count: count - dropped)
    count -= dropped
  }

  func countLines() {
    let counted = LineCounter.count(bytes)
    lineCount = counted.lineEnds
    hasLoneCarriageReturns = counted.loneCarriageReturns > 0
  }
}
