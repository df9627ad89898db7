import Archives
import Records

/// Why a spreadsheet, or a sheet in it, cannot be read.
///
/// The reason is one line of plain English and says what to do where something can be done. It
/// never quotes the content.
public struct SpreadsheetError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of obstacle.
  public enum Kind: String, Sendable, CaseIterable {
    /// The file is no spreadsheet that can be read here.
    case notASpreadsheet
    /// An Excel workbook of the kind that was written until 2003.
    case oldFormat
    /// A password is needed.
    case passwordProtected
    /// A part of the spreadsheet is missing or is not what it should be.
    case damaged
    /// More of something than the limit.
    case tooLarge
    /// There is no sheet with that number.
    case noSuchSheet
    /// The archive that the spreadsheet is cannot be unpacked.
    case archive
    /// The operating system could not give the bytes.
    case system
  }

  /// What kind of obstacle.
  public let kind: Kind
  /// What stands in the way, in words.
  public let reason: String
  /// The problem in the XML of a part, where there is one.
  public let problem: RecordProblem?
  /// What the archive says, where the kind is `archive`.
  public let archiveError: ArchiveError?

  /// Makes an error.
  public init(
    _ kind: Kind, _ reason: String, problem: RecordProblem? = nil,
    archiveError: ArchiveError? = nil
  ) {
    self.kind = kind
    self.reason = reason
    self.problem = problem
    self.archiveError = archiveError
  }

  init(_ error: ArchiveError) {
    self.init(.archive, error.reason, archiveError: error)
  }

  init(_ error: SourceError) { self.init(.system, error.description) }

  /// The reason.
  public var description: String { reason }
}
