import CLibZ

/// Writes zip archives by hand, so that they can say things that are not so.
public struct ZipWriter {
  /// What an archive says of one file; what is `nil` is said truly.
  public struct Claims {
    /// The general purpose flags; bit 11 says that the name is UTF-8, bit 0 that it is encrypted.
    public var flags: UInt16 = 0x0800
    /// The method of compression.
    public var method: UInt16?
    /// The checksum.
    public var crc: UInt32?
    /// The number of unpacked bytes.
    public var size: UInt64?
    /// The number of compressed bytes.
    public var compressedSize: UInt64?
    /// Where the file begins in the archive.
    public var offset: UInt64?

    /// Claims that are all true.
    public init() {}
  }

  private var archive: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Makes an empty archive.
  public init() {}

  /// The number of bytes so far, which is where the next file begins.
  public var offset: Int { archive.count }

  /// Adds a file, stored or deflated.
  public mutating func add(
    _ name: String, _ bytes: [UInt8], deflated: Bool = false,
    _ change: (inout Claims) -> Void = { _ in }
  ) {
    add(
      name: Array(name.utf8), data: deflated ? Deflate.raw(bytes) : bytes,
      method: deflated ? 8 : 0, crc: Checksum.crc(bytes), size: bytes.count, change)
  }

  /// Adds a file of text, deflated.
  public mutating func add(_ name: String, _ text: String) {
    add(name, Array(text.utf8), deflated: true)
  }

  /// Adds a file whose compressed bytes are given.
  public mutating func add(
    name: [UInt8], data: [UInt8], method: UInt16, crc: UInt32, size: Int,
    _ change: (inout Claims) -> Void = { _ in }
  ) {
    var claims = Claims()
    change(&claims)
    let start = claims.offset ?? UInt64(archive.count)
    let size = claims.size ?? UInt64(size)
    let compressed = claims.compressedSize ?? UInt64(data.count)
    let isLarge = size > 0xFFFF_FFFE || compressed > 0xFFFF_FFFE
    var extra: [UInt8] = []
    if isLarge {
      extra =
        Self.little(1, 2) + Self.little(16, 2) + Self.little(size, 8)
        + Self.little(compressed, 8)
    }
    let shared =
      Self.little(isLarge ? 45 : 20, 2) + Self.little(UInt64(claims.flags), 2)
      + Self.little(UInt64(claims.method ?? method), 2) + Self.little(0x5A21_0000, 4)
      + Self.little(UInt64(claims.crc ?? crc), 4)
      + Self.little(isLarge ? 0xFFFF_FFFF : compressed, 4)
      + Self.little(isLarge ? 0xFFFF_FFFF : size, 4) + Self.little(UInt64(name.count), 2)
      + Self.little(UInt64(extra.count), 2)
    if claims.offset == nil { archive += [0x50, 0x4B, 3, 4] + shared + name + extra + data }
    directory +=
      [0x50, 0x4B, 1, 2] + Self.little(45, 2) + shared + Self.little(0, 10)
      + Self.little(start, 4) + name + extra
    count += 1
  }

  /// The archive; `count` is what its end says of the number of files.
  public func bytes(count claimed: Int? = nil) -> [UInt8] {
    let number = UInt64(claimed ?? count)
    let end: [UInt8] =
      [0x50, 0x4B, 5, 6] + Self.little(0, 4) + Self.little(min(number, 0xFFFF), 2)
      + Self.little(min(number, 0xFFFF), 2) + Self.little(UInt64(directory.count), 4)
      + Self.little(UInt64(archive.count), 4) + Self.little(0, 2)
    guard number >= 0xFFFF else { return archive + directory + end }
    let start = UInt64(archive.count + directory.count)
    let large: [UInt8] =
      [0x50, 0x4B, 6, 6] + Self.little(44, 8) + Self.little(45, 2) + Self.little(45, 2)
      + Self.little(0, 8) + Self.little(number, 8) + Self.little(number, 8)
      + Self.little(UInt64(directory.count), 8) + Self.little(UInt64(archive.count), 8)
    let locator: [UInt8] =
      [0x50, 0x4B, 6, 7] + Self.little(0, 4) + Self.little(start, 8) + Self.little(1, 4)
    return archive + directory + large + locator + end
  }

  private static func little(_ number: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) : 0 }
  }
}
