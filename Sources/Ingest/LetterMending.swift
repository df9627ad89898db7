import Records

/// What was mended in records, and what was found that cannot be.
///
/// Programs that read a UTF-8 file as something else, and save it as UTF-8 again, leave `Ã¥` where
/// å was. Such letters are mended in every column that is read, since a background answer or a
/// column's name is damaged as easily as an answer in words.
public struct LetterMending: Sendable, Equatable {
  /// The number of byte sequences that were mended.
  public private(set) var sequences = 0
  /// The index of the first record with one.
  public private(set) var firstMended: Int?
  /// The number of replacement characters (U+FFFD): letters lost before the export.
  public private(set) var lostLetters = 0
  /// The index of the first record with one.
  public private(set) var firstLost: Int?

  /// Makes an empty count.
  public init() {}

  /// Mends the columns of a batch.
  ///
  /// - Parameters:
  ///   - batch: The records.
  ///   - start: The index that the batch's first record has in the count.
  mutating func mend(_ batch: RecordBatch, from start: Int = 0) {
    var mender = MojibakeMender()
    for column in 0..<batch.columnCount {
      let outcome = mender.mend(&batch.columns[column])
      if outcome.isEmpty { continue }
      sequences += outcome.mended.values.reduce(0, +)
      lostLetters += outcome.lost.values.reduce(0, +)
      firstMended = Self.first(firstMended, outcome.mended.keys.min().map { $0 + start })
      firstLost = Self.first(firstLost, outcome.lost.keys.min().map { $0 + start })
    }
  }

  /// Adds what was found in a later batch.
  ///
  /// - Parameters:
  ///   - batch: Its counts.
  ///   - start: The index that the batch's first record has in this count.
  public mutating func add(_ batch: LetterMending, from start: Int) {
    sequences += batch.sequences
    lostLetters += batch.lostLetters
    firstMended = Self.first(firstMended, batch.firstMended.map { $0 + start })
    firstLost = Self.first(firstLost, batch.firstLost.map { $0 + start })
  }

  /// Mends the names of columns.
  static func mended(_ rows: [[String]]) -> [[String]] {
    rows.map { row in row.map { MojibakeMender.mended($0).text } }
  }

  private static func first(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return left ?? right }
    return min(left, right)
  }
}
