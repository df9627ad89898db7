import CSVReading
import Foundation
import Ingest
import Records

/// The values of real files, read without the code that is tested.
enum CellValues {
  /// Up to sixty different values of each column of a table.
  static func ofTable(_ path: String, _ file: InspectedFile) throws -> Set<String> {
    guard let name = file.encoding.name, let encoding = TextEncoding(name: name),
      let delimiter = file.dialect?.delimiter?.utf8.first
    else { return [] }
    let mark = try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: [0xEF, 0xBB, 0xBF])
    let source = UTF8Source(
      file: try InputFile(path: path), encoding: encoding, byteOrderMarkLength: mark ? 3 : 0)
    let dialect = CSVDialect(delimiter: delimiter)
    let reader = CSVBlockReader(source, dialect: dialect)
    _ = try reader.readHeader(rows: file.headerRows ?? 1)
    let count = file.columns.count
    let parser = CSVParser(
      dialect: dialect, columnOfField: Array(0..<count), expectedFieldCount: count,
      minimumFieldCount: 0)
    let batch = RecordBatch(columnCount: count)
    let block = CSVBlock()
    var values = [Set<String>](repeating: [], count: count)
    while try reader.next(into: block) {
      parser.parse(block, into: batch)
      for column in 0..<count {
        for record in 0..<batch.count where values[column].count < 60 {
          values[column].insert(batch.string(column: column, record: record))
        }
      }
    }
    return values.reduce(into: []) { $0.formUnion($1) }
  }

  /// The texts of the elements of an XML file without child elements.
  static func ofXML(_ path: String) throws -> Set<String> {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    var values: Set<String> = []
    for match in text.matches(of: /<!\[CDATA\[([^\]]+)\]\]>|>([^<>]+)<\//) {
      let value = match.output.1 ?? match.output.2 ?? ""
      let trimmed = value.trimmingCharacters(in: .whitespacesAndNewlines)
      if !trimmed.isEmpty { values.insert(trimmed) }
    }
    return values
  }
}
