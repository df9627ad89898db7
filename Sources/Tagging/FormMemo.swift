/// Remembers what each word form was resolved to, by the form's bytes as they stand in the text.
///
/// One of the files with unsafe code. A table with open addressing and 32-byte slots, two to a
/// cache line; a key of up to 24 bytes stands in its slot, a longer one in a separate store. The
/// table grows up to a limit, and what is above the limit empties it: so its size is bounded for
/// any input, and a text costs the same whatever came before it.
struct FormMemo: ~Copyable {
  /// A form as it is compared: its bytes, or what stands for them.
  struct Key {
    fileprivate var first: UInt64
    fileprivate var second: UInt64
    fileprivate var third: UInt64
    fileprivate var length: UInt32
    fileprivate var hash: UInt64
  }

  private struct Slot {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    /// 0 in a free slot: a form has at least one byte.
    var length: UInt32 = 0
    var value: UInt32 = 0
  }

  /// What is answered for a form that is not there.
  static let missing = UInt32.max
  /// The longest form that is remembered.
  static let longestForm = 255
  private static let inlineLength = 24
  /// A form that is not found in so many pairs of slots is treated as not there: crafted texts
  /// can make forms share slots, and then the memo stops helping, but nothing becomes slow by
  /// the square.
  private static let probeLimit = 32

  /// The largest number of runs that are looked up at once.
  static let blockSize = 64

  /// The keys of one block.
  private let keys: UnsafeMutablePointer<Key>
  /// Where touching slots leaves a trace, so that it is not optimised away.
  private var touched: UInt32 = 0
  private var slots: UnsafeMutablePointer<Slot>
  /// The number of pairs of slots, less one.
  private var pairMask: Int
  private var store: UnsafeMutablePointer<UInt8>
  private var storeCapacity: Int
  private var storeCount = 0
  private let masks: UnsafeMutableRawPointer
  private let limit: Int
  /// The number of forms remembered.
  private(set) var count = 0

  /// Makes an empty memo for at most `limit` forms.
  init(limit: Int) {
    self.limit = max(limit, 1)
    keys = .allocate(capacity: Self.blockSize)
    slots = Self.makeSlots(pairCount: 32)
    pairMask = 31
    storeCapacity = 1024
    store = .allocate(capacity: storeCapacity)
    // 24 bytes of ones and 24 of zeros: read from 24 - n, they keep a key's first n bytes.
    masks = .allocate(byteCount: 2 * Self.inlineLength, alignment: 8)
    masks.initializeMemory(as: UInt8.self, repeating: 0xFF, count: Self.inlineLength)
    (masks + Self.inlineLength)
      .initializeMemory(as: UInt8.self, repeating: 0, count: Self.inlineLength)
  }

  deinit {
    keys.deallocate()
    slots.deallocate()
    store.deallocate()
    masks.deallocate()
  }

  /// Whether the next form does not fit, so that the memo has to be emptied first.
  var isFull: Bool { count >= limit || storeCount > limit * 16 + 4096 }

  /// Looks up the forms of at most ``blockSize`` runs, in the first places where each can be.
  ///
  /// Waiting for slots to come from memory is most of the cost of tagging. So the keys are made
  /// first, then each slot is touched with nothing that depends on what is in it, which lets the
  /// processor fetch many at the same time, and then they are compared. An answer is what
  /// ``value(for:at:)`` gives, or ``missing``.
  @inline(__always)
  mutating func lookUp(
    runs: Range<Int>, of scanner: borrowing TextScanner,
    into values: UnsafeMutablePointer<UInt32>
  ) {
    let (slots, pairMask, keys) = (slots, pairMask, keys)
    let text = scanner.text
    let bounds = scanner.bounds + 2 * runs.lowerBound
    let count = runs.count
    for index in 0..<count {
      let start = Int(bounds[2 &* index])
      let length = Int(bounds[2 &* index &+ 1]) &- start
      keys[index] = shortKey(of: text + start, length: min(length, Self.inlineLength))
      // A long form is found in another way. Its beginning with length 0 is no slot's key: a slot
      // with a form has a length, and a free one has no bytes but zeros.
      if length > Self.inlineLength { keys[index].length = 0 }
    }
    var seen: UInt32 = 0
    for index in 0..<count {
      seen |= slots[2 &* (Int(truncatingIfNeeded: keys[index].hash) & pairMask)].length
    }
    touched = seen
    for index in 0..<count {
      let key = keys[index]
      let pair = slots + 2 &* (Int(truncatingIfNeeded: key.hash) & pairMask)
      values[index] =
        Self.difference(pair[0], key) == 0
        ? pair[0].value : Self.difference(pair[1], key) == 0 ? pair[1].value : Self.missing
    }
  }

  /// The key of a form, after whose beginning 24 bytes can be read.
  func key(of form: UnsafePointer<UInt8>, length: Int) -> Key {
    length <= Self.inlineLength
      ? shortKey(of: form, length: length) : longKey(of: form, length: length)
  }

  /// What a form was resolved to, or ``missing``.
  func value(for key: Key, at form: UnsafePointer<UInt8>) -> UInt32 {
    let isShort = Int(key.length) <= Self.inlineLength
    for index in places(of: key.hash) {
      let slot = slots[index]
      if slot.length == 0 { return Self.missing }
      if isShort ? Self.difference(slot, key) == 0 : isSameLongForm(slot, key, at: form) {
        return slot.value
      }
    }
    return Self.missing
  }

  /// Remembers what a form that is not there was resolved to; the memo must not be full.
  mutating func insert(_ key: Key, at form: UnsafePointer<UInt8>, value: UInt32) {
    if count > pairMask { grow() }
    guard let index = freeSlot(for: key.hash) else { return }
    var slot = Slot(
      first: key.first, second: key.second, third: key.third, length: key.length, value: value)
    if Int(key.length) > Self.inlineLength {
      slot.third = UInt64(storeCount)
      keep(form, length: Int(key.length))
    }
    slots[index] = slot
    count += 1
  }

  /// Forgets everything and keeps the storage.
  mutating func removeAll() {
    slots.update(repeating: Slot(), count: 2 * (pairMask + 1))
    count = 0
    storeCount = 0
  }

  // MARK: Keys

  @inline(__always)
  private func shortKey(of form: UnsafePointer<UInt8>, length: Int) -> Key {
    let bytes = UnsafeRawPointer(form)
    let mask = UnsafeRawPointer(masks) + (Self.inlineLength &- length)
    let first = bytes.loadUnaligned(as: UInt64.self) & mask.loadUnaligned(as: UInt64.self)
    let second =
      bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      & mask.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let third =
      bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
      & mask.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    return Key(
      first: first, second: second, third: third, length: UInt32(truncatingIfNeeded: length),
      hash: Self.hash(first, second, third))
  }

  private func longKey(of form: UnsafePointer<UInt8>, length: Int) -> Key {
    let bytes = UnsafeRawPointer(form)
    var hash = UInt64(length)
    for offset in stride(from: 0, to: length - 7, by: 8) {
      hash = Self.hash(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), hash, 1)
    }
    let last = bytes.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
    hash = Self.hash(last, hash, 2)
    return Key(
      first: bytes.loadUnaligned(as: UInt64.self), second: hash, third: 0,
      length: UInt32(truncatingIfNeeded: length), hash: hash)
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
    let left = first ^ 0x9E37_79B9_7F4A_7C15
    let right = (second ^ 0xD6E8_FEB8_6659_FD93) &+ third &* 0xA076_1D64_78BD_642F
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// 0 if a slot has a short key.
  @inline(__always)
  private static func difference(_ slot: Slot, _ key: Key) -> UInt64 {
    (slot.first ^ key.first) | (slot.second ^ key.second) | (slot.third ^ key.third)
      | UInt64(slot.length ^ key.length)
  }

  private func isSameLongForm(
    _ slot: Slot, _ key: Key, at form: UnsafePointer<UInt8>
  ) -> Bool {
    guard slot.length == key.length, slot.second == key.second else { return false }
    let kept = store + Int(slot.third)
    for index in 0..<Int(key.length) where kept[index] != form[index] { return false }
    return true
  }

  // MARK: Slots

  private static func makeSlots(pairCount: Int) -> UnsafeMutablePointer<Slot> {
    // On a cache line's boundary, so that a pair is one line.
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: pairCount * 64, alignment: 64)
    let slots = bytes.bindMemory(to: Slot.self, capacity: 2 * pairCount)
    slots.initialize(repeating: Slot(), count: 2 * pairCount)
    return slots
  }

  /// The places where a form can be, in the order in which they are filled.
  private func places(of hash: UInt64) -> some Sequence<Int> {
    let first = Int(truncatingIfNeeded: hash) & pairMask
    let pairMask = pairMask
    return (0..<2 * Self.probeLimit).lazy.map { step in
      2 * ((first + step / 2) & pairMask) + step % 2
    }
  }

  private func freeSlot(for hash: UInt64) -> Int? {
    for index in places(of: hash) where slots[index].length == 0 { return index }
    return nil
  }

  private mutating func keep(_ form: UnsafePointer<UInt8>, length: Int) {
    if storeCount + length > storeCapacity {
      let capacity = max(storeCapacity * 2, storeCount + length)
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      grown.update(from: store, count: storeCount)
      store.deallocate()
      store = grown
      storeCapacity = capacity
    }
    (store + storeCount).update(from: form, count: length)
    storeCount += length
  }

  private mutating func grow() {
    let old = slots
    let oldCount = 2 * (pairMask + 1)
    slots = Self.makeSlots(pairCount: oldCount)
    pairMask = oldCount - 1
    count = 0
    for index in 0..<oldCount where old[index].length > 0 {
      let slot = old[index]
      let hash =
        Int(slot.length) > Self.inlineLength
        ? slot.second : Self.hash(slot.first, slot.second, slot.third)
      // A form that finds no free slot is forgotten; it will be resolved again.
      guard let free = freeSlot(for: hash) else { continue }
      slots[free] = slot
      count += 1
    }
    old.deallocate()
  }
}
