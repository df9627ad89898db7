// What the detector counts in one pass over the bytes, in blocks of any size.
//
// One of the files with unsafe code: it reads the bytes eight at a time. Printable ASCII is passed
// over, and so are characters of two bytes as long as all is UTF-8; every other byte goes through
// the slow path. The counts of control characters and high bytes are exact all the same.
struct ByteStatistics {
  // Where a byte was that is not UTF-8. The line is unknown in a sample from inside a file.
  struct Place: Equatable {
    var offset: Int
    var line: Int?
  }

  private(set) var total = 0
  // Exact for bytes below 0x20 and above 0x7F; the others are not counted singly.
  private(set) var counts = [Int](repeating: 0, count: 256)
  // By the offset's remainder after division by four.
  private(set) var nulsAtOffsets = SIMD4<Int>()
  private(set) var firstNul: Place?
  // Sequences of two to four bytes that are valid UTF-8, and sequences that are not.
  private(set) var validSequences = 0
  private(set) var invalidSequences = 0
  private(set) var firstInvalid: Place?
  // What stands beside the bytes above 127, from the first one on that is not UTF-8: before it
  // they are no evidence of another encoding, and a file of UTF-8 costs nothing more.
  private(set) var neighbours = NeighbourCounts()

  private var offset = 0
  private var line: Int? = 1
  private var previous: UInt8 = 0x0A
  private var beforePrevious: UInt8 = 0x0A
  // Whether `previous` is to be counted with its neighbours as soon as the next byte is known.
  private var awaitsNeighbour = false
  // The sequence that is being read: bytes still to come, bytes seen, bounds of the next one.
  private var toCome = 0
  private var seen = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF
  private var sequenceStart = Place(offset: 0, line: nil)
  // A sample may begin in the middle of a sequence.
  private var forgiven = 0

  var highBytes: Int { count(of: 0x80...0xFF) }
  var nuls: Int { counts[0] }
  var nulsAtEvenOffsets: Int { nulsAtOffsets[0] + nulsAtOffsets[2] }
  var nulsAtOddOffsets: Int { nulsAtOffsets[1] + nulsAtOffsets[3] }

  func count(of range: ClosedRange<UInt8>) -> Int {
    range.reduce(0) { $0 + counts[Int($1)] }
  }

  // Begins at a new place in the file; what was open there before is not judged.
  mutating func jump(to offset: Int) {
    self.offset = offset
    line = offset == 0 ? 1 : nil
    forgiven = offset == 0 ? 0 : 3
    toCome = 0
    awaitsNeighbour = false
    previous = 0x0A
  }

  // The end of the file: a sequence that is still open is cut off.
  mutating func finish() {
    if toCome > 0 { rejectSequence() }
    if invalidSequences > 0 { neighbours.add(previous, before: beforePrevious, after: 0x0A) }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    var index = 0
    while index < bytes.count {
      if toCome == 0 && invalidSequences == 0 {
        index += addPairs(base + index, count: bytes.count - index)
        if index == bytes.count { break }
      }
      if toCome == 0 && !awaitsNeighbour && index + 8 <= bytes.count {
        let word = UInt64(littleEndian: (base + index).loadUnaligned(as: UInt64.self))
        // The lowest bit that is set belongs to the first byte that is not printable ASCII.
        let isLow = (word &- 0x2020_2020_2020_2020) & ~word
        let printable = ((isLow | word) & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
        if printable > 0 {
          index += printable
          offset += printable
          previous = UInt8(
            truncatingIfNeeded: word >> UInt64(truncatingIfNeeded: printable * 8 - 8))
          forgiven = 0
          if printable == 8 { continue }
        }
      }
      addSlowly((base + index).load(as: UInt8.self))
      index += 1
    }
    total += bytes.count
  }

  // Counts printable ASCII and valid characters of two bytes, from a place where one begins to the
  // first word with anything else; returns the number of bytes.
  private mutating func addPairs(_ base: UnsafeRawPointer, count: Int) -> Int {
    let byte = { base.load(fromByteOffset: $0, as: UInt8.self) }
    guard count > 8, byte(0) & 0xC0 != 0x80 else { return 0 }
    var index = 0
    var pairs = 0
    counts.withUnsafeMutableBufferPointer { counts in
      // The byte after the word is looked at too.
      while index + 8 < count {
        let place = base + index
        let word = UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
        guard (word &- 0x2020_2020_2020_2020) & ~word & Self.highBits == 0 else { break }
        var high = word & Self.highBits
        if high != 0 {
          // After a word without any, no character of two is open.
          guard word & 0xC0 != 0x80 || byte(index - 1) >= 0xC0 else { break }
          let next = UInt64(littleEndian: (place + 1).loadUnaligned(as: UInt64.self))
          guard let leads = Self.leads(ofPairs: word, next) else { break }
          pairs += leads.nonzeroBitCount
          while high != 0 {
            let place = UInt64(truncatingIfNeeded: high.trailingZeroBitCount & ~7)
            counts[Int(word >> place & 0xFF)] &+= 1
            high &= high &- 1
          }
        }
        index += 8
      }
      // The byte after a first one has been seen to be its second.
      if index > 0, byte(index - 1) >= 0xC0 {
        counts[Int(byte(index))] += 1
        index += 1
      }
    }
    guard index > 0 else { return 0 }
    validSequences += pairs
    offset += index
    forgiven = 0
    beforePrevious = byte(index - 2)
    previous = byte(index - 1)
    return index
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  // The highest bits of the first bytes of characters of two, when the word holds nothing else
  // above ASCII but their second bytes; `next` is the word one byte further on.
  @inline(__always)
  private static func leads(ofPairs word: UInt64, _ next: UInt64) -> UInt64? {
    let isFromC0 = word & word << 1
    let isFromE0 = isFromC0 & word << 2
    let isLead = isFromC0 & ~isFromE0
    let isContinued = next & ~(next << 1)
    // C0 and C1 are never valid: of their bits 1 to 4 none is set.
    let isAboveC1 = (word & 0x1E1E_1E1E_1E1E_1E1E) &+ 0x7E7E_7E7E_7E7E_7E7E
    let wrong = (isLead ^ isContinued) | isFromE0 | isLead & ~isAboveC1
    return wrong & highBits == 0 ? isLead & highBits : nil
  }

  private mutating func addSlowly(_ byte: UInt8) {
    if byte < 0x20 || byte >= 0x80 { counts[Int(byte)] += 1 }
    if byte == 0 {
      nulsAtOffsets[offset & 3] += 1
      if firstNul == nil { firstNul = Place(offset: offset, line: line) }
    }
    if toCome > 0 {
      if byte >= lower && byte <= upper {
        continueSequence()
      } else {
        rejectSequence()
        beginSequence(byte)
      }
    } else {
      beginSequence(byte)
    }
    if invalidSequences > 0 {
      if previous >= 0x80 { neighbours.add(previous, before: beforePrevious, after: byte) }
      awaitsNeighbour = byte >= 0x80
    }
    if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line = line.map { $0 + 1 } }
    beforePrevious = previous
    previous = byte
    offset += 1
  }

  private mutating func continueSequence() {
    toCome -= 1
    seen += 1
    lower = 0x80
    upper = 0xBF
    if toCome == 0 {
      validSequences += 1
    }
  }

  // The bounds of the second byte shut out overlong forms, surrogates and what is above
  // U+10FFFF (Unicode, table 3-7).
  private mutating func beginSequence(_ byte: UInt8) {
    if byte & 0xC0 == 0x80 && forgiven > 0 {
      forgiven -= 1
      return
    }
    forgiven = 0
    sequenceStart = Place(offset: offset, line: line)
    seen = 1
    lower = 0x80
    upper = 0xBF
    switch byte {
    case 0x00...0x7F: return
    case 0xC2...0xDF: toCome = 1
    case 0xE0...0xEF:
      toCome = 2
      if byte == 0xE0 { lower = 0xA0 }
      if byte == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      toCome = 3
      if byte == 0xF0 { lower = 0x90 }
      if byte == 0xF4 { upper = 0x8F }
    default: rejectSequence()
    }
  }

  private mutating func rejectSequence() {
    invalidSequences += 1
    if firstInvalid == nil { firstInvalid = sequenceStart }
    toCome = 0
  }
}
