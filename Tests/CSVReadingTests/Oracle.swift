internal import CLibCSV

// One pass of libcsv over all bytes, one byte at a time, with everything written down. This is
// what the blocks have to equal where no stray quote ends the quoting of a field. It uses nothing of the code that it judges.
struct Oracle {
  struct Record: Equatable {
    var line: Int
    var fields: [[UInt8]]
    // From the line end before it to its own, both left out.
    var length: Int
    // Whether it was still in a quoted field when the bytes ended, and where that field began.
    var isOpen = false
    var quoteLine = 0
  }

  private(set) var records: [Record] = []

  init(_ bytes: [UInt8], delimiter: UInt8) {
    // libcsv's states, which its header does not name: a record has not begun; in a field.
    let recordNotBegun: Int32 = 0
    let inField: Int32 = 2

    var parser = csv_parser()
    csv_init(&parser, 0)
    defer { csv_free(&parser) }
    csv_set_delim(&parser, delimiter)
    let seen = UnsafeMutablePointer<Seen>.allocate(capacity: 1)
    seen.initialize(to: Seen())
    defer {
      seen.deinitialize(count: 1)
      seen.deallocate()
    }
    var line = 1
    var start = 0
    var current = Record(line: 0, fields: [], length: 0)
    var previous: UInt8 = 0
    for (offset, byte) in bytes.enumerated() {
      let before = (state: parser.pstate, quoted: parser.quoted)
      var one = byte
      csv_parse(&parser, &one, 1, fieldSeen, recordSeen, seen)
      if before.state == recordNotBegun && parser.pstate != recordNotBegun { current.line = line }
      if before.state != inField && parser.pstate == inField && parser.quoted == 1
        && before.quoted == 0
      {
        current.quoteLine = line
      }
      if seen.pointee.recordEnded {
        current.fields = seen.pointee.takeFields()
        current.length = offset - start
        records.append(current)
      }
      if byte == 0x0A ? previous != 0x0D : byte == 0x0D { line += 1 }
      if parser.pstate == recordNotBegun && (byte == 0x0A || byte == 0x0D) { start = offset + 1 }
      previous = byte
    }
    let isOpen = parser.pstate == inField && parser.quoted == 1
    csv_fini(&parser, fieldSeen, recordSeen, seen)
    if seen.pointee.recordEnded {
      current.fields = seen.pointee.takeFields()
      current.length = bytes.count - start
      current.isOpen = isOpen
      records.append(current)
    }
  }
}

private struct Seen {
  var fields: [[UInt8]] = []
  var recordEnded = false

  mutating func takeFields() -> [[UInt8]] {
    defer { self = Seen() }
    return fields
  }
}

private func fieldSeen(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let seen = context?.assumingMemoryBound(to: Seen.self) else { return }
  seen.pointee.fields.append(Array(UnsafeRawBufferPointer(start: bytes, count: count)))
}

private func recordSeen(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: Seen.self).pointee.recordEnded = true
}
