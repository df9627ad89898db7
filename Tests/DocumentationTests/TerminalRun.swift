import Foundation
import TestSupport

/// A run of the program on a terminal: standard output and standard error go to a
/// pseudo-terminal, so the program wraps, shows progress and ends with its summary.
struct TerminalRun {
  /// What stands on the terminal when the program has ended; progress lines are gone.
  let lines: [String]
  /// The exit status.
  let status: Int32

  struct NoTerminal: Error {}

  init(_ arguments: [String], folder: String) throws {
    let primary = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard primary >= 0 else { throw NoTerminal() }
    defer { close(primary) }
    let secondary = try Self.secondary(of: primary)
    let handle = FileHandle(fileDescriptor: secondary, closeOnDealloc: false)
    let process = ProgramRun.process(arguments, folder: folder)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      close(secondary)
      throw error
    }
    // With our end closed, reading ends when the program's does.
    close(secondary)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(primary, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        break
      }
    }
    process.waitUntilExit()
    status = process.terminationStatus
    lines = Self.lines(String(decoding: bytes, as: UTF8.self))
  }

  /// Opens the other end of a pseudo-terminal.
  ///
  /// The calls are those behind `openpty`, which the headers hide from Swift.
  private static func secondary(of primary: Int32) throws -> Int32 {
    typealias Call = @convention(c) (Int32) -> Int32
    typealias Name = @convention(c) (Int32) -> UnsafePointer<CChar>?
    guard let unlock = dlsym(nil, "unlockpt"), let name = dlsym(nil, "ptsname"),
      unsafeBitCast(unlock, to: Call.self)(primary) == 0,
      let path = unsafeBitCast(name, to: Name.self)(primary)
    else { throw NoTerminal() }
    let secondary = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard secondary >= 0 else { throw NoTerminal() }
    return secondary
  }

  /// The lines as they stand in the end: of a line that was drawn again, the last drawing.
  private static func lines(_ text: String) -> [String] {
    let clear = "\r\u{1B}[K"
    var lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { line in
      line.ranges(of: clear).last.map { String(line[$0.upperBound...]) } ?? String(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
