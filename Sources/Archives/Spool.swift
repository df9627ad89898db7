import Records

/// Turns what can be read only once into a file that can be read again.
public enum Spool {
  /// Copies everything that a pipe gives, such as standard input, into a temporary file.
  ///
  /// The file has no name and is gone when the last owner lets go of it. It lies in `$TMPDIR`, or
  /// in `/tmp`.
  ///
  /// - Parameters:
  ///   - descriptor: The pipe; the caller keeps it open and closes it.
  ///   - limit: The most bytes; 4 GiB unless told otherwise.
  /// - Returns: The file, at its beginning.
  /// - Throws: `ArchiveError`, of the kind `memberTooLarge` when there is more than the limit.
  public static func stored(
    bytesOf descriptor: Int32, limit: Int = ArchiveLimits().memberBytes
  ) throws(ArchiveError) -> InputFile {
    let file = try UnpackedFile()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try FileCalls.readNext(descriptor, into: buffer)
      if count == 0 { return try file.finish() }
      guard count <= limit - file.count else {
        throw ArchiveError(
          .memberTooLarge, "more than \(limit) bytes were given, which is the limit")
      }
      try file.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
