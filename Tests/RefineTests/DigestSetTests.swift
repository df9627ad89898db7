import Refine
import Testing

/// The set of digests that were met, with the submission that came first.
@Suite struct DigestSetTests {
  @Test func `A digest names the submission that came first`() {
    var set = DigestSet()
    let digest = ContentDigest(low: 7, high: 9)
    #expect(set.insert(digest, sequence: 12) == nil)
    #expect(set.insert(digest, sequence: 90) == 12)
    #expect(set.sequence(of: digest) == 12)
    #expect(set.sequence(of: ContentDigest(low: 7, high: 8)) == nil)
    #expect(set.count == 1)
  }

  @Test func `The digest that is zero is one like others`() {
    var set = DigestSet()
    let zero = ContentDigest(low: 0, high: 0)
    #expect(set.sequence(of: zero) == nil)
    #expect(set.insert(zero, sequence: 0) == nil)
    #expect(set.insert(zero, sequence: 1) == 0)
    #expect(set.sequence(of: zero) == 0)
    #expect(set.count == 1)
  }

  @Test func `A set that has grown many times answers as a dictionary does`() {
    var random = SeededGenerator(41)
    var set = DigestSet(minimumCapacity: 1)
    var reference: [ContentDigest: UInt32] = [:]
    for sequence in UInt32(0)..<6_000 {
      // Three digests to a low half, so that they meet in one slot.
      let digest = ContentDigest(
        low: UInt64.random(in: 0..<1_000, using: &random) &* 0x9E37_79B9_7F4A_7C15,
        high: UInt64.random(in: 0..<3, using: &random))
      #expect(set.insert(digest, sequence: sequence) == reference[digest])
      if reference[digest] == nil { reference[digest] = sequence }
    }
    #expect(set.count == reference.count)
    for (digest, sequence) in reference where set.sequence(of: digest) != sequence {
      Issue.record("a digest was lost")
    }
  }

  @Test func `The table is never fuller than seven slots of ten`() {
    var set = DigestSet()
    for number in 0..<5_000 {
      var hasher = ContentHasher()
      hasher.update(UInt64(number))
      _ = set.insert(hasher.finish(), sequence: UInt32(number))
      #expect(set.count * 20 * 10 <= set.byteCount * 7 + 200)
    }
    #expect(set.count == 5_000)
  }
}
