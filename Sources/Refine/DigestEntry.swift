import Records

/// A digest and the number of the submission that came first with it, in twenty bytes.
///
/// The digest is kept as words of four bytes, since with words of eight an entry would take 24.
struct DigestEntry {
  private var words: (UInt32, UInt32, UInt32, UInt32)
  let sequence: UInt32

  /// What stands where there is no entry: the digest that is zero.
  static var none: DigestEntry { DigestEntry(ContentDigest(low: 0, high: 0), sequence: 0) }

  init(_ digest: ContentDigest, sequence: UInt32) {
    words = (
      UInt32(truncatingIfNeeded: digest.low), UInt32(truncatingIfNeeded: digest.low >> 32),
      UInt32(truncatingIfNeeded: digest.high), UInt32(truncatingIfNeeded: digest.high >> 32)
    )
    self.sequence = sequence
  }

  @inline(__always)
  var low: UInt64 { UInt64(words.0) | UInt64(words.1) << 32 }

  @inline(__always)
  var digest: ContentDigest {
    ContentDigest(low: low, high: UInt64(words.2) | UInt64(words.3) << 32)
  }
}

extension ContentDigest {
  /// The order in which runs are sorted.
  @inline(__always)
  func precedes(_ other: ContentDigest) -> Bool {
    low == other.low ? high < other.high : low < other.low
  }
}
