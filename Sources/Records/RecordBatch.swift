/// A number of records read from a source, as UTF-8 columns, with the place of each.
///
/// A batch is filled by a reader, read by the steps after it, emptied and filled again. It has
/// one owner at a time and is handed over, never shared: that is what makes `Sendable` true.
public final class RecordBatch: @unchecked Sendable {
  /// The number of columns; fixed.
  public let columnCount: Int
  /// The columns themselves.
  public let columns: UnsafeMutablePointer<ByteColumn>
  /// The number in the file of the first record of this batch, counted from 1.
  public var firstRecord = 1
  /// The number of whole records.
  public private(set) var count = 0
  /// The line on which each record begins, counted from 1.
  public private(set) var lines: [UInt32] = []
  /// The number of fields that each record had in the file, mapped or not.
  public private(set) var fieldCounts: [UInt32] = []
  /// What was wrong with single records, in record order.
  public var problems: [RecordProblem] = []
  /// What was seen in single records that takes nothing away from them, in record order.
  ///
  /// A record with a notice and no problem is a good one; `recordIndex` says which it is.
  public var notices: [RecordProblem] = []
  /// Records that stood in the file after those of this batch and could not be delivered, one
  /// problem for each.
  ///
  /// They count as read and rejected: the next batch's first record has the number
  /// `firstRecord + count + undelivered.count`.
  public var undelivered: [RecordProblem] = []

  /// Makes an empty batch of `columnCount` columns.
  public init(columnCount: Int, bytesPerColumn: Int = 4096) {
    self.columnCount = columnCount
    columns = .allocate(capacity: max(columnCount, 1))
    for index in 0..<columnCount {
      (columns + index).initialize(to: ByteColumn(byteCapacity: bytesPerColumn))
    }
  }

  deinit {
    columns.deinitialize(count: columnCount)
    columns.deallocate()
  }

  /// Ends the record whose values were added to the columns; a column that got no value gets
  /// an empty one.
  @inline(__always)
  public func endRecord(line: Int, fieldCount: Int) {
    count += 1
    for index in 0..<columnCount where columns[index].count < count { columns[index].close() }
    lines.append(UInt32(truncatingIfNeeded: line))
    fieldCounts.append(UInt32(truncatingIfNeeded: fieldCount))
  }

  /// Drops the values of a record that was begun and not ended.
  public func discardOpenRecord() {
    for index in 0..<columnCount {
      if columns[index].count > count { columns[index].truncate(to: count) }
      columns[index].discardOpen()
    }
  }

  /// The bytes of one value; the pointer is good until the batch is changed.
  @inlinable @inline(__always)
  public func value(column: Int, record: Int) -> UnsafeBufferPointer<UInt8> {
    columns[column].value(at: record)
  }

  /// One value as a string; for the edges, not for the hot path.
  public func string(column: Int, record: Int) -> String {
    columns[column].string(at: record)
  }

  /// Empties the batch and keeps its storage.
  public func removeAll() {
    for index in 0..<columnCount { columns[index].removeAll() }
    count = 0
    lines.removeAll(keepingCapacity: true)
    fieldCounts.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
    notices.removeAll(keepingCapacity: true)
    undelivered.removeAll(keepingCapacity: true)
  }
}
