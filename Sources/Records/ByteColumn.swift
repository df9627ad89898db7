/// A column of UTF-8 values: their bytes after each other, and where each value ends.
///
/// The storage is kept when the column is emptied, so a batch that is used again allocates
/// nothing. ``padding`` readable bytes follow the last value, so that a reader may look ahead
/// without a bounds check.
public struct ByteColumn: ~Copyable {
  /// Bytes that may be read after the last value.
  public static let padding = 64

  @usableFromInline var bytes: UnsafeMutablePointer<UInt8>
  @usableFromInline var byteCapacity: Int
  @usableFromInline var ends: UnsafeMutablePointer<UInt32>
  @usableFromInline var endCapacity: Int

  /// The number of whole values.
  public private(set) var count: Int {
    @inlinable get { closed }
    set { closed = newValue }
  }
  /// The number of bytes, those of a value that is not closed yet included.
  public private(set) var byteCount: Int {
    @inlinable get { filled }
    set { filled = newValue }
  }
  @usableFromInline var closed = 0
  @usableFromInline var filled = 0

  /// Makes an empty column with room for the given numbers of bytes and values.
  public init(byteCapacity: Int = 4096, valueCapacity: Int = 256) {
    self.byteCapacity = max(byteCapacity, 64)
    self.endCapacity = max(valueCapacity, 16)
    bytes = .allocate(capacity: self.byteCapacity + Self.padding)
    bytes.initialize(repeating: 0, count: self.byteCapacity + Self.padding)
    ends = .allocate(capacity: self.endCapacity)
    ends.initialize(repeating: 0, count: self.endCapacity)
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
  }

  /// Where the value that is not closed yet begins.
  public var openStart: Int { count == 0 ? 0 : Int(ends[count - 1]) }

  /// The number of bytes in the value that is not closed yet.
  public var openCount: Int { byteCount - openStart }

  /// The bytes of the value that is not closed yet; the pointer is good until the column is changed.
  public var openBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + openStart, count: openCount)
  }

  /// Adds bytes to the value that is not closed yet.
  @inlinable @inline(__always)
  public mutating func extend(_ source: UnsafeBufferPointer<UInt8>) {
    let length = source.count
    guard length > 0, let base = source.baseAddress else { return }
    if filled + length > byteCapacity { growBytes(to: filled + length) }
    (bytes + filled).update(from: base, count: length)
    filled += length
  }

  /// Adds one byte to the value that is not closed yet.
  @inlinable @inline(__always)
  public mutating func extend(byte: UInt8) {
    if filled == byteCapacity { growBytes(to: filled + 1) }
    bytes[filled] = byte
    filled += 1
  }

  /// Adds one to eight bytes, those of a word from its low end, to the value that is not closed
  /// yet.
  @inlinable @inline(__always)
  public mutating func extend(_ word: UInt64, count: Int) {
    precondition(count <= 8, "a word has eight bytes")
    if filled + count > byteCapacity { growBytes(to: filled + count) }
    // The bytes after those that count are padding, or are written over by the next ones.
    UnsafeMutableRawPointer(bytes + filled).storeBytes(of: word.littleEndian, as: UInt64.self)
    filled += count
  }

  /// Closes the open value; with nothing added, an empty value.
  @inlinable @inline(__always)
  public mutating func close() {
    if closed == endCapacity { growEnds() }
    ends[closed] = UInt32(truncatingIfNeeded: filled)
    closed += 1
  }

  /// Adds one whole value.
  @inlinable @inline(__always)
  public mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    extend(source)
    close()
  }

  /// Drops the bytes of the value that is not closed yet.
  public mutating func discardOpen() { byteCount = openStart }

  /// Keeps the first `newCount` values and drops the rest.
  public mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count, "a column can only be made shorter")
    count = newCount
    byteCount = openStart
  }

  /// Empties the column and keeps its storage.
  public mutating func removeAll() {
    count = 0
    byteCount = 0
  }

  /// The bytes of one value; the pointer is good until the column is changed.
  @inlinable @inline(__always)
  public func value(at index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < closed, "no such value")
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeBufferPointer(start: bytes + start, count: Int(ends[index]) - start)
  }

  /// All bytes of all closed values; the pointer is good until the column is changed.
  public var allBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes, count: openStart)
  }

  /// One value as a string; for the edges, not for the hot path.
  public func string(at index: Int) -> String {
    String(decoding: value(at: index), as: UTF8.self)
  }

  // The value that the byte at this offset belongs to.
  func valueIndex(at offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func end(of index: Int) -> Int { Int(ends[index]) }

  // Puts shorter bytes, or as many, in the place of some values, which are in rising order.
  mutating func replace(_ shorter: [(value: Int, bytes: [UInt8])]) {
    guard let first = shorter.first else { return }
    var start = first.value == 0 ? 0 : Int(ends[first.value - 1])
    var written = start
    var next = shorter.startIndex
    for index in first.value..<count {
      let end = Int(ends[index])
      if next < shorter.endIndex, shorter[next].value == index {
        let new = shorter[next].bytes
        precondition(new.count <= end - start, "a value is only replaced by a shorter one")
        for (offset, byte) in new.enumerated() { bytes[written + offset] = byte }
        written += new.count
        next += 1
      } else {
        SystemCalls.move(bytes + start, to: bytes + written, count: end - start)
        written += end - start
      }
      ends[index] = UInt32(truncatingIfNeeded: written)
      start = end
    }
    SystemCalls.move(bytes + start, to: bytes + written, count: byteCount - start)
    byteCount -= start - written
  }

  @usableFromInline mutating func growBytes(to needed: Int) {
    precondition(needed <= Int(UInt32.max), "a column holds at most 4 GiB; limits are set lower")
    let capacity = max(needed, byteCapacity * 2)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.padding)
    grown.initialize(repeating: 0, count: capacity + Self.padding)
    grown.update(from: bytes, count: byteCount)
    bytes.deallocate()
    bytes = grown
    byteCapacity = capacity
  }

  @usableFromInline mutating func growEnds() {
    let capacity = endCapacity * 2
    let grown = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    grown.initialize(repeating: 0, count: capacity)
    grown.update(from: ends, count: count)
    ends.deallocate()
    ends = grown
    endCapacity = capacity
  }
}
