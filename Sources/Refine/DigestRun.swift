import Records

/// Entries in the order of their digests in a temporary file, with what tells in memory whether
/// and where to look: a filter, and the first digest of each page.
final class DigestRun {
  /// The number of entries that are read at once when one is looked for: four kibibytes.
  static let pageLength = 204

  /// How many times its entries have been merged.
  let level: Int
  let count: Int
  private let file: InputFile
  private let filter: DigestFilter
  private let pages: [ContentDigest]

  fileprivate init(
    level: Int, count: Int, file: InputFile, filter: consuming DigestFilter,
    pages: [ContentDigest]
  ) {
    self.level = level
    self.count = count
    self.file = file
    self.filter = filter
    self.pages = pages
  }

  /// The number of bytes that it takes in memory.
  var byteCount: Int { filter.byteCount + pages.count * MemoryLayout<ContentDigest>.stride }

  /// Whether the run may hold a digest; `false` is sure.
  @inline(__always)
  func mayContain(_ digest: ContentDigest) -> Bool { filter.mayContain(digest) }

  /// Asks for what `mayContain` looks at.
  @inline(__always)
  func fetch(_ digest: ContentDigest) { filter.fetch(digest) }

  /// The number of the submission with which a digest came, or `nil`.
  func sequence(of digest: ContentDigest) throws(SourceError) -> UInt32? {
    // The page is the last whose first digest does not come after this one.
    let page = Self.firstPlace(in: pages.indices) { digest.precedes(pages[$0]) } - 1
    guard page >= 0 else { return nil }
    let start = page * Self.pageLength
    let entries = try entries(in: start..<min(start + Self.pageLength, count))
    let place = Self.firstPlace(in: entries.indices) { !entries[$0].digest.precedes(digest) }
    return place < entries.count && entries[place].digest == digest
      ? entries[place].sequence : nil
  }

  /// Reads a part of the file.
  func entries(in range: Range<Int>) throws(SourceError) -> [DigestEntry] {
    var entries = [DigestEntry](repeating: .none, count: range.count)
    let stride = MemoryLayout<DigestEntry>.stride
    try entries.withUnsafeMutableBufferPointer { (buffer) throws(SourceError) in
      try file.read(
        at: range.lowerBound * stride, into: UnsafeMutableRawBufferPointer(buffer))
    }
    return entries
  }

  /// The first place from which on something is true, by halving.
  private static func firstPlace(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Writes a run; the entries are given in the order of their digests.
struct DigestRunWriter: ~Copyable {
  private let level: Int
  private let file: TemporaryFile
  private let filter: DigestFilter
  private var pages: [ContentDigest] = []
  private var count = 0

  init(level: Int, capacity: Int, folder: String?) throws(SourceError) {
    self.level = level
    file = try TemporaryFile(in: folder)
    filter = DigestFilter(capacity: capacity)
    pages.reserveCapacity(capacity / DigestRun.pageLength + 1)
  }

  mutating func append(_ entries: [DigestEntry]) throws(SourceError) {
    for entry in entries {
      if count % DigestRun.pageLength == 0 { pages.append(entry.digest) }
      filter.insert(entry.digest)
      count += 1
    }
    try entries.withUnsafeBufferPointer { (entries) throws(SourceError) in
      try file.append(UnsafeRawBufferPointer(entries))
    }
  }

  consuming func finish() throws(SourceError) -> DigestRun {
    let file = try file.finish()
    return DigestRun(level: level, count: count, file: file, filter: filter, pages: pages)
  }
}
