import Foundation
import Synchronization

/// What each word form was resolved to, for all taggers that share it.
///
/// One of the files with unsafe code: it passes on the bytes of forms. The forms are in a
/// ``FormTable``, which grows up to a limit; what is above the limit begins an empty one. So the size
/// is bounded for any input, and a text costs the same whatever came before it. A tagger keeps the
/// table that it has until it meets a form that is not there.
final class FormMemo: @unchecked Sendable {
  private static let smallestPairCount = 1024

  private let limit: Int
  /// Half of the slots are used when a table is full: with more, one form in five stands elsewhere
  /// than where it is looked for first.
  private let largestPairCount: Int
  /// Not Swift's `Mutex`: with more workers than processors, that hands the lock from one sleeping
  /// thread to the next, and a run took fifty times as long.
  private let lock = NSLock()
  private var newest: FormTable
  /// Counts the tables there have been.
  private let generation = Atomic<Int>(0)

  /// Makes an empty memo for at most `limit` forms.
  init(limit: Int) {
    self.limit = min(max(limit, 1), 1 << 24)
    largestPairCount = max(self.limit, 32)
    newest = FormTable(
      pairCount: min(Self.smallestPairCount, largestPairCount),
      pool: MeaningPool(forms: self.limit, longestRecord: 0))
  }

  /// The table that forms are added to now, and its number.
  var table: (table: FormTable, generation: Int) {
    lock.withLock { (newest, generation.load(ordering: .relaxed)) }
  }

  /// Whether a table is still the one that forms are added to.
  func isNewest(_ number: Int) -> Bool { generation.load(ordering: .relaxed) == number }

  /// Remembers what a form means, and gives the table that has it.
  ///
  /// - Parameters:
  ///   - key: The form's key, or `nil` for one that is too long to be remembered by.
  ///   - form: The form's bytes.
  ///   - record: What it means, as ``MeaningPool`` has it; empty when it means nothing.
  ///   - actsAlone: What the lowest bit of the value says.
  /// - Returns: The form's value, the table that it is good for, and the table's number.
  func remember(
    _ key: FormKey?, at form: UnsafePointer<UInt8>, _ record: [UInt32], actsAlone: Bool
  ) -> (value: UInt32, table: FormTable, generation: Int) {
    lock.withLock {
      if newest.count >= limit || !newest.pool.hasRoom(for: record) {
        // A small one: taggers hold the full one for a while yet.
        replace(
          with: FormTable(
            pairCount: min(Self.smallestPairCount, largestPairCount),
            pool: MeaningPool(forms: limit, longestRecord: record.count)))
      } else if newest.count >= newest.pairCount, newest.pairCount < largestPairCount {
        replace(with: newest.grown(to: min(4 * newest.pairCount, largestPairCount)))
      }
      let place = record.isEmpty ? 0 : newest.pool.place(of: record)
      let value = UInt32(truncatingIfNeeded: place) &<< 1 | (actsAlone ? 1 : 0)
      if let key { newest.insert(key, at: form, value: value) }
      return (value, newest, generation.load(ordering: .relaxed))
    }
  }

  private func replace(with table: FormTable) {
    newest = table
    generation.add(1, ordering: .relaxed)
  }
}
