/// How large a source may be before it is refused, with a finding that names the limit.
///
/// The limits are far above what survey tools write. They keep a damaged or hostile file from
/// taking the machine's memory or disk.
public struct SourceLimits: Sendable, Equatable {
  /// The most files that the sources of a dialogue may have.
  public var files: Int
  /// The most bytes in one file.
  public var fileBytes: Int
  /// The most bytes that one archive or workbook may have when it is unpacked.
  public var unpackedBytes: Int
  /// The most bytes in one record, and in one value of it.
  public var recordBytes: Int
  /// The most columns of a table.
  public var columns: Int
  /// The most levels that the elements of an XML file may be nested.
  public var depth: Int

  /// Makes limits; what is left out gets its default.
  public init(
    files: Int = 100_000, fileBytes: Int = 100_000 << 20, unpackedBytes: Int = 8192 << 20,
    recordBytes: Int = 16 << 20, columns: Int = 16_384, depth: Int = 64
  ) {
    self.files = files
    self.fileBytes = fileBytes
    self.unpackedBytes = unpackedBytes
    self.recordBytes = recordBytes
    self.columns = columns
    self.depth = depth
  }
}
