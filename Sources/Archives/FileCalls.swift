import Records

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

// The calls to the operating system that this module makes, in one file.
enum FileCalls {
  /// Reads at an offset without moving the place of the sequential reading; 0 at the end.
  static func readAt(
    _ descriptor: Int32, offset: Int, into target: UnsafeMutableRawBufferPointer
  ) -> Result<Int, ArchiveError> {
    guard let base = target.baseAddress, !target.isEmpty, offset >= 0 else { return .success(0) }
    while true {
      let count = pread(descriptor, base, target.count, off_t(offset))
      if count >= 0 { return .success(count) }
      if errno != EINTR { return .failure(failure("pread")) }
    }
  }

  /// Reads what is next, and waits for it when there is nothing yet; 0 at the end.
  static func readNext(
    _ descriptor: Int32, into target: UnsafeMutableRawBufferPointer
  ) throws(ArchiveError) -> Int {
    while true {
      let count = read(descriptor, target.baseAddress, target.count)
      if count >= 0 { return count }
      if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        throw failure("read")
      }
    }
  }

  static func writeAll(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer
  ) throws(ArchiveError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        throw failure("writing a temporary file")
      }
    }
  }

  static func rewind(_ descriptor: Int32) throws(ArchiveError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw failure("lseek") }
  }

  static func closeFile(_ descriptor: Int32) { _ = close(descriptor) }

  /// Opens a new file that has no name, so that it is gone when it is closed.
  ///
  /// Nobody else may read it.
  static func openTemporary() throws(ArchiveError) -> Int32 {
    let set = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let folder = set.isEmpty ? "/tmp" : set
    #if os(Linux)
      // Not every file system can do this; the way below works on all of them.
      let nameless = open(folder, temporaryFlag | O_RDWR | O_CLOEXEC, 0o600)
      if nameless >= 0 { return nameless }
    #endif
    var template = Array((folder + "/inspel-XXXXXX").utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { name -> Int32 in
      guard let base = name.baseAddress else { return -1 }
      let made = mkstemp(base)
      guard made >= 0 else { return -1 }
      _ = unlink(base)
      _ = fcntl(made, F_SETFD, FD_CLOEXEC)
      return made
    }
    guard descriptor >= 0 else { throw failure("making a temporary file") }
    return descriptor
  }

  #if os(Linux)
    // O_TMPFILE is a macro that Swift does not see.
    private static let temporaryFlag: Int32 = 0o20_000_000 | O_DIRECTORY
  #endif

  private static func failure(_ operation: String) -> ArchiveError {
    let code = errno
    let words = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return ArchiveError(.system, "\(operation): \(words)")
  }
}
