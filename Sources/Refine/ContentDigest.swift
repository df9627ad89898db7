/// A 128-bit digest of content, to find what is equal.
///
/// Made by ``ContentHasher``, and then the same in every run, on every machine and with any number
/// of workers; or by ``RecordContent``, for one run.
public struct ContentDigest: Sendable, Hashable {
  /// The first eight bytes, in little-endian order.
  public var low: UInt64
  /// The last eight bytes, in little-endian order.
  public var high: UInt64

  /// Makes a digest of its two halves.
  public init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }
}
