internal import CPrefetch
import DialogueModel
import Records

/// The digests that were met so far, each with the number of the submission that came first.
///
/// The newest are in a table with open addressing and linear probing, 20 bytes a slot, at most
/// seven slots of ten filled; it doubles when it is fuller, up to a limit. At the limit its
/// entries are written to a temporary file in the order of their digests, as a ``DigestRun``, and
/// the table is emptied; eight runs of one size become one. Of each digest in a run eleven bits
/// stay in memory, and the file is only read when they say that a digest may be there. So the
/// answers are exact, and ten million digests take 10 MB for the table and 14 for the rest.
///
/// Digests are evenly spread already, so the high bits of the digest itself are the place. That
/// keeps the table nearly in the order in which it is written.
public struct DigestSet: ~Copyable {
  private var slots: UnsafeMutablePointer<DigestEntry>
  private var slotCount = 1024
  /// How far the low half of a digest is shifted to give its slot.
  private var shift: UInt64 = 54
  /// All-zero marks an empty slot, so the digest that is zero has a place of its own.
  private var zeroSequence: UInt32?
  private var filled = 0
  /// Those that were merged most often first.
  private var runs: [DigestRun] = []
  private let limit: Int
  private let folder: String?

  /// The most digests that are held in memory whole when nothing else is said.
  ///
  /// Twice as many cost the same time.
  public static let standardLimit = 350_000

  /// The number of runs of one level that become one of the next.
  private static let runsPerLevel = 8

  /// Makes an empty set.
  ///
  /// - Parameters:
  ///   - limit: The most digests that are held in memory whole, one or more.
  ///   - folder: The folder for the others; the one for temporary files when `nil`.
  public init(limit: Int = standardLimit, folder: String? = nil) {
    self.limit = max(limit, 1)
    self.folder = folder
    slots = Self.allocate(slotCount)
  }

  deinit { slots.deallocate() }

  /// The number of bytes that the set takes in memory.
  public var byteCount: Int {
    slotCount * MemoryLayout<DigestEntry>.stride + runs.reduce(0) { $0 + $1.byteCount }
  }

  /// Adds a digest unless it is there; then says which submission it came with first.
  ///
  /// - Parameters:
  ///   - digest: The digest of the content.
  ///   - sequence: The number of the submission that has the content.
  /// - Returns: The number that was given when the digest was added, or `nil` when it is new.
  /// - Throws: `InspelError` with the code `temporary.failed` when the digests do not fit the
  ///   memory and cannot be kept on disk.
  public mutating func insert(
    _ digest: ContentDigest, sequence: UInt32
  ) throws(InspelError) -> UInt32? {
    if digest.isZero {
      if let zeroSequence { return zeroSequence }
      zeroSequence = sequence
      return nil
    }
    let slot = slot(of: digest)
    if !slots[slot].digest.isZero { return slots[slot].sequence }
    do {
      for run in runs where run.mayContain(digest) {
        if let earlier = try run.sequence(of: digest) { return earlier }
      }
      slots[slot] = DigestEntry(digest, sequence: sequence)
      filled += 1
      if filled >= limit {
        try moveToDisk()
      } else if filled > slotCount / 10 * 7 {
        grow()
      }
    } catch {
      throw InspelError(temporaryFile: error)
    }
    return nil
  }

  /// Asks for the slot of a digest that will be inserted soon.
  ///
  /// A table of ten megabytes is not in the processor's cache, and one insertion waits for the
  /// one before. What is fetched ahead is fetched at the same time.
  public func fetch(_ digest: ContentDigest) { prefetch(slots + Int(digest.low >> shift)) }

  /// The slot that holds the digest, or the empty one where it belongs.
  @inline(__always)
  private func slot(of digest: ContentDigest) -> Int {
    let mask = slotCount - 1
    var slot = Int(digest.low >> shift)
    while true {
      let found = slots[slot].digest
      if found == digest || found.isZero { return slot }
      slot = (slot + 1) & mask
    }
  }

  private mutating func grow() {
    let old = UnsafeMutableBufferPointer(start: slots, count: slotCount)
    slotCount *= 2
    shift -= 1
    slots = Self.allocate(slotCount)
    for entry in old where !entry.digest.isZero { slots[slot(of: entry.digest)] = entry }
    old.deallocate()
  }

  /// Writes the entries of the table as a run, and empties the table.
  private mutating func moveToDisk() throws(SourceError) {
    sortEntries()
    var writer = try DigestRunWriter(level: 0, capacity: filled, folder: folder)
    try writer.append(UnsafeBufferPointer(start: slots, count: filled))
    runs.append(try writer.finish())
    slots.update(repeating: .none, count: slotCount)
    filled = 0
    while runs.count >= Self.runsPerLevel {
      let last = runs.suffix(Self.runsPerLevel)
      guard last.first?.level == last.last?.level else { return }
      let merged = try DigestMerge.merge(Array(last), folder: folder)
      runs.removeLast(Self.runsPerLevel)
      runs.append(merged)
    }
  }

  /// Moves the entries to the front of the table, in the order of their digests.
  ///
  /// They stand nearly in that order, so that each has to pass a few others only.
  private func sortEntries() {
    // Those that found no slot before the table's end stand at its beginning, and come last.
    var wrapped: [DigestEntry] = []
    var end = 0
    for slot in 0..<slotCount where !slots[slot].digest.isZero {
      let entry = slots[slot]
      if Int(entry.low >> shift) > slot {
        wrapped.append(entry)
      } else {
        put(entry, before: &end)
      }
    }
    for entry in wrapped { put(entry, before: &end) }
  }

  /// Puts an entry among those before `end`, which are in order.
  private func put(_ entry: DigestEntry, before end: inout Int) {
    let digest = entry.digest
    var place = end
    while place > 0, digest.precedes(slots[place - 1].digest) {
      slots[place] = slots[place - 1]
      place -= 1
    }
    slots[place] = entry
    end += 1
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<DigestEntry> {
    let slots = UnsafeMutablePointer<DigestEntry>.allocate(capacity: count)
    slots.initialize(repeating: .none, count: count)
    return slots
  }
}
