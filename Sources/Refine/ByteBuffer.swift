/// Bytes that grow, can be shortened at the end, and keep their storage.
struct ByteBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1024) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// The bytes; good until the buffer is changed.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, count length: Int) {
    guard length > 0 else { return }
    if count + length > capacity { grow(to: count + length) }
    (base + count).update(from: source, count: length)
    count += length
  }

  mutating func append(_ source: some Collection<UInt8>) {
    for byte in source { append(byte: byte) }
  }

  @inline(__always)
  mutating func append(byte: UInt8) {
    if count == capacity { grow(to: count + 1) }
    base[count] = byte
    count += 1
  }

  /// Adds a scalar of U+0080 to U+FFFF, which is all that the table of Latin letters holds.
  mutating func append(scalar: UInt32) {
    if scalar < 0x80 {
      append(byte: UInt8(scalar))
    } else if scalar < 0x800 {
      append(byte: UInt8(0xC0 | scalar >> 6))
      append(byte: UInt8(0x80 | scalar & 0x3F))
    } else {
      append(byte: UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(byte: UInt8(0x80 | scalar >> 6 & 0x3F))
      append(byte: UInt8(0x80 | scalar & 0x3F))
    }
  }

  mutating func truncate(to newCount: Int) { count = min(count, newCount) }

  mutating func removeAll() { count = 0 }

  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    grown.update(from: base, count: count)
    base.deallocate()
    base = grown
    capacity = larger
  }
}
