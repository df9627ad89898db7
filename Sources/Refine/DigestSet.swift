/// The digests that were met so far, each with the number of the submission that came first.
///
/// A table with open addressing and linear probing, 20 bytes a slot, at most seven slots of ten
/// filled; it doubles when it is fuller. Digests are evenly spread already, so a part of the
/// digest itself is the place.
public struct DigestSet: ~Copyable {
  private var digests: UnsafeMutablePointer<ContentDigest>
  private var sequences: UnsafeMutablePointer<UInt32>
  private var slotCount: Int
  /// All-zero marks an empty slot, so the digest that is zero has a place of its own.
  private var zeroSequence: UInt32?
  private var filled = 0

  /// Makes an empty set with room for a number of digests.
  public init(minimumCapacity: Int = 700) {
    var slots = 1024
    while slots / 10 * 7 < minimumCapacity { slots *= 2 }
    slotCount = slots
    (digests, sequences) = Self.allocate(slots)
  }

  deinit {
    digests.deallocate()
    sequences.deallocate()
  }

  /// The number of different digests.
  public var count: Int { filled + (zeroSequence == nil ? 0 : 1) }

  /// The number of bytes that the table takes.
  public var byteCount: Int {
    slotCount * (MemoryLayout<ContentDigest>.stride + MemoryLayout<UInt32>.stride)
  }

  /// Adds a digest unless it is there; then says which submission it came with first.
  ///
  /// - Parameters:
  ///   - digest: The digest of the content.
  ///   - sequence: The number of the submission that has the content.
  /// - Returns: The number that was given when the digest was added, or `nil` when it is new.
  public mutating func insert(_ digest: ContentDigest, sequence: UInt32) -> UInt32? {
    if Self.isEmpty(digest) {
      if let zeroSequence { return zeroSequence }
      zeroSequence = sequence
      return nil
    }
    let slot = slot(of: digest)
    if digests[slot] == digest { return sequences[slot] }
    digests[slot] = digest
    sequences[slot] = sequence
    filled += 1
    if filled > slotCount / 10 * 7 { grow() }
    return nil
  }

  /// The number of the submission with which a digest came first, or `nil`.
  public func sequence(of digest: ContentDigest) -> UInt32? {
    if Self.isEmpty(digest) { return zeroSequence }
    let slot = slot(of: digest)
    return digests[slot] == digest ? sequences[slot] : nil
  }

  /// The slot that holds the digest, or the empty one where it belongs.
  private func slot(of digest: ContentDigest) -> Int {
    let mask = slotCount - 1
    var slot = Int(truncatingIfNeeded: digest.low) & mask
    while !Self.isEmpty(digests[slot]), digests[slot] != digest { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let oldDigests = digests
    let oldSequences = sequences
    let oldCount = slotCount
    slotCount *= 2
    (digests, sequences) = Self.allocate(slotCount)
    for index in 0..<oldCount where !Self.isEmpty(oldDigests[index]) {
      let slot = slot(of: oldDigests[index])
      digests[slot] = oldDigests[index]
      sequences[slot] = oldSequences[index]
    }
    oldDigests.deallocate()
    oldSequences.deallocate()
  }

  @inline(__always)
  private static func isEmpty(_ digest: ContentDigest) -> Bool { digest.low | digest.high == 0 }

  private static func allocate(
    _ slots: Int
  ) -> (UnsafeMutablePointer<ContentDigest>, UnsafeMutablePointer<UInt32>) {
    let digests = UnsafeMutablePointer<ContentDigest>.allocate(capacity: slots)
    digests.initialize(repeating: ContentDigest(low: 0, high: 0), count: slots)
    let sequences = UnsafeMutablePointer<UInt32>.allocate(capacity: slots)
    sequences.initialize(repeating: 0, count: slots)
    return (digests, sequences)
  }
}
