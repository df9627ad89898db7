// What the detector counts in one pass over the bytes, in blocks of any size.
//
// Eight bytes that are all printable ASCII are passed over together; every other byte goes
// through the slow path, so the counts of control characters and high bytes are exact.
struct ByteStatistics {
  // Where a byte was that is not UTF-8. The line is unknown in a sample from inside a file.
  struct Place: Equatable {
    var offset: Int
    var line: Int?
  }

  private(set) var total = 0
  // Exact for bytes below 0x20 and above 0x7F; the others are not counted singly.
  private(set) var counts = [Int](repeating: 0, count: 256)
  private(set) var nulsAtEvenOffsets = 0
  private(set) var nulsAtOddOffsets = 0
  private(set) var firstNul: Place?
  // Sequences of two to four bytes that are valid UTF-8, and sequences that are not.
  private(set) var validSequences = 0
  private(set) var validHighBytes = 0
  private(set) var invalidSequences = 0
  private(set) var firstInvalid: Place?

  private var offset = 0
  private var line: Int? = 1
  private var previous: UInt8 = 0
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

  func count(of range: ClosedRange<UInt8>) -> Int {
    range.reduce(0) { $0 + counts[Int($1)] }
  }

  // Begins at a new place in the file; what was open there before is not judged.
  mutating func jump(to offset: Int) {
    self.offset = offset
    line = offset == 0 ? 1 : nil
    forgiven = offset == 0 ? 0 : 3
    toCome = 0
  }

  // The end of the file: a sequence that is still open is cut off.
  mutating func finish() {
    if toCome > 0 { rejectSequence() }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    var index = 0
    while index < bytes.count {
      if toCome == 0 && index + 8 <= bytes.count {
        let word = (base + index).loadUnaligned(as: UInt64.self)
        let isLow = (word &- 0x2020_2020_2020_2020) & ~word
        if (isLow | word) & 0x8080_8080_8080_8080 == 0 {
          index += 8
          offset += 8
          previous = 0x20
          forgiven = 0
          continue
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
      if offset & 1 == 0 { nulsAtEvenOffsets += 1 } else { nulsAtOddOffsets += 1 }
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
    if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line = line.map { $0 + 1 } }
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
      validHighBytes += seen
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
