import Records
import Testing

@Suite struct LineCounterTests {
  // The definition, byte by byte.
  private func expected(_ bytes: [UInt8]) -> (lineEnds: Int, lone: Int) {
    var lineEnds = 0
    var lone = 0
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == 0x0D && next != 0x0A { lone += 1 }
      if byte == 0x0A || (byte == 0x0D && next != 0x0A) { lineEnds += 1 }
    }
    return (lineEnds, lone)
  }

  @Test func `line ends are counted as their definition says, however the bytes are split`() {
    var random = SplitMix(seed: 1)
    let alphabet: [UInt8] = [0x0A, 0x0D, 0x61, 0x8A, 0x8D]
    for round in 0..<300 {
      let count = round < 290 ? Int.random(in: 0...80, using: &random) : 5000
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let counted = bytes.withUnsafeBufferPointer { LineCounter.count($0) }
      let wanted = expected(bytes)
      #expect(counted.lineEnds == wanted.lineEnds)
      #expect(counted.loneCarriageReturns == wanted.lone)

      var counter = LineCounter()
      var start = 0
      while start < count {
        let end = min(count, start + Int.random(in: 1...20, using: &random))
        bytes[start..<end].withUnsafeBufferPointer { counter.add($0) }
        start = end
      }
      #expect(counter.lineEnds == wanted.lineEnds)
    }
  }
}
