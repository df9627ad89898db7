import DialogueModel
import Records

/// A source file that is open and whose columns have their roles: gives its records in batches.
public final class OpenedSource: @unchecked Sendable {
  /// The file.
  public let file: SourceFile
  /// What the batches' columns hold.
  public let layout: SourceLayout
  /// The encoding that the file is read in.
  public let encoding: String
  /// The line of the header's last row, for a table.
  public let headerLine: Int?
  /// The day of every record when the file itself has one, as notes do.
  public let day: Int?
  /// The key of the activity that the file itself names, as notes do.
  public let activity: String?
  /// What was found when the file was opened.
  public let findings: [Finding]

  private let pending: [Finding]
  private let reader: any SourceReader
  private let hash: FileHash

  init(
    file: SourceFile, layout: SourceLayout, encoding: String, headerLine: Int? = nil,
    day: Int? = nil, activity: String? = nil, findings: [Finding], pending: [Finding] = [],
    reader: any SourceReader,
    hash: FileHash
  ) {
    self.file = file
    self.layout = layout
    self.encoding = encoding
    self.headerLine = headerLine
    self.day = day
    self.activity = activity
    self.findings = findings
    self.pending = pending
    self.reader = reader
    self.hash = hash
  }

  /// Takes the next piece of work; `false` at the end.
  ///
  /// Called by one worker at a time.
  public func take(into work: SourceWork) throws(InspelError) -> Bool {
    do {
      return try reader.take(into: work, from: self)
    } catch {
      throw SourceOpener.unreadable(file, error)
    }
  }

  /// Ends the reading: hashes what was not read and tells what concerned the file as a whole.
  ///
  /// Call once, after the last piece.
  public func finish() throws(InspelError) -> Ending {
    let sha256: String?
    do {
      sha256 = hash.isWanted ? try hash.finish() : nil
    } catch {
      throw SourceOpener.unreadable(file, error)
    }
    guard !hash.fileHasChanged else {
      throw InspelError(
        .fileChanged, "the file was changed while it was read",
        remedy: "See that nobody writes it, and run again.", place: Place(file: file.path))
    }
    return Ending(
      sha256: sha256, bytes: hash.fileSize, findings: reader.closingFindings(file.path),
      pending: pending, unmapped: reader.unmapped)
  }

  /// What is known when a source has been read to its end.
  public struct Ending: Sendable {
    /// The SHA-256 of the file's bytes; `nil` when the opener was not to make it.
    public var sha256: String?
    /// The file's size.
    public var bytes: Int
    /// What was found while reading and concerns no single record.
    public var findings: [Finding]
    /// What is to be told unless a record of the file was reported for the same.
    public var pending: [Finding]
    /// Columns or elements without a role that only reading could show (XML).
    public var unmapped: [String]
  }
}

/// What every kind of source can do.
protocol SourceReader: AnyObject {
  func take(into work: SourceWork, from source: OpenedSource) throws(SourceError) -> Bool
  func closingFindings(_ path: String) -> [Finding]
  var unmapped: [String] { get }
}
