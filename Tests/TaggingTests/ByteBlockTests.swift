import TestSupport
import Testing

@testable import Tagging

/// What is said of 64 bytes at once is what the table of classes says of each.
@Suite struct ByteBlockTests {
  @Test func `A block says of its bytes what the classes say`() {
    let scanner = TextScanner(capacity: 16)
    var random = SeededGenerator(29)
    var blocks = (0...255).map { byte in [UInt8](repeating: UInt8(byte), count: ByteBlock.size) }
    for byte in UInt8.min...UInt8.max {
      // Each byte at a place of its own, among blanks and among letters.
      for other in [UInt8(ascii: " "), UInt8(ascii: "a")] {
        var block = [UInt8](repeating: other, count: ByteBlock.size)
        block[Int.random(in: 0..<ByteBlock.size, using: &random)] = byte
        blocks.append(block)
      }
    }
    for _ in 0..<2_000 {
      blocks.append((0..<ByteBlock.size).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
    for bytes in blocks {
      let block = bytes.withUnsafeBufferPointer { $0.baseAddress.map { ByteBlock(at: $0) } }
      let classes = bytes.map { scanner.classes[Int($0)] }
      var words: UInt64 = 0
      for (place, byteClass) in classes.enumerated() where byteClass & TextScanner.word != 0 {
        words |= 1 << UInt64(place)
      }
      #expect(block?.words == words, "\(bytes)")
      let isOdd = classes.contains { $0 & TextScanner.odd != 0 } || bytes.contains(0x7B)
      #expect((block?.odd != 0) == isOdd, "\(bytes)")
      let mayJoin = classes.contains { $0 & TextScanner.joiner != 0 }
      #expect((block?.joiners != 0) == (mayJoin || isOdd), "\(bytes)")
    }
  }

  @Test func `Words that part at letters alike in six bits are told apart`() {
    // The six lowest bits of a hyphen are those of m, and those of 0 are those of p.
    let words = ["x-tak", "xmtak", "x0tak", "xptak", "xåtak", "xetak", "xtak"]
    let book = codebook(words.map { (key: $0, terms: [.ord: [$0]]) })
    for word in words {
      #expect(
        found("en \(word) till", book).first?.hasPrefix("\(word) ") == true, "\(found(word, book))")
    }
    #expect(found("en xntak och xqtak till", book) == [])
  }
}
