internal import CPrefetch

/// A set of public numbers, two to three bytes each, and never more than 60 MB.
///
/// The numbers are divided into chunks of 65,536 by their high bits. A chunk has the low bits of
/// its numbers as a sorted list, or, when there are more than 4,096, a map of one bit for every
/// number that there can be: each form is used where it is the smaller. (Roaring bitmaps, Chambi
/// and others, 2016.)
struct NumberSet: ~Copyable {
  /// The numbers of a chunk as sorted words, or a map in 4,096 words.
  private struct Chunk {
    var words: UnsafeMutablePointer<UInt16>?
    var count: Int32 = 0
    var capacity: Int32 = 0
  }

  /// The most numbers in a list, and the words of a map.
  private static let mapLength = 4096

  private let chunks: UnsafeMutableBufferPointer<Chunk>

  init() {
    chunks = .allocate(capacity: Int((PublicNumber.space - 1) >> 16) + 1)
    chunks.initialize(repeating: Chunk())
  }

  deinit {
    for chunk in chunks { chunk.words?.deallocate() }
    chunks.deallocate()
  }

  /// The number of bytes that the set takes.
  var byteCount: Int {
    chunks.reduce(chunks.count * MemoryLayout<Chunk>.stride) { $0 + Int($1.capacity) * 2 }
  }

  /// Adds a number; `false` when it was there already.
  mutating func insert(_ number: UInt32) -> Bool {
    let index = Int(number >> 16)
    let low = UInt16(truncatingIfNeeded: number)
    if Int(chunks[index].count) > Self.mapLength {
      return Self.mark(low, in: &chunks[index])
    }
    let place = Self.place(of: low, in: chunks[index])
    if let words = chunks[index].words, place < chunks[index].count, words[place] == low {
      return false
    }
    if Int(chunks[index].count) == Self.mapLength {
      Self.makeMap(&chunks[index])
      return Self.mark(low, in: &chunks[index])
    }
    Self.insert(low, at: place, in: &chunks[index])
    return true
  }

  /// Whether a number is there.
  func contains(_ number: UInt32) -> Bool {
    let chunk = chunks[Int(number >> 16)]
    guard let words = chunk.words else { return false }
    let low = UInt16(truncatingIfNeeded: number)
    if Int(chunk.count) > Self.mapLength { return words[Int(low >> 4)] >> (low & 15) & 1 == 1 }
    let place = Self.place(of: low, in: chunk)
    return place < chunk.count && words[place] == low
  }

  /// Asks for the place where a number is or would be, so that many are fetched at the same time.
  func fetch(_ number: UInt32) {
    let chunk = chunks[Int(number >> 16)]
    guard let words = chunk.words else { return }
    let low = Int(UInt16(truncatingIfNeeded: number))
    let isMap = Int(chunk.count) > Self.mapLength
    prefetch(words + (isMap ? low >> 4 : low * Int(chunk.count) >> 16))
  }

  /// The number of words in a list that are smaller.
  ///
  /// Public numbers are evenly spread, so it is not far from where it would be if they lay at
  /// equal distances. At the worst it is 4,096 steps away.
  private static func place(of low: UInt16, in chunk: Chunk) -> Int {
    guard let words = chunk.words else { return 0 }
    let count = Int(chunk.count)
    var place = (Int(low) * count) >> 16
    while place > 0, words[place - 1] >= low { place -= 1 }
    while place < count, words[place] < low { place += 1 }
    return place
  }

  private static func insert(_ low: UInt16, at place: Int, in chunk: inout Chunk) {
    let count = Int(chunk.count)
    if chunk.count == chunk.capacity {
      // By a quarter, so that little stands empty.
      resize(&chunk, to: min(count + count / 4 + 8, mapLength))
    }
    guard let words = chunk.words else { return }
    (words + place + 1).update(from: words + place, count: count - place)
    words[place] = low
    chunk.count += 1
  }

  private static func mark(_ low: UInt16, in chunk: inout Chunk) -> Bool {
    guard let words = chunk.words else { return false }
    let bit: UInt16 = 1 << (low & 15)
    if words[Int(low >> 4)] & bit != 0 { return false }
    words[Int(low >> 4)] |= bit
    chunk.count += 1
    return true
  }

  private static func makeMap(_ chunk: inout Chunk) {
    var map = Chunk(words: .allocate(capacity: mapLength), capacity: Int32(mapLength))
    map.words?.initialize(repeating: 0, count: mapLength)
    for place in 0..<Int(chunk.count) {
      if let low = chunk.words?[place] { _ = mark(low, in: &map) }
    }
    chunk.words?.deallocate()
    chunk = map
  }

  private static func resize(_ chunk: inout Chunk, to capacity: Int) {
    let words = UnsafeMutablePointer<UInt16>.allocate(capacity: capacity)
    words.initialize(repeating: 0, count: capacity)
    if let old = chunk.words {
      words.update(from: old, count: Int(chunk.count))
      old.deallocate()
    }
    chunk.words = words
    chunk.capacity = Int32(capacity)
  }
}
