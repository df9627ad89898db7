import CSVReading
import FuzzSupport
import Records

// Any bytes as a CSV file, from the detectors to the columns: the blocks and the pieces in which
// the bytes come make no difference, every record has one number, and no value is other than UTF-8
// without being reported.
/// Reads one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = FuzzInput(start, count, ways: 8)
  var way = Way()
  way.readSize = input.draw(1...64)
  way.blockSize = input.draw(1...96)
  way.limits = CSVLimits(
    recordBytes: input.draw([16 << 20, 16, 17, 40, 200]),
    fieldBytes: input.draw([16 << 20, 5]), columns: input.draw([16_384, 3]),
    cells: input.draw([1 << 22, 1, 9]))
  way.headerRows = input.draw(0...3)
  let allowsSingleColumn = input.draw(0...1) == 1
  let finding = EncodingDetector().detect(input.file)
  require(finding == EncodingDetector().detect(input.file), "the same bytes, the same finding")
  guard let encoding = finding.encoding else { return 0 }
  way.encoding = encoding
  way.mark = finding.byteOrderMarkLength
  do {
    let detector = CSVDialectDetector(allowsSingleColumn: allowsSingleColumn)
    let found = try detector.detect(source(input.file, way))
    var whole = way
    whole.readSize = 1 << 20
    whole.blockSize = 1 << 20
    require(try found == detector.detect(source(input.file, whole)), "dialect in pieces")
    way.dialect = found.dialect ?? CSVDialect(delimiter: 0x3B)
    whole.dialect = way.dialect
    let pieces = try Reading(input.file, way)
    let one = try Reading(input.file, whole)
    require(
      pieces.header.problems == one.header.problems,
      "header in pieces: \(pieces.header.problems) and \(one.header.problems)")
    require(pieces.header == one.header, "header rows in pieces")
    require(
      pieces.undelivered == one.undelivered,
      "undelivered in pieces: \(pieces.undelivered) and \(one.undelivered)")
    require(
      pieces.notices == one.notices,
      "notices in pieces: \(pieces.notices) and \(one.notices)")
    require(
      pieces.problems == one.problems,
      "problems in pieces: \(pieces.problems) and \(one.problems)")
    require(pieces == one, "records in pieces")
  } catch {
    fatalError("bytes in memory cannot fail")
  }
  return 0
}

private struct Way {
  var readSize = 1
  var blockSize = 1
  var limits = CSVLimits()
  var headerRows = 0
  var encoding = TextEncoding.utf8
  var mark = 0
  var dialect = CSVDialect(delimiter: 0x3B)
}

private func source(_ bytes: [UInt8], _ way: Way) -> UTF8Source {
  UTF8Source(
    bytes: bytes, encoding: way.encoding, byteOrderMarkLength: way.mark, readSize: way.readSize)
}

// Everything that was read, with the numbers that the records have in the file.
private struct Reading: Equatable {
  var header = CSVHeader()
  var records: [[[UInt8]]] = []
  var lines: [UInt32] = []
  var fieldCounts: [UInt32] = []
  var notices: [RecordProblem] = []
  var problems: [RecordProblem] = []
  var undelivered: [RecordProblem] = []

  init(_ bytes: [UInt8], _ way: Way) throws {
    let source = source(bytes, way)
    let reader = CSVBlockReader(
      source, dialect: way.dialect, blockSize: way.blockSize, limits: way.limits)
    header = try reader.readHeader(rows: way.headerRows)
    require(header.rows.count == header.lines.count, "a line for each header row")
    require(header.rows.count <= way.headerRows, "no more header rows than were asked for")
    let width = min(max(header.fieldCount, 3), 40)
    let parser = CSVParser(
      dialect: way.dialect, columnOfField: Array(0..<width),
      expectedFieldCount: header.fieldCount, minimumFieldCount: header.namedFieldCount,
      limits: way.limits)
    let batch = RecordBatch(columnCount: width, bytesPerColumn: 64)
    let block = CSVBlock()
    var number = 1
    var line = header.lines.last ?? 1
    while try reader.next(into: block) {
      require(block.firstLine >= line, "blocks follow each other")
      line = block.firstLine + block.lineCount
      parser.parse(block, into: batch)
      require(
        batch.lines.allSatisfy { Int($0) >= block.firstLine && Int($0) <= line },
        "a record begins in its block")
      check(batch)
      for record in 0..<batch.count {
        records.append((0..<width).map { Array(batch.value(column: $0, record: record)) })
      }
      lines += batch.lines
      fieldCounts += batch.fieldCounts
      check(batch.notices, of: batch)
      // Indices become numbers in the file, so that blocks of any size can be compared.
      for var problem in batch.problems {
        problem.recordIndex = problem.recordIndex.map { $0 + number }
        problems.append(problem)
      }
      for var notice in batch.notices {
        notice.recordIndex = notice.recordIndex.map { $0 + number }
        notices.append(notice)
      }
      number += batch.count
      for var problem in batch.undelivered {
        problem.recordIndex = number
        undelivered.append(problem)
        number += 1
      }
    }
    require(records.count + undelivered.count == number - 1, "every record is counted once")
    for problem in problems + undelivered + header.problems where problem.kind == .recordTooLong {
      let most = problem.expected ?? 0
      require(most > 0 && problem.detail != nil && problem.line != nil, "a refusal says why")
      require((problem.found ?? .max) > most, "a refusal is beyond the limit")
    }
    require(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 }, "lines go forwards")
    require(source.rawByteCount == bytes.count, "every byte is read")
    problems += source.problems
  }

  private func check(_ notices: [RecordProblem], of batch: RecordBatch) {
    let records = notices.map { $0.recordIndex ?? -1 }
    require(zip(records, records.dropFirst()).allSatisfy { $0 < $1 }, "one notice for a record")
    for (notice, record) in zip(notices, records) {
      require(notice.kind == .strayQuote, "a notice is of a stray quote")
      require(record >= 0 && record < batch.count, "a notice is of a record in the batch")
      let field = notice.field ?? 0
      require(field > 0 && field <= batch.fieldCounts[record], "a notice is of a field in it")
      require(notice.line ?? 0 >= batch.lines[record], "a notice is of a line in the record")
      guard field <= batch.columnCount else { continue }
      let value = batch.value(column: field - 1, record: record)
      require(value.contains(0x22), "the stray quote is in the text")
    }
  }

  private func check(_ batch: RecordBatch) {
    require(batch.lines.count == batch.count, "a line for each record")
    require(batch.fieldCounts.count == batch.count, "a field count for each record")
    var reported: Set<[Int]> = []
    for problem in batch.problems where problem.kind == .invalidEncoding {
      reported.insert([problem.recordIndex ?? -1, problem.field ?? -1])
    }
    for column in 0..<batch.columnCount {
      require(batch.columns[column].count == batch.count, "as many values as records")
      for record in 0..<batch.count {
        let value = batch.value(column: column, record: record)
        let isText = String(validating: value, as: UTF8.self) != nil
        require(
          isText != reported.contains([record, column + 1]),
          "a value is text, or reported, and not both")
      }
    }
  }
}
