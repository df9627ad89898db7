import CLibZ

/// The checksum of zip and gzip.
public enum Checksum {
  /// The CRC-32 of bytes.
  public static func crc(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, bytes, uInt(bytes.count)))
  }
}
