#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

// The few calls to the operating system and the C library that this module makes, in one file,
// so that nothing else here imports them.
enum SystemCalls {
  static func openForReading(_ path: String) throws(SourceError) -> Int32 {
    while true {
      // Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever.
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw failure("open") }
    }
  }

  static func closeFile(_ descriptor: Int32) { _ = close(descriptor) }

  /// The size of a regular file; `nil` for what has none, such as a pipe.
  static func size(of descriptor: Int32) throws(SourceError) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("fstat") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      if status.st_mode & S_IFMT == S_IFDIR {
        throw SourceError(operation: "open", code: EISDIR, reason: text(of: EISDIR))
      }
      return nil
    }
    return Int(status.st_size)
  }

  /// What changes when a file is written: its size and its times.
  struct Stamp: Equatable, Sendable {
    var size: Int
    var modified: [Int]
    var changed: [Int]
  }

  /// The disk and the number on it of an open file.
  static func identity(of descriptor: Int32) -> [UInt64]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// The stamp of an open file, or `nil` when the system does not give one.
  static func stamp(of descriptor: Int32) -> Stamp? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return Stamp(
      size: Int(status.st_size),
      modified: [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)],
      changed: [Int(status.st_ctim.tv_sec), Int(status.st_ctim.tv_nsec)])
  }

  /// Reads what is next; 0 at the end.
  static func readNext(
    _ descriptor: Int32, into target: UnsafeMutableRawBufferPointer
  ) throws(SourceError) -> Int {
    guard let base = target.baseAddress, !target.isEmpty else { return 0 }
    while true {
      let count = read(descriptor, base, target.count)
      if count >= 0 { return count }
      if errno != EINTR { throw failure("read") }
    }
  }

  /// Reads at an offset without moving the place where `readNext` goes on.
  static func readAt(
    _ descriptor: Int32, offset: Int, into target: UnsafeMutableRawBufferPointer
  ) throws(SourceError) -> Int {
    guard let base = target.baseAddress, !target.isEmpty else { return 0 }
    while true {
      let count = pread(descriptor, base, target.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw failure("pread") }
    }
  }

  /// Reads as many bytes at an offset as the target has room for.
  static func readAll(
    _ descriptor: Int32, offset: Int, into target: UnsafeMutableRawBufferPointer
  ) throws(SourceError) {
    var done = 0
    while done < target.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: target[done...])
      let count = try readAt(descriptor, offset: offset + done, into: rest)
      guard count > 0 else {
        throw SourceError(operation: "pread", code: EIO, reason: "the file is cut off")
      }
      done += count
    }
  }

  /// Writes everything where the file's end is.
  static func writeAll(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer
  ) throws(SourceError) {
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

  static func rewind(_ descriptor: Int32) throws(SourceError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw failure("lseek") }
  }

  /// The folder for temporary files.
  static var temporaryFolder: String {
    let set = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return set.isEmpty ? "/tmp" : set
  }

  /// Opens a new file that has no name, so that it is gone when it is closed.
  ///
  /// Nobody else may read it.
  static func openTemporary(in folder: String) throws(SourceError) -> Int32 {
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

  static func copy(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int) {
    memcpy(target, source, count)
  }

  static func move(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int) {
    memmove(target, source, count)
  }

  static func logarithm(_ value: Double) -> Double { log(value) }

  static func exponential(_ value: Double) -> Double { exp(value) }

  static var notSeekable: SourceError {
    SourceError(operation: "pread", code: ESPIPE, reason: text(of: ESPIPE))
  }

  private static func failure(_ operation: String) -> SourceError {
    let code = errno
    return SourceError(operation: operation, code: code, reason: text(of: code))
  }

  private static func text(of code: Int32) -> String {
    guard let words = strerror(code) else { return "error \(code)" }
    return String(cString: words)
  }
}
