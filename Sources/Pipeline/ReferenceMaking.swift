import DialogueModel
import Foundation
import ReferenceTables

/// Makes a reference population from downloaded statistics tables: `inspel reference FILE`.
public struct ReferenceMaking: Sendable {
  private let files: [String]
  private let options: ReferenceOptions

  /// Prepares the work.
  ///
  /// - Parameters:
  ///   - files: The tables.
  ///   - region: The region, as `1783`, `Hagfors` or `1783 Hagfors`.
  ///   - bands: The age bands, such as `0-15,16-24`.
  ///   - totals: The populations that channels are open to, such as `16+`.
  ///   - day: The day that the figures describe, such as `2019-12-31`, or a year.
  ///   - source: Who published the figures, when the files do not say.
  ///   - table: The table's name, when the files do not say.
  /// - Throws: `InspelError` when one of them is not written as it must be.
  public init(
    files: [String], region: String, bands: String?, totals: [String], day: String?,
    source: String?, table: String?
  ) throws(InspelError) {
    self.files = files
    let ages = try bands.map { written throws(InspelError) in try AgeBands(written: written) }
    let populations = try totals.map { written throws(InspelError) in
      guard let range = ReferenceOptions.total(written: written) else {
        throw InspelError(
          .usage, "a total is not written as ages", remedy: "Write 16+, 16-79 or alla.")
      }
      return range
    }
    let date = try day.map { written throws(InspelError) in
      let year = written.count == 4 ? Int(written).flatMap(ReferenceOptions.date(ofYear:)) : nil
      guard let date = year ?? CalendarDate(written) else {
        throw InspelError(
          .usage, "the day is not a day or a year", remedy: "Write 2019 or 2019-12-31.")
      }
      return date
    }
    options = ReferenceOptions(
      region: region, bands: ages, date: date, source: source, table: table, totals: populations)
  }

  /// What was made.
  public struct Report: Sendable {
    /// What was found.
    public let findings: [Finding]
    /// What became of every row of the tables, in words.
    public let account: [String]
    /// The reference population as CSV; `nil` when something is wrong.
    public let csv: [UInt8]?
  }

  /// Reads the tables; writes nothing.
  public func execute() -> Report {
    let result = ReferenceConversion(options).convert(files)
    return Report(
      findings: result.findings,
      account: result.accounts.flatMap { [$0.description, $0.people].compactMap(\.self) },
      csv: result.csv)
  }

  /// Writes a file that is not there yet: a reference population that a run has used is never
  /// written over.
  ///
  /// - Throws: `InspelError` when the file is there, or cannot be written.
  public static func write(_ csv: [UInt8], to path: String) throws(InspelError) {
    do {
      try Data(csv).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      let exists = FileManager.default.fileExists(atPath: path)
      throw InspelError(
        .outputFailed, exists ? "there is a file of that name" : "the file cannot be written",
        remedy: exists
          ? "Name another file. A run that has used the old figures can then be made again."
          : "See that you may write there and that the disk is not full.",
        place: Place(file: path))
    }
  }
}
