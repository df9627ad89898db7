import DialogueModel
import ReferenceTables
import Testing

/// However ages are divided into bands, nobody is lost and nobody counted twice.
@Suite struct BandPropertyTests {
  @Test(arguments: 0..<12)
  func `any division of the ages into bands sums to the same total`(seed: UInt64) throws {
    var random = Numbers(state: seed)
    var starts: Set<Int> = [0]
    for _ in 0..<Int(random.next() % 12) { starts.insert(Int(random.next() % 101)) }
    let sorted = starts.sorted()
    var bands = try sorted.indices.map {
      let end = $0 + 1 < sorted.count ? sorted[$0 + 1] - 1 : nil
      return try #require(AgeRange(from: sorted[$0], through: end))
    }
    // Some bands are left out: then their people are outside, and the sum is the same.
    let all = bands
    bands.removeAll { _ in random.next() % 4 == 0 }
    if bands.isEmpty { bands = [all[0]] }
    var chosen = try options()
    chosen.bands = try AgeBands(bands)
    let result = try convert(MadeUpTable().text, with: chosen)
    let account = try #require(result.accounts.first)
    let inBands = result.rows.filter { $0.dimension == "age" }.reduce(0) { $0 + $1.count }
    #expect(account.inBands == inBands)
    #expect(inBands + (account.outsideBands ?? -1) == 15_251)
    for (band, row) in zip(bands, result.rows.filter { $0.dimension == "age" }) {
      #expect(row.count == MadeUpTable.sum(band.lower...(band.upper ?? 100)))
      #expect(row.value == band.key)
    }
  }

  @Test func `the order of the rows changes nothing`() throws {
    let lines = MadeUpTable().text.split(separator: "\n")
    let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    let chosen = try options("0-15,16-64,65+", totals: ["16+"])
    let (first, second) = (
      try convert(MadeUpTable().text, with: chosen), try convert(turned, with: chosen)
    )
    #expect(first.rows == second.rows)
    #expect(first.csv == second.csv)
  }

  @Test func `the CSV is the file that a dialogue names`() throws {
    let result = try convert(
      "region;ålder;Folkmängd 2019\n9901 Mellanmåla;0-15;3\n9901 Mellanmåla;16+;4",
      with: options("0-15,16+", totals: ["16+"]))
    let csv = String(decoding: try #require(result.csv), as: UTF8.self)
    #expect(
      csv == """
        group;value;count;source;table;date
        total;alla;7;SCB;Folkmängd;2019-12-31
        total;16+;4;SCB;Folkmängd;2019-12-31
        age;0-15;3;SCB;Folkmängd;2019-12-31
        age;16+;4;SCB;Folkmängd;2019-12-31

        """)
  }
}

/// A small generator (SplitMix64), so that a failing division can be made again.
private struct Numbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
