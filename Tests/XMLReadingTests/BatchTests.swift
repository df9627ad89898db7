import Records
import Testing
import XMLReading

@Suite struct BatchTests {
  private static let xml =
    "<d>" + (1...300).map { "<r id='\($0)'><v>värde \($0)</v><v>två</v></r>\n" }.joined() + "</d>"

  @Test(arguments: [1, 2, 50, 4096], [1, 64, 1000, 1 << 16])
  func `A record that a batch ends inside goes whole into the next`(
    records: Int, chunk: Int
  ) throws {
    let layout = try layout("r", "@id", "v")
    let reading = try Reading(Self.xml, layout, chunk: chunk, records: records)
    #expect(reading.rows == (1...300).map { ["\($0)", "värde \($0)\ntvå"] })
    #expect(reading.numbers == Array(1...300))
    #expect(reading.lines == Array(1...300))
  }

  @Test func `A batch ends soon after it is full`() throws {
    let layout = try layout("r", "@id", "v")
    let batch = RecordBatch(columnCount: 2)
    let byRecords = XMLRecordReader(.bytes(Array(Self.xml.utf8), chunkSize: 256), layout: layout)
    #expect(try byRecords.read(into: batch, records: 10))
    #expect((10..<25).contains(batch.count))
    #expect(try byRecords.read(into: batch, records: 10))
    #expect(batch.firstRecord > 10)
    let byBytes = XMLRecordReader(.bytes(Array(Self.xml.utf8), chunkSize: 256), layout: layout)
    #expect(try byBytes.read(into: batch, bytes: 200))
    #expect((10..<40).contains(batch.count))
  }

  @Test func `Reading on after the end gives empty batches`() throws {
    let reader = XMLRecordReader(.bytes(Array("<r/>".utf8)), layout: try layout("r", "v"))
    let batch = RecordBatch(columnCount: 1)
    #expect(try !reader.read(into: batch))
    #expect(batch.count == 1)
    #expect(reader.isFinished)
    #expect(try !reader.read(into: batch))
    #expect(batch.count == 0)
    #expect(reader.recordCount == 1)
  }

  @Test func `A layout without columns counts the records`() throws {
    let layout = try XMLRecordLayout(record: "r", columnCount: 0, rules: [])
    let reading = try Reading(Self.xml, layout, chunk: 100, records: 7)
    #expect(reading.rows.count == 300)
  }
}
