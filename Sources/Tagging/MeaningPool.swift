/// What word forms were resolved to, each meaning kept once.
///
/// Many forms mean the same, so the records that a text needs stay close at hand. A record is a
/// row of numbers: the split node, how many terms, first states and words there are, and then the
/// terms, the states and the words.
struct MeaningPool {
  /// All records, one after the other; the first place belongs to none.
  private(set) var numbers: [UInt32] = [0]
  /// The places of records by their hash; 0 where there is none.
  private var table: [UInt32] = Array(repeating: 0, count: 64)
  private var recordCount = 0

  /// Gives the place of a record, and adds it if it is new.
  mutating func place(
    splitNode: UInt32, terms: [UInt32], states: [UInt32], words: [UInt32]
  ) -> Int {
    let place = numbers.count
    numbers.append(splitNode)
    numbers.append(UInt32(terms.count))
    numbers.append(UInt32(states.count))
    numbers.append(UInt32(words.count))
    numbers.append(contentsOf: terms)
    numbers.append(contentsOf: states)
    numbers.append(contentsOf: words)
    let slot = slot(of: place)
    if table[slot] != 0 {
      numbers.removeSubrange(place...)
      return Int(table[slot])
    }
    table[slot] = UInt32(place)
    recordCount += 1
    if recordCount > table.count / 2 { grow() }
    return place
  }

  /// Forgets all records and keeps the storage.
  mutating func removeAll() {
    numbers.removeSubrange(1...)
    recordCount = 0
    for slot in table.indices { table[slot] = 0 }
  }

  /// The slot of the record that is equal to one, or the free slot for it.
  private func slot(of place: Int) -> Int {
    var hash: UInt64 = 0
    let size = size(of: place)
    for number in numbers[place..<place + size] {
      hash = (hash ^ UInt64(number)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] != 0, !isEqual(Int(table[slot]), place, size: size) {
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  private func size(of place: Int) -> Int {
    4 + Int(numbers[place + 1]) + Int(numbers[place + 2]) + Int(numbers[place + 3])
  }

  private func isEqual(_ left: Int, _ right: Int, size: Int) -> Bool {
    // A record says how long it is, so of two that differ the first four numbers or a later one
    // within both do.
    left + size <= numbers.count
      && numbers[left..<left + size].elementsEqual(numbers[right..<right + size])
  }

  private mutating func grow() {
    let places = table.filter { $0 != 0 }
    table = Array(repeating: 0, count: 2 * table.count)
    for place in places { table[slot(of: Int(place))] = place }
  }
}
