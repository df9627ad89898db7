internal import CPrefetch
import Records

/// The digests that are held in memory, in the order in which they came, and a table of where
/// each of them is.
///
/// One of the files with unsafe code. The table has open addressing and linear probing, four bytes
/// a place, at most seven places of ten filled; it doubles when it is fuller. A place holds the
/// number of an entry, counted from 1, and in the bits above it, as many as the limit leaves, a
/// mark: a few bits of the digest. So most searches end in one cache line of a table of a few
/// megabytes, where entries of 20 bytes in the table itself would take five times as many lines,
/// and pages of memory that the processor has to look up. An entry is only looked at when its
/// mark is the one that is sought.
///
/// Digests are evenly spread already, so the high bits of the digest itself are its place. That
/// keeps the table nearly in the order in which a run is written.
struct DigestTable: ~Copyable {
  /// The most digests that it will hold.
  let limit: Int
  /// The number of digests.
  private(set) var count = 0

  private var places: UnsafeMutablePointer<UInt32>
  private var placeCount = 1024
  /// How far the low half of a digest is shifted to give its place.
  private var shift: UInt64 = 54
  private var entries: UnsafeMutablePointer<DigestEntry>
  /// The bits of a place that hold the number of an entry.
  private let numberMask: UInt32

  /// The number of entries that are given to a run at once, or a few more.
  private static let chunk = 16 * DigestRun.pageLength
  /// How many places ahead of its use an entry is asked for while a run is written.
  private static let distance = 16

  /// Makes an empty table for at most so many digests, one or more.
  init(limit: Int) {
    self.limit = min(max(limit, 1), Int(UInt32.max))
    numberMask = UInt32.max >> UInt32(truncatingIfNeeded: UInt32(self.limit).leadingZeroBitCount)
    (places, entries) = Self.allocate(places: placeCount, limit: self.limit)
  }

  deinit { places.deallocate() }

  /// Whether no other digest can be added.
  var isFull: Bool { count >= limit }

  /// The number of bytes that the table takes.
  var byteCount: Int {
    placeCount * MemoryLayout<UInt32>.stride
      + Self.entryCount(placeCount, limit) * MemoryLayout<DigestEntry>.stride
  }

  /// Asks for the place of a digest that will be sought soon.
  @inline(__always)
  func fetch(_ digest: ContentDigest) { prefetch(places + Int(digest.low >> shift)) }

  /// Where a digest is or belongs, and the number of the submission that came with it when it is
  /// there.
  @inline(__always)
  func search(_ digest: ContentDigest) -> (place: Int, sequence: UInt32?) {
    let mark = mark(of: digest)
    var place = Int(digest.low >> shift)
    while places[place] != 0 {
      if places[place] & ~numberMask == mark {
        let entry = entry(at: place)
        if entry.digest == digest { return (place, entry.sequence) }
      }
      place = (place &+ 1) & (placeCount &- 1)
    }
    return (place, nil)
  }

  /// Adds a digest at the place that a search for it gave; the table is not full.
  mutating func insert(_ digest: ContentDigest, sequence: UInt32, at place: Int) {
    (entries + count).initialize(to: DigestEntry(digest, sequence: sequence))
    count += 1
    places[place] = mark(of: digest) | UInt32(truncatingIfNeeded: count)
    if count < limit, count >= Self.entryCount(placeCount, limit) { grow() }
  }

  /// Gives all entries to a run, in the order of their digests, and empties the table.
  mutating func move(to run: inout DigestRunWriter) throws(SourceError) {
    // Those that found no place before the table's end stand at its beginning, and come last.
    var wrapped: [DigestEntry] = []
    var sorted: [DigestEntry] = []
    sorted.reserveCapacity(2 * Self.chunk)
    for place in 0..<placeCount {
      if place + Self.distance < placeCount {
        prefetch(entries + number(at: place + Self.distance))
      }
      if places[place] != 0 {
        let entry = entry(at: place)
        if Int(entry.low >> shift) > place {
          wrapped.append(entry)
        } else {
          Self.put(entry, in: &sorted)
        }
      } else if sorted.count >= Self.chunk {
        // What stands after an empty place comes after all that stands before it.
        try run.append(sorted)
        sorted.removeAll(keepingCapacity: true)
      }
    }
    for entry in wrapped { Self.put(entry, in: &sorted) }
    try run.append(sorted)
    places.update(repeating: 0, count: placeCount)
    count = 0
  }

  /// Puts an entry in its place among others that are in order.
  ///
  /// They come nearly in that order, so that each has to pass a few others only.
  private static func put(_ entry: DigestEntry, in sorted: inout [DigestEntry]) {
    let digest = entry.digest
    var place = sorted.count
    while place > 0, digest.precedes(sorted[place - 1].digest) { place -= 1 }
    sorted.insert(entry, at: place)
  }

  /// The bits of a digest that stand with its number; its place says nothing about them.
  @inline(__always)
  private func mark(of digest: ContentDigest) -> UInt32 {
    UInt32(truncatingIfNeeded: digest.high >> 32) & ~numberMask
  }

  @inline(__always)
  private func number(at place: Int) -> Int { Int(places[place] & numberMask) }

  @inline(__always)
  private func entry(at place: Int) -> DigestEntry { entries[number(at: place) - 1] }

  private mutating func grow() {
    placeCount *= 2
    shift -= 1
    let old = (places, entries)
    (places, entries) = Self.allocate(places: placeCount, limit: limit)
    entries.moveInitialize(from: old.1, count: count)
    old.0.deallocate()
    for index in 0..<count {
      let digest = entries[index].digest
      var place = Int(digest.low >> shift)
      while places[place] != 0 { place = (place + 1) & (placeCount - 1) }
      places[place] = mark(of: digest) | UInt32(truncatingIfNeeded: index + 1)
    }
  }

  /// The number of entries for which there is room with so many places.
  private static func entryCount(_ places: Int, _ limit: Int) -> Int {
    min(places / 10 * 7, limit)
  }

  /// Makes room for places, which are empty, and the entries that belong to so many.
  ///
  /// One piece of memory for both: it doubles each time, so that the system takes it back whole
  /// when it is no longer used. As two, they left 10 MB of gaps behind.
  private static func allocate(
    places: Int, limit: Int
  ) -> (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<DigestEntry>) {
    let placeBytes = places * MemoryLayout<UInt32>.stride
    let count = entryCount(places, limit)
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: placeBytes + count * MemoryLayout<DigestEntry>.stride,
      alignment: MemoryLayout<UInt32>.alignment)
    let table = memory.bindMemory(to: UInt32.self, capacity: places)
    table.initialize(repeating: 0, count: places)
    return (table, (memory + placeBytes).bindMemory(to: DigestEntry.self, capacity: count))
  }
}
