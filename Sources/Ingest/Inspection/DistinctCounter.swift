/// Counts different values by 64-bit hashes, exactly up to a limit.
///
/// No value is kept. Two values with the same hash would be counted as one: among ten thousand
/// that happens once in hundreds of thousands of millions of columns.
struct DistinctCounter {
  /// The number of different values that are counted in one column.
  static let limit = 10_000

  /// How many hashes may still be kept for all columns of a file together.
  struct Budget {
    var left = 2_000_000
  }

  /// The number of different values counted.
  private(set) var count = 0
  /// Whether there are no more than those.
  private(set) var isExact = true
  /// The number of them that were seen once; known while the count is exact.
  private(set) var seenOnce = 0

  // Open addressing; 0 is a free place. The highest bit of a key says that it was seen again.
  private var keys: [UInt64] = []
  private static let again: UInt64 = 1 << 63

  /// Counts a value; `true` when it was not seen before.
  mutating func add(_ value: UnsafeBufferPointer<UInt8>, _ budget: inout Budget) -> Bool {
    guard isExact else { return false }
    if (count + 1) * 2 > keys.count { grow() }
    let key = max(Self.hash(value) & ~Self.again, 1)
    var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[place] != 0 {
      if keys[place] & ~Self.again == key {
        if keys[place] == key {
          keys[place] = key | Self.again
          seenOnce -= 1
        }
        return false
      }
      place = (place + 1) & (keys.count - 1)
    }
    guard count < Self.limit, budget.left > 0 else {
      isExact = false
      budget.left += count
      keys = []
      return false
    }
    keys[place] = key
    count += 1
    seenOnce += 1
    budget.left -= 1
    return true
  }

  private mutating func grow() {
    let old = keys
    keys = [UInt64](repeating: 0, count: max(old.count * 2, 16))
    for key in old where key != 0 {
      var place = Int(truncatingIfNeeded: key & ~Self.again) & (keys.count - 1)
      while keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
      keys[place] = key
    }
  }

  // Eight bytes at a time, multiplied to 128 bits and folded. The same bytes give the same hash
  // in every run and on every machine of the same byte order, so that results can be repeated.
  static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let factor: UInt64 = 0x9FB2_1C65_1E98_DF25
    var hash: UInt64 = 0xA076_1D64_78BD_642F ^ UInt64(value.count)
    var index = 0
    if let base = value.baseAddress {
      while index + 8 <= value.count {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        hash = fold(hash ^ word, factor)
        index += 8
      }
    }
    var last: UInt64 = 0
    while index < value.count {
      last = last << 8 | UInt64(value[index])
      index += 1
    }
    return fold(fold(hash ^ last, factor) ^ 0xE703_7ED1_A0B4_28DB, factor)
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
