/// A set of 32-bit numbers with open addressing: four bytes a place, at most half full.
struct NumberSet {
  private var slots: [UInt32]
  private var count = 0
  private var mask: Int

  init() {
    slots = Array(repeating: 0, count: 1024)
    mask = 1023
  }

  /// Adds a number; `false` when it was there already.
  mutating func insert(_ number: UInt32) -> Bool {
    if count * 2 >= slots.count { grow() }
    let stored = number &+ 1  // 0 marks a free place; numbers are below 2^32 − 1
    var index = Int(truncatingIfNeeded: UInt64(stored) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while slots[index] != 0 {
      if slots[index] == stored { return false }
      index = (index + 1) & mask
    }
    slots[index] = stored
    count += 1
    return true
  }

  /// Whether a number is there.
  func contains(_ number: UInt32) -> Bool {
    let stored = number &+ 1
    var index = Int(truncatingIfNeeded: UInt64(stored) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while slots[index] != 0 {
      if slots[index] == stored { return true }
      index = (index + 1) & mask
    }
    return false
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    mask = slots.count - 1
    for stored in old where stored != 0 {
      var index = Int(truncatingIfNeeded: UInt64(stored) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
      while slots[index] != 0 { index = (index + 1) & mask }
      slots[index] = stored
    }
  }
}
