import Testing

@testable import Pipeline

/// The set of public numbers that have been given.
@Suite struct NumberSetTests {
  @Test(arguments: [500, 200_000, 481_890_304])
  func `A set answers as any other does, sparse or dense`(space: UInt32) {
    var set = NumberSet()
    var reference: Set<UInt32> = []
    var hash: UInt64 = 5
    for _ in 0..<100_000 {
      hash = hash &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = UInt32((hash >> 32) % UInt64(space))
      if set.insert(number) != reference.insert(number).inserted {
        Issue.record("\(number) of \(space)")
      }
    }
    for number in 0..<min(space, 300_000) where set.contains(number) != reference.contains(number) {
      Issue.record("\(number) of \(space)")
    }
  }

  /// A chunk is a list up to 4,096 numbers and a map above.
  @Test(arguments: [1, -1]) func `A chunk may be filled from either end`(step: Int) {
    var set = NumberSet()
    let numbers = stride(from: step > 0 ? 0 : 65_535, through: step > 0 ? 65_535 : 0, by: step)
    for (count, number) in numbers.enumerated() {
      if set.contains(UInt32(number)) || !set.insert(UInt32(number)) { Issue.record("\(number)") }
      if (4_090..<4_100).contains(count), set.insert(UInt32(number)) { Issue.record("\(number)") }
    }
    for number in 0..<UInt32(65_536) where set.insert(number) || !set.contains(number) {
      Issue.record("\(number)")
    }
    #expect(set.contains(65_536) == false)
  }

  @Test func `The first and the last number have a place`() {
    var set = NumberSet()
    let last = UInt32(PublicNumber.space - 1)
    #expect(set.insert(0) == true)
    #expect(set.insert(last) == true)
    #expect(set.insert(last) == false)
    #expect(set.contains(0) == true)
    #expect(set.contains(last - 1) == false)
  }

  @Test func `A number takes three bytes at most where there are many`() {
    var set = NumberSet()
    let empty = set.byteCount
    #expect(empty < 130_000)
    // Two million in a tenth of the space, so twenty million in all of it would be as dense.
    var hash: UInt64 = 1
    var count = 0
    while count < 2_000_000 {
      hash = hash &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if set.insert(UInt32((hash >> 33) % (PublicNumber.space / 10))) { count += 1 }
    }
    #expect(set.byteCount - empty < 3 * count)
  }
}
