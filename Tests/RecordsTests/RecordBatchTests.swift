import Records
import Testing

@Suite struct RecordBatchTests {
  private func append(_ text: String, to column: UnsafeMutablePointer<ByteColumn>) {
    Array(text.utf8).withUnsafeBufferPointer { column.pointee.append($0) }
  }

  @Test func `a record that lacks values has empty ones`() {
    let batch = RecordBatch(columnCount: 2)
    append("a", to: batch.columns)
    batch.endRecord(line: 2, fieldCount: 1)
    append("b", to: batch.columns + 1)
    batch.endRecord(line: 3, fieldCount: 2)
    #expect(batch.count == 2)
    #expect((0..<2).map { batch.string(column: 0, record: $0) } == ["a", ""])
    #expect((0..<2).map { batch.string(column: 1, record: $0) } == ["", "b"])
    #expect(batch.lines == [2, 3] && batch.fieldCounts == [1, 2])
  }

  @Test func `a record that is not ended can be dropped`() {
    let batch = RecordBatch(columnCount: 2)
    append("a", to: batch.columns)
    batch.endRecord(line: 1, fieldCount: 1)
    append("x", to: batch.columns)
    Array("open".utf8).withUnsafeBufferPointer { batch.columns[1].extend($0) }
    batch.discardOpenRecord()
    batch.endRecord(line: 2, fieldCount: 0)
    #expect(batch.string(column: 0, record: 1).isEmpty)
    #expect(batch.string(column: 1, record: 1).isEmpty)
  }

  @Test func `an emptied batch has nothing left of what was in it`() {
    let batch = RecordBatch(columnCount: 1)
    append(String(repeating: "å", count: 5000), to: batch.columns)
    batch.endRecord(line: 1, fieldCount: 1)
    batch.problems.append(RecordProblem(.nulByte))
    batch.notices.append(RecordProblem(.strayQuote))
    batch.undelivered.append(RecordProblem(.recordTooLong))
    batch.removeAll()
    #expect(batch.count == 0 && batch.lines.isEmpty && batch.fieldCounts.isEmpty)
    #expect(batch.problems.isEmpty && batch.notices.isEmpty && batch.undelivered.isEmpty)
    append("b", to: batch.columns)
    batch.endRecord(line: 9, fieldCount: 1)
    #expect(batch.string(column: 0, record: 0) == "b")
  }

  @Test func `a column grows and keeps every value`() {
    var column = ByteColumn(byteCapacity: 1, valueCapacity: 1)
    for number in 0..<1000 {
      Array("värde \(number)".utf8).withUnsafeBufferPointer { column.append($0) }
    }
    #expect(column.count == 1000)
    #expect((0..<1000).allSatisfy { column.string(at: $0) == "värde \($0)" })
    column.truncate(to: 1)
    #expect(column.allBytes.count == "värde 0".utf8.count)
  }
}
