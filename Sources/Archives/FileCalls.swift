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

  private static func failure(_ operation: String) -> ArchiveError {
    let code = errno
    let words = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return ArchiveError(.system, "\(operation): \(words)")
  }
}
