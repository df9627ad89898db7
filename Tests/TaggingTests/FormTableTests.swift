import Foundation
import Synchronization
import Testing

@testable import Tagging

/// The table of word forms while one thread adds to it and others look up.
@Suite struct FormTableTests {
  /// Forms of twelve bytes, so many that some stand far from their places, and room to read beyond.
  private static let count = 20_000
  private static let spacing = 32

  private func forms() -> [UInt8] {
    var bytes = [UInt8](repeating: 0x61, count: (Self.count + 1) * Self.spacing)
    for number in 0..<Self.count {
      for digit in 0..<12 {
        bytes[number * Self.spacing + digit] = UInt8(0x61 + (number >> (digit % 5 * 4)) & 15)
      }
    }
    return bytes
  }

  @Test func `A form that is being added is not there or has its own value`() {
    let wrong = Atomic(0)
    let found = Atomic(0)
    forms().withUnsafeBufferPointer { forms in
      guard let base = forms.baseAddress else { return }
      nonisolated(unsafe) let start = base
      for _ in 0..<30 {
        let table = FormTable(
          pairCount: Self.count * 3 / 4, pool: MeaningPool(forms: 1 << 16, longestRecord: 0))
        let ready = Atomic(0)
        let isDone = Atomic(false)
        // Threads of their own, which begin together: those that run tests may all be at work.
        Self.onThreads(3) { worker in
          func form(_ number: Int) -> UnsafePointer<UInt8> { start + number * Self.spacing }
          ready.add(1, ordering: .acquiringAndReleasing)
          while ready.load(ordering: .acquiring) < 3 { sched_yield() }
          if worker == 0 {
            for number in 0..<Self.count {
              let key = table.key(of: form(number), length: 12)
              table.insert(key, at: form(number), value: UInt32(number))
            }
            isDone.store(true, ordering: .releasing)
            return
          }
          var number = worker
          for round in 0..<40_000 {
            // Some are looked for at least, also by one that comes late.
            if round > 1000, isDone.load(ordering: .acquiring) { break }
            number = (number &* 5 &+ 7919) % Self.count
            let key = table.key(of: form(number), length: 12)
            let value = table.value(for: key, at: form(number))
            guard value != FormTable.missing else { continue }
            found.add(1, ordering: .relaxed)
            if value != UInt32(number) { wrong.add(1, ordering: .relaxed) }
          }
        }
        // What was added is there, also in a larger table.
        for table in [table, table.grown(to: Self.count * 2)] {
          for number in stride(from: 0, to: Self.count, by: 7) {
            let place = start + number * Self.spacing
            #expect(table.value(for: table.key(of: place, length: 12), at: place) == UInt32(number))
          }
        }
      }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
    #expect(found.load(ordering: .relaxed) > 0)
  }

  /// Runs a function on a number of new threads, and waits for all of them.
  private static func onThreads(_ count: Int, _ body: @Sendable @escaping (Int) -> Void) {
    let group = DispatchGroup()
    for worker in 0..<count {
      group.enter()
      Thread {
        body(worker)
        group.leave()
      }.start()
    }
    group.wait()
  }
}
