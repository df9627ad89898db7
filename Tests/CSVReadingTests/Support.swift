import CSVReading
import Foundation
import Records

// A fixed sequence of numbers, so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

// How bytes are read in a test.
struct Way {
  var delimiter: UInt8 = UInt8(ascii: ";")
  var encoding = TextEncoding.utf8
  var mark = 0
  var readSize = 1 << 20
  var blockSize = 1 << 20
  var limits = CSVLimits()
  var headerRows = 0
  var hasSeparatorLine = false
  var columns: [Int]?
  var expected: Int?
  var minimum: Int?

  var dialect: CSVDialect {
    CSVDialect(delimiter: delimiter, hasSeparatorLine: hasSeparatorLine)
  }
}

// Everything that was read, with blocks and batches put together as a caller does it.
struct Reading: Equatable {
  var header = CSVHeaderCopy()
  var lines: [Int] = []
  var fieldCounts: [Int] = []
  var fields: [[[UInt8]]] = []
  // Record numbers from 1, in order; those not delivered have a number too.
  var numbers: [Int] = []
  var problems: [String] = []
  var notices: [String] = []
  var undelivered: [String] = []

  var texts: [[String]] { fields.map { $0.map { String(decoding: $0, as: UTF8.self) } } }
}

struct CSVHeaderCopy: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var problems: [String] = []
}

// The records of `bytes`. Without `columns`, as many columns as the widest record are mapped.
func read(_ bytes: [UInt8], _ way: Way) throws -> Reading {
  let source = UTF8Source(
    bytes: bytes, encoding: way.encoding, byteOrderMarkLength: way.mark, readSize: way.readSize)
  let reader = CSVBlockReader(
    source, dialect: way.dialect, blockSize: way.blockSize, limits: way.limits)
  var reading = Reading()
  let header = try reader.readHeader(rows: way.headerRows)
  reading.header = CSVHeaderCopy(
    rows: header.rows, lines: header.lines, problems: header.problems.map { words($0) })
  // In a soup, a record may have a field for each byte.
  let columns = way.columns ?? Array(0..<(header.rows.isEmpty ? 80 : header.fieldCount))
  let parser = CSVParser(
    dialect: way.dialect, columnOfField: columns,
    expectedFieldCount: way.expected ?? (header.rows.isEmpty ? 100_000 : header.fieldCount),
    minimumFieldCount: way.minimum ?? (header.rows.isEmpty ? 0 : nil), limits: way.limits)
  let batch = RecordBatch(columnCount: parser.columnCount, bytesPerColumn: 64)
  let block = CSVBlock()
  var number = 1
  var sequence = 0
  while try reader.next(into: block) {
    precondition(block.sequence == sequence, "blocks are numbered in order")
    sequence += 1
    parser.parse(block, into: batch)
    batch.firstRecord = number
    for record in 0..<batch.count {
      reading.numbers.append(number)
      number += 1
      reading.lines.append(Int(batch.lines[record]))
      let fieldCount = Int(batch.fieldCounts[record])
      reading.fieldCounts.append(fieldCount)
      reading.fields.append(
        (0..<min(batch.columnCount, fieldCount)).map {
          Array(batch.value(column: $0, record: record))
        })
    }
    for notice in batch.notices { reading.notices.append(words(notice, batch.firstRecord)) }
    for problem in batch.problems { reading.problems.append(words(problem, batch.firstRecord)) }
    for problem in batch.undelivered {
      reading.undelivered.append("\(number): \(words(problem))")
      number += 1
    }
  }
  reading.problems += source.problems.map { words($0) }
  return reading
}

// A problem in one line, with the number of its record in the file.
func words(_ problem: RecordProblem, _ firstRecord: Int = 0) -> String {
  var words = problem.kind.rawValue
  if let index = problem.recordIndex { words += " record \(firstRecord + index)" }
  if let line = problem.line { words += " line \(line)" }
  if let field = problem.field { words += " field \(field)" }
  if let expected = problem.expected { words += " expected \(expected)" }
  if let found = problem.found { words += " found \(found)" }
  if let offset = problem.offset { words += " offset \(offset)" }
  return words
}

func read(_ text: String, _ way: Way = Way()) throws -> Reading { try read(Array(text.utf8), way) }

// Random tests run this many times as long, with other numbers, where the variable is set.
enum Fuzzing {
  static let factor =
    ProcessInfo.processInfo.environment["INSPEL_FUZZ_FACTOR"].flatMap { Int($0) } ?? 1
}

// The folder with real files, where it is.
enum Corpus {
  static let folder = ProcessInfo.processInfo.environment["INSPEL_CORPUS"]

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: (folder ?? "") + "/" + path)))
  }
}
