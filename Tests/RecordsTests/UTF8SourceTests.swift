import Records
import Testing

@Suite struct UTF8SourceTests {
  static let text = "a;\"å, €\r\n𝄞 och 😀\";ö\nslut\u{FFFD}\u{7FF}\u{800}\u{10FFFF}"

  @Test(arguments: [1, 2, 3, 7, 4096])
  func `UTF-16 gives the same text however it is read`(readSize: Int) throws {
    for bigEndian in [false, true] {
      for mark in [false, true] {
        let bytes = utf16(Self.text, bigEndian: bigEndian, mark: mark)
        var raw: [UInt8] = []
        let source = UTF8Source(
          bytes: bytes, encoding: bigEndian ? .utf16BigEndian : .utf16LittleEndian,
          byteOrderMarkLength: mark ? 2 : 0, readSize: readSize, onRawBytes: { raw += $0 })
        #expect(try readAll(source, bufferSize: 4) == Array(Self.text.utf8))
        #expect(raw == bytes && source.rawByteCount == bytes.count)
        #expect(source.problems.isEmpty && source.undecodableCount == 0)
      }
    }
  }

  @Test(arguments: [1, 2, 7, 4096], [4, 5, 11, 4096])
  func `UTF-8 passes through and the mark is left out`(readSize: Int, bufferSize: Int) throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)
    var raw: [UInt8] = []
    let source = UTF8Source(
      bytes: bytes, encoding: .utf8, byteOrderMarkLength: 3, readSize: readSize,
      onRawBytes: { raw += $0 })
    #expect(try readAll(source, bufferSize: bufferSize) == Array(Self.text.utf8))
    #expect(raw == bytes)
  }

  @Test func `a file that is nothing but a mark is empty`() throws {
    let eight = UTF8Source(bytes: [0xEF, 0xBB, 0xBF], encoding: .utf8, byteOrderMarkLength: 3)
    #expect(try readAll(eight).isEmpty)
    let sixteen = UTF8Source(
      bytes: [0xFF, 0xFE], encoding: .utf16LittleEndian, byteOrderMarkLength: 2)
    #expect(try readAll(sixteen).isEmpty)
  }

  // iconv is the independent opinion. Its table of macintosh is older than Apple's in two
  // places: increment sign and Apple logo.
  @Test(
    arguments: [
      (.windows1252, "WINDOWS-1252", [:]), (.iso88591, "ISO-8859-1", [:]),
      (.macintosh, "MACINTOSH", [0xC6: "\u{2206}", 0xF0: "\u{F8FF}"]),
      (.iso885915, "ISO-8859-15", [:]), (.ibm850, "CP850", [:]),
    ] as [(TextEncoding, String, [UInt8: String])])
  func `each byte of a single-byte encoding is the character it should be`(
    encoding: TextEncoding, reference: String, newer: [UInt8: String]
  ) throws {
    var undefined: [UInt8] = []
    for byte in UInt8.min...UInt8.max {
      // With ASCII around it, both the fast and the slow way are taken.
      let bytes = Array("12345678".utf8) + [byte] + Array("123456789".utf8)
      let source = UTF8Source(bytes: bytes, encoding: encoding)
      let text = try readAll(source, bufferSize: 12)
      if let character = try newer[byte].map({ Array($0.utf8) }) ?? iconv(byte, from: reference) {
        #expect(text == Array("12345678".utf8) + character + Array("123456789".utf8), "\(byte)")
        #expect(source.problems.isEmpty)
      } else {
        undefined.append(byte)
        #expect(text[8] == 0xFF && text.count == 18)
        #expect(source.problems.map(\.offset) == [8])
      }
    }
    #expect(undefined == (encoding == .windows1252 ? [0x81, 0x8D, 0x8F, 0x90, 0x9D] : []))
  }

  @Test(arguments: [1, 2, 7, 4096])
  func `half a character of UTF-16 is reported with its offset and line, and never replaced`(
    readSize: Int
  ) throws {
    // A high surrogate alone, a low one alone, two high ones, and half a unit at the end.
    let units: [UInt16] = [0x61, 0xD834, 0x0A, 0xDD1E, 0x62, 0x0D, 0x0A, 0xD834, 0xD834, 0xDD1E]
    var bytes: [UInt8] = []
    for unit in units { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    bytes.append(0x63)
    let source = UTF8Source(bytes: bytes, encoding: .utf16LittleEndian, readSize: readSize)
    let text = try readAll(source, bufferSize: 5)
    #expect(text == [0x61, 0xFF, 0x0A, 0xFF, 0x62, 0x0D, 0x0A, 0xFF, 0xF0, 0x9D, 0x84, 0x9E, 0xFF])
    #expect(source.problems.map(\.offset) == [2, 6, 14, 20])
    #expect(source.problems.map(\.line) == [1, 2, 3, 3])
    #expect(source.undecodableCount == 4)
    #expect(!String(decoding: text, as: UTF8.self).isEmpty)
    #expect(String(validating: text, as: UTF8.self) == nil, "the text cannot pass as valid")
  }

  @Test(arguments: [1, 2, 3, 7, 4096], [4, 5, 4096])
  func `what is no character in UTF-32 is reported and never replaced`(
    readSize: Int, bufferSize: Int
  ) throws {
    // Surrogates, one above U+10FFFF, the last character, the highest word, and a part at the end.
    let points: [UInt32] = [
      0x61, 0xD800, 0xDFFF, 0x0A, 0x110000, 0x10FFFF, 0xFFFF_FFFF, 0xE000,
    ]
    let wanted: [UInt8] =
      [0x61, 0xFF, 0xFF, 0x0A, 0xFF, 0xF4, 0x8F, 0xBF, 0xBF, 0xFF, 0xEE, 0x80, 0x80, 0xFF]
    for bigEndian in [false, true] {
      var bytes = points.flatMap { point in
        withUnsafeBytes(of: bigEndian ? point.bigEndian : point.littleEndian) { Array($0) }
      }
      bytes += [0, 0, 0].prefix(1 + readSize % 3)
      let source = UTF8Source(
        bytes: bytes, encoding: bigEndian ? .utf32BigEndian : .utf32LittleEndian,
        readSize: readSize)
      #expect(try readAll(source, bufferSize: bufferSize) == wanted)
      #expect(source.problems.map(\.offset) == [4, 8, 16, 24, 32])
      #expect(source.problems.map(\.line) == [1, 1, 2, 2, 2])
      #expect(source.undecodableCount == 5 && source.rawByteCount == bytes.count)
    }
  }

  @Test func `a high surrogate at the very end is reported`() throws {
    let source = UTF8Source(bytes: [0x61, 0, 0x34, 0xD8], encoding: .utf16LittleEndian)
    #expect(try readAll(source) == [0x61, 0xFF])
    #expect(source.problems.map(\.offset) == [2])
  }

  @Test func `all undecodable bytes are counted and the first are kept`() throws {
    let bytes = [UInt8](repeating: 0x81, count: 1000)
    let source = UTF8Source(bytes: bytes, encoding: .windows1252)
    #expect(try readAll(source, bufferSize: 64).count == 1000)
    #expect(source.undecodableCount == 1000)
    #expect(source.problems.count == UTF8Source.keptProblems)
  }

  @Test func `random text survives every encoding that can hold it`() throws {
    var random = SplitMix(seed: 7)
    let alphabet = Array("aå€𝄞\n;\"é ö")
    for _ in 0..<50 {
      let length = Int.random(in: 0...300, using: &random)
      let text = String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "a" })
      let readSize = Int.random(in: 1...40, using: &random)
      let bufferSize = Int.random(in: 4...40, using: &random)
      for bigEndian in [false, true] {
        let source = UTF8Source(
          bytes: utf16(text, bigEndian: bigEndian),
          encoding: bigEndian ? .utf16BigEndian : .utf16LittleEndian, readSize: readSize)
        #expect(try readAll(source, bufferSize: bufferSize) == Array(text.utf8))
      }
    }
  }

  @Test func `a file is read like its bytes, by object and by descriptor`() throws {
    let bytes = utf16(Self.text, bigEndian: false, mark: true)
    let path = try TemporaryFile(bytes)
    let byObject = UTF8Source(
      file: try InputFile(path: path.path), encoding: .utf16LittleEndian, byteOrderMarkLength: 2)
    #expect(try readAll(byObject) == Array(Self.text.utf8))
    let file = try InputFile(path: path.path)
    #expect(file.size == bytes.count)
    let byDescriptor = UTF8Source(
      fileDescriptor: file.descriptor, encoding: .utf16LittleEndian, byteOrderMarkLength: 2)
    #expect(try readAll(byDescriptor) == Array(Self.text.utf8))
    #expect(file.size == byDescriptor.rawByteCount)
  }

  @Test func `a closed descriptor is an error and not an end`() {
    let source = UTF8Source(fileDescriptor: -1, encoding: .utf8)
    #expect { try readAll(source) } throws: { ($0 as? SourceError)?.operation == "read" }
  }
}
