import CSVReading
import DialogueModel

/// A reference population (*referensbefolkning*) made from statistics tables, and what was found.
public struct ConvertedReference: Sendable, Equatable {
  /// The rows in the order of the file: totals, age bands, sexes.
  public let rows: [ReferenceRow]
  /// Where the rows of each table went, in the order of the files.
  public let accounts: [TableAccount]
  /// What was found; with an error among them the population is not to be used.
  public let findings: [Finding]

  /// Whether everything that was asked for is there.
  public var isComplete: Bool { !findings.contains { $0.severity == .error } }

  /// The population as the CSV file that a dialogue names, or `nil` when it is not complete.
  public var csv: [UInt8]? {
    guard isComplete, !rows.isEmpty else { return nil }
    let writer = CSVWriter(delimiter: ";", lineEnd: .lf)
    var text = writer.row(["group", "value", "count", "source", "table", "date"])
    for row in rows {
      writer.write(
        [
          row.dimension, row.value, String(row.count), row.source, row.table,
          row.date.description,
        ], to: &text)
    }
    return Array(text.utf8)
  }
}
