/// A text whose words have been found, and the keys of the word forms that are looked up next.
///
/// One of the files with unsafe code: the keys stand in memory of its own.
struct ReadText: ~Copyable {
  /// Where the words are.
  private(set) var scanner: TextScanner
  /// The number of runs.
  private(set) var runCount = 0
  /// The keys of two blocks of runs, those with even and those with odd numbers in turn.
  private let keys: UnsafeMutablePointer<FormKey>

  init() {
    scanner = TextScanner()
    keys = .allocate(capacity: 2 * FormTable.blockSize)
  }

  deinit { keys.deallocate() }

  /// Finds the words of a text, and asks for the memory in which the first of them are known.
  ///
  /// A text that is padded is not copied; see ``TextScanner/scan(_:isPadded:)``.
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, isPadded: Bool, asking table: FormTable
  ) {
    runCount = scanner.scan(text, isPadded: isPadded)
    fetch(block: 0, asking: table)
  }

  /// The runs of a block; none after the last one.
  @inline(__always)
  func runs(ofBlock block: Int) -> Range<Int> {
    let start = min(block &* FormTable.blockSize, runCount)
    return start..<min(start &+ FormTable.blockSize, runCount)
  }

  /// Makes the keys of a block, and asks for the memory in which they are known.
  @inline(__always)
  func fetch(block: Int, asking table: FormTable) {
    table.fetch(runs: runs(ofBlock: block), of: scanner, into: keys(ofBlock: block))
  }

  /// The keys of a block that has been fetched, and after which only the next one has been.
  @inline(__always)
  func keys(ofBlock block: Int) -> UnsafeMutablePointer<FormKey> {
    keys + (block & 1) &* FormTable.blockSize
  }
}
