import Testing

@testable import Records

// What the detector counts, whichever way the bytes come. Fed one at a time, each is looked at by
// itself; fed together, most are passed over in words.
@Suite struct ByteStatisticsTests {
  private static let pieces: [[UInt8]] =
    [
      "Vägen till bron", "är för smal", "ÅÄÖ åäö", "é", "\n", "\r\n", "\t", " ", ";", "–", "”", "€",
      "🙂", "\u{7F}", "aaaaaaaaaaaaaaaaaaaaaaaa", "ååååååååååå", "\0", "\u{1B}",
    ].map { Array($0.utf8) }
  private static let damaged: [[UInt8]] = [
    [0xE5], [0xE4, 0xF6], [0xC3], [0xA5], [0xC0, 0x80], [0xC1, 0xBF], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80], [0xFF, 0xFE], [0xC3, 0xC3, 0xA5], [0x80, 0x80, 0x80],
  ]

  private func counted(_ bytes: [UInt8], at offset: Int, by length: Int) -> ByteStatistics {
    var statistics = ByteStatistics()
    statistics.jump(to: offset)
    bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: length) {
        let end = min(start + length, bytes.count)
        statistics.add(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
    }
    statistics.finish()
    return statistics
  }

  private func isSame(_ left: ByteStatistics, _ right: ByteStatistics) -> Bool {
    left.total == right.total && left.counts == right.counts
      && left.nulsAtOffsets == right.nulsAtOffsets && left.firstNul == right.firstNul
      && left.validSequences == right.validSequences
      && left.invalidSequences == right.invalidSequences
      && left.firstInvalid == right.firstInvalid
      && left.neighbours.cells.map(\.byte) == right.neighbours.cells.map(\.byte)
      && left.neighbours.cells.map(\.count) == right.neighbours.cells.map(\.count)
      && left.neighbours.cells.map(\.before) == right.neighbours.cells.map(\.before)
      && left.neighbours.cells.map(\.after) == right.neighbours.cells.map(\.after)
  }

  // How often something damaged is put in, in a hundred pieces.
  @Test(arguments: [0, 1, 5, 50])
  func `bytes are counted the same in blocks of any size`(damage: Int) {
    var random = SplitMix(seed: UInt64(damage) + 5)
    var invalid = 0
    for round in 0..<400 {
      var bytes: [UInt8] = round % 3 == 0 ? [0xA5, 0x80] : []
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        let isDamaged = Int.random(in: 0..<100, using: &random) < damage
        bytes += (isDamaged ? Self.damaged : Self.pieces).randomElement(using: &random) ?? []
      }
      let offset = round % 2 == 0 ? 0 : 4096
      let single = counted(bytes, at: offset, by: 1)
      invalid += single.invalidSequences
      for length in [2, 7, 9, 31, max(bytes.count, 1)]
      where !isSame(single, counted(bytes, at: offset, by: length)) {
        Issue.record("\(bytes) in blocks of \(length)")
      }
    }
    #expect(invalid > 0)
  }

  @Test func `any bytes are counted the same in blocks of any size`() {
    var random = SplitMix(seed: 23)
    for _ in 0..<2_000 {
      let bytes = (0..<40).map { _ -> UInt8 in
        [0x61, 0xC3, 0xA5, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random)
          ?? 0
      }
      let single = counted(bytes, at: 0, by: 1)
      for length in [9, 16, 40] where !isSame(single, counted(bytes, at: 0, by: length)) {
        Issue.record("\(bytes) in blocks of \(length)")
      }
    }
  }
}
