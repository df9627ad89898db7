import DialogueModel
import Foundation
import Refine
import TestSupport
import Testing

/// The set of digests that were met, with the submission that came first.
@Suite struct DigestSetTests {
  @Test func `A digest names the submission that came first`() throws {
    var set = DigestSet()
    let digest = ContentDigest(low: 7, high: 9)
    #expect(try set.insert(digest, sequence: 12) == nil)
    #expect(try set.insert(digest, sequence: 90) == 12)
    #expect(try set.insert(ContentDigest(low: 7, high: 8), sequence: 91) == nil)
    #expect(try set.insert(ContentDigest(low: 6, high: 9), sequence: 92) == nil)
  }

  @Test(arguments: [1, 700]) func `The digest that is zero is one like others`(limit: Int) throws {
    var set = DigestSet(limit: limit)
    let zero = ContentDigest(low: 0, high: 0)
    #expect(try set.insert(ContentDigest(low: 1, high: 0), sequence: 5) == nil)
    #expect(try set.insert(zero, sequence: 0) == nil)
    #expect(try set.insert(zero, sequence: 1) == 0)
    #expect(try set.insert(ContentDigest(low: 1, high: 0), sequence: 6) == 5)
  }

  /// With one digest at a time in memory there are runs of four levels; with 205 and 700 they are
  /// longer than a page, and with the last nothing is written.
  @Test(arguments: [1, 2, 3, 7, 64, 205, 700, 100_000])
  func `A set answers as a dictionary does, whatever fits the memory`(limit: Int) throws {
    var random = SeededGenerator(41)
    var set = DigestSet(limit: limit)
    var reference: [ContentDigest: UInt32] = [:]
    for sequence in UInt32(0)..<6_000 {
      // Three digests to a low half, so that they meet in one slot.
      let digest = ContentDigest(
        low: UInt64.random(in: 0..<1_500, using: &random) &* 0x9E37_79B9_7F4A_7C15,
        high: UInt64.random(in: 0..<3, using: &random) &* 0xD134_2543_DE82_EF95)
      let earlier = try set.insert(digest, sequence: sequence)
      if earlier != reference[digest] {
        Issue.record("submission \(sequence): \(String(describing: earlier))")
      }
      if reference[digest] == nil { reference[digest] = sequence }
    }
    #expect(reference.count > 3_000)
    for (digest, sequence) in reference where try set.insert(digest, sequence: .max) != sequence {
      Issue.record("a digest was lost")
    }
  }

  @Test(arguments: [5, 300, 2_000])
  func `Digests that all belong at the table's end are sorted as others`(limit: Int) throws {
    var random = SeededGenerator(7)
    var set = DigestSet(limit: limit)
    let digests = (0..<1_000).map { _ in
      ContentDigest(
        low: UInt64.max - UInt64.random(in: 0..<40, using: &random) << 40, high: random.next())
    }
    for (sequence, digest) in digests.enumerated() {
      #expect(try set.insert(digest, sequence: UInt32(sequence)) == nil)
    }
    for (sequence, digest) in digests.enumerated() {
      #expect(try set.insert(digest, sequence: .max) == UInt32(sequence))
    }
  }

  /// The table keeps a few bits of a digest beside its place; here these are the same for all.
  @Test(arguments: [3, 50, 10_000])
  func `Digests that differ in a few bits only are told apart`(limit: Int) throws {
    var set = DigestSet(limit: limit)
    let digests = (0..<40).map { ContentDigest(low: 1 << 60, high: 0xABCD << 48 | $0) }
    for (sequence, digest) in digests.enumerated() {
      #expect(try set.insert(digest, sequence: UInt32(sequence)) == nil)
    }
    for (sequence, digest) in digests.enumerated() {
      #expect(try set.insert(digest, sequence: .max) == UInt32(sequence))
    }
  }

  @Test(arguments: [1, 100, 10_000])
  func `What is asked for ahead is answered as ever`(limit: Int) throws {
    var random = SeededGenerator(11)
    var set = DigestSet(limit: limit)
    for sequence in UInt32(0)..<500 {
      let digest = ContentDigest(low: random.next(), high: random.next())
      set.fetch(digest)
      #expect(try set.insert(digest, sequence: sequence) == nil)
      set.fetch(digest)
      #expect(try set.insert(digest, sequence: .max) == sequence)
    }
  }

  @Test func `A small set is small, and a large one is bounded but for its filters`() throws {
    var set = DigestSet(limit: 10_000)
    #expect(set.byteCount < 30_000)
    var random = SeededGenerator(3)
    for sequence in UInt32(0)..<200_000 {
      let digest = ContentDigest(low: random.next(), high: random.next())
      #expect(try set.insert(digest, sequence: sequence) == nil)
    }
    // 16,384 slots of 20 bytes; and 10 bits, and 16 bytes for each 204, of every digest.
    #expect(set.byteCount < 16_384 * 20 + 200_000 * 14 / 10)
  }

  @Test func `What is on disk has no name`() throws {
    let folder = NSTemporaryDirectory() + "inspel-digests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var set = DigestSet(limit: 4, folder: folder)
    for sequence in UInt32(1)..<100 {
      let digest = ContentDigest(low: UInt64(sequence) << 50, high: 0)
      #expect(try set.insert(digest, sequence: sequence) == nil)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  }

  @Test func `A disk that takes nothing is an error with a remedy`() throws {
    var set = DigestSet(limit: 2, folder: "/nowhere/at-all")
    #expect(try set.insert(ContentDigest(low: 1, high: 1), sequence: 1) == nil)
    do {
      _ = try set.insert(ContentDigest(low: 2, high: 1), sequence: 2)
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.code == .temporaryFailed)
      #expect(error.description.contains("No such file or directory"))
      #expect(error.remedy.contains("TMPDIR"))
    }
  }
}
