/// How much a CSV file may ask of the reader before a record is refused.
///
/// The defaults are far above what survey tools write, and keep the memory bounded whatever the
/// file holds. A record beyond a limit is a `recordTooLong` problem: `detail` says what was
/// counted, `expected` is the limit, `found` the size, and `line` and `field` say where. The
/// reading goes on after it.
public struct CSVLimits: Sendable, Hashable {
  /// The most bytes in one record, without its line end; 16 MiB unless set.
  ///
  /// At least 16 bytes and less than 2 GiB. A longer record is skipped in pieces and never held
  /// in memory.
  public var recordBytes: Int
  /// The most bytes in one field, without its quotes; 16 MiB unless set.
  ///
  /// As large as the record by default, so that only the record's limit counts.
  public var fieldBytes: Int
  /// The most fields in one record, header rows included; 16,384 unless set, which is where
  /// spreadsheets stop.
  public var columns: Int
  /// The most cells in one block, by its lines and the fields of the header; 4,194,304 unless
  /// set.
  ///
  /// Nothing is refused for it. A block with more is cut earlier: a cell takes four bytes in a
  /// batch also where the record is too short to have it, so that a wide header and a megabyte
  /// of short lines would ask for gigabytes.
  public var cells: Int

  /// Makes limits; what is left out gets its default.
  public init(
    recordBytes: Int = 16 << 20, fieldBytes: Int = 16 << 20, columns: Int = 16_384,
    cells: Int = 1 << 22
  ) {
    precondition(
      recordBytes >= 16 && recordBytes < Int(Int32.max),
      "the longest record has a length between 16 bytes and 2 GiB")
    precondition(
      fieldBytes > 0 && columns > 0 && cells > 0, "a record has room for a field of one byte")
    self.recordBytes = recordBytes
    self.fieldBytes = fieldBytes
    self.columns = columns
    self.cells = cells
  }
}
