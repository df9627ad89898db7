import Foundation

/// A run of the program whose time and memory were measured by the system.
public struct MeasuredRun: Sendable {
  /// What it wrote to standard output.
  public let output: String
  /// Its exit status, or the number of the signal that ended it as a negative number.
  public let status: Int32
  /// The seconds from start to end.
  public let seconds: Double
  /// The most memory that it held, in bytes.
  public let peakBytes: Int

  /// Runs the program to its end.
  public init(_ arguments: [String]) throws {
    try self.init(program: TestPlaces.program, arguments)
  }

  /// Runs another program to its end.
  public init(program: String, _ arguments: [String]) throws {
    let path = NSTemporaryDirectory() + "inspel-measured-" + UUID().uuidString
    defer { unlink(path) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    let begun = ContinuousClock.now
    var child: pid_t = 0
    let failure = posix_spawn(&child, program, &actions, nil, words, environ)
    guard failure == 0 else {
      throw NSError(domain: NSPOSIXErrorDomain, code: Int(failure))
    }
    var ending: Int32 = 0
    var usage = rusage()
    while wait4(child, &ending, 0, &usage) < 0, errno == EINTR {}
    let time = ContinuousClock.now - begun
    seconds =
      Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    // Linux counts in kibibytes.
    peakBytes = Int(usage.ru_maxrss) * 1024
    let signal = ending & 0x7F
    status = signal == 0 ? (ending >> 8) & 0xFF : -signal
    output = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }
}
