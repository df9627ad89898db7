import Foundation

/// A run of the program whose memory was measured by the system.
public struct MeasuredRun: Sendable {
  /// What it wrote to standard output.
  public let output: String
  /// Its exit status, or the number of the signal that ended it as a negative number.
  public let status: Int
  /// The most memory that it held, in bytes.
  public let peakBytes: Int

  // A process counts what its parent held when it was started. The tests hold hundreds of
  // megabytes, so a small process stands between.
  private static let script = """
    import resource, subprocess, sys
    child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    status = child.wait()
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(status, usage.ru_maxrss * 1024, file=sys.stderr)
    """

  /// Runs the program to its end.
  public init(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.script, TestPlaces.program] + arguments
    let outputPipe = Pipe()
    let measurePipe = Pipe()
    process.standardOutput = outputPipe
    process.standardError = measurePipe
    try process.run()
    let written = outputPipe.fileHandleForReading.readDataToEndOfFile()
    let measured = measurePipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    output = String(decoding: written, as: UTF8.self)
    let figures = String(decoding: measured, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard figures.count == 2, let status = Int(figures[0]), let peak = Int(figures[1]) else {
      throw NSError(domain: "MeasuredRun", code: 1)
    }
    self.status = status
    peakBytes = peak
  }
}
