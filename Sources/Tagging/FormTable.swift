import CPrefetch
import Synchronization

/// A table of word forms with what each was resolved to, by the form's bytes as they stand in the
/// text.
///
/// One of the files with unsafe code. A table with open addressing and 32-byte slots, two to a
/// cache line; a form of up to 28 bytes stands in its slot, a longer one in the pool's store.
///
/// Any number of taggers may look forms up while one at a time, under the ``FormMemo``'s lock, adds
/// one. A slot is filled once: its last part is written last, and read first. So a slot that is
/// being filled is not there yet, and one that is there does not change.
final class FormTable: @unchecked Sendable {
  /// The first three parts of a key; then the fourth, and above it the value and one.
  private struct Slot: ~Copyable {
    let first = Atomic<UInt64>(0)
    let second = Atomic<UInt64>(0)
    let third = Atomic<UInt64>(0)
    let last = Atomic<UInt64>(0)

    /// The value of a slot, or ``FormTable/missing`` while it is not filled.
    @inline(__always)
    static func value(_ last: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: last &>> 32) &- 1 }
  }

  /// What is answered for a form that is not there.
  static let missing = UInt32.max
  /// The longest form that is remembered.
  static let longestForm = 255
  /// The largest number of runs that are looked up at once.
  static let blockSize = 64
  /// A form that is not found in so many pairs of slots is treated as not there: crafted texts
  /// can make forms share slots, and then the table stops helping, but nothing becomes slow by
  /// the square.
  private static let probeLimit = 32

  private let slots: UnsafeMutablePointer<Slot>
  /// The number of pairs of slots.
  let pairCount: Int
  /// Where the values point to.
  let pool: MeaningPool
  private let masks: UnsafeMutableRawPointer
  /// The number of forms; for the holder of the lock.
  private(set) var count = 0

  /// Makes an empty table.
  init(pairCount: Int, pool: MeaningPool) {
    self.pairCount = pairCount
    self.pool = pool
    // On a cache line's boundary, so that a pair is one line.
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: pairCount * 64, alignment: 64)
    bytes.initializeMemory(as: UInt8.self, repeating: 0, count: pairCount * 64)
    slots = bytes.bindMemory(to: Slot.self, capacity: 2 * pairCount)
    // 28 bytes of ones and 28 of zeros: read from 28 - n, they keep a key's first n bytes.
    masks = .allocate(byteCount: 2 * FormKey.inlineLength, alignment: 8)
    masks.initializeMemory(as: UInt8.self, repeating: 0xFF, count: FormKey.inlineLength)
    (masks + FormKey.inlineLength)
      .initializeMemory(as: UInt8.self, repeating: 0, count: FormKey.inlineLength)
  }

  deinit {
    slots.deallocate()
    masks.deallocate()
  }

  /// Makes the keys of at most ``blockSize`` runs, and asks for the memory of their first slots.
  ///
  /// Waiting for slots to come from memory is most of the cost of tagging, so they are asked for
  /// some dozens of forms before they are looked at.
  @inline(__always)
  func fetch(
    runs: Range<Int>, of scanner: borrowing TextScanner,
    into keys: UnsafeMutablePointer<FormKey>
  ) {
    let (slots, pairCount, masks) = (slots, pairCount, masks)
    let text = scanner.text
    let bounds = scanner.bounds + 2 &* runs.lowerBound
    for index in 0..<runs.count {
      let start = Int(bounds[2 &* index])
      let length = Int(bounds[2 &* index &+ 1]) &- start
      // A long form is found in another way; here its key is one that no slot has.
      let key =
        length <= FormKey.inlineLength
        ? FormKey(short: text + start, mask: masks + (FormKey.inlineLength &- length))
        : FormKey.none
      keys[index] = key
      prefetch(slots + 2 &* Self.pair(of: key, among: pairCount))
    }
  }

  /// Looks up at most ``blockSize`` keys, in the first places where each form can be.
  ///
  /// An answer is what ``value(for:at:)`` gives, or ``missing``.
  ///
  /// - Returns: A bit for each key, the first one lowest: whether its answer is not 0.
  @inline(__always)
  func lookUp(
    _ keys: UnsafePointer<FormKey>, count: Int, into values: UnsafeMutablePointer<UInt32>
  ) -> UInt64 {
    let (slots, pairCount, numbers) = (slots, pairCount, pool.numbers)
    var found: UInt64 = 0
    for index in 0..<count {
      let key = keys[index]
      let place = 2 &* Self.pair(of: key, among: pairCount)
      let (left, right) = (
        slots[place].last.load(ordering: .acquiring),
        slots[place &+ 1].last.load(ordering: .acquiring)
      )
      let value =
        difference(place, left, key) == 0
        ? Slot.value(left)
        : difference(place &+ 1, right, key) == 0 ? Slot.value(right) : Self.missing
      values[index] = value
      // The record of a form that means something; for the others this asks for nothing.
      prefetch(numbers + Int(value &>> 1))
      found |= (value == 0 ? 0 : 1) &<< UInt64(truncatingIfNeeded: index)
    }
    return found
  }

  /// The key of a form, after whose beginning 28 bytes can be read.
  func key(of form: UnsafePointer<UInt8>, length: Int) -> FormKey {
    length <= FormKey.inlineLength
      ? FormKey(short: form, mask: masks + (FormKey.inlineLength - length))
      : FormKey(long: form, length: length)
  }

  /// What a form was resolved to, or ``missing``.
  func value(for key: FormKey, at form: UnsafePointer<UInt8>) -> UInt32 {
    // What the slot holds is what it was compared with: another form may get it at any moment.
    place(of: key, at: form).map { Slot.value($0.last) } ?? Self.missing
  }

  // MARK: Adding, under the lock

  /// Adds a form, unless it is there or has no room near its place.
  func insert(_ key: FormKey, at form: UnsafePointer<UInt8>, value: UInt32) {
    guard let (place, last) = place(of: key, at: form), last == 0 else { return }
    var key = key
    if key.isLong { key.third = UInt64(pool.keep(form, length: Int(key.fourth))) }
    fill(place, key, value)
  }

  /// A table with the same forms and more room; the pool is the same one.
  func grown(to pairCount: Int) -> FormTable {
    let grown = FormTable(pairCount: pairCount, pool: pool)
    for old in 0..<2 * self.pairCount {
      let last = slots[old].last.load(ordering: .relaxed)
      guard last != 0 else { continue }
      let key = FormKey(
        first: slots[old].first.load(ordering: .relaxed),
        second: slots[old].second.load(ordering: .relaxed),
        third: slots[old].third.load(ordering: .relaxed),
        fourth: UInt32(truncatingIfNeeded: last))
      // A form that finds no free slot is forgotten; it will be resolved again.
      let form = pool.store + (key.isLong ? Int(key.third) : 0)
      guard let (place, _) = grown.place(of: key, at: form) else { continue }
      grown.fill(place, key, Slot.value(last))
    }
    return grown
  }

  private func fill(_ place: Int, _ key: FormKey, _ value: UInt32) {
    slots[place].first.store(key.first, ordering: .relaxed)
    slots[place].second.store(key.second, ordering: .relaxed)
    slots[place].third.store(key.third, ordering: .relaxed)
    slots[place].last.store(
      UInt64(key.fourth) | UInt64(value &+ 1) &<< 32, ordering: .releasing)
    count += 1
  }

  // MARK: Places

  /// 0 if a slot has a short key; `last` is what its last part was read as, before this.
  @inline(__always)
  private func difference(_ place: Int, _ last: UInt64, _ key: FormKey) -> UInt64 {
    (slots[place].first.load(ordering: .relaxed) ^ key.first)
      | (slots[place].second.load(ordering: .relaxed) ^ key.second)
      | (slots[place].third.load(ordering: .relaxed) ^ key.third)
      | UInt64(UInt32(truncatingIfNeeded: last) ^ key.fourth)
  }

  private func isSameLongForm(
    _ place: Int, _ last: UInt64, _ key: FormKey, at form: UnsafePointer<UInt8>
  ) -> Bool {
    guard slots[place].first.load(ordering: .relaxed) == key.first,
      slots[place].second.load(ordering: .relaxed) == key.second,
      UInt32(truncatingIfNeeded: last) == key.fourth
    else { return false }
    let kept = pool.store + Int(slots[place].third.load(ordering: .relaxed))
    for index in 0..<Int(key.fourth) where kept[index] != form[index] { return false }
    return true
  }

  /// The pair of slots that a form's slot is looked for in first.
  @inline(__always)
  private static func pair(of key: FormKey, among pairCount: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(key.hash) &* UInt64(truncatingIfNeeded: pairCount)) &>> 32)
  }

  /// The slot of a form, or the free one where it would be, and the last part that was read there;
  /// `nil` if both are too far away.
  private func place(
    of key: FormKey, at form: UnsafePointer<UInt8>
  ) -> (place: Int, last: UInt64)? {
    var pair = Self.pair(of: key, among: pairCount)
    for _ in 0..<Self.probeLimit {
      for place in 2 * pair...2 * pair + 1 {
        let last = slots[place].last.load(ordering: .acquiring)
        if last == 0 { return (place, last) }
        if key.isLong
          ? isSameLongForm(place, last, key, at: form) : difference(place, last, key) == 0
        {
          return (place, last)
        }
      }
      pair = pair + 1 == pairCount ? 0 : pair + 1
    }
    return nil
  }
}
