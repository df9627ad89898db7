// Turns blocks of another encoding into UTF-8.
//
// It keeps no bytes between calls: what it cannot decide yet (half a unit of UTF-16 or
// UTF-32, the first of a surrogate pair) it leaves unread, and the caller gives it again with more after it. A byte
// that is not text in the encoding comes out as 0xFF, which is never valid UTF-8, so that the
// step that validates the columns finds the record.
struct Transcoder {
  // What stands for something that cannot be decoded.
  static let undecodable: UInt8 = 0xFF
  // The most bytes that one step writes.
  static let longestForm = 4

  // Where undecodable bytes were: offset in the input, number of bytes, offset in the output.
  typealias Report = (_ inputOffset: Int, _ outputOffset: Int) -> Void

  private let form: TextEncoding.Form
  private let utf8Forms: [UInt32]

  init(_ encoding: TextEncoding) {
    form = encoding.form
    if case .singleByte(let table) = encoding.form {
      utf8Forms = table.utf8Forms()
    } else {
      utf8Forms = []
    }
  }

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, isFinal: Bool,
    into output: UnsafeMutableBufferPointer<UInt8>, report: Report
  ) -> (consumed: Int, produced: Int) {
    guard let source = input.baseAddress, let target = output.baseAddress else { return (0, 0) }
    // Checked once per step: after it, `longestForm` bytes fit.
    let room = output.count - Self.longestForm
    switch form {
    case .utf8:
      let count = min(input.count, output.count)
      SystemCalls.copy(source, to: target, count: count)
      return (count, count)
    case .singleByte:
      return decodeBytes(source, input.count, target, room, report)
    case .utf16(let bigEndian):
      return decodeUnits(source, input.count, isFinal, bigEndian, target, room, report)
    case .utf32(let bigEndian):
      return decodePoints(source, input.count, isFinal, bigEndian, target, room, report)
    }
  }

  private func decodeBytes(
    _ source: UnsafePointer<UInt8>, _ count: Int, _ target: UnsafeMutablePointer<UInt8>,
    _ room: Int, _ report: Report
  ) -> (consumed: Int, produced: Int) {
    utf8Forms.withUnsafeBufferPointer { forms in
      var read = 0
      var written = 0
      while read < count && written <= room {
        if read + 8 <= count && written + 4 <= room {
          let word = UnsafeRawPointer(source + read).loadUnaligned(as: UInt64.self)
          if word & 0x8080_8080_8080_8080 == 0 {
            UnsafeMutableRawPointer(target + written).storeBytes(of: word, as: UInt64.self)
            read += 8
            written += 8
            continue
          }
        }
        let form = forms[Int(source[read])]
        let length = Int(form >> 24)
        if length == 0 {
          report(read, written)
          target[written] = Self.undecodable
          written += 1
        } else {
          UnsafeMutableRawPointer(target + written).storeBytes(of: form, as: UInt32.self)
          written += length
        }
        read += 1
      }
      return (read, written)
    }
  }

  private func decodeUnits(
    _ source: UnsafePointer<UInt8>, _ count: Int, _ isFinal: Bool, _ bigEndian: Bool,
    _ target: UnsafeMutablePointer<UInt8>, _ room: Int, _ report: Report
  ) -> (consumed: Int, produced: Int) {
    func unit(_ at: Int) -> UInt32 {
      let low = UInt32(source[bigEndian ? at + 1 : at])
      let high = UInt32(source[bigEndian ? at : at + 1])
      return high << 8 | low
    }
    var read = 0
    var written = 0
    while read + 2 <= count && written <= room {
      let first = unit(read)
      if first < 0x80 {
        target[written] = UInt8(first)
        written += 1
      } else if first < 0x800 {
        target[written] = UInt8(0xC0 | first >> 6)
        target[written + 1] = UInt8(0x80 | first & 0x3F)
        written += 2
      } else if first & 0xF800 != 0xD800 {
        target[written] = UInt8(0xE0 | first >> 12)
        target[written + 1] = UInt8(0x80 | first >> 6 & 0x3F)
        target[written + 2] = UInt8(0x80 | first & 0x3F)
        written += 3
      } else {
        let isHigh = first < 0xDC00
        if isHigh && read + 4 > count && !isFinal { break }
        let second = isHigh && read + 4 <= count ? unit(read + 2) : 0
        if second & 0xFC00 == 0xDC00 {
          let value = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
          target[written] = UInt8(0xF0 | value >> 18)
          target[written + 1] = UInt8(0x80 | value >> 12 & 0x3F)
          target[written + 2] = UInt8(0x80 | value >> 6 & 0x3F)
          target[written + 3] = UInt8(0x80 | value & 0x3F)
          written += 4
          read += 2
        } else {
          report(read, written)
          target[written] = Self.undecodable
          written += 1
        }
      }
      read += 2
    }
    if isFinal && read + 1 == count && written <= room {
      report(read, written)
      target[written] = Self.undecodable
      written += 1
      read += 1
    }
    return (read, written)
  }

  private func decodePoints(
    _ source: UnsafePointer<UInt8>, _ count: Int, _ isFinal: Bool, _ bigEndian: Bool,
    _ target: UnsafeMutablePointer<UInt8>, _ room: Int, _ report: Report
  ) -> (consumed: Int, produced: Int) {
    var read = 0
    var written = 0
    while read + 4 <= count && written <= room {
      let word = UnsafeRawPointer(source + read).loadUnaligned(as: UInt32.self)
      let point = bigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
      // Surrogates and what is above U+10FFFF are no characters.
      if let character = Unicode.Scalar(point) {
        for byte in character.utf8 {
          target[written] = byte
          written += 1
        }
      } else {
        report(read, written)
        target[written] = Self.undecodable
        written += 1
      }
      read += 4
    }
    if isFinal && read < count && read + 4 > count && written <= room {
      report(read, written)
      target[written] = Self.undecodable
      written += 1
      read = count
    }
    return (read, written)
  }
}
