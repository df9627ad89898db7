import DialogueModel
import Foundation
import Testing

@testable import Pipeline

/// The list of accepted submissions, which goes on in a temporary file when it is long.
@Suite struct SubmissionListTests {
  private struct Entry: Equatable {
    var number: UInt32
    var day: Int?
    var channel: Int
    var isParaphrase: Bool
    var times: Int
    var themes: [UInt16]
  }

  private static func entries(_ count: Int) -> [Entry] {
    var state: UInt64 = 99
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    var used: Set<UInt32> = []
    return (0..<count).compactMap { index in
      // A third of the numbers are close together, and both ends are there.
      var number = UInt32(next(index % 3 == 0 ? 5_000 : PublicNumber.space))
      if index == 1 { number = 0 }
      if index == 2 { number = UInt32(PublicNumber.space - 1) }
      guard used.insert(number).inserted else { return nil }
      let isParaphrase = next(4) == 0
      return Entry(
        number: number, day: next(5) == 0 ? nil : next(60_000) - 20_000, channel: next(300),
        isParaphrase: isParaphrase, times: isParaphrase ? 1 + next(80) : 1,
        themes: (0..<next(5)).map { _ in UInt16(next(65_536)) })
    }
  }

  private static func list(_ entries: [Entry], limit: Int) throws -> SubmissionList {
    var writer = SubmissionListWriter(limit: limit)
    for entry in entries {
      try writer.append(
        number: PublicNumber(value: entry.number), day: entry.day, channel: entry.channel,
        isParaphrase: entry.isParaphrase, times: entry.times, themes: entry.themes)
    }
    return try writer.finish()
  }

  private static func items(_ list: SubmissionList) throws -> [Entry] {
    var items: [Entry] = []
    try list.forEachItem { item in
      items.append(
        Entry(
          number: item.number.value, day: item.day, channel: item.channel,
          isParaphrase: item.isParaphrase, times: item.times, themes: Array(item.themes)))
    }
    return items
  }

  /// From one submission at a time on disk to all in memory.
  @Test(arguments: [1, 40, 1_000, 20_000, 8 << 20], [0, 1, 3, 4_000])
  func `The list is in the order of the numbers, whatever fits the memory`(
    limit: Int, count: Int
  ) throws {
    let entries = Self.entries(count)
    let list = try Self.list(entries, limit: limit)
    #expect(list.count == entries.count)
    let days = entries.compactMap(\.day)
    #expect(list.daySpan?.lowerBound == days.min() && list.daySpan?.upperBound == days.max())
    let sorted = entries.sorted { $0.number < $1.number }
    #expect(try Self.items(list) == sorted)
    #expect(try Self.items(list) == sorted)
  }

  @Test func `Two threads may go through it at once`() throws {
    let entries = Self.entries(20_000)
    let list = try Self.list(entries, limit: 5_000)
    let sorted = entries.sorted { $0.number < $1.number }
    nonisolated(unsafe) var equal = [false, false, false, false]
    let lock = NSLock()
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      let items = try? Self.items(list)
      lock.withLock { equal[thread] = items == sorted }
    }
    #expect(equal == [true, true, true, true])
  }

  @Test func `Numbers that stand twice keep the order in which they came`() throws {
    let entries = (0..<100).map {
      Entry(number: 7, day: $0, channel: 0, isParaphrase: false, times: 1, themes: [])
    }
    for limit in [30, 1 << 20] {
      #expect(try Self.items(try Self.list(entries, limit: limit)) == entries)
    }
  }

  @Test func `A disk that takes nothing is an error`() throws {
    var writer = SubmissionListWriter(limit: 1, folder: "/nowhere/at-all")
    let error = #expect(throws: InspelError.self) {
      try writer.append(
        number: PublicNumber(value: 1), day: nil, channel: 0, isParaphrase: false, times: 1,
        themes: [])
    }
    #expect(error?.code == .temporaryFailed)
  }
}
