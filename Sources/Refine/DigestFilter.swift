internal import CPrefetch

/// Says of most digests that were not added that they were not: a Bloom filter of ten bits a
/// digest that is made of blocks of one cache line.
///
/// Of 100 digests that were not added it takes one or two for added. (Putze, Sanders and Singler,
/// 2007, describe filters in blocks and what they lose against plain ones.)
struct DigestFilter: ~Copyable {
  private static let wordsPerBlock = 8
  private static let bitsPerDigest = 10

  private let words: UnsafeMutablePointer<UInt64>
  private let blockCount: Int

  /// Makes a filter for a number of digests.
  init(capacity: Int) {
    blockCount = capacity * Self.bitsPerDigest / (Self.wordsPerBlock * 64) + 1
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: blockCount * Self.wordsPerBlock * 8, alignment: 64)
    words = bytes.bindMemory(to: UInt64.self, capacity: blockCount * Self.wordsPerBlock)
    words.initialize(repeating: 0, count: blockCount * Self.wordsPerBlock)
  }

  deinit { words.deallocate() }

  /// The number of bytes that the filter takes.
  var byteCount: Int { blockCount * Self.wordsPerBlock * 8 }

  /// Adds a digest.
  func insert(_ digest: ContentDigest) {
    let block = block(of: digest)
    var bits = digest.high
    for _ in 0..<6 {
      block[Int(bits >> 6 & 7)] |= 1 << (bits & 63)
      bits >>= 9
    }
  }

  /// Whether a digest may have been added; `false` is sure.
  @inline(__always)
  func mayContain(_ digest: ContentDigest) -> Bool {
    let block = block(of: digest)
    var bits = digest.high
    for _ in 0..<6 {
      if block[Int(bits >> 6 & 7)] >> (bits & 63) & 1 == 0 { return false }
      bits >>= 9
    }
    return true
  }

  /// Asks for the block of a digest.
  @inline(__always)
  func fetch(_ digest: ContentDigest) { prefetch(block(of: digest)) }

  /// One half of the digest gives the block, in the order in which runs are written, and the
  /// other the bits in it.
  @inline(__always)
  private func block(of digest: ContentDigest) -> UnsafeMutablePointer<UInt64> {
    let block = digest.low.multipliedFullWidth(by: UInt64(blockCount)).high
    return words + Int(block) * Self.wordsPerBlock
  }
}
