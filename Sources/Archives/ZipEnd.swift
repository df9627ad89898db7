import Records

// The record at the end of a zip archive, looked at before libzip does, which makes room for as
// many members as the record claims.
struct ZipEnd {
  // The most members that any end record in the last bytes of the file claims; `nil` without one.
  private(set) var memberCount: UInt64?

  // An end record is 22 bytes, and a comment of at most 65,535 bytes follows it; before it may
  // stand the 20 bytes that say where the larger record of a zip64 archive is.
  private static let tailSize = 22 + 65_535 + 20

  init(_ file: InputFile, size: Int) throws(ArchiveError) {
    let tailSize = min(size, Self.tailSize)
    let tail = try Self.bytes(of: file, from: size - tailSize, count: tailSize)
    guard tail.count >= 22 else { return }
    for at in 0...(tail.count - 22)
    where tail[at] == 0x50 && tail[at + 1] == 0x4B && tail[at + 2] == 5 && tail[at + 3] == 6 {
      var count = Self.number(tail, at + 10, bytes: 2)
      // A zip64 record counts, whether or not this one refers to it.
      if at >= 20, Self.number(tail, at - 20, bytes: 4) == 0x0706_4B50 {
        let offset = Self.number(tail, at - 12, bytes: 8)
        if offset < UInt64(size) {
          let record = try Self.bytes(of: file, from: Int(offset), count: 40)
          if record.count == 40 { count = max(count, Self.number(record, 32, bytes: 8)) }
        }
      }
      memberCount = max(memberCount ?? 0, count)
    }
  }

  // Why there is no end record.
  static func isMissing(in file: InputFile) throws(ArchiveError) -> ArchiveError {
    try bytes(of: file, from: 0, count: 2) == [0x50, 0x4B]
      ? ArchiveError(
        .truncated, "the directory at the end of the zip archive is missing: it was cut off")
      : ArchiveError(.notAnArchive, "it is no zip archive")
  }

  private static func bytes(
    of file: InputFile, from offset: Int, count: Int
  ) throws(ArchiveError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let read = try bytes.withUnsafeMutableBytes {
        FileCalls.readAt(
          file.descriptor, offset: offset + done, into: .init(rebasing: $0[done...]))
      }.get()
      if read == 0 { break }
      done += read
    }
    return Array(bytes.prefix(done))
  }

  private static func number(_ bytes: [UInt8], _ at: Int, bytes count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(bytes[at + $1]) << (8 * UInt64($1)) }
  }
}
