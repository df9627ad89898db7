/// What word forms were resolved to, each meaning kept once, and the bytes of long forms.
///
/// One of the files with unsafe code. Many forms mean the same, so the records that a text needs
/// stay close at hand. A record is a row of numbers: the split node, how many terms, first states
/// and words there are, and then the terms, the states and the words.
///
/// Records are added one at a time, under the ``FormMemo``'s lock, and never change or move: so
/// whoever has got a record's place from a ``FormTable`` may read it.
final class MeaningPool: @unchecked Sendable {
  /// All records, one after the other; the first place belongs to none.
  let numbers: UnsafeMutablePointer<UInt32>
  /// Long forms, one after the other.
  let store: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private let storeCapacity: Int
  private var count = 1
  private var storeCount = 0
  /// The places of records by their hash; 0 where there is none.
  private var table: [UInt32] = Array(repeating: 0, count: 64)
  private var recordCount = 0

  /// Makes an empty pool for a number of forms, with room for one record of a length at least.
  init(forms: Int, longestRecord: Int) {
    capacity = max(forms, 1024) + longestRecord
    storeCapacity = forms * 4 + 4096
    numbers = .allocate(capacity: capacity)
    numbers.initialize(to: 0)
    store = .allocate(capacity: storeCapacity)
  }

  deinit {
    numbers.deallocate()
    store.deallocate()
  }

  /// Writes a record.
  static func write(
    splitNode: UInt32, terms: [UInt32], states: [UInt32], words: [UInt32],
    to record: inout [UInt32]
  ) {
    record.append(splitNode)
    record.append(UInt32(terms.count))
    record.append(UInt32(states.count))
    record.append(UInt32(words.count))
    record.append(contentsOf: terms)
    record.append(contentsOf: states)
    record.append(contentsOf: words)
  }

  /// Whether a record and the bytes of a form still fit.
  func hasRoom(for record: [UInt32]) -> Bool {
    count + record.count <= capacity && storeCount + FormTable.longestForm <= storeCapacity
  }

  /// Gives the place of a record, and adds it if it is new; there must be room.
  func place(of record: [UInt32]) -> Int {
    let slot = slot(of: record)
    if table[slot] != 0 { return Int(table[slot]) }
    let place = count
    (numbers + place).initialize(from: record, count: record.count)
    count += record.count
    table[slot] = UInt32(place)
    recordCount += 1
    if recordCount > table.count / 2 { grow() }
    return place
  }

  /// Keeps the bytes of a form and gives their place; there must be room.
  func keep(_ form: UnsafePointer<UInt8>, length: Int) -> Int {
    let place = storeCount
    (store + place).initialize(from: form, count: length)
    storeCount += length
    return place
  }

  /// The slot of a record, or the free slot for it.
  private func slot(of record: some Collection<UInt32>) -> Int {
    var hash: UInt64 = 0
    for number in record {
      hash = (hash ^ UInt64(number)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] != 0, !isEqual(Int(table[slot]), record) {
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  private func isEqual(_ place: Int, _ record: some Collection<UInt32>) -> Bool {
    // A record says how long it is, so of two that differ the first four numbers or a later one
    // within both do.
    place + record.count <= count
      && UnsafeBufferPointer(start: numbers + place, count: record.count).elementsEqual(record)
  }

  private func grow() {
    let places = table.filter { $0 != 0 }
    table = Array(repeating: 0, count: 2 * table.count)
    for place in places {
      let start = numbers + Int(place)
      let size = 4 + Int(start[1]) + Int(start[2]) + Int(start[3])
      table[slot(of: UnsafeBufferPointer(start: start, count: size))] = place
    }
  }
}
