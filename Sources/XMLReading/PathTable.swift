// Which path state follows on which name: from a parent state and the addresses of a name and a
// namespace, as libxml2 keeps one copy of each distinct text, to a number.
//
// An open-addressing table in one block. It only grows, to the limit of distinct paths.
struct PathTable: ~Copyable {
  struct Key {
    var parent: UInt32
    var name: UnsafePointer<UInt8>
    var namespace: UnsafePointer<UInt8>?
  }

  private struct Slot {
    var name: UnsafePointer<UInt8>?
    var namespace: UnsafePointer<UInt8>?
    var parent: UInt32
    var child: UInt32
  }

  // What `find` answers when the key is not in the table.
  static let none = UInt32.max

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var count = 0

  init() {
    mask = 255
    slots = Self.makeSlots(256)
  }

  deinit { slots.deallocate() }

  @inline(__always)
  func find(_ key: Key) -> UInt32 {
    var index = Self.hash(key.parent, key.name, key.namespace) & mask
    while true {
      let slot = slots[index]
      guard let name = slot.name else { return Self.none }
      if name == key.name && slot.parent == key.parent && slot.namespace == key.namespace {
        return slot.child
      }
      index = (index &+ 1) & mask
    }
  }

  // The key must not be in the table yet.
  mutating func insert(_ key: Key, child: UInt32) {
    if count * 2 > mask { grow() }
    place(
      Slot(name: key.name, namespace: key.namespace, parent: key.parent, child: child))
    count += 1
  }

  private func place(_ slot: Slot) {
    guard let name = slot.name else { return }
    var index = Self.hash(slot.parent, name, slot.namespace) & mask
    while slots[index].name != nil { index = (index &+ 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    slots = Self.makeSlots(oldCount * 2)
    mask = oldCount * 2 - 1
    for index in 0..<oldCount where old[index].name != nil { place(old[index]) }
    old.deallocate()
  }

  private static func makeSlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(name: nil, namespace: nil, parent: 0, child: 0), count: count)
    return slots
  }

  @inline(__always)
  private static func hash(
    _ parent: UInt32, _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?
  ) -> Int {
    var bits = UInt64(UInt(bitPattern: name)) &+ UInt64(parent) &* 0x9E37_79B9_7F4A_7C15
    bits ^= UInt64(UInt(bitPattern: namespace)) &* 0xC2B2_AE3D_27D4_EB4F
    bits = (bits ^ bits >> 29) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: bits >> 32)
  }
}
