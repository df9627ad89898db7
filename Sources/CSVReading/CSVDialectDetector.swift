import Records

/// Finds the delimiter and the line end of a CSV file from a sample of it.
///
/// For each of the four delimiters the records of the sample are parsed, quotes and all, and it
/// is counted how many have as many fields as the first. The first record is taken to be a
/// header: a delimiter that it does not have is not considered. When none fits, that is said,
/// and nothing is guessed.
public struct CSVDialectDetector: Sendable {
  /// The number of bytes that are looked at.
  public static let sampleSize = 1 << 20
  /// The smallest share of records that have as many fields as the first, for a delimiter to fit.
  public static let smallestShare = 0.5

  /// Whether a file with one column is allowed.
  public var allowsSingleColumn: Bool

  /// Makes a detector.
  public init(allowsSingleColumn: Bool = false) {
    self.allowsSingleColumn = allowsSingleColumn
  }

  /// Finds the dialect from the beginning of a source, which is read for nothing else.
  public func detect(_ source: UTF8Source) throws(SourceError) -> CSVDialectFinding {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.sampleSize + 4)
    defer { buffer.deallocate() }
    var count = 0
    while count < Self.sampleSize {
      let read = try source.read(into: UnsafeMutableBufferPointer(rebasing: buffer[count...]))
      if read == 0 {
        return detect(UnsafeBufferPointer(rebasing: buffer[..<count]), isWhole: true)
      }
      count += read
    }
    return detect(UnsafeBufferPointer(rebasing: buffer[..<count]), isWhole: false)
  }

  /// Finds the dialect from a sample in memory.
  ///
  /// - Parameters:
  ///   - sample: The first bytes of the file as UTF-8, without a byte order mark.
  ///   - isWhole: Whether the sample is the whole file. If not, its last record is left out.
  /// - Returns: The dialect, or why there is none, with the evidence.
  public func detect(_ sample: [UInt8], isWhole: Bool) -> CSVDialectFinding {
    sample.withUnsafeBufferPointer { detect($0, isWhole: isWhole) }
  }

  private func detect(
    _ sample: UnsafeBufferPointer<UInt8>, isWhole: Bool
  ) -> CSVDialectFinding {
    if let finding = bySeparatorLine(sample, isWhole) { return finding }
    let candidates = CSVDialect.delimiters.map { Candidate($0, sample, isWhole) }
    guard candidates.contains(where: { $0.records > 0 }) else {
      let size = sample.count
      return CSVDialectFinding(
        dialect: nil, evidence: "unknown delimiter: no whole record in \(size) bytes")
    }
    // Where two fit, the one with more fields is the likelier: few texts have a second
    // delimiter as often, and as regularly.
    let best = candidates.filter(\.fits).max { $0.score < $1.score }
    if let best {
      var dialect = CSVDialect(delimiter: best.delimiter)
      dialect.lineEnd = lineEnd(sample, dialect, isWhole)
      return CSVDialectFinding(
        dialect: dialect, evidence: best.words, fieldCount: best.fieldCount)
    }
    let counts = candidates.map(\.words).joined(separator: "; ")
    guard allowsSingleColumn else {
      return CSVDialectFinding(dialect: nil, evidence: "unknown delimiter: \(counts)")
    }
    var dialect = CSVDialect.singleColumn
    dialect.lineEnd = lineEnd(sample, dialect, isWhole)
    return CSVDialectFinding(
      dialect: dialect, evidence: "read as one column: \(counts)", fieldCount: 1)
  }

  // Excel's own way of saying the delimiter: a first line such as `sep=;`.
  private func bySeparatorLine(
    _ sample: UnsafeBufferPointer<UInt8>, _ isWhole: Bool
  ) -> CSVDialectFinding? {
    guard let base = sample.baseAddress,
      let end = ByteSearch.afterLine(base, from: 0, to: sample.count, isFinal: isWhole)
    else { return nil }
    let line = sample[..<end].filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x22 }
    guard line.count == 5, line[..<4].map({ $0 | 0x20 }) == Array("sep=".utf8.map { $0 | 0x20 })
    else { return nil }
    let name = CSVDialect.word(for: line[4])
    guard CSVDialect.delimiters.contains(line[4]) else {
      return CSVDialectFinding(
        dialect: nil, evidence: "unknown delimiter: the first line says sep=\(name)")
    }
    var dialect = CSVDialect(delimiter: line[4], hasSeparatorLine: true)
    dialect.lineEnd = lineEnd(sample, dialect, isWhole)
    let rest = UnsafeBufferPointer(rebasing: sample[end...])
    let candidate = Candidate(line[4], rest, isWhole)
    return CSVDialectFinding(
      dialect: dialect, evidence: "the first line says sep=\(name); \(candidate.words)",
      fieldCount: candidate.fieldCount)
  }

  // What stands after the first record that ends in the sample.
  private func lineEnd(
    _ sample: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect, _ isWhole: Bool
  ) -> CSVLineEnd? {
    guard let base = sample.baseAddress else { return nil }
    var scanner = RecordScanner(dialect)
    var end = 0
    while let next = ByteSearch.afterLine(base, from: end, to: sample.count, isFinal: isWhole) {
      end = next
      scanner.scan(base, count: end, isFinal: true)
      if scanner.lastCut == end { break }
    }
    guard end > 0 else { return nil }
    if base[end - 1] == ByteSearch.carriageReturn { return .cr }
    return end > 1 && base[end - 2] == ByteSearch.carriageReturn ? .crlf : .lf
  }
}

// One delimiter tried on the sample.
private struct Candidate {
  let delimiter: UInt8
  let records: Int
  let fieldCount: Int
  let alike: Int

  init(_ delimiter: UInt8, _ sample: UnsafeBufferPointer<UInt8>, _ isWhole: Bool) {
    self.delimiter = delimiter
    let dialect = CSVDialect(delimiter: delimiter)
    var scanner = RecordScanner(dialect)
    let batch = RecordBatch(columnCount: 0)
    if let base = sample.baseAddress {
      scanner.scan(base, count: sample.count, isFinal: isWhole)
      let records = UnsafeBufferPointer(rebasing: sample[..<scanner.lastCut])
      CSVParser(dialect: dialect, columnOfField: [], expectedFieldCount: .max, minimumFieldCount: 0)
        .parse(
          CSVBlock(
            records, firstLine: 1, strayQuotes: scanner.strayQuotes(before: scanner.lastCut)),
          into: batch)
    }
    records = batch.count
    fieldCount = Int(batch.fieldCounts.first ?? 0)
    let first = batch.fieldCounts.first
    alike = batch.fieldCounts.count { $0 == first }
  }

  var fits: Bool {
    fieldCount > 1 && Double(alike) >= CSVDialectDetector.smallestShare * Double(records)
  }

  var score: Double {
    Double(alike) / Double(max(records, 1)) * Double(fieldCount - 1) / Double(max(fieldCount, 1))
  }

  var words: String {
    let name = CSVDialect.word(for: delimiter)
    return "\(name) gives \(fieldCount) \(fieldCount == 1 ? "field" : "fields") in the first"
      + " record and in \(alike) of \(records)"
  }
}
