import FuzzSupport
import Records
import XMLReading

// Any bytes as an XML file: the chunks in which they come make no difference, to the records and to
// the outline, and the counts of records agree.
/// Reads one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = FuzzInput(start, count, ways: 3)
  let chunk = input.draw(1...80)
  let records = input.draw([1, 2, 4096])
  let limits =
    input.draw(0...1) == 0
    ? XMLLimits()
    : XMLLimits(
      depth: 6, valueLength: 40, recordLength: 80, attributeCount: 3, attributeLength: 30,
      nameCount: 20, pathCount: 10)
  do {
    let layout = try XMLRecordLayout(
      record: "post", columnCount: 4,
      rules: [
        .text("@id", column: 0), .text("svar", column: 1), .text("a/b", column: 2),
        .allText("svar", except: ["b"], column: 3),
      ],
      dropped: ["hemlig", "**/@namn"])
    let pieces = try Reading(input.file, layout, limits, chunk: chunk, records: records)
    let one = try Reading(input.file, layout, limits, chunk: 1 << 20, records: 1 << 20)
    compare(pieces, one)

    let outline = try XMLOutline.read(.bytes(input.file, chunkSize: chunk), limits: limits)
    let whole = try XMLOutline.read(.bytes(input.file, chunkSize: 1 << 20), limits: limits)
    if outline.problems.map(\.kind) == whole.problems.map(\.kind) {
      require(
        withoutPlaces(outline.problems) == withoutPlaces(whole.problems),
        "problems of the outline in pieces: \(outline.problems) and \(whole.problems)")
      require(outline.paths == whole.paths, "paths of the outline in pieces")
      require(outline.recordPath == whole.recordPath, "record path in pieces")
      require(outline.prolog == whole.prolog, "prolog in pieces")
    } else {
      require(isFaulty(outline.problems) && isFaulty(whole.problems), "a fault in pieces")
    }
    for path in outline.paths {
      require(path.withText <= path.seen, "text only where a path was seen")
      require(path.distinctValues <= path.withText, "no more values than texts")
    }
  } catch {
    fatalError("bytes in memory cannot fail")
  }
  return 0
}

// In a file with two faults, of which one is bytes that are no text, it depends on the pieces which
// is seen first; then both readings have to have stopped, and to agree on what came before.
private func compare(_ pieces: Reading, _ one: Reading) {
  guard pieces.problems.map(\.kind) != one.problems.map(\.kind) else {
    require(
      withoutPlaces(pieces.problems) == withoutPlaces(one.problems),
      "problems in pieces: \(pieces.problems) and \(one.problems)")
    require(
      pieces.undelivered == one.undelivered,
      "undelivered in pieces: \(pieces.undelivered) and \(one.undelivered)")
    require(pieces.untaken == one.untaken, "paths that nothing took, in pieces")
    require(pieces.withoutProblems == one.withoutProblems, "records in pieces")
    return
  }
  require(
    isFaulty(pieces.problems) && isFaulty(one.problems),
    "a fault in pieces: \(pieces.problems) and \(one.problems)")
  let both = min(pieces.records.count, one.records.count)
  require(pieces.records.prefix(both) == one.records.prefix(both), "records before a fault")
}

private let faults: Set<RecordProblem.Kind> = [
  .notWellFormed, .documentType, .tooDeep, .valueTooLong, .encodingMismatch, .unknownEncoding,
  .invalidEncoding,
]

private func isFaulty(_ problems: [RecordProblem]) -> Bool {
  problems.contains { faults.contains($0.kind) }
}

// Where a fault of the file is, libxml2 says; in what cannot be parsed it depends on the pieces.
private func withoutPlaces(_ problems: [RecordProblem]) -> [RecordProblem] {
  problems.map { problem in
    var problem = problem
    if faults.contains(problem.kind) { problem.line = nil }
    problem.detail = problem.detail.map { detail in
      detail.split(separator: ", column ", maxSplits: 1).first.map(String.init) ?? ""
    }
    return problem
  }
}

private struct Reading: Equatable {
  var records: [[[UInt8]]] = []
  var lines: [UInt32] = []
  var fieldCounts: [UInt32] = []
  var problems: [RecordProblem] = []
  var undelivered: [RecordProblem] = []
  var untaken: [XMLPathCount] = []
  var dropCounts: [Int] = []
  var prolog = XMLProlog()

  var withoutProblems: Reading {
    var copy = self
    copy.problems = []
    return copy
  }

  init(
    _ bytes: [UInt8], _ layout: XMLRecordLayout, _ limits: XMLLimits, chunk: Int, records: Int
  ) throws {
    var rawCount = 0
    let reader = XMLRecordReader(
      .bytes(bytes, chunkSize: chunk), layout: layout, limits: limits
    ) { rawCount += $0.count }
    let batch = RecordBatch(columnCount: layout.columnCount)
    var number = 1
    var more = true
    while more {
      more = try reader.read(into: batch, records: records)
      require(batch.count == 0 || batch.firstRecord == number, "records are numbered in order")
      for record in 0..<batch.count {
        self.records.append(
          (0..<layout.columnCount).map { column in
            let value = batch.value(column: column, record: record)
            require(String(validating: value, as: UTF8.self) != nil, "every value is UTF-8")
            return Array(value)
          })
      }
      lines += batch.lines
      fieldCounts += batch.fieldCounts
      problems += batch.problems
      undelivered += batch.undelivered
      number += batch.count + batch.undelivered.count
    }
    require(reader.isFinished, "the reader says that it is done")
    require(reader.recordCount == self.records.count, "as many records as are counted")
    require(reader.setAsideCount == undelivered.count, "as many set aside as are counted")
    try reader.readRest()
    require(rawCount == bytes.count, "every byte is read once")
    untaken = reader.untakenPaths
    dropCounts = reader.dropCounts
    prolog = reader.prolog
  }
}
