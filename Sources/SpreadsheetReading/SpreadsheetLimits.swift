import Archives

/// How much a spreadsheet may ask for before it is refused.
///
/// The defaults are those of Excel, or far above what survey tools write. A row that is too large
/// is set aside and the reading goes on; the other limits concern the whole file.
public struct SpreadsheetLimits: Sendable, Equatable {
  /// The limits of the zip archive that the spreadsheet is.
  public var archive: ArchiveLimits
  /// The most columns; 16,384 unless told otherwise, as in Excel.
  ///
  /// A row with text beyond them is set aside.
  public var columns: Int
  /// The highest row number; 1,048,576 unless told otherwise, as in Excel.
  ///
  /// The reading stops at the first row with text beyond it.
  public var rows: Int
  /// The most bytes in one cell; 1 MiB unless told otherwise.
  ///
  /// A row with more is set aside.
  public var cellBytes: Int
  /// The most bytes in all cells of one row; 32 MiB unless told otherwise.
  ///
  /// A row with more is set aside.
  public var rowBytes: Int
  /// The most bytes in all cells of all rows together, after which the reading stops; 4 GiB
  /// unless told otherwise.
  public var sheetBytes: Int
  /// The most bytes in the table of shared texts; 512 MiB unless told otherwise.
  ///
  /// The table is held in memory. With more, the sheets are refused.
  public var sharedBytes: Int
  /// The most shared texts; 33,554,432 unless told otherwise.
  ///
  /// They take 4 bytes each beside their own. With more, the sheets are refused.
  public var sharedTexts: Int
  /// The most of each of sheets, number formats, cell styles and links; 100,000 unless told
  /// otherwise.
  ///
  /// With more, the spreadsheet is refused.
  public var parts: Int

  /// Makes limits; what is left out gets its default.
  public init(
    archive: ArchiveLimits = ArchiveLimits(), columns: Int = 16_384, rows: Int = 1_048_576,
    cellBytes: Int = 1 << 20, rowBytes: Int = 32 << 20, sheetBytes: Int = 4 << 30,
    sharedBytes: Int = 512 << 20, sharedTexts: Int = 32 << 20, parts: Int = 100_000
  ) {
    self.archive = archive
    self.columns = columns
    self.rows = rows
    self.cellBytes = cellBytes
    self.rowBytes = rowBytes
    self.sheetBytes = sheetBytes
    self.sharedBytes = sharedBytes
    self.sharedTexts = sharedTexts
    self.parts = parts
  }
}
