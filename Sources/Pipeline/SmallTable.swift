import CSVReading
import DialogueModel
import Ingest
import Records

/// A small CSV file read whole, with the line of each row: reference populations and counts.
struct SmallTable {
  /// The rows, the header first.
  var rows: [(line: Int, fields: [String])]
  /// What was found while reading.
  var findings: [Finding]

  static let largest = 16 << 20

  /// Reads a file; the encoding and the delimiter are detected.
  init(path: String, shownAs name: String) throws(InspelError) {
    rows = []
    findings = []
    do {
      let file = try InputFile(path: path)
      if let size = file.size, size > Self.largest {
        throw InspelError(
          .usage, "the table is larger than 16 MB", remedy: "See that the right file is named.",
          place: Place(file: name))
      }
      let found = try EncodingDetector().detect(file)
      guard let encoding = found.encoding, found.binaryKind == nil else {
        throw InspelError(
          .fileBinary, "the file is not a text table", remedy: "Save it as CSV.",
          place: Place(file: name))
      }
      func source() throws(SourceError) -> UTF8Source {
        UTF8Source(
          file: try InputFile(path: path), encoding: encoding,
          byteOrderMarkLength: found.byteOrderMarkLength)
      }
      guard let dialect = try CSVDialectDetector().detect(source()).dialect else {
        throw InspelError(
          .csvDelimiterUnknown, "the columns cannot be told apart",
          remedy: "Use a semicolon, a comma or a tab between the columns.",
          place: Place(file: name))
      }
      let reader = CSVBlockReader(try source(), dialect: dialect)
      let header = try reader.readHeader(rows: 1)
      guard let names = header.rows.first, let line = header.lines.first else { return }
      rows.append((line, names))
      let parser = CSVParser(
        dialect: dialect, columnOfField: Array(names.indices), expectedFieldCount: names.count)
      let block = CSVBlock()
      let batch = RecordBatch(columnCount: names.count)
      var number = 0
      while try reader.next(into: block) {
        parser.parse(block, into: batch)
        findings += (batch.notices + batch.problems + batch.undelivered).map {
          ProblemWords.finding(
            $0, file: name, record: $0.recordIndex.map { $0 + number + 1 })
        }
        let bad = Set(batch.problems.compactMap(\.recordIndex))
        for record in 0..<batch.count where !bad.contains(record) {
          rows.append(
            (
              Int(batch.lines[record]),
              names.indices.map { batch.string(column: $0, record: record) }
            ))
        }
        number += batch.count
      }
    } catch let error as InspelError {
      throw error
    } catch let error as SourceError {
      throw InspelError(
        error.code == 2 ? .fileMissing : .fileUnreadable,
        error.code == 2 ? "the file is not there" : "the file cannot be read",
        remedy: "Correct the path, and see that the file may be read.",
        place: Place(file: name), cause: error.code == 2 ? nil : error.reason)
    } catch {
      throw InspelError(
        .fileUnreadable, "the file cannot be read", remedy: "See that it may be read.",
        place: Place(file: name), cause: "\(error)")
    }
  }
}
