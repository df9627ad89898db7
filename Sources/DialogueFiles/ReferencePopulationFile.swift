import DialogueModel

/// The reference population (*referensbefolkning*), a table with the columns `group`, `value`,
/// `count`, `source`, `table` and `date`; `count_high` where figures are ranges, and `universe`
/// where they are of the population of certain channels only.
public struct ReferencePopulationFile: Sendable, Equatable {
  /// The rows that could be read.
  public var population: ReferencePopulation
  /// The line of each row, in the same order.
  public var lines: [Int]

  /// The columns that the table must have, in any order.
  public static let columns = ["group", "value", "count", "source", "table", "date"]
  /// The column for the upper figure of a range.
  public static let upperColumn = "count_high"
  /// The column for the population that a figure is of.
  public static let universeColumn = "universe"
  /// The word in `group` that stands for a whole population and not for a dimension.
  public static let total = "total"

  /// Reads the table from rows that are already divided into fields, the header first.
  ///
  /// - Parameters:
  ///   - rows: The rows with their lines; rows without any text are passed over.
  ///   - file: The file's name for findings.
  ///   - dimensions: The target groups that the rows are for.
  ///   - noReference: Why a dimension or a group has no figure, by key such as `place`; those
  ///     are not reported as missing.
  /// - Returns: The rows that could be read, and what was found.
  public static func load(
    rows: [(line: Int, fields: [String])], file: String, dimensions: [TargetGroupDimension],
    noReference: [String: String] = [:]
  ) -> (ReferencePopulationFile?, [Finding]) {
    let rows = rows.filter { $0.fields.contains { !YAMLBlock.trimmed($0).isEmpty } }
    guard let header = rows.first else {
      return (
        nil,
        [
          Finding(
            .fileEmpty, at: Place(file: file), "the reference population has no rows",
            remedy: "Add the header \(columns.joined(separator: ";")) and the figures.")
        ]
      )
    }
    var reader = ReferenceRowReader(file: file, dimensions: dimensions)
    guard let index = reader.readHeader(header.fields, line: header.line) else {
      return (nil, reader.findings)
    }
    var result = ReferencePopulationFile(population: ReferencePopulation(rows: []), lines: [])
    for row in rows.dropFirst() {
      if let read = reader.read(row.fields, line: row.line, index) {
        result.population.rows.append(read)
        result.lines.append(row.line)
      }
    }
    let check = ReferenceCheck(
      file: file, reference: result, dimensions: dimensions, noReference: noReference)
    return (result, reader.findings + check.findings())
  }
}
