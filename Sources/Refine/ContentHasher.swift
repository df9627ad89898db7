/// Digests content with SipHash-2-4 of 128 bits.
///
/// SipHash (Aumasson and Bernstein, 2012) is a keyed hash. The key here is fixed and public,
/// the bytes of "Inspel content 1", so the digest finds what is equal by accident or by copying;
/// it is no proof against someone who constructs two texts with one digest. Files are known by
/// their SHA-256 instead.
///
/// The content is a sequence of fields. Each is closed with its length, so ("ab", "c") and
/// ("a", "bc") differ, as do ("ab") and ("ab", ""). Texts are compared as they are given: equal
/// means equal after refining, not similar.
///
/// ```swift
/// var hasher = ContentHasher()
/// hasher.update(question)
/// hasher.endField()
/// hasher.update(answer)
/// hasher.endField()
/// let digest = hasher.finish()
/// ```
public struct ContentHasher: Sendable {
  /// The key of content digests, the bytes of "Inspel content 1".
  public static let contentKey: (UInt64, UInt64) = (0x6320_6C65_7073_6E49, 0x3120_746E_6574_6E6F)

  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  /// Bytes that do not fill a word yet, from the low end.
  private var tail: UInt64 = 0
  private var length: UInt64 = 0
  private var fieldStart: UInt64 = 0

  /// Makes a hasher with the key of content digests.
  public init() { self.init(key: Self.contentKey) }

  /// Makes a hasher with a key of one's own: two words, little-endian.
  public init(key: (UInt64, UInt64)) {
    v0 = key.0 ^ 0x736F_6D65_7073_6575
    // 0xEE is what makes the variant of 128 bits another function than that of 64.
    v1 = key.1 ^ 0x646F_7261_6E64_6F6D ^ 0xEE
    v2 = key.0 ^ 0x6C79_6765_6E65_7261
    v3 = key.1 ^ 0x7465_6462_7974_6573
  }

  /// Adds bytes to the open field.
  public mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    let count = bytes.count
    let pending = Int(length & 7)
    length &+= UInt64(count)
    var index = 0
    if pending > 0 {
      while index < count, pending + index < 8 {
        tail |= UInt64(bytes[index]) << UInt64((pending + index) * 8)
        index += 1
      }
      guard pending + index == 8 else { return }
      compress(tail)
      tail = 0
    }
    // In locals the state stays in registers for the whole run.
    var state = self
    while index + 8 <= count {
      state.compress(
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    self = state
    var shift: UInt64 = 0
    while index < count {
      tail |= UInt64(bytes[index]) << shift
      shift += 8
      index += 1
    }
  }

  /// Adds a whole number to the open field, as eight bytes.
  public mutating func update(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { update($0.assumingMemoryBound(to: UInt8.self)) }
  }

  /// Closes the open field.
  public mutating func endField() {
    let fieldLength = length &- fieldStart
    update(fieldLength)
    fieldStart = length
  }

  /// The digest of all that was added.
  ///
  /// The hasher itself is not changed.
  public func finish() -> ContentDigest {
    var state = self
    state.compress(length << 56 | tail)
    state.v2 ^= 0xEE
    for _ in 0..<4 { state.round() }
    let low = state.v0 ^ state.v1 ^ state.v2 ^ state.v3
    state.v1 ^= 0xDD
    for _ in 0..<4 { state.round() }
    return ContentDigest(low: low, high: state.v0 ^ state.v1 ^ state.v2 ^ state.v3)
  }

  @inline(__always)
  private mutating func compress(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  @inline(__always)
  private mutating func round() {
    v0 = v0 &+ v1
    v1 = (v1 << 13 | v1 >> 51) ^ v0
    v0 = v0 << 32 | v0 >> 32
    v2 = v2 &+ v3
    v3 = (v3 << 16 | v3 >> 48) ^ v2
    v0 = v0 &+ v3
    v3 = (v3 << 21 | v3 >> 43) ^ v0
    v2 = v2 &+ v1
    v1 = (v1 << 17 | v1 >> 47) ^ v2
    v2 = v2 << 32 | v2 >> 32
  }
}
