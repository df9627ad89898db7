import CPrefetch

/// Remembers what each word form was resolved to, by the form's bytes as they stand in the text.
///
/// One of the files with unsafe code. A table with open addressing and 32-byte slots, two to a
/// cache line; a form of up to 28 bytes stands in its slot, a longer one in a separate store. The
/// table grows up to a limit, and what is above the limit empties it: so its size is bounded for
/// any input, and a text costs the same whatever came before it.
struct FormMemo: ~Copyable {
  /// A form as it is compared.
  ///
  /// A short form is its own key, with zero bytes after it: no form has a zero byte. The key of a
  /// longer one begins with a zero byte; then follow its hash, its place in the store and its
  /// length.
  struct Key {
    fileprivate var first: UInt64
    fileprivate var second: UInt64
    fileprivate var third: UInt64
    fileprivate var fourth: UInt32
    fileprivate var hash: UInt32

    fileprivate var isLong: Bool { first & 0xFF == 0 }
  }

  /// A key and what the form was resolved to; the first part is 0 in a free slot.
  private struct Slot {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt32 = 0
    var value: UInt32 = 0
  }

  /// What is answered for a form that is not there.
  static let missing = UInt32.max
  /// The longest form that is remembered.
  static let longestForm = 255
  private static let inlineLength = 28
  /// A form that is not found in so many pairs of slots is treated as not there: crafted texts
  /// can make forms share slots, and then the memo stops helping, but nothing becomes slow by
  /// the square.
  private static let probeLimit = 32

  /// The largest number of runs that are looked up at once.
  static let blockSize = 64

  private var slots: UnsafeMutablePointer<Slot>
  private var pairCount: Int
  private let largestPairCount: Int
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
    pairCount = 32
    // Three quarters of the slots are used when the memo is full.
    largestPairCount = max(limit / 8 * 5, 32)
    slots = Self.makeSlots(pairCount: pairCount)
    storeCapacity = 1024
    store = .allocate(capacity: storeCapacity)
    // 28 bytes of ones and 28 of zeros: read from 28 - n, they keep a key's first n bytes.
    masks = .allocate(byteCount: 2 * Self.inlineLength, alignment: 8)
    masks.initializeMemory(as: UInt8.self, repeating: 0xFF, count: Self.inlineLength)
    (masks + Self.inlineLength)
      .initializeMemory(as: UInt8.self, repeating: 0, count: Self.inlineLength)
  }

  deinit {
    slots.deallocate()
    store.deallocate()
    masks.deallocate()
  }

  /// Whether the next form does not fit, so that the memo has to be emptied first.
  var isFull: Bool { count >= limit || storeCount > limit * 4 + 4096 }

  /// Makes the keys of at most ``blockSize`` runs, and asks for the memory of their first slots.
  ///
  /// Waiting for slots to come from memory is most of the cost of tagging, so they are asked for
  /// some dozens of forms before they are looked at.
  @inline(__always)
  func fetch(
    runs: Range<Int>, of scanner: borrowing TextScanner, into keys: UnsafeMutablePointer<Key>
  ) {
    let (slots, pairCount) = (slots, pairCount)
    let text = scanner.text
    let bounds = scanner.bounds + 2 &* runs.lowerBound
    for index in 0..<runs.count {
      let start = Int(bounds[2 &* index])
      let length = Int(bounds[2 &* index &+ 1]) &- start
      // A long form is found in another way; here its key is one that no slot has.
      let key =
        length <= Self.inlineLength
        ? shortKey(of: text + start, length: length)
        : Key(first: 0, second: 1, third: 0, fourth: 0, hash: 0)
      keys[index] = key
      prefetch(slots + 2 &* Self.pair(of: key.hash, among: pairCount))
    }
  }

  /// Looks up at most ``blockSize`` keys, in the first places where each form can be.
  ///
  /// An answer is what ``value(for:at:)`` gives, or ``missing``.
  ///
  /// - Returns: A bit for each key, the first one lowest: whether its answer is not 0.
  @inline(__always)
  func lookUp(
    _ keys: UnsafePointer<Key>, count: Int, into values: UnsafeMutablePointer<UInt32>
  ) -> UInt64 {
    let (slots, pairCount) = (slots, pairCount)
    var found: UInt64 = 0
    for index in 0..<count {
      let key = keys[index]
      let pair = slots + 2 &* Self.pair(of: key.hash, among: pairCount)
      let value =
        Self.difference(pair[0], key) == 0
        ? pair[0].value : Self.difference(pair[1], key) == 0 ? pair[1].value : Self.missing
      values[index] = value
      found |= (value == 0 ? 0 : 1) &<< UInt64(truncatingIfNeeded: index)
    }
    return found
  }

  /// The key of a form, after whose beginning 28 bytes can be read.
  func key(of form: UnsafePointer<UInt8>, length: Int) -> Key {
    length <= Self.inlineLength
      ? shortKey(of: form, length: length) : Self.longKey(of: form, length: length)
  }

  /// What a form was resolved to, or ``missing``.
  func value(for key: Key, at form: UnsafePointer<UInt8>) -> UInt32 {
    guard let place = place(of: key, at: form), slots[place].first != 0 else {
      return Self.missing
    }
    return slots[place].value
  }

  /// Remembers what a form that is not there was resolved to; the memo must not be full.
  mutating func insert(_ key: Key, at form: UnsafePointer<UInt8>, value: UInt32) {
    if count >= pairCount, pairCount < largestPairCount { grow() }
    guard let place = place(of: key, at: form) else { return }
    var slot = Slot(
      first: key.first, second: key.second, third: key.third, fourth: key.fourth, value: value)
    if key.isLong {
      slot.third = UInt64(storeCount)
      keep(form, length: Int(key.fourth))
    }
    slots[place] = slot
    count += 1
  }

  /// Forgets everything and keeps the storage.
  mutating func removeAll() {
    slots.update(repeating: Slot(), count: 2 * pairCount)
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
    let fourth =
      bytes.loadUnaligned(fromByteOffset: 24, as: UInt32.self)
      & mask.loadUnaligned(fromByteOffset: 24, as: UInt32.self)
    return Key(
      first: first, second: second, third: third, fourth: fourth,
      hash: UInt32(truncatingIfNeeded: Self.hash(first, second, third, fourth)))
  }

  private static func longKey(of form: UnsafePointer<UInt8>, length: Int) -> Key {
    let bytes = UnsafeRawPointer(form)
    var hash = UInt64(length)
    for offset in stride(from: 0, to: length - 7, by: 8) {
      hash = Self.hash(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), hash, 1, 0)
    }
    hash = Self.hash(bytes.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self), hash, 2, 0)
    return Key(
      first: 0x100, second: hash, third: 0, fourth: UInt32(truncatingIfNeeded: length),
      hash: UInt32(truncatingIfNeeded: hash))
  }

  @inline(__always)
  private static func hash(
    _ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt32
  ) -> UInt64 {
    let left = first ^ 0x9E37_79B9_7F4A_7C15
    let last = third ^ UInt64(fourth) &<< 32
    let right = (second ^ 0xD6E8_FEB8_6659_FD93) &+ last &* 0xA076_1D64_78BD_642F
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// 0 if a slot has a short key.
  @inline(__always)
  private static func difference(_ slot: Slot, _ key: Key) -> UInt64 {
    (slot.first ^ key.first) | (slot.second ^ key.second) | (slot.third ^ key.third)
      | UInt64(slot.fourth ^ key.fourth)
  }

  private func isSameLongForm(
    _ slot: Slot, _ key: Key, at form: UnsafePointer<UInt8>
  ) -> Bool {
    guard slot.first == key.first, slot.second == key.second, slot.fourth == key.fourth else {
      return false
    }
    let kept = store + Int(slot.third)
    for index in 0..<Int(key.fourth) where kept[index] != form[index] { return false }
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

  /// The pair of slots that a form's slot is looked for in first.
  @inline(__always)
  private static func pair(of hash: UInt32, among pairCount: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* UInt64(truncatingIfNeeded: pairCount)) &>> 32)
  }

  /// The slot of a form, or the free one where it would be; `nil` if both are too far away.
  private func place(of key: Key, at form: UnsafePointer<UInt8>) -> Int? {
    var pair = Self.pair(of: key.hash, among: pairCount)
    for _ in 0..<Self.probeLimit {
      for place in 2 * pair...2 * pair + 1 {
        let slot = slots[place]
        if slot.first == 0 { return place }
        if key.isLong
          ? isSameLongForm(slot, key, at: form) : Self.difference(slot, key) == 0
        {
          return place
        }
      }
      pair = pair + 1 == pairCount ? 0 : pair + 1
    }
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
    let (old, oldCount) = (slots, 2 * pairCount)
    pairCount = min(2 * pairCount, largestPairCount)
    slots = Self.makeSlots(pairCount: pairCount)
    count = 0
    for index in 0..<oldCount where old[index].first != 0 {
      let slot = old[index]
      var key = Key(
        first: slot.first, second: slot.second, third: slot.third, fourth: slot.fourth, hash: 0)
      key.hash = UInt32(
        truncatingIfNeeded: key.isLong
          ? slot.second : Self.hash(slot.first, slot.second, slot.third, slot.fourth))
      // A form that finds no free slot is forgotten; it will be resolved again.
      guard let place = place(of: key, at: store + (key.isLong ? Int(slot.third) : 0)) else {
        continue
      }
      slots[place] = slot
      count += 1
    }
    old.deallocate()
  }
}
