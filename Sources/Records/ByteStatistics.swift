// What the detector counts in one pass over the bytes, in blocks of any size.
//
// Printable ASCII is passed over up to eight bytes at a time; every other byte goes through the
// slow path, so the counts of control characters and high bytes are exact.
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
